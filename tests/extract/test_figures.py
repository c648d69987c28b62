"""Whose people a figure counts, who states it and what it replaces; over parses made by hand, by the rules alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tacitus.extract.claims import draft_claims
from tacitus.extract.figures import DraftFigure, draft_figures
from tacitus.language.reading import Attribution, Reading
from tacitus.model import FIGURE_KINDS, GROUP_TYPES, Bounds
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.syntax import Syntax
from tests.parses import blank_reading, syntax_of, tokens_of

ITS_OWN = (
    "Armenia|PROPN|nsubj|2 said|VERB|root|0 49|NUM|nsubj:pass|9 of|ADP|case|6 its|PRON|nmod:poss|6 "
    "soldiers|NOUN|nmod|3 had|AUX|aux|9 been|AUX|aux:pass|9 killed|VERB|ccomp|2 by|ADP|case|11 "
    "Azerbaijan|PROPN|obl:agent|9 .|PUNCT|punct|2"
)
ENEMIES = (
    "Armenia|PROPN|nsubj|2 said|VERB|root|0 50|NUM|nummod|5 Azerbaijani|ADJ|amod|5 soldiers|NOUN|nsubj|6 "
    "died|VERB|ccomp|2 .|PUNCT|punct|2"
)
PARTS = (
    "Azerbaijan|PROPN|nsubj|2 lost|VERB|root|0 50|NUM|nummod|5 Azerbaijani|ADJ|amod|5 soldiers|NOUN|obj|2 "
    ",|PUNCT|punct|8 including|VERB|case|9 eight|NUM|nummod|9 officers|NOUN|nmod|5 of|ADP|case|12 the|DET|det|12 "
    "guard|NOUN|nmod|9 near|ADP|case|14 Armenia|PROPN|obl|2 ,|PUNCT|punct|16 killed|VERB|conj|2 .|PUNCT|punct|2"
)
FROM_TO = (
    "The|DET|det|3 death|NOUN|compound|3 toll|NOUN|nsubj|4 rose|VERB|root|0 from|ADP|case|6 627|NUM|obl|4 "
    "to|ADP|case|8 935|NUM|obl|4 .|PUNCT|punct|4"
)
DENIAL = (
    "Baku|PROPN|nsubj|2 denied|VERB|root|0 that|SCONJ|mark|7 60|NUM|nummod|5 soldiers|NOUN|nsubj:pass|7 "
    "were|AUX|aux:pass|7 killed|VERB|ccomp|2 .|PUNCT|punct|2"
)
NO_PEOPLE = (
    "The|DET|det|2 road|NOUN|nsubj|3 is|AUX|root|0 30|NUM|nummod|5 km|NOUN|obl|3 long|ADJ|xcomp|3 ,|PUNCT|punct|3 "
    "built|VERB|advcl|3 in|ADP|case|10 1994|NUM|obl|8 for|ADP|case|12 $|SYM|obl|8 9|NUM|nummod|14 "
    "million|NUM|nummod|12 .|PUNCT|punct|3"
)
LIST = "The|DET|det|2 list|NOUN|nsubj|3 shows|VERB|root|0 30|NUM|nummod|5 names|NOUN|obj|3 .|PUNCT|punct|3"
OWN_VOICE = "Some|ADV|advmod|2 200|NUM|nummod|3 villagers|NOUN|nsubj|4 fled|VERB|root|0 .|PUNCT|punct|4"


def read(
    sentence: str, *, speaker: str | None = None, cue: str = "said", content: str = "", reading: Reading | None = None
) -> tuple[ActorBook, list[DraftFigure]]:
    """The figures of a sentence, of which ``content`` is what ``speaker`` states."""
    syntax = syntax_of(sentence)
    book = ActorBook(syntax, reading, read_sides(syntax, None))
    stated = []
    if speaker is not None:
        at = [tokens_of(syntax, words) for words in (speaker, cue, content)]
        stated.append(Attribution(at[0], at[1], (at[2],), 1.0))
    claims = draft_claims(syntax, None, tuple(stated), book)
    return book, draft_figures(syntax, reading, claims, book)


def test_its_soldiers_are_those_of_the_speaker() -> None:
    book, (figure,) = read(ITS_OWN, speaker="Armenia", content="49 of its soldiers had been killed by Azerbaijan")
    assert (figure.kind, figure.side, figure.group_type) == ("killed", "ARM", "military")
    assert figure.by is not None
    assert (figure.group_actor, book.entries[figure.by].side, figure.claim) == (figure.by, "ARM", 0)


def test_a_people_named_beside_the_number_is_whose_they_are() -> None:
    _, (figure,) = read(ENEMIES, speaker="Armenia", content="50 Azerbaijani soldiers died")
    assert (figure.side, figure.group_type, figure.claim) == ("AZE", "military", 0)


def test_what_nobody_states_is_the_reports_own() -> None:
    _, (figure,) = read(OWN_VOICE)
    assert (figure.kind, figure.by, figure.claim, figure.denied) == ("displaced", None, None, False)
    assert figure.bounds == Bounds(180, 200, 220)


def test_a_part_is_on_the_side_of_its_total() -> None:
    _, (total, part) = read(PARTS)
    assert (total.bounds.best, part.bounds.best) == (50, 8)
    assert total.side == part.side == "AZE"


def test_a_number_that_replaces_another_tells_which() -> None:
    _, (before, after) = read(FROM_TO)
    assert (before.bounds.best, before.revises) == (627, None)
    assert (after.bounds.best, after.revises) == (935, 627)


def test_a_number_in_a_denial_is_denied() -> None:
    _, (figure,) = read(DENIAL, speaker="Baku", cue="denied", content="that 60 soldiers were killed")
    assert (figure.denied, figure.bounds.best) == (True, 60)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (ITS_OWN, ["49 of its soldiers"]),
        (ENEMIES, ["50 Azerbaijani soldiers"]),
        (OWN_VOICE, ["Some 200 villagers"]),
        (FROM_TO, ["627", "935"]),
    ],
)
def test_the_span_runs_from_the_hedge_to_the_noun(sentence: str, words: list[str]) -> None:
    book, figures = read(sentence)
    assert [figure.span.words(book.syntax.text) for figure in figures] == words


def test_years_distances_and_money_count_nobody() -> None:
    assert read(NO_PEOPLE)[1] == []


def heads(syntax: Syntax, *, kind: str | None, background: float = 0.0) -> Reading:
    """A reading in which the trained heads see one kind, civilians and background everywhere."""
    base = blank_reading(syntax)
    kinds = np.zeros_like(base.kind)
    kinds[:, 0 if kind is None else 1 + FIGURE_KINDS.index(kind)] = 1
    group = np.zeros_like(base.group)
    group[:, GROUP_TYPES.index("civilian")] = 1
    return replace(base, kind=kinds, group=group, background=np.full_like(base.background, background))


def test_the_trained_heads_are_weighed_with_the_rules() -> None:
    syntax = syntax_of(OWN_VOICE)
    assert [figure.kind for figure in read(OWN_VOICE, reading=heads(syntax, kind="displaced"))[1]] == ["displaced"]
    assert read(OWN_VOICE, reading=heads(syntax, kind=None))[1] == []
    (figure,) = read(OWN_VOICE, reading=heads(syntax, kind="displaced", background=1.0))[1]
    assert (figure.background, figure.group_type) == (True, "civilian")


def test_the_heads_may_find_people_that_no_rule_knows() -> None:
    assert read(LIST)[1] == []
    (figure,) = read(LIST, reading=heads(syntax_of(LIST), kind="wounded"))[1]
    assert (figure.kind, figure.group_type, figure.bounds.best) == ("wounded", "civilian", 30)
