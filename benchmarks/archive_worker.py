"""``python -m benchmarks.archive_worker SAMPLES FOLDER COUNT``: a store filled, linked and asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.archive import archive
from benchmarks.results import ArchiveRun
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import Linker
from tacitus.incidents.store_link import link_store
from tacitus.model import Coding
from tacitus.store import IncidentChoice, Store

_FIRST, _SOME = 100, 100
_BATCH = 16
_PAGE = 50
_ASKED = 20


def measure(samples: Path, folder: Path, count: int) -> ArchiveRun:
    """Measure; the last report comes alone, into the store of all others."""
    first_link, last_link = _linking(samples, count)
    source = archive(samples, count)
    with Store(str(folder / "archive.db")) as store:
        adding = _add(store, source, count - 1)
        start = perf_counter()
        made = link_store(store)
        linking = perf_counter() - start
        last = list(source)
        start = perf_counter()
        store.add(last)
        link_store(store)
        one_more = perf_counter() - start
        page = _page_seconds(store, last[-1])
        size = store.stats().bytes or 0
    return ArchiveRun(count, adding, made.incidents, linking, first_link, last_link, one_more, page, size)


def _add(store: Store, source: Iterator[Coding], count: int) -> float:
    seconds, left = 0.0, count
    while left:
        some = list(islice(source, min(_BATCH, left)))
        start = perf_counter()
        store.add(some, batch=_BATCH)
        seconds += perf_counter() - start
        left -= len(some)
    return seconds


def _linking(samples: Path, count: int) -> tuple[float, float]:
    """Median seconds that linking takes for a report around the ``_FIRST`` one, and for one of the last ``_SOME``."""
    linker = Linker()
    seconds = []
    for coding in archive(samples, count):
        report = linkable(coding)
        start = perf_counter()
        linker.add(report)
        seconds.append(perf_counter() - start)
    around = seconds[max(0, _FIRST - _SOME // 2) : _FIRST + _SOME // 2]
    return median(around), median(seconds[-_SOME:])


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
