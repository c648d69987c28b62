"""``tacitus stats``: what the store holds."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli.store_option import StoreLocation

if TYPE_CHECKING:
    from tacitus.store import StoreStats


class StatsFormat(StrEnum):
    """How the counts are written."""

    text = "text"
    json = "json"


def stats_command(
    *,
    db: StoreLocation = None,
    output: Annotated[StatsFormat, typer.Option("--format", help="A table or JSON.")] = StatsFormat.text,
) -> None:
    """Tell what the store holds: reports, voices, days, claims, events, size."""
    from tacitus.store import Store

    with Store(db, create=False) as store:
        stats = store.stats()
    if output is StatsFormat.json:
        typer.echo(json.dumps(_plain(stats), ensure_ascii=False, indent=2))
    else:
        _show(stats)


def _plain(stats: StoreStats) -> dict[str, object]:
    values = asdict(stats)
    values["parts"] = {count.name: count.number for count in stats.parts}
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}


def _show(stats: StoreStats) -> None:
    for name, value in _lines(stats):
        typer.echo(f"{name:<12}{value}")


def _lines(stats: StoreStats) -> list[tuple[str, str]]:
    earlier = stats.versions - stats.reports
    kept = f" (earlier versions: {earlier:,})" if earlier else ""
    lines = [
        ("reports", f"{stats.reports:,}{kept}"),
        ("voices", f"{stats.voices:,}"),
        ("outlets", f"{stats.outlets:,}"),
        ("days", _days(stats)),
    ]
    lines += [(count.name, f"{count.number:,}") for count in stats.parts]
    lines += [("incidents", f"{stats.incidents:,}"), ("judgements", f"{stats.judgements:,}")]
    if stats.bytes is not None:
        lines.append(("size", f"{stats.bytes / 1_000_000:,.1f} MB"))
    return lines


def _days(stats: StoreStats) -> str:
    if stats.first is None or stats.last is None:
        return "none known"
    undated = f" (undated: {stats.undated:,})" if stats.undated else ""
    return f"{stats.first} to {stats.last}{undated}"
