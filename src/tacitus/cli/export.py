"""``tacitus export``: what the store holds, in the form of other data sets and tools."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.incident_options import (
    AtPlace,
    MinKilled,
    OfType,
    Since,
    Until,
    WithSide,
    chosen_incidents,
)
from tacitus.cli.store_option import StoreLocation

if TYPE_CHECKING:
    from tacitus.store import IncidentChoice


class ExportFormat(StrEnum):
    """What is written."""

    acled = "acled"
    ucdp = "ucdp"
    plover = "plover"
    hxl = "hxl"
    geojson = "geojson"
    parquet = "parquet"
    datapackage = "datapackage"
    ftm = "ftm"
    ceasefires = "ceasefires"


def export_command(
    output_format: Annotated[
        ExportFormat,
        typer.Argument(
            metavar="FORMAT",
            help="acled, ucdp, ceasefires, hxl: CSV of that shape. plover, ftm: JSON lines. geojson: a file. "
            "parquet, datapackage: a folder of tables.",
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="PATH", help="Write to this file or folder, whole or not at all."),
    ] = None,
    since: Since = None,
    until: Until = None,
    place: AtPlace = None,
    side: WithSide = None,
    event_type: OfType = None,
    min_killed: MinKilled = None,
    db: StoreLocation = None,
) -> None:
    """Write incidents and codings in the form of ACLED, UCDP GED, PLOVER, HXL, GeoJSON and others.

    Every row keeps the reports and the characters that it rests on. Chosen incidents come with the reports that tell
    of them.
    """
    choice = chosen_incidents(
        since=since, until=until, place=place, side=side, event_type=event_type, min_killed=min_killed
    )
    if output_format in (ExportFormat.parquet, ExportFormat.datapackage):
        _write_folder(db, output_format, output, choice)
    else:
        _write_file(db, output_format, output, choice)


def _write_file(db: str | None, output_format: ExportFormat, path: Path | None, choice: IncidentChoice) -> None:
    from tacitus.cli.linked_store import open_linked
    from tacitus.cli.output import open_output
    from tacitus.export.formats.catalogue import FILE_FORMATS
    from tacitus.export.formats.from_store import StoreMaterial

    with open_output(path) as target, open_linked(db) as store:
        if isinstance(target.stream, io.TextIOWrapper):
            target.stream.reconfigure(encoding="utf-8", errors="strict")
        FILE_FORMATS[output_format.value](StoreMaterial(store, choice), target.stream)
        target.keep()


def _write_folder(db: str | None, output_format: ExportFormat, path: Path | None, choice: IncidentChoice) -> None:
    from tacitus.cli.folder import open_folder
    from tacitus.cli.linked_store import open_linked
    from tacitus.export.formats.catalogue import FOLDER_FORMATS, folder_files
    from tacitus.export.formats.from_store import StoreMaterial
    from tacitus.export.tables.parquet_files import require_pyarrow

    if path is None:
        raise typer.BadParameter(f"{output_format} writes several files: name a folder with -o")
    if output_format is ExportFormat.parquet:
        require_pyarrow()
    with open_folder(path, replaceable=folder_files(output_format.value)) as folder, open_linked(db) as store:
        FOLDER_FORMATS[output_format.value](StoreMaterial(store, choice), folder.path)
        folder.keep()
