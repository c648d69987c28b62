"""The formats by name, and each written from what a store holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, TextIO

from tacitus.export.formats.acled import write_acled
from tacitus.export.formats.case import Case, gather
from tacitus.export.formats.ceasefires import write_ceasefires
from tacitus.export.formats.datapackage import datapackage_files, write_datapackage
from tacitus.export.formats.ftm import write_ftm
from tacitus.export.formats.geojson import write_geojson
from tacitus.export.formats.hxl import write_hxl
from tacitus.export.formats.parquet import parquet_files, write_parquet
from tacitus.export.formats.plover import write_plover
from tacitus.export.formats.ucdp import write_ucdp
from tacitus.model import Coding
from tacitus.model.incident import Incident
from tacitus.store import KnownActor


class Material(Protocol):
    """What an export is made of."""

    def incidents(self) -> Iterable[Incident]:
        """The incidents to write."""
        ...

    def codings(self, *, ids: Collection[str] | None = None) -> Iterable[Coding]:
        """The codings of the reports of these ids, of all to write for ``None``."""
        ...

    def known_actors(self) -> Iterable[KnownActor]:
        """The known actors whom these reports name."""
        ...

    @property
    def whole(self) -> bool:
        """Whether all is to be written, and not chosen incidents alone."""
        ...


def cases(material: Material) -> Iterator[Case]:
    """The incidents with their codings, a few at a time."""
    return gather(material.incidents(), lambda ids: material.codings(ids=ids))


def _from_cases(write: Callable[[Iterable[Case], TextIO], None]) -> Callable[[Material, TextIO], None]:
    return lambda material, stream: write(cases(material), stream)


def _plover(material: Material, stream: TextIO) -> None:
    incidents = {mention: incident.id for incident in material.incidents() for mention in incident.events}
    write_plover(material.codings(), incidents, stream, whole=material.whole)


def _in_folder(
    write: Callable[[Iterable[Case], Iterable[Coding], Iterable[KnownActor], Path], None],
) -> Callable[[Material, Path], None]:
    return lambda material, folder: write(cases(material), material.codings(), material.known_actors(), folder)


FILE_FORMATS: Mapping[str, Callable[[Material, TextIO], None]] = {
    "acled": _from_cases(write_acled),
    "ucdp": _from_cases(write_ucdp),
    "plover": _plover,
    "hxl": _from_cases(write_hxl),
    "geojson": _from_cases(write_geojson),
    "ftm": lambda material, stream: write_ftm(cases(material), material.codings(), stream),
    "ceasefires": _from_cases(write_ceasefires),
}
"""Formats of one file, each with what writes it."""

FOLDER_FORMATS: Mapping[str, Callable[[Material, Path], None]] = {
    "parquet": _in_folder(write_parquet),
    "datapackage": _in_folder(write_datapackage),
}
"""Formats of several files, each with what writes them into a folder."""


def folder_files(name: str) -> frozenset[str]:
    """The names of the files that a folder of this format holds."""
    return parquet_files() if name == "parquet" else datapackage_files()
