"""An archive of codings that grows day by day: the annotated samples, moved to other days, places and sides.

A story is the reports of one incident. Names are changed for each story, a part of the other words for each report,
both to words of the same length, so that every span still stands where it did and no report is a near-copy of another.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pycountry

from tacitus.evaluate.gold import gold_reports
from tacitus.evaluate.gold_coding import gold_coding
from tacitus.model import Actor, Ceasefire, Coding, DateExpression, Event, Figure, Place, Violation

SEED = 20220913
STORIES_A_DAY = 2
FIRST_DAY = date(2010, 1, 1)
_CHANGED = 0.6
"""Share of the words, names aside, that are changed in a report."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_VOWELS, _CONSONANTS = "aeiouy", "bcdfghjklmnpqrstvwxz"


@dataclass(frozen=True, slots=True)
class _Move:
    """What is changed of a story: days, degrees, sides, and the letters of names."""

    days: timedelta
    north: float
    east: float
    sides: Mapping[str, str]
    letters: dict[int, int]

    def day(self, day: date | None) -> date | None:
        return None if day is None else day + self.days

    def side(self, side: str | None) -> str | None:
        return None if side is None else self.sides.get(side, side)

    def name(self, name: str) -> str:
        return _WORD.sub(lambda match: match.group().translate(self.letters), name)


def archive(samples: Path, count: int) -> Iterator[Coding]:
    """``count`` codings in the order of their stories' days, the same at every run."""
    stories = _stories(samples)
    states = sorted(country.alpha_3 for country in pycountry.countries)
    chance = random.Random(SEED)
    number = 0
    for n in range(count):
        day = FIRST_DAY + timedelta(days=n // STORIES_A_DAY)
        story = chance.choice(stories)
        move = _move(story, day, states, chance)
        for coding in story:
            if number == count:
                return
            yield _moved(coding, f"a{number:06}", move, chance)
            number += 1


def _stories(samples: Path) -> list[list[Coding]]:
    told: defaultdict[str, list[Coding]] = defaultdict(list)
    for gold in gold_reports(samples):
        told[gold.incidents[0] if gold.incidents else gold.id].append(gold_coding(gold))
    return list(told.values())


def _move(story: Sequence[Coding], day: date, states: Sequence[str], chance: random.Random) -> _Move:
    first = min(coding.report.published or day for coding in story)
    sides = sorted({actor.side for coding in story for actor in coding.actors if actor.side})
    return _Move(
        days=day - first,
        north=chance.uniform(-40, 20),
        east=chance.uniform(-60, 60),
        sides=dict(zip(sides, chance.sample(states, len(sides)), strict=True)),
        letters=_letters(chance),
    )


def _letters(chance: random.Random) -> dict[int, int]:
    """Vowels for vowels and consonants for consonants."""
    changed: dict[int, int] = {}
    for letters in (_VOWELS, _CONSONANTS):
        others = "".join(chance.sample(letters, len(letters)))
        changed |= str.maketrans(letters + letters.upper(), others + others.upper())
    return changed


def _moved(coding: Coding, id: str, move: _Move, chance: random.Random) -> Coding:
    report = coding.report
    text = _reworded(report.text, move, chance)
    assert len(text) == len(report.text)
    title = move.name(report.title) if report.title else None
    published = move.day(report.published)
    return Coding(
        replace(report, id=id, text=text, title=title, published=published, url=None),
        actors=tuple(_actor(actor, move) for actor in coding.actors),
        claims=tuple(replace(claim, said=move.day(claim.said)) for claim in coding.claims),
        events=tuple(_event(event, move) for event in coding.events),
        figures=tuple(_figure(figure, move) for figure in coding.figures),
        places=tuple(_place(place, move) for place in coding.places),
        dates=tuple(_date(told, move) for told in coding.dates),
        ceasefires=tuple(_truce(truce, move) for truce in coding.ceasefires),
    )


def _reworded(text: str, move: _Move, chance: random.Random) -> str:
    letters = _letters(chance)

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word[0].isupper():
            return word.translate(move.letters)
        return word.translate(letters) if chance.random() < _CHANGED else word

    return _WORD.sub(other, text)


def _actor(actor: Actor, move: _Move) -> Actor:
    return replace(actor, name=move.name(actor.name), side=move.side(actor.side))


def _event(event: Event, move: _Move) -> Event:
    start, end = move.day(event.start), move.day(event.end)
    told = None if start is None or end is None else f"{start}/{end}"
    return replace(event, start=start, end=end, date=told)


def _figure(figure: Figure, move: _Move) -> Figure:
    return replace(figure, group=replace(figure.group, side=move.side(figure.group.side)))


def _place(place: Place, move: _Move) -> Place:
    lat = None if place.lat is None else max(-85.0, min(85.0, place.lat + move.north))
    lon = None if place.lon is None else (place.lon + move.east + 180) % 360 - 180
    return replace(place, name=move.name(place.name), country=move.side(place.country), lat=lat, lon=lon)


def _date(told: DateExpression, move: _Move) -> DateExpression:
    start, end = move.day(told.start), move.day(told.end)
    return replace(told, start=start, end=end, edtf=None if start is None or end is None else f"{start}/{end}")


def _truce(truce: Ceasefire, move: _Move) -> Ceasefire:
    return replace(
        truce,
        date=move.day(truce.date),
        parties=tuple(move.sides.get(side, side) for side in truce.parties),
        mediators=tuple(move.sides.get(side, side) for side in truce.mediators),
        violations=tuple(
            Violation(move.side(one.by), move.side(one.alleged_by), one.claim) for one in truce.violations
        ),
    )
