"""Reading the incidents of annotated reports: ``BATCH-incidents.json``, and which of two batches are one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, TypeAdapter, ValidationError

from tacitus.errors import GoldError
from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.corpus import CorpusPart, part_of
from tacitus.evaluate.problems import describe_problems

Form = TypeVar("Form")

_ENDING = "-incidents.json"
_SAME = "same-incidents.json"
"""Groups of incidents that two batches tell of, each under an id of its own."""


@dataclass(frozen=True, slots=True)
class GoldToll:
    """The dead of ``side`` as one claimant gives them: a side, a name, or "report"; days of publication, in order."""

    side: str
    by: str
    history: tuple[tuple[datetime.date, int], ...]

    @property
    def last(self) -> int:
        """The last number given."""
        return self.history[-1][1]


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """An incident as its annotator describes it; degrees are WGS 84."""

    id: str
    title: str
    start: datetime.date
    end: datetime.date
    country: str | None
    lat: float
    lon: float
    sides: tuple[str, ...]
    killed: tuple[GoldToll, ...]


class _Killed(BaseModel):
    model_config = ConfigDict(extra="ignore")
    by: dict[str, Annotated[list[tuple[datetime.date, NonNegativeInt]], Field(min_length=1)]]


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore")
    title: str
    start: datetime.date
    end: datetime.date
    country: str | None = None
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    sides: list[str]
    killed: dict[str, _Killed] = {}


_FILE = TypeAdapter(dict[str, _Record])
_GROUPS = TypeAdapter(list[list[str]])


def gold_incidents(folder: Path, *, part: CorpusPart | None = None) -> list[GoldIncident]:
    """The incidents of a folder and the folders below it, by file name; those of one part of the corpus if asked.

    Incidents that are one under two ids come once, under the first id, with what both files tell of the dead.

    Raises:
        GoldError: a file cannot be read or is wrong; the text names it and the reasons.
    """
    same = same_incidents(folder)
    merged: dict[str, GoldIncident] = {}
    for path in sorted(folder.rglob(f"*{_ENDING}"), key=lambda path: (path.name, path)):
        if path.name == _SAME or (part is not None and part_of(path.name) != part):
            continue
        for id, record in _read(path, _FILE).items():
            one = _incident(same.get(id, id), record)
            held = merged.get(one.id)
            merged[one.id] = one if held is None else _both(held, one)
    return list(merged.values())


def same_incidents(folder: Path) -> Mapping[str, str]:
    """For each further id of an incident the first of its ids.

    Raises:
        GoldError: the file that tells is wrong.
    """
    found = sorted(folder.rglob(_SAME))
    groups = [group for path in found for group in _read(path, _GROUPS)]
    return {id: group[0] for group in groups for id in group[1:]}


def main_incidents(golds: Iterable[Gold], same: Mapping[str, str]) -> dict[str, str]:
    """The main incident of every report that is annotated with incidents: the first that it lists."""
    return {gold.id: same.get(gold.incidents[0], gold.incidents[0]) for gold in golds if gold.incidents}


def _read(path: Path, form: TypeAdapter[Form]) -> Form:
    try:
        return form.validate_json(path.read_bytes())
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    except ValidationError as error:
        raise GoldError(f"{path}: {describe_problems(error)}") from error


def _day(told: tuple[datetime.date, int]) -> datetime.date:
    """Histories run by day and, within a day, as the file has them: a number may be corrected downward."""
    return told[0]


def _incident(id: str, record: _Record) -> GoldIncident:
    killed = tuple(
        GoldToll(side, by, tuple(sorted(history, key=_day)))
        for side, told in record.killed.items()
        for by, history in told.by.items()
    )
    return GoldIncident(
        id, record.title, record.start, record.end, record.country, record.lat, record.lon, tuple(record.sides), killed
    )


def _both(one: GoldIncident, other: GoldIncident) -> GoldIncident:
    told: dict[tuple[str, str], dict[tuple[datetime.date, int], None]] = {}
    for toll in (*one.killed, *other.killed):
        told.setdefault((toll.side, toll.by), {}).update(dict.fromkeys(toll.history))
    killed = tuple(GoldToll(side, by, tuple(sorted(history, key=_day))) for (side, by), history in told.items())
    return GoldIncident(
        one.id,
        one.title,
        min(one.start, other.start),
        max(one.end, other.end),
        one.country,
        one.lat,
        one.lon,
        tuple(dict.fromkeys((*one.sides, *other.sides))),
        killed,
    )
