"""Names of sides, places and speakers as they stand in a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import pycountry

from tacitus.export.brief.lexicon import brief_words
from tacitus.export.event_wording import listed
from tacitus.export.wording import plain
from tacitus.model import Actor
from tacitus.model.incident import IncidentPlace
from tacitus.resolve.state_names import state_name

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_FEWEST_SHOUTED = 4  # letters: "GOMA" comes from a dateline, "UAE" may be a name
_ARABIC = re.compile(r"[ae]\w-")
_POSSESSIVE = re.compile(r"['’]s?\s")
_BEFORE_ITS_PLACE = re.compile(r"(.+?) (?:of|in|for|from|at) ")
_DEFINITE = (
    *("the ", "a ", "an ", "its ", "his ", "her ", "their ", "each ", "both ", "either ", "all ", "some ", "several "),
    *("many ", "most ", "other ", "another ", "one ", "two ", "three ", "four ", "five "),
)


def side_text(side: str) -> str:
    """A side, or a claimant without one, with its article: ``Armenia``, ``the United States``, ``the RSF``, ``M23``."""
    name = plain(_state(side) or side)
    words = brief_words()
    if name.casefold().startswith(_DEFINITE) or _POSSESSIVE.search(name):
        return name
    if _state(side):
        takes_the = side in words.the_states
    elif name[:1].islower() and not _ARABIC.match(name):
        takes_the = not (is_plural(name) or name.endswith("s"))
    else:
        takes_the = side in words.the_initials or _head(name) in words.the_heads or _is_people_of_a_state(name)
    return f"the {name}" if takes_the else name


def is_state(side: str) -> bool:
    """Whether the side is a state that is or was."""
    return _state(side) is not None


def its(name: str) -> str:
    """``its``, or ``their`` for a name that stands for several."""
    return "their" if is_plural(name) else "its"


def is_plural(name: str) -> bool:
    """Whether the name stands for several: ``residents``, ``the Houthis``."""
    return _head(name) in brief_words().plural_heads


def whose_people(side: str, noun: str) -> str:
    """People of a side: ``Armenian soldiers``, ``fighters of the RSF``."""
    adjective = _adjectives().get(side)
    return f"{adjective} {noun}" if adjective else f"{noun} of {side_text(side)}"


def speaker_text(actor: Actor, members: Sequence[Actor] = ()) -> str:
    """An actor as the subject of a sentence, with the side where the name does not tell it.

    One that is several stands by the names of its ``members`` where its own is just these, else with them behind it:
    ``Armenia and Azerbaijan``, ``both sides (Armenia and Azerbaijan)``.
    """
    name = plain(actor.name).strip(" ,;:")
    if members:
        if actor.name == listed([member.name for member in members]):
            return listed([speaker_text(member) for member in members])
        return f"{side_text(name)} ({listed([bare_side(member.side or member.name) for member in members])})"
    if actor.kind == "state" and actor.side:
        return side_text(actor.side)
    if actor.kind != "person":
        name = side_text(name)
    return name if actor.side is None or _tells(name, actor.side) else f"{name} ({bare_side(actor.side)})"


def bare_side(side: str) -> str:
    """A side's name without an article: ``United States``, ``RSF``."""
    return plain(_state(side) or side)


def where_text(place: IncidentPlace) -> str:
    """``in Jermuk, Armenia``; ``in Armenia``; ``in the area of Arax``."""
    name = plain(place.name)
    name = name.title() if name.isupper() and len(name) >= _FEWEST_SHOUTED else name
    if place.precision == "country":
        return f"in {side_text(place.country) if place.country else name}"
    preposition = "in the area of" if place.precision == "area" else "in"
    country = side_text(place.country) if place.country else None
    return f"{preposition} {name}, {country}" if country and country != name else f"{preposition} {name}"


def _is_people_of_a_state(name: str) -> bool:
    """Whether it is an adjective of a state and a noun in the singular: ``Israeli military``."""
    first, _, rest = name.partition(" ")
    return bool(rest) and not rest.endswith("s") and not is_plural(name) and first in _adjectives().values()


def _tells(name: str, side: str) -> bool:
    told = name.casefold()
    names = (side, _state(side), _adjectives().get(side))
    return any(known is not None and known.casefold() in told for known in names)


def _head(name: str) -> str:
    """The noun that a name is built on: the last word before "of" or "in", else the last."""
    found = _BEFORE_ITS_PLACE.match(name)
    return (found[1] if found else name).rsplit(" ", 1)[-1].casefold()


@cache
def _state(side: str) -> str | None:
    usual = state_name(side)
    if usual is None:
        former = pycountry.historic_countries.get(alpha_3=side)
        usual = former.name.partition(",")[0] if former else None
    return None if usual is None else _IN_BRACKETS.sub("", usual)


@cache
def _adjectives() -> dict[str, str]:
    text = files("tacitus.resolve").joinpath("lexicon", "demonyms.toml").read_text(encoding="utf-8")
    adjectives: dict[str, list[str]] = tomllib.loads(text)["adjectives"]
    return {side: forms[0] for side, forms in adjectives.items()}
