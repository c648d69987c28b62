"""The names of the lexicon of sides, read from its data files and from the ISO 3166 lists.

Earlier entries win over later ones of the same words, so the order here is the order of trust: what is no side, states,
groups, what belongs to states, peoples, and last the adjectives of states.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.resources import files
from typing import NamedTuple, TypedDict

import pycountry

from tacitus.resolve.side_name import SideKind, SideName


class SideEntry(NamedTuple):
    """Words and the side that they tell, ``None`` where they tell none."""

    words: str
    name: SideName | None


class SideTail(NamedTuple):
    """Words that make another name of the one before them, and how."""

    words: str
    make: Callable[[SideName], SideName | None]


class _GroupData(TypedDict, total=False):
    side: str
    sector: str
    country: str
    names: list[str]
    parts: list[list[str]]


class _Opponents(TypedDict):
    side: str
    sector: str
    heads: list[str]


class _Demonyms(TypedDict):
    adjectives: dict[str, list[str]]
    people: dict[str, list[str]]
    peoples: dict[str, _GroupData]
    opponents: list[_Opponents]
    bodies: dict[str, list[str]]
    societies: dict[str, list[str]]


class CommonWords(TypedDict):
    """``common.toml``: names that are also words, what turns a name around or hides it, spelling variants."""

    words: list[str]
    prefixes: list[str]
    no_side: list[str]
    spellings: dict[str, str]


# Adjectives whose people are called by the same word: no "Chineses", no "Frenchs".
_INVARIABLE = ("ese", "ish", "ch", "ss", "ois", "s")
_ARMED = ("MIL", "COP", "SPY")
_CODE = 3  # letters of an ISO code
_GROUP_FILES = ("groups", "groups_africa_middle_east", "groups_asia_europe_americas")
_STEMS: tuple[SideKind, ...] = ("state", "demonym", "historic")


def _data(name: str) -> str:
    return files("tacitus.resolve").joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8")


@cache
def _people_words() -> _Demonyms:
    data: _Demonyms = tomllib.loads(_data("demonyms"))  # type: ignore[assignment]
    return data


def common_words() -> CommonWords:
    """The list of names to be careful with."""
    data: CommonWords = tomllib.loads(_data("common"))  # type: ignore[assignment]
    return data


def side_entries() -> Iterator[SideEntry]:
    """Every name of the lexicon, the most trusted first."""
    states: dict[str, dict[str, list[str]]] = tomllib.loads(_data("states"))
    demonyms = _people_words()
    yield from (SideEntry(words, None) for words in common_words()["no_side"])
    yield from _states(states)
    for file in _GROUP_FILES:
        yield from _groups(file, kind="group", sector="REB")
    yield from _groups("organizations", kind="organization", sector=None)
    yield from _places()
    yield from _forces()
    yield from _outlets()
    for side, group in demonyms["peoples"].items():
        yield from _group(side, group, kind="group", sector=None)
    yield from _demonyms(demonyms)


def _plain(words: list[str], side: str, *, kind: SideKind, sector: str | None) -> Iterator[SideEntry]:
    """Each of ``words`` as a name of its own."""
    return (SideEntry(word, SideName(side, word, kind, sector)) for word in words)


def _states(data: dict[str, dict[str, list[str]]]) -> Iterator[SideEntry]:
    for side, words in data["aliases"].items():
        yield from _plain(words, side, kind="state", sector="GOV")
    for side, words in data["historic"].items():
        yield from _plain(words, side, kind="historic", sector="GOV")
    for side, words in data["regions"].items():
        yield from _plain(words, side, kind="region", sector=None)
    owners = {code: state for state, codes in data["territories"].items() for code in codes}
    for country in pycountry.countries:
        code: str = country.alpha_3
        if code in data["unused"]["codes"]:
            continue
        forms = {getattr(country, key, "") for key in ("name", "common_name", "official_name")}
        # A comma inverts an ISO name ("Korea, Republic of"), brackets comment on it: no report writes either.
        words = sorted(form for form in forms if form and "," not in form and "(" not in form)
        kind: SideKind = "region" if code in owners else "state"
        sector = None if code in owners else "GOV"
        yield from _plain(words, owners.get(code, code), kind=kind, sector=sector)


def _places() -> Iterator[SideEntry]:
    capitals: dict[str, dict[str, list[str]]] = tomllib.loads(_data("capitals"))
    for section in capitals.values():
        for side, words in section.items():
            yield from _plain(words, side, kind="capital", sector="GOV")
    seats: dict[str, dict[str, list[str]]] = tomllib.loads(_data("seats"))
    for side, words in seats["seats"].items():
        yield from _plain(words, side, kind="seat", sector="GOV")


def _groups(file: str, *, kind: SideKind, sector: str | None) -> Iterator[SideEntry]:
    sections: dict[str, dict[str, _GroupData]] = tomllib.loads(_data(file))
    for section in sections.values():
        for name, group in section.items():
            yield from _group(name, group, kind=kind, sector=sector)


def _group(name: str, group: _GroupData, *, kind: SideKind, sector: str | None) -> Iterator[SideEntry]:
    side = group.get("side", name)
    sector = group.get("sector", sector)
    country = group.get("country")
    for names in [[name, *group["names"]], *group.get("parts", [])]:
        found = SideName(side, names[0], kind, sector, country)
        yield from (SideEntry(words, found) for words in names)


def _forces() -> Iterator[SideEntry]:
    states: dict[str, dict[str, list[list[str]]]] = tomllib.loads(_data("forces"))
    for side, sectors in states.items():
        for sector, forces in sectors.items():
            for names in forces:
                found = SideName(side, names[0], "forces" if sector in _ARMED else "seat", sector)
                yield from (SideEntry(words, found) for words in names)


def _outlets() -> Iterator[SideEntry]:
    owners: dict[str, dict[str, list[list[str]]]] = tomllib.loads(_data("outlets"))
    for owner, sides in owners.items():
        for side, outlets in sides.items():
            for names in outlets:
                found = SideName(side, names[0], "outlet", "MED", side if owner == "states" else None)
                yield from (SideEntry(words, found) for words in names)


def _demonyms(data: _Demonyms) -> Iterator[SideEntry]:
    for side, words in data["people"].items():
        yield from _plain(words, side, kind="demonym", sector=None)
    for side, adjectives in data["adjectives"].items():
        plurals = [f"{word}s" for word in adjectives if not word.endswith(_INVARIABLE)]
        yield from _plain([*adjectives, *plurals], side, kind="demonym", sector=None)


@cache
def state_adjectives() -> dict[str, str]:
    """The adjective of each state that has one, by its code."""
    data = _people_words()
    return {side: adjectives[0] for side, adjectives in data["adjectives"].items()}


@cache
def opponent_nouns() -> dict[str, str]:
    """The single nouns for a state's armed opponents, each with its plural."""
    data = _people_words()
    armed = [opponents for opponents in data["opponents"] if opponents["sector"] == "REB"]
    return {noun: item["heads"][0] for item in armed for noun in item["heads"] if noun.isalpha()}


def side_tails() -> Iterator[SideTail]:
    """What makes another name of a state's: "Syrian rebels", "Russia's Security Council", "Malian Red Cross"."""
    data, firsts = _people_words(), state_adjectives()
    for words in data["bodies"]["names"]:
        yield SideTail(words, partial(_body, words))
    for words in data["societies"]["names"]:
        yield SideTail(words, partial(_society, words))
        yield SideTail(f"{words} Society", partial(_society, words))
    for opponents in data["opponents"]:
        for words in opponents["heads"]:
            yield SideTail(words, partial(_opponents, opponents, firsts))


def _body(words: str, stem: SideName) -> SideName | None:
    return SideName(stem.side, f"{stem.name} {words}", "seat", "GOV") if stem.kind in _STEMS else None


def _society(words: str, stem: SideName) -> SideName | None:
    name = f"{stem.name} {words}"
    return SideName(name, name, "organization", "NGO", stem.side) if stem.kind in _STEMS else None


def _opponents(opponents: _Opponents, firsts: dict[str, str], stem: SideName) -> SideName | None:
    """Only a state has such opponents: "Abkhaz separatists" are Abkhazia itself."""
    if stem.kind not in _STEMS or stem.side not in firsts or len(stem.side) != _CODE:
        return None
    name = f"{firsts[stem.side]} {opponents['heads'][0]}"
    side = opponents["side"].format(adjective=firsts[stem.side])
    return SideName(side, name, "group", opponents["sector"], stem.side)
