"""A gold annotation as a coding, so that what is made of codings can be measured apart from the extractor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from tacitus.evaluate.annotation import REPORT_VOICE, Gold, GoldCeasefire, GoldClaim, GoldEvent, GoldFigure, GoldPlace
from tacitus.evaluate.gold_settings import Passages, read_passages
from tacitus.evaluate.quote_spans import quote_spans
from tacitus.evaluate.speakers import is_side
from tacitus.model import (
    Actor,
    Ceasefire,
    Claim,
    Coding,
    DateExpression,
    Event,
    Figure,
    Group,
    Place,
    PlacePrecision,
    Span,
    Violation,
)
from tacitus.resolve.gazetteer_index import gazetteer
from tacitus.resolve.place_distance import distance_km
from tacitus.resolve.sides import side_lexicon

_RULE = "gold"
_SAME_PLACE_KM = 100.0
_TRUCE_WORDS = ("ceasefire", "cease-fire", "truce", "armistice", "halt", "pause", "agreement", "deal")


@dataclass(slots=True)
class _Actors:
    """The actors met so far, each with an id: one for every pair of name and side."""

    gold: Gold
    ids: dict[tuple[str, str | None], str] = field(default_factory=dict)

    def of(self, name: str, side: str | None) -> str:
        return self.ids.setdefault((name, side), f"a{len(self.ids) + 1}")

    def party(self, name: str) -> str:
        """The actor that a side or a name without one stands for."""
        if is_side(name, self.gold):
            return self.of(name, name)
        known = side_lexicon().lookup(name)
        return self.of(name, None if known is None else known.side)

    def all(self) -> tuple[Actor, ...]:
        return tuple(
            Actor(id, name, "organization", side, None, None, quote_spans(name, self.gold.text))
            for (name, side), id in self.ids.items()
        )


def gold_coding(gold: Gold) -> Coding:
    """The coding that says what ``gold`` says.

    The annotation does not tell when and where an event took place: it is given the day and the place that stand
    nearest to its words in their sentence, none where the sentence has none. A quote that stands in the text more than
    once is taken where it stands first. Confidence is 1 throughout.
    """
    actors = _Actors(gold)
    places = _places(gold)
    passages = read_passages(gold, places)
    claims = tuple(_claim(gold, claim, n, actors) for n, claim in enumerate(gold.claims, 1))
    events = tuple(_event(event, n, actors, passages, claims) for n, event in enumerate(gold.events, 1))
    figures = tuple(_figure(gold, figure, n, actors, (claims, events)) for n, figure in enumerate(gold.figures, 1))
    return Coding(
        report=gold.report,
        actors=actors.all(),
        claims=claims,
        events=events,
        figures=figures,
        places=places,
        dates=tuple(
            DateExpression(_first(date.quote, gold.text), _edtf(date.start, date.end), date.start, date.end, "day")
            for date in gold.dates
        ),
        ceasefires=tuple(_ceasefire(gold, truce, n) for n, truce in enumerate(gold.ceasefires, 1)),
    )


def _first(quote: str, text: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def _edtf(start: object, end: object) -> str:
    return f"{start}" if start == end else f"{start}/{end}"


def _claim(gold: Gold, claim: GoldClaim, number: int, actors: _Actors) -> Claim:
    content = _first(claim.content, gold.text)
    source, cue = (
        min(quote_spans(words, gold.text), key=lambda span: abs(span.start - content.start)) if words else None
        for words in (claim.source, claim.cue)
    )
    quoted = gold.text[max(content.start - 1, 0) : content.start] in tuple("\"'“‘")
    speaker = actors.of(claim.speaker, claim.side)
    return Claim(f"c{number}", speaker, source, (), cue, claim.stance, None, quoted, (content,), 1.0)


def _event(event: GoldEvent, number: int, actors: _Actors, passages: Passages, claims: tuple[Claim, ...]) -> Event:
    span = _first(event.quote, passages.text)
    date, place = passages.date_of(span), passages.place_of(span)
    return Event(
        id=f"e{number}",
        type=event.type,
        mode=None,
        actors=tuple(map(actors.party, event.actors)),
        recipients=tuple(map(actors.party, event.recipients)),
        place=place,
        date=None if date is None else _edtf(date.start, date.end),
        start=None if date is None else date.start,
        end=None if date is None else date.end,
        aspect="denied" if event.denied else "actual",
        background=event.background,
        claims=tuple(claim.id for claim in claims if any(part.overlaps(span) for part in claim.content)),
        trigger=span,
        evidence=span,
        also=(),
        rule=_RULE,
        confidence=1.0,
    )


def _figure(
    gold: Gold,
    figure: GoldFigure,
    number: int,
    actors: _Actors,
    told: tuple[tuple[Claim, ...], tuple[Event, ...]],
) -> Figure:
    span = _first(figure.quote, gold.text)
    by = None if figure.by in (None, REPORT_VOICE) else actors.party(figure.by)
    claims, events = told
    held = next((claim.id for claim in claims if any(part.overlaps(span) for part in claim.content)), None)
    happening = next((event.id for event in _violence_first(events) if event.evidence.overlaps(span)), None)
    return Figure(
        id=f"f{number}",
        kind=figure.kind,
        bounds=figure.bounds,
        group=Group(figure.group_side, figure.group_type, None),
        by=by,
        claim=None if by is None else held,
        event=happening,
        background=figure.background,
        denied=False,
        revises=None,
        span=span,
        confidence=1.0,
    )


def _violence_first(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.type != "ASSAULT")


def _places(gold: Gold) -> tuple[Place, ...]:
    points: dict[tuple[str | None, float, float], list[GoldPlace]] = {}
    for place in gold.places:
        points.setdefault((place.country, place.lat, place.lon), []).append(place)
    return tuple(
        Place(
            id=f"p{number}",
            name=named[0].quote,
            country=country,
            admin1=None,
            lat=lat,
            lon=lon,
            geonames_id=None,
            precision=_precision(named[0].quote, lat, lon),
            mentions=tuple(sorted({span for place in named for span in quote_spans(place.quote, gold.text)})),
        )
        for number, ((country, lat, lon), named) in enumerate(points.items(), 1)
    )


@cache
def _precision(name: str, lat: float, lon: float) -> PlacePrecision:
    """What the gazetteer knows the nearest place of that name to be; a name that it does not have is a small place."""
    known = side_lexicon().lookup(name)
    if known is not None and known.kind == "state":
        return "country"
    near = [
        (away, place.precision)
        for place in gazetteer().find(name)
        if (away := distance_km((lat, lon), (place.lat, place.lon))) <= _SAME_PLACE_KM
    ]
    return min(near, key=lambda found: found[0])[1] if near else "settlement"


def _ceasefire(gold: Gold, truce: GoldCeasefire, number: int) -> Ceasefire:
    text = gold.text.casefold()
    named = [text.find(word) for word in _TRUCE_WORDS if word in text]
    start = named[0] if named else 0
    return Ceasefire(
        id=f"t{number}",
        parties=truce.parties,
        mediators=truce.mediators,
        date=truce.date,
        hour=None,
        status=truce.status,
        violations=tuple(Violation(side, None, None) for side in truce.alleged_violators),
        background=False,
        evidence=Span(start, start + 1) if not named else _word_at(gold.text, start),
    )


def _word_at(text: str, start: int) -> Span:
    end = start
    while end < len(text) and (text[end].isalpha() or text[end] == "-"):
        end += 1
    return Span(start, end)
