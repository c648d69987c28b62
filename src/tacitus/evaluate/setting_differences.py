"""Where the dates, places and ceasefires of a coding differ from the gold's."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from tacitus.evaluate.annotation import Gold, GoldCeasefire, GoldDate, GoldPlace
from tacitus.evaluate.ceasefires_score import match_parties, same_mediators, same_violators
from tacitus.evaluate.dates_score import match_date_words, match_dates
from tacitus.evaluate.difference import Difference
from tacitus.evaluate.matching import leftovers
from tacitus.evaluate.places_score import is_near, listed_again, match_place_words, same_country
from tacitus.model import Ceasefire, Coding, DateExpression, Place


def date_differences(gold: Gold, coding: Coding) -> Iterator[Difference]:
    """What keeps the dates from full marks: wrong days, what is missed, what is extra."""
    missed, extra = leftovers(gold.dates, coding.dates, match_dates(gold, gold.dates, coding.dates))
    same_words = match_date_words(gold, missed, extra)
    for i, j in same_words:
        yield Difference(gold.id, "date", "wrong days", _gold_date(missed[i]), _coded_date(extra[j], coding))
    missed, extra = leftovers(missed, extra, same_words)
    for wanted in missed:
        yield Difference(gold.id, "date", "missed", _gold_date(wanted), None)
    for coded in extra:
        yield Difference(gold.id, "date", "extra", None, _coded_date(coded, coding))


def place_differences(gold: Gold, coding: Coding) -> Iterator[Difference]:
    """What keeps the places from full marks: wrong points and countries, what is missed, what is extra."""
    pairs = match_place_words(gold, gold.places, coding.places)
    for i, j in pairs:
        wanted, coded = gold.places[i], coding.places[j]
        respects = [] if is_near(wanted, coded) else ["point"]
        respects += [] if same_country(wanted, coded) else ["country"]
        if respects:
            problem = f"wrong {', '.join(respects)}"
            yield Difference(gold.id, "place", problem, _gold_place(wanted), _coded_place(coded))
    missed, extra = leftovers(gold.places, coding.places, pairs)
    for wanted in missed:
        if not listed_again(gold, coding, pairs, wanted):
            yield Difference(gold.id, "place", "missed", _gold_place(wanted), None)
    for coded in extra:
        if coded.precision != "country":
            yield Difference(gold.id, "place", "extra", None, _coded_place(coded))


def ceasefire_differences(gold: Gold, coding: Coding) -> Iterator[Difference]:
    """What keeps the ceasefires from full marks: wrong respects of those between the same parties, missed, extra."""
    pairs = match_parties(gold.ceasefires, coding.ceasefires)
    for i, j in pairs:
        wanted, coded = gold.ceasefires[i], coding.ceasefires[j]
        respects = (
            ("mediators", same_mediators(wanted, coded)),
            ("date", wanted.date == coded.date),
            ("status", wanted.status == coded.status),
            ("violators", same_violators(wanted, coded)),
        )
        wrong = [name for name, right in respects if not right]
        if wrong:
            told = _gold_ceasefire(wanted), _coded_ceasefire(coded, coding)
            yield Difference(gold.id, "ceasefire", f"wrong {', '.join(wrong)}", *told)
    missed, extra = leftovers(gold.ceasefires, coding.ceasefires, pairs)
    for wanted in missed:
        yield Difference(gold.id, "ceasefire", "missed", _gold_ceasefire(wanted), None)
    for coded in extra:
        yield Difference(gold.id, "ceasefire", "extra", None, _coded_ceasefire(coded, coding))


def _gold_date(date: GoldDate) -> str:
    return f"{_days(date.start, date.end)}: {date.quote}"


def _coded_date(date: DateExpression, coding: Coding) -> str:
    return f"{_days(date.start, date.end)}: {date.span.words(coding.report.text)}"


def _days(start: datetime.date | None, end: datetime.date | None) -> str:
    return str(start or "?") if start == end else f"{start or '?'} to {end or '?'}"


def _gold_place(place: GoldPlace) -> str:
    return f"{place.country or 'no country'} {place.lat:.2f}, {place.lon:.2f}: {place.quote}"


def _coded_place(place: Place) -> str:
    point = "no point" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}"
    return f"{place.country or 'no country'} {point}, {place.precision}: {place.name}"


def _gold_ceasefire(truce: GoldCeasefire) -> str:
    parts = _truce(truce.parties, truce.mediators, truce.alleged_violators)
    return f"{parts}, {truce.date or 'no day'}, {truce.status}"


def _coded_ceasefire(truce: Ceasefire, coding: Coding) -> str:
    parts = _truce(truce.parties, truce.mediators, (violation.by for violation in truce.violations))
    return f"{parts}, {truce.date or 'no day'}, {truce.status}: {truce.evidence.words(coding.report.text)}"


def _truce(parties: Iterable[str], mediators: Iterable[str], violators: Iterable[str | None]) -> str:
    listed = (sorted({name for name in names if name is not None}) for names in (parties, mediators, violators))
    between, by, broken = ("+".join(names) or "nobody" for names in listed)
    return f"between {between}, brokered by {by}, broken by {broken}"
