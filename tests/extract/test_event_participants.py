from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tacitus.extract.event_participants import (
    EVENT_SIGNS,
    SIGNS,
    AskedEvent,
    Foes,
    ParticipantSigns,
    Parties,
    PartyReader,
    contexts_of,
)
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.syntax import Syntax
from tests.parses import syntax_of, tokens_of

SHELLED = (
    "Armenian|ADJ|amod|2 troops|NOUN|nsubj|3 shelled|VERB|root|0 Azerbaijani|ADJ|amod|5 posts|NOUN|obj|3 "
    ".|PUNCT|punct|3"
)
NO_FOES = Foes(Counter())
NOBODY = "Shells|NOUN|nsubj|2 fell|VERB|root|0 .|PUNCT|punct|2"


def asked(actors: str = "", recipients: str = "", *, token: int = 2, speaker: str | None = None) -> AskedEvent:
    return AskedEvent(
        token, "ASSAULT", frozenset(actors.split()), frozenset(recipients.split()), speaker, reciprocal=False
    )


def reader_of(syntax: Syntax, foes: Foes = NO_FOES) -> PartyReader:
    return PartyReader(syntax, read_sides(syntax, None), None, foes)


def test_the_parties_are_those_that_the_grammar_names() -> None:
    syntax = syntax_of(SHELLED)
    parties = reader_of(syntax).read(asked("ARM", "AZE"))
    assert (parties.actors, parties.recipients) == (("ARM",), ("AZE",))


def test_a_report_that_names_no_side_has_no_parties() -> None:
    syntax = syntax_of(NOBODY)
    parties = reader_of(syntax).read(asked(token=1))
    assert (parties.actors, parties.recipients) == ((), ())


def test_signs_have_a_row_for_nobody_and_one_for_each_side() -> None:
    syntax = syntax_of(SHELLED)
    signs = ParticipantSigns(reader_of(syntax), asked("ARM", "AZE"))
    rows = signs.rows(("ARM",))
    assert signs.named == [None, "ARM", "AZE"]
    assert rows.shape == (3, len(SIGNS))
    told = SIGNS.index("told actor"), SIGNS.index("told recipient"), SIGNS.index("actor")
    np.testing.assert_array_equal(rows[1:, told], [[1, 0, 1], [0, 1, 0]])
    nothing_before = SIGNS.index("last actor"), SIGNS.index("last recipient")
    np.testing.assert_array_equal(rows[0, nothing_before], 1)
    np.testing.assert_array_equal(rows[0, -len(EVENT_SIGNS) : -2], 0)


def test_the_rival_of_the_actor_and_the_parties_before_are_signs() -> None:
    syntax = syntax_of(SHELLED)
    reader = reader_of(syntax, Foes(Counter(), frozenset(("ARM", "AZE"))))
    reader.before = Parties(("AZE",), ("ARM",))
    rows = ParticipantSigns(reader, asked("ARM", "AZE")).rows(("ARM",))
    names = "rival", "rival of actor", "last actor", "last recipient"
    columns = [SIGNS.index(name) for name in names]
    np.testing.assert_array_equal(rows[1:, columns], [[1, 0, 0, 1], [1, 1, 1, 0]])


@pytest.mark.parametrize("role", ["actor", "recipient"])
def test_signs_are_weighed_by_role_and_type(role: str) -> None:
    assert contexts_of(role, asked()) == (role, f"{role} ASSAULT")  # type: ignore[arg-type]


def test_the_trigger_stands_where_the_test_says() -> None:
    assert tokens_of(syntax_of(SHELLED), "shelled")[0] == asked().token


def test_foes_are_the_pairs_that_a_report_names() -> None:
    foes = Foes(Counter({frozenset(("ARM", "AZE")): 2, frozenset(("AZE", "UN")): 1}))
    assert foes.share("ARM", ("AZE",)) == pytest.approx(2 / 3)
    assert foes.share("UN", ("AZE",)) == pytest.approx(1 / 3)
    assert foes.share("AZE", ("ARM",)) == 1
    assert foes.share("AZE", ()) == 0


def test_what_is_mutual_has_actors_only() -> None:
    syntax = syntax_of(SHELLED)
    event = AskedEvent(2, "ASSAULT", frozenset(("ARM", "AZE")), frozenset(), None, reciprocal=True)
    parties = reader_of(syntax).read(event)
    assert (parties.actors, parties.recipients) == (("ARM", "AZE"), ())
