"""The findings as a table to read."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.results import EncoderRun, Findings

_WIDTH = 90
_BUSY = 0.9  # share of the wall clock that one thread gets of its core on a quiet machine, at least
_CPU_FILE = Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``aim`` is empty where none is set."""

    measure: str
    value: str
    aim: str = ""


def _rate(rate: float) -> str:
    return f"{rate:.2f} reports/s" if rate < 10 else f"{rate:.1f} reports/s"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.0f} MB"


def _coding(findings: Findings) -> Iterator[Row]:
    one, threads, processes = findings.one_core, findings.threads, findings.processes
    if one is not None:
        yield Row("Coding, one core", _rate(one.rate), "9 reports/s")
        yield Row("  of the time in the encoder", f"{one.encoder_seconds / one.seconds:.0%}")
        yield Row("  outside, against inside", f"{one.outside:.0%}", "under 50%")
    if threads is not None:
        yield Row(f"Coding, one process on {findings.cores} cores", _rate(threads.rate))
    if processes:
        label = f"Coding, {len(processes)} processes of a core each"
        yield Row(label, _rate(sum(run.rate for run in processes)))
    if findings.start_seconds is not None:
        yield Row("Start to first result", f"{findings.start_seconds:.2f} s", "under 2 s")
    for label, run in (("one core", one), ("all cores", threads)):
        if run is not None:
            yield Row(f"Peak memory, {label}", _megabytes(run.peak_bytes), "under 500 MB")


def _encoders(findings: Findings) -> Iterator[Row]:
    own = findings.encoder
    if own is not None:
        yield Row(f"Encoder alone, {_windows(own)}", _rate(own.rate))
    for run in findings.roberta:
        yield Row(f"RoBERTa-base's size, {_windows(run)}", _rate(run.rate))
        if own is not None:
            yield Row("  the encoder is faster by", f"{own.rate / run.rate:.1f} times")
        if findings.one_core is not None:
            yield Row("  all of the coding is faster by", f"{findings.one_core.rate / run.rate:.1f} times")


def _store(findings: Findings) -> Iterator[Row]:
    ingest, archive = findings.ingest, findings.archive
    if ingest is not None:
        yield Row(f"Ingest of {ingest.reports:,} generated reports, all cores", _rate(ingest.rate))
        yield Row("  incidents made of them", f"{ingest.incidents:,}")
        yield Row("  size a report", _kilobytes(ingest.size / ingest.reports))
    if archive is not None:
        yield Row(f"Store of {archive.reports:,} codings: adding", _rate(archive.in_bulk / archive.adding))
        yield Row("  size a report", _kilobytes(archive.size / archive.reports))
        yield Row("  linking many at once", _rate(archive.in_bulk / archive.linking))
        yield Row("  incidents", f"{archive.incidents:,}")
        for one in archive.singles:
            yield Row(f"  storing the {one.reports:,}th, which comes alone", _milliseconds(one.adding))
            label = f"{_milliseconds(one.linking)}, {_milliseconds(one.linking_cpu)} of CPU"
            yield Row(f"  linking the {one.reports:,}th", label, "nearly the same for each")
        yield Row("  a page of incidents", _milliseconds(archive.page))


def _kilobytes(size: float) -> str:
    return f"{size / 1e3:.1f} kB"


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1e3:.0f} ms"


def _windows(run: EncoderRun) -> str:
    return f"{run.window}-token windows"


def cpu_name() -> str:
    """The processor's name, as the system tells it."""
    if _CPU_FILE.exists():
        for line in _CPU_FILE.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def rows(findings: Findings) -> list[Row]:
    """A row for each number that was measured."""
    return [*_coding(findings), *_encoders(findings), *_store(findings)]


def render(findings: Findings) -> str:
    """The table, with what was run on what, and what was skipped."""
    table = Table("", "measured", "aim", box=box.SIMPLE_HEAD, pad_edge=False)
    table.columns[1].justify = "right"
    for row in rows(findings):
        table.add_row(row.measure, row.value, row.aim)
    console = Console(file=StringIO(), width=_WIDTH, color_system=None, highlight=False, markup=False)
    words = findings.words / max(findings.reports, 1)
    coded = f"{findings.reports} reports of {words:.0f} words; " if findings.reports else ""
    console.print(f"{coded}{cpu_name()}, Python {platform.python_version()}")
    console.print(table)
    one = findings.one_core
    if one is not None and one.cpu_seconds < _BUSY * one.seconds:
        share = one.cpu_seconds / one.seconds
        console.print(f"Not to be relied on: other work took the core, one thread had it for {share:.0%} of the time.")
    for reason in findings.skipped:
        console.print(f"Skipped: {reason}")
    out = console.file
    assert isinstance(out, StringIO)
    return out.getvalue()
