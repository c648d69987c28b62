"""A coding made by hand that has something in every part of the contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tacitus.model import (
    Actor,
    Ceasefire,
    Check,
    Claim,
    Coding,
    DateExpression,
    Event,
    Place,
    Relation,
    Report,
    Span,
    Territory,
    Violation,
)

_TEXT = (
    "Truce shaken on the Arax\n\n"
    "Armenia accused Azerbaijan of shelling the town of Jermuk overnight on Tuesday, hours after Russia brokered "
    "a truce that was to begin at 9:00 a.m. Baku said Armenian forces had broken the ceasefire. Armenia denied that. "
    "Azerbaijani guns struck Jermuk again, residents said. Turkey backs Azerbaijan. "
    "Nagorno-Karabakh is recognised as part of Azerbaijan but is home to ethnic Armenians. "
    "The neighbours fought a six-week war in 2020 and another from 1988 to 1994."
)
NEWS = date(2022, 9, 13)


def full_coding() -> Coding:
    """The coding that a careful coder would make of a report on a truce, its breach and what lies behind it."""
    report = Report("r2", _TEXT, "Truce shaken on the Arax", date(2022, 9, 14), "Valley Post", "https://example.org/2")

    def span(words: str, after: str = "") -> Span:
        start = _TEXT.index(words, _TEXT.index(after))
        return Span(start, start + len(words))

    actors = (
        Actor("a1", "Armenia", "state", "ARM", "GOV", None, (span("Armenia"), span("Armenia", "ceasefire"))),
        Actor("a2", "Azerbaijan", "state", "AZE", "GOV", None, (span("Azerbaijan"), span("Baku"))),
        Actor("a3", "Russia", "state", "RUS", "GOV", None, (span("Russia"),)),
        Actor("a4", "residents", "population", None, "CVL", None, (span("residents"),)),
    )
    shelled, broken = span("shelling the town of Jermuk"), span("Armenian forces had broken the ceasefire")
    claims = (
        Claim("c1", "a1", span("Armenia"), (), span("accused"), "accuse", NEWS, False, (shelled,), 0.9),
        Claim("c2", "a2", span("Baku"), (), span("said"), "accuse", None, False, (broken,), 0.8),
        Claim(
            "c3",
            "a1",
            span("Armenia", "ceasefire"),
            (),
            span("denied"),
            "deny",
            None,
            False,
            (span("that", "denied"),),
            0.7,
        ),
        Claim(
            "c4",
            "a4",
            span("residents"),
            (),
            span("said", "again"),
            "assert",
            None,
            False,
            (span("Azerbaijani guns struck Jermuk again"),),
            0.6,
        ),
    )
    war, earlier = span("six-week war"), span("another")
    event = Event(
        "e1", "ACCUSE", "allege", ("a1",), ("a2",), None, "2022-09-13", NEWS, NEWS, "actual", False, (),
        span("accused"), span("Armenia accused Azerbaijan"), (), "verb: accuse", 0.9,
    )  # fmt: skip
    history = replace(event, type="ASSAULT", mode=None, actors=("a1", "a2"), recipients=(), background=True)
    events = (
        event,
        replace(
            event,
            id="e2",
            type="ASSAULT",
            mode="heavy-weapons",
            actors=("a2",),
            recipients=("a1",),
            place="p1",
            claims=("c1", "c4"),
            trigger=span("shelling"),
            evidence=shelled,
            also=(claims[3].content[0],),
            rule="noun: shelling",
        ),
        replace(
            event, id="e3", type="AGREE", mode=None, actors=("a3",), recipients=(), date="2022-09-12/2022-09-13",
            start=date(2022, 9, 12), trigger=span("brokered"), evidence=span("Russia brokered a truce"),
        ),
        replace(
            event, id="e4", type="ASSAULT", mode=None, recipients=("a2",), date=None, start=None, end=None,
            aspect="denied", claims=("c2", "c3"), trigger=span("broken"), evidence=broken,
        ),
        replace(
            history, id="e5", date="2020", start=date(2020, 1, 1), end=date(2020, 12, 31), trigger=war, evidence=war,
        ),
        replace(
            history, id="e6", date="1988/1994", start=date(1988, 1, 1), end=date(1994, 12, 31),
            trigger=earlier, evidence=earlier,
        ),
    )  # fmt: skip
    places = (
        Place("p2", "Nagorno-Karabakh", "AZE", None, 39.82, 46.75, None, "area", (span("Nagorno-Karabakh"),)),
        Place(
            "p1",
            "Jermuk",
            "ARM",
            "Vayots Dzor",
            39.84,
            45.67,
            616530,
            "settlement",
            (span("Jermuk"), span("Jermuk", "struck")),
        ),
        Place("p3", "Arax", None, None, None, None, None, "area", (span("Arax"),)),
    )
    truce = Ceasefire(
        "t1",
        ("ARM", "AZE"),
        ("RUS",),
        NEWS,
        "09:00+03:00",
        "violated",
        (Violation("ARM", "AZE", "c2"), Violation(None, None, None)),
        False,
        span("Russia brokered a truce"),
    )
    return Coding(
        report,
        actors,
        claims,
        events,
        (),
        places,
        (
            DateExpression(span("Tuesday"), "2022-09-13", NEWS, NEWS, "day"),
            DateExpression(span("9:00 a.m."), "2022-09-13", NEWS, NEWS, "hour", "09:00"),
            DateExpression(span("overnight"), None, None, None, "part_of_day"),
        ),
        (
            Territory(
                "Nagorno-Karabakh", "p2", "AZE", "Armenians", None, ("ARM", "AZE"), span("home to ethnic Armenians")
            ),
        ),
        (Relation("TUR", "AZE", "backs", span("Turkey backs Azerbaijan")),),
        (truce,),
        (Check("truce", None, (), "inconsistent", "a truce from 2022-09-13, yet shelling is told after it", ("e2",)),),
        ("'overnight' has no day to count from",),
    )
