"""The project's own lists of places, as their TOML files hold them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from tacitus.resolve.gazetteer_entry import Dispute, GazetteerPlace, Hold, PlaceKind

_DISPUTED_KEYS = ("recognised", "controlled", "claimed", "populated", "deployed")


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place of the lists, with all the names that it goes by."""

    place: GazetteerPlace
    names: tuple[str, ...]


def list_files() -> dict[str, bytes]:
    """The list files by name, in the order of their names."""
    folder = files("tacitus.resolve") / "gazetteer"
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".toml")) if folder.is_dir() else iter(())
    return {entry.name: entry.read_bytes() for entry in sorted(found, key=lambda entry: entry.name)}


def read_lists(sources: Mapping[str, bytes]) -> Iterator[ListedPlace]:
    """The places of list files.

    Raises:
        tomllib.TOMLDecodeError: a file is not TOML.
        KeyError: a place lacks its name, kind or point.
    """
    for content in sources.values():
        for entry in tomllib.loads(content.decode()).get("place", ()):
            yield listed_place(entry)


def listed_place(entry: Mapping[str, object]) -> ListedPlace:
    """A place out of its table in a list file."""
    name = str(entry["name"])
    recognised = cast("str | None", entry.get("recognised"))
    country = cast("str | None", entry.get("country", recognised))
    place = GazetteerPlace(
        name=name,
        kind=cast("PlaceKind", entry["kind"]),
        country=country,
        admin1=cast("str | None", entry.get("admin1")),
        lat=float(cast("float", entry["lat"])),
        lon=float(cast("float", entry["lon"])),
        radius_km=cast("float | None", entry.get("radius_km")),
        listed=True,
        dispute=read_dispute(entry) if any(key in entry for key in _DISPUTED_KEYS) else None,
        between=_between(entry) if country is None else (),
    )
    return ListedPlace(place, (name, *cast("Sequence[str]", entry.get("aliases", ()))))


def _between(entry: Mapping[str, object]) -> tuple[str, ...]:
    """The states that a place without one of its own lies in or between, else those that claim it."""
    return tuple(cast("Sequence[str]", entry.get("between") or entry.get("claimed") or ()))


def read_dispute(entry: Mapping[str, object]) -> Dispute:
    """Whose a place is, out of a table with the keys of the lists."""
    return Dispute(
        recognised=cast("str | None", entry.get("recognised")),
        controlled=_holds(entry.get("controlled", ())),
        claimed=tuple(cast("Sequence[str]", entry.get("claimed", ()))),
        populated=cast("str | None", entry.get("populated")),
        deployed=_holds(entry.get("deployed", ())),
    )


def _holds(tables: object) -> tuple[Hold, ...]:
    holds = cast("Sequence[Mapping[str, object]]", tables)
    return tuple(Hold(str(hold["side"]), _day(hold.get("from")), _day(hold.get("to"))) for hold in holds)


def dispute_table(dispute: Dispute) -> dict[str, object]:
    """The table that ``read_dispute`` reads back."""

    def holds(told: tuple[Hold, ...]) -> list[dict[str, str | None]]:
        return [{"side": hold.side, "from": hold.since, "to": hold.until} for hold in told]

    return {
        "recognised": dispute.recognised,
        "controlled": holds(dispute.controlled),
        "claimed": list(dispute.claimed),
        "populated": dispute.populated,
        "deployed": holds(dispute.deployed),
    }


def _day(value: object) -> str | None:
    return None if value is None else str(value)
