"""The places that a report names, each once, with its point where it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tacitus.model import Place, PlacePrecision
from tacitus.resolve.belonging import Sides
from tacitus.resolve.gazetteer_entry import GazetteerPlace, PlaceKind
from tacitus.resolve.gazetteer_index import Gazetteer, gazetteer
from tacitus.resolve.gazetteer_names import fold
from tacitus.resolve.place_choice import PlaceName, choose_places
from tacitus.resolve.place_mentions import MentionFinder, PlaceMention
from tacitus.resolve.place_states import StateVote
from tacitus.resolve.syntax import Range, Syntax

_PRECISION: dict[PlaceKind | None, PlacePrecision] = {
    "region": "region",
    "district": "district",
    "area": "area",
    "front": "area",
}
_HOME = 3  # mentions that being the state of the report counts for


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """One mention of a place: ``place`` is its number among the places of the report, ``tokens`` where it is named."""

    tokens: Range
    place: int
    mention: PlaceMention


@dataclass(frozen=True, slots=True)
class ReportPlaces:
    """The places of a report and every mention of them, both in order of the text; ``at`` gives mentions by token."""

    places: tuple[Place, ...]
    mentions: tuple[NamedPlace, ...]
    at: dict[int, NamedPlace]

    def place_at(self, token: int) -> Place | None:
        """The place that a token is part of a mention of."""
        named = self.at.get(token)
        return None if named is None else self.places[named.place]


def read_places(syntax: Syntax, sides: Sides, *, index: Gazetteer | None = None) -> ReportPlaces:
    """Find and resolve the places that a report names.

    ``index`` is the gazetteer, the package's own by default. Ids are "p1", "p2" ... in the order of the first mention.
    """
    index = index or gazetteer()
    mentions = MentionFinder(syntax, sides, index).find()
    names = list(dict.fromkeys(mention.name for mention in mentions if mention.country is None))
    chosen = dict(zip(names, choose_places(_together(names), states=_states(sides), index=index), strict=True))
    grouped: dict[object, int] = {}
    found: list[tuple[PlaceMention, GazetteerPlace | None]] = []
    named: list[NamedPlace] = []
    for mention in mentions:
        place = _country(mention.country, index) if mention.country else chosen[mention.name]
        key = fold(mention.name.name) if place is None else (place.name, place.kind, place.lat, place.lon)
        number = grouped.setdefault(key, len(grouped))
        if number == len(found):
            found.append((mention, place))
        named.append(NamedPlace(mention.tokens, number, mention))
    places = tuple(
        _place(syntax, number, mention, place, [one.tokens for one in named if one.place == number])
        for number, (mention, place) in enumerate(found)
    )
    between = [() if place is None else place.between for _, place in found]
    places = _with_states(places, between, named, _vote(syntax, sides, places, named))
    return ReportPlaces(places, tuple(named), {token: one for one in named for token in range(*one.tokens)})


def located(sides: Sides, found: ReportPlaces) -> Sides:
    """The sides with the states that the places of the report lie in, datelines aside."""
    told = (
        (named.tokens[0], state)
        for named in found.mentions
        if (state := found.places[named.place].country) is not None and not named.mention.signs.dateline
    )
    return replace(sides, located=tuple(told))


def _vote(syntax: Syntax, sides: Sides, places: Sequence[Place], named: Sequence[NamedPlace]) -> StateVote:
    """What the report tells of states, datelines aside: they tell where a reporter is."""
    told = [
        (one.tokens[0], place.country, place.precision)
        for one in named
        if (place := places[one.place]).lat is not None and place.country is not None and not one.mention.signs.dateline
    ]
    return StateVote(
        syntax,
        sides,
        located=[(token, state) for token, state, precision in told if precision != "country"],
        states=[(token, state) for token, state, precision in told if precision == "country"],
    )


def _with_states(
    places: Sequence[Place], between: Sequence[tuple[str, ...]], named: Sequence[NamedPlace], vote: StateVote
) -> tuple[Place, ...]:
    """The places, those without a state with the one that the report tells of there.

    A place that the gazetteer lacks lies where the place does that it is said to be in, else in the state that most
    speaks for; one between states (a border, a strait) is told in one of these. Points that are unknown stay so.
    """
    states = {fold(one.mention.name.name): places[one.place].country for one in named}
    found: list[Place] = []
    for number, place in enumerate(places):
        if place.country is None and (place.lat is None or between[number]):
            own = [one for one in named if one.place == number]
            told = (states.get(fold(inside)) for one in own for inside in one.mention.name.inside)
            state = next((state for state in told if state is not None and place.lat is None), None)
            state = state or vote.state([one.tokens[0] for one in own], among=between[number])
            place = replace(place, country=state)
        found.append(place)
    return tuple(found)


def _together(names: list[PlaceName]) -> list[PlaceName]:
    """The names, each with what any mention of the same name tells it to be in."""
    inside: dict[str, tuple[str, ...]] = {}
    for name in names:
        inside[fold(name.name)] = (*inside.get(fold(name.name), ()), *name.inside)
    return [replace(name, inside=inside[fold(name.name)]) for name in names]


def _states(sides: Sides) -> Counter[str]:
    """The states that a report names, with how often."""
    states: Counter[str] = Counter()
    for match in sides.matches:
        state = match.name.country or match.name.side
        if match.name.kind not in ("organization", "outlet"):
            states[state] += 1
    if sides.home is not None:
        states[sides.home] += _HOME
    return states


def _country(code: str, index: Gazetteer) -> GazetteerPlace | None:
    return next((place for place in index.find(code) if place.kind == "country"), None)


def _place(
    syntax: Syntax, number: int, mention: PlaceMention, known: GazetteerPlace | None, tokens: list[Range]
) -> Place:
    spans = tuple(sorted({syntax.span(one) for one in tokens}))
    told = _PRECISION.get(mention.name.noun)
    if known is None:
        name = mention.name.full if mention.name.noun in ("base", "crossing", "camp") else mention.name.name
        country = mention.country or _told_state(mention.name)
        return Place(f"p{number + 1}", name, country, None, None, None, None, told or "settlement", spans)
    precision = told if told is not None and known.kind == "settlement" else known.precision
    return Place(
        id=f"p{number + 1}",
        name=known.name,
        country=known.country,
        admin1=known.admin1,
        lat=known.lat,
        lon=known.lon,
        geonames_id=known.geonames_id,
        precision=precision,
        mentions=spans,
    )


def _told_state(name: PlaceName) -> str | None:
    """The state that words beside a name tell."""
    return next((inside for inside in name.inside if len(inside) == 3 and inside.isupper()), None)
