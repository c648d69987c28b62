"""``tacitus eval``: codings against annotated reports, coder and language model against public data."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.errors import SourceError, TacitusError

if TYPE_CHECKING:
    from tacitus.evaluate.annotation import Gold
    from tacitus.model import Coding, Report


class Part(StrEnum):
    """A part of the annotated corpus."""

    train = "train"
    dev = "dev"
    test = "test"


class EvalFormat(StrEnum):
    """How the scores are written."""

    text = "text"
    json = "json"


def eval_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Folder of annotated reports, one JSON file each.")
    ] = None,
    *,
    part: Annotated[Part | None, typer.Option(help="Only this part of the project's corpus.")] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, extra or wrong, report by report.")
    ] = False,
    codings: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Score these codings (JSON lines) instead of coding the reports."),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Measure on the public data sets in this folder: language, event types."),
    ] = None,
    output: Annotated[EvalFormat, typer.Option("--format", help="A table or JSON.")] = EvalFormat.text,
) -> None:
    """Score codings against annotated reports, or measure on public data sets.

    Where the reports' incidents are annotated, the incidents that the codings give are scored too: how the reports are
    grouped, and the last toll of each side and claimant; beside them those that flawless codings would give.
    """
    if (folder is None) == (data is None):
        raise typer.BadParameter("give either a folder of annotated reports or --data, not both")
    if data is not None and (part is not None or codings is not None or errors):
        raise typer.BadParameter("--part, --codings and --errors go with annotated reports, not with --data")
    try:
        if data is not None:
            _evaluate_on_data(data, output=output)
        elif folder is not None:
            _evaluate_codings(folder, part=part, codings=codings, errors=errors, output=output)
    except TacitusError as error:
        typer.echo(f"tacitus: {error}", err=True)
        raise typer.Exit(2) from error


def _evaluate_codings(
    folder: Path, *, part: Part | None, codings: Path | None, errors: bool, output: EvalFormat
) -> None:
    from tacitus.cli.score_page import show_score
    from tacitus.evaluate.differences import differences
    from tacitus.evaluate.linked_score import score_linked
    from tacitus.evaluate.score import score_codings
    from tacitus.evaluate.score_json import score_to_dict

    gold = _gold(folder, part)
    pairs = _codings_read(gold, codings) if codings is not None else _codings_made(gold)
    score = score_codings(pairs)
    linked = score_linked(folder, pairs, part=None if part is None else part.value)
    found = [difference for pair in pairs for difference in differences(*pair)] if errors else None
    if output is EvalFormat.json:
        typer.echo(json.dumps(score_to_dict(score, found, linked), ensure_ascii=False, indent=2))
    else:
        show_score(score, found, linked)


def _gold(folder: Path, part: Part | None) -> list[Gold]:
    from tacitus.evaluate.corpus import corpus_split
    from tacitus.evaluate.gold import gold_reports

    return gold_reports(folder) if part is None else corpus_split(folder, part.value)


def _codings_read(gold: list[Gold], file: Path) -> list[tuple[Gold, Coding]]:
    from tacitus.evaluate.codings_file import read_codings
    from tacitus.model import Coding

    codings = read_codings(file, gold)
    if not codings:
        raise SourceError(str(file), "codes none of the annotated reports")
    missing = [report.id for report in gold if report.id not in codings]
    if missing:
        typer.echo(f"tacitus: {file}: no coding of {', '.join(missing)}; all they hold counts as missed", err=True)
    return [(report, codings.get(report.id) or Coding(report=report.report)) for report in gold]


def _codings_made(gold: list[Gold]) -> list[tuple[Gold, Coding]]:
    from tacitus.coder import code_many

    reports = _with_progress([report.report for report in gold])
    return list(zip(gold, code_many(reports), strict=True))


def _with_progress(reports: list[Report]) -> Iterable[Report]:
    if not sys.stderr.isatty():
        return reports
    return _tracked(reports)


def _tracked(reports: list[Report]) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import track

    yield from track(reports, description="Coding", console=Console(stderr=True), transient=True)


def _evaluate_on_data(folder: Path, *, output: EvalFormat) -> None:
    from tacitus.cli.score_page import show_measures
    from tacitus.evaluate.public_score import score_public
    from tacitus.evaluate.score_json import measures_to_list

    if not folder.is_dir():
        raise SourceError(str(folder), "not a folder" if folder.exists() else "no such folder")
    measures = score_public(folder)
    if output is EvalFormat.json:
        typer.echo(json.dumps(measures_to_list(measures), ensure_ascii=False, indent=2))
    else:
        show_measures(measures)
