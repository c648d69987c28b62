"""People that a figure counts, as the subject of a clause: ``at least 49 of its soldiers were killed``."""

from __future__ import annotations

from tacitus.export.brief.lexicon import brief_words
from tacitus.export.brief.names import is_state, its, whose_people
from tacitus.export.brief.numbers import Amount
from tacitus.model.incident import Toll


def harmed(toll: Toll, count: Amount, *, claimant: str) -> str:
    """Number, people and what became of them: ``50 of its soldiers were killed``, ``no civilians were wounded``."""
    verb = "was" if count.one else "were"
    return f"{count_of(toll, count, claimant=claimant)} {verb} {toll.kind}"


def count_of(toll: Toll, count: Amount, *, claimant: str) -> str:
    """Number and people, without what became of them; ``claimant`` is the subject that "its" stands for."""
    if toll.standing == "own" and toll.side is not None:
        number = "none" if count.text == "no" else count.text
        return f"{number} of {its(claimant)} {_noun(toll, one=False)}"
    people = people_of(toll, one=count.one and not count.of)
    return f"{count.text} of {people}" if count.of else f"{count.text} {people}"


def people_of(toll: Toll, *, one: bool = False) -> str:
    """Whom a toll counts: ``Armenian soldiers``, ``fighters of the RSF``, ``people``."""
    noun = _noun(toll, one=one)
    return noun if toll.side is None else whose_people(toll.side, noun)


def _noun(toll: Toll, *, one: bool) -> str:
    forms = brief_words().people[toll.group_type]
    if toll.side is None or is_state(toll.side):
        return forms.one if one else forms.more
    return forms.group_one if one else forms.group_more
