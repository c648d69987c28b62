from __future__ import annotations

import pytest

from tacitus.extract.event_lexicon import event_lexicon
from tacitus.model import EVENT_TYPES


def test_there_are_enough_predicates_of_every_type() -> None:
    listed = {(entry.type, entry.lemma) for entry in event_lexicon().entries if entry.type is not None}
    assert len(listed) >= 2000
    for type in EVENT_TYPES:
        assert sum(found == type for found, _ in listed) >= 10, type


def test_every_predicate_is_found_by_its_first_word() -> None:
    lexicon = event_lexicon()
    for entry in lexicon.entries:
        first = entry.lemma.split()[0]
        assert any(pattern.entry is entry for pattern in lexicon.patterns[first]), entry.lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("overran", "overrun"),
        ("shelled", "shell"),
        ("torpedoed", "torpedo"),
        ("withdrawn", "withdraw"),
        ("kidnapped", "kidnap"),
        ("truces", "truce"),
        ("clashes", "clash"),
        ("slept", None),
    ],
)
def test_inflected_forms_are_known(form: str, lemma: str | None) -> None:
    found = {pattern.entry.lemma for pattern in event_lexicon().patterns.get(form, ())}
    assert (lemma in found) if lemma else not found


def test_the_most_demanding_pattern_comes_first() -> None:
    for patterns in event_lexicon().patterns.values():
        words = [sum(1 for forms in pattern.rest if forms) for pattern in patterns]
        assert words == sorted(words, reverse=True)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("took two journalists hostage", (0, 3)),
        ("took hostage", (0, 1)),
        ("took cover , hostage", None),
        ("took one two three four five six seven hostage", None),
    ],
)
def test_a_gap_spans_a_few_words_of_one_clause(text: str, tokens: tuple[int, ...] | None) -> None:
    words = text.split()
    pattern = next(found for found in event_lexicon().patterns["took"] if found.entry.lemma == "take * hostage")
    assert pattern.follow(words, 0, len(words)) == tokens


def test_confidences_are_shares() -> None:
    lexicon = event_lexicon()
    assert all(0 <= entry.confidence <= 1 for entry in lexicon.entries)
    assert all(0 <= share <= 1 for share in lexicon.measured.values())


def test_what_was_measured_is_still_listed() -> None:
    lexicon = event_lexicon()
    assert set(lexicon.measured) <= {(entry.type, entry.lemma) for entry in lexicon.entries}


def test_no_class_of_words_is_empty() -> None:
    lexicon = event_lexicon()
    assert all(lexicon.classes.named.values())
    with pytest.raises(KeyError):
        lexicon.classes.expand("@nothing")
