"""``tacitus export``: what the store holds, in the form of other data sets and tools."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.store_option import StoreLocation

if TYPE_CHECKING:
    from tacitus.store import Store


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
    db: StoreLocation = None,
) -> None:
    """Write incidents and codings in the form of ACLED, UCDP GED, PLOVER, HXL, GeoJSON and others.

    Every row keeps the reports and the characters that it rests on.
    """
    from tacitus.store import Store

    with Store(db, create=False) as store:
        if output_format in (ExportFormat.parquet, ExportFormat.datapackage):
            _write_folder(store, output_format, output)
        else:
            _write_file(store, output_format, output)


def _write_file(store: Store, output_format: ExportFormat, path: Path | None) -> None:
    from tacitus.cli.output import open_output
    from tacitus.export.formats.catalogue import FILE_FORMATS

    with open_output(path) as target:
        if isinstance(target.stream, io.TextIOWrapper):
            target.stream.reconfigure(encoding="utf-8", errors="strict")
        FILE_FORMATS[output_format.value](store, target.stream)
        target.keep()


def _write_folder(store: Store, output_format: ExportFormat, path: Path | None) -> None:
    from tacitus.cli.folder import open_folder
    from tacitus.export.formats.catalogue import FOLDER_FORMATS, folder_files
    from tacitus.export.tables.parquet_files import require_pyarrow

    if path is None:
        raise typer.BadParameter(f"{output_format} writes several files: name a folder with -o")
    if output_format is ExportFormat.parquet:
        require_pyarrow()
    with open_folder(path, replaceable=folder_files(output_format.value)) as folder:
        FOLDER_FORMATS[output_format.value](store, folder.path)
        folder.keep()
