"""``python -m benchmarks.archive_worker SAMPLES FOLDER COUNT``: a store filled, linked and asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.archive import archive
from benchmarks.results import ArchiveRun, OneMore
from tacitus.incidents.store_link import link_store
from tacitus.model import Coding
from tacitus.store import IncidentChoice, Store

_MARKS = (100, 1_000, 10_000)
_SINGLE = 20
_BATCH = 16
_PAGE = 50
_ASKED = 20


def measure(samples: Path, folder: Path, count: int) -> ArchiveRun:
    """Measure; the last reports before each of ``_MARKS`` and before the end come one by one, each linked at once."""
    source = archive(samples, count)
    adding, linking, held = 0.0, 0.0, 0
    singles: list[OneMore] = []
    newest: list[Coding] = []
    with Store(str(folder / "archive.db")) as store:
        for mark in (*(mark for mark in _MARKS if mark < count), count):
            bulk = max(mark - held - _SINGLE, 0)
            adding += _add(store, source, bulk)
            start = perf_counter()
            link_store(store)
            linking += perf_counter() - start
            newest = list(islice(source, mark - held - bulk))
            singles.append(_one_by_one(store, newest, mark))
            held = mark
        made = link_store(store)
        page = _page_seconds(store, newest[-1])
        size = store.stats().bytes or 0
    in_bulk = count - sum(min(_SINGLE, one.reports) for one in singles)
    return ArchiveRun(count, in_bulk, adding, made.incidents, linking, singles, page, size)


def _one_by_one(store: Store, codings: Iterable[Coding], held: int) -> OneMore:
    """Medians of wall clock, and of linking's own CPU time, which other work on the machine does not lengthen."""
    adding, linking, working = [], [], []
    for coding in codings:
        start = perf_counter()
        store.add([coding])
        added, worked = perf_counter(), process_time()
        link_store(store)
        adding.append(added - start)
        linking.append(perf_counter() - added)
        working.append(process_time() - worked)
    return OneMore(held, median(adding), median(linking), median(working))


def _add(store: Store, source: Iterator[Coding], count: int) -> float:
    seconds, left = 0.0, count
    while left:
        some = list(islice(source, min(_BATCH, left)))
        start = perf_counter()
        store.add(some, batch=_BATCH)
        seconds += perf_counter() - start
        left -= len(some)
    return seconds


def _page_seconds(store: Store, newest: Coding) -> float:
    """The median time of a page of incidents of some weeks."""
    assert newest.report.published is not None
    choice = IncidentChoice(
        since=newest.report.published - timedelta(days=60), min_killed=1, newest_first=True, limit=_PAGE
    )
    seconds = []
    for _ in range(_ASKED):
        start = perf_counter()
        assert store.incidents(choice)
        seconds.append(perf_counter() - start)
    return median(seconds)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))))
