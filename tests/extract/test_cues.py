from __future__ import annotations

from collections import Counter

import pytest

from tacitus.extract.cue_lexicon import cue_lexicon
from tacitus.extract.cues import cue_words, find_cue, stance_of_cue
from tacitus.extract.inflection import gerund, past, verb_forms, with_s
from tacitus.model import STANCES


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "assert"),
        ("according to", "assert"),
        ("was quoted by a wire as saying", "assert"),
        ("put the number of dead at", "assert"),
        ("denies", "deny"),
        ("ruled out", "deny"),
        ("called the report a lie", "deny"),
        ("accusing", "accuse"),
        ("blamed", "accuse"),
        ("pointed the finger at", "accuse"),
        ("was accused by", "accuse"),
        ("admitted", "admit"),
        ("owned up to", "admit"),
        ("claimed responsibility for", "admit"),
        ("took responsibility for", "admit"),
        ("called for", "urge"),
        ("appealed to", "urge"),
        ("pledged", "promise"),
        ("gave its word", "promise"),
        ("vowed", "threaten"),
    ],
)
def test_a_cue_signals_its_stance(cue: str, stance: str) -> None:
    assert stance_of_cue(cue) == stance


@pytest.mark.parametrize("cue", ["refused to comment", "walked", "called off", "the tank", ""])
def test_words_that_signal_nothing(cue: str) -> None:
    assert stance_of_cue(cue) is None


@pytest.mark.parametrize(
    ("shorter", "stance", "longer", "other"),
    [
        ("called", "accuse", "called on", "urge"),
        ("claimed", "assert", "claimed responsibility", "admit"),
        ("warned", "threaten", "warned of", "assert"),
        ("warned of", "assert", "warned that it would", "threaten"),
        ("told", "assert", "told them to", "urge"),
        ("warned", "threaten", "warned people against", "urge"),
    ],
)
def test_the_longest_expression_counts(shorter: str, stance: str, longer: str, other: str) -> None:
    assert (stance_of_cue(shorter), stance_of_cue(longer)) == (stance, other)


def test_a_gap_spans_few_words_only() -> None:
    near, far = find_cue("put the toll at"), find_cue("put one two three four five six at")
    assert near is not None
    assert far is not None
    assert (near.cue.lemma, near.places) == ("put * at", (0, 3))
    assert far.cue.lemma == "put"


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("did not deny", "admit"),
        ("didn't deny", "admit"),
        ("would not rule out", "admit"),
        ("refused to accept", "deny"),
        ("never admitted", "deny"),
        ("does not believe", "deny"),
        ("stopped short of blaming", None),
        ("did not say", None),
    ],
)
def test_a_negation_in_the_cue_turns_it(cue: str, stance: str | None) -> None:
    assert stance_of_cue(cue) == stance


def test_a_negation_outside_the_cue_turns_it_and_two_undo_each_other() -> None:
    assert stance_of_cue("deny", negated=True) == "admit"
    assert stance_of_cue("not deny", negated=True) == "deny"
    assert stance_of_cue("think", negated=True) == "deny"
    assert stance_of_cue("said", negated=True) is None


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("is said to have denied", "deny"),
        ("statement denying", "deny"),
        ("rejected the allegation", "deny"),
        ("made the claim", "assert"),
        ("confirmed and condemned", "accuse"),
    ],
)
def test_of_several_cues_the_telling_one_and_the_verb_count(cue: str, stance: str) -> None:
    assert stance_of_cue(cue) == stance


def test_words_of_a_document_do_as_well_as_a_string() -> None:
    assert stance_of_cue(["Ruled", "out"]) == stance_of_cue("Ruled out") == "deny"


def test_cue_words_part_negation_and_genitive() -> None:
    assert cue_words("Didn’t rule out, in Kyiv's words") == ["did", "n’t", "rule", "out", "in", "kyiv", "'s", "words"]


@pytest.mark.parametrize("part", ["verb", "noun", "phrase"])
def test_a_cue_is_sought_as_the_part_of_speech_that_is_asked_for(part: str) -> None:
    lexicon = cue_lexicon()
    found = {
        "verb": lexicon.at(["claims"], 0, part="verb"),
        "noun": lexicon.at(["claims"], 0, part="noun"),
        "phrase": lexicon.at(["according", "to"], 0, part="phrase"),
    }[part]
    assert found is not None
    assert found.cue.part == part


def test_the_lexicon_is_large_and_lists_no_cue_twice() -> None:
    cues = cue_lexicon().cues
    listed = Counter((cue.lemma, cue.part) for cue in cues)
    assert [key for key, times in listed.items() if times > 1] == []
    assert len({cue.lemma for cue in cues}) >= 220
    assert {cue.stance for cue in cues} == {*STANCES, None}
    assert {cue.act for cue in cues} == {"say", "think", "negotiate"}


@pytest.mark.parametrize(
    ("verb", "third", "before", "doing"),
    [
        ("deny", "denies", "denied", "denying"),
        ("accuse", "accuses", "accused", "accusing"),
        ("admit", "admits", "admitted", "admitting"),
        ("beg", "begs", "begged", "begging"),
        ("press", "presses", "pressed", "pressing"),
        ("appeal", "appeals", "appealed", "appealing"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("vow", "vows", "vowed", "vowing"),
        ("lie", "lies", "lied", "lying"),
    ],
)
def test_regular_forms(verb: str, third: str, before: str, doing: str) -> None:
    doubled = frozenset({"admit"})
    assert (with_s(verb), past(verb, doubled), gerund(verb, doubled)) == (third, before, doing)


def test_irregular_forms_replace_the_regular_past() -> None:
    forms = verb_forms("speak", irregular={"speak": "spoke spoken"}, doubled=frozenset())
    assert forms == {"speak", "speaks", "speaking", "spoke", "spoken"}
