"""Checks of events: one happening on two days, fighting after a truce."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tacitus.extract.checks_events import check_dates, check_truces, event_voices
from tacitus.model import Actor, Ceasefire, Claim, Event, Place, Span, Violation

_HERE = Span(0, 5)
_ACTORS = tuple(Actor(f"a-{side}", side, "state", side, "GOV", None, (_HERE,)) for side in ("ARM", "AZE", "RUS"))
_CLAIMS = tuple(
    Claim(f"c-{side}", f"a-{side}", None, (), None, "accuse", None, False, (_HERE,), 0.9) for side in ("ARM", "AZE")
)
_PLACES = (Place("p1", "Jermuk", "ARM", None, 39.84, 45.67, None, "settlement", (_HERE,)),)
_VOICES = event_voices(_ACTORS, _CLAIMS)
_MONDAY, _TUESDAY, _WEDNESDAY = date(2022, 9, 12), date(2022, 9, 13), date(2022, 9, 14)


def attack(id: str, day: date | None, *claims: str) -> Event:
    return Event(
        id=id,
        type="ASSAULT",
        mode=None,
        actors=("a-AZE",),
        recipients=("a-ARM",),
        place="p1",
        date=day.isoformat() if day else None,
        start=day,
        end=day,
        aspect="actual",
        background=False,
        claims=claims,
        trigger=_HERE,
        evidence=_HERE,
        also=(),
        rule="",
        confidence=0.9,
    )


_TRUCE = Ceasefire(
    "t1",
    ("ARM", "AZE"),
    ("RUS",),
    _TUESDAY,
    "09:00+03:00",
    "in_force",
    (Violation("ARM", "AZE", "c-AZE"),),
    False,
    _HERE,
)


def test_two_sides_put_one_happening_on_different_days() -> None:
    (check,) = check_dates([attack("e1", _MONDAY, "c-ARM"), attack("e2", _TUESDAY, "c-AZE")], _VOICES, _PLACES)
    assert (check.kind, check.verdict, check.events) == ("dates", "inconsistent", ("e1", "e2"))
    assert check.detail == "ASSAULT at Jermuk: 2022-09-12 by Armenia, 2022-09-13 by Azerbaijan"


def test_the_report_itself_is_a_voice() -> None:
    (check,) = check_dates([attack("e1", _MONDAY), attack("e2", _TUESDAY, "c-AZE")], _VOICES, _PLACES)
    assert "2022-09-12 by the report" in check.detail


@pytest.mark.parametrize(
    "change",
    [
        {"start": _MONDAY, "end": _MONDAY},
        {"start": None, "end": None},
        {"start": date(2022, 9, 1), "end": date(2022, 9, 1)},
        {"end": _WEDNESDAY},
        {"place": None},
        {"type": "COERCE"},
        {"mode": "aerial"},
        {"recipients": ("a-RUS",)},
        {"aspect": "denied"},
        {"background": True},
        {"claims": ("c-ARM",)},
    ],
    ids=str,
)
def test_happenings_that_need_not_be_one(change: dict[str, object]) -> None:
    other = replace(attack("e2", _TUESDAY, "c-AZE"), **change)  # type: ignore[arg-type]
    assert check_dates([attack("e1", _MONDAY, "c-ARM"), other], _VOICES, _PLACES) == ()


def test_who_tells_of_attacks_on_several_days_contradicts_nobody() -> None:
    events = [attack("e1", _MONDAY, "c-ARM"), attack("e2", _TUESDAY, "c-ARM"), attack("e3", _WEDNESDAY, "c-AZE")]
    assert check_dates(events, _VOICES, _PLACES) == ()


def test_fighting_after_a_truce() -> None:
    events = [attack("e1", _MONDAY), attack("e2", _WEDNESDAY, "c-ARM"), attack("e3", _WEDNESDAY)]
    (check,) = check_truces([_TRUCE], events, _VOICES)
    assert (check.kind, check.verdict, check.events) == ("truce", "inconsistent", ("e2", "e3"))
    assert check.detail == (
        "truce of Armenia and Azerbaijan from 2022-09-13 09:00+03:00, fighting told after it: "
        "2022-09-14 by Armenia; 2022-09-14 by the report"
    )


def test_fighting_on_the_day_of_effect_counts_where_it_is_the_alleged_breach() -> None:
    events = [attack("e1", _TUESDAY, "c-ARM"), attack("e2", _TUESDAY, "c-AZE")]
    (check,) = check_truces([_TRUCE], events, _VOICES)
    assert check.events == ("e2",)


@pytest.mark.parametrize(
    "change",
    [{"date": None}, {"background": True}, {"status": "collapsed"}, {"date": _WEDNESDAY}, {"parties": ("ARM", "RUS")}],
    ids=str,
)
def test_truces_that_no_fighting_contradicts(change: dict[str, object]) -> None:
    truce = replace(_TRUCE, **change)  # type: ignore[arg-type]
    assert check_truces([truce], [attack("e1", _WEDNESDAY)], _VOICES) == ()


@pytest.mark.parametrize(
    "change",
    [{"type": "ACCUSE"}, {"aspect": "possible"}, {"background": True}, {"start": None}, {"actors": ("a-RUS",)}],
    ids=str,
)
def test_events_that_break_no_truce(change: dict[str, object]) -> None:
    event = replace(attack("e1", _WEDNESDAY), **change)  # type: ignore[arg-type]
    assert check_truces([_TRUCE], [event], _VOICES) == ()


def test_truce_that_one_side_declared_binds_that_side() -> None:
    truce = replace(_TRUCE, parties=("AZE",))
    (check,) = check_truces([truce], [attack("e1", _WEDNESDAY)], _VOICES)
    assert check.events == ("e1",)
    assert check_truces([replace(_TRUCE, parties=("ARM",))], [attack("e1", _WEDNESDAY)], _VOICES) == ()
