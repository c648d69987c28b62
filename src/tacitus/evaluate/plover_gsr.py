"""Reader of the PLOVER gold-standard records (GSR, version 0.5b1): one sentence each, with the type of its event."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from tacitus.errors import TacitusError
from tacitus.evaluate.problems import describe_problems
from tacitus.model import EVENT_TYPES, EventType, Report

RENAMED: dict[str, EventType] = {
    "FIGHT": "ASSAULT",
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
}
"""Types of the records that PLOVER has since merged or renamed, and what they are called now."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    id: str
    event: str
    text: str


@dataclass(frozen=True, slots=True)
class PloverRecord:
    """A sentence and the type of the event it is about, by today's name."""

    id: str
    text: str
    type: EventType

    @property
    def report(self) -> Report:
        """The sentence as a report; the records tell no day of publication."""
        return Report(id=self.id, text=self.text)


def read_plover_gsr(path: Path) -> list[PloverRecord]:
    """The records of a JSON file, in order.

    Raises:
        TacitusError: the file cannot be read or is not of that form, or a type is none of PLOVER's.
    """
    try:
        records = TypeAdapter(list[_Record]).validate_json(path.read_bytes())
    except OSError as error:
        raise TacitusError(f"{path}: {error.strerror or error}") from error
    except ValidationError as error:
        raise TacitusError(f"{path}: {describe_problems(error)}") from error
    return [PloverRecord(record.id, record.text, _type(record, path)) for record in records]


def _type(record: _Record, path: Path) -> EventType:
    if record.event in RENAMED:
        return RENAMED[record.event]
    for known in EVENT_TYPES:
        if known == record.event:
            return known
    raise TacitusError(f"{path}: {record.id}: PLOVER has no type {record.event!r}")
