"""A progress bar on standard error, where a person waits and nothing else shows that work goes on."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator

from tacitus.errors import SourceError
from tacitus.model import Coding

Watch = Callable[[Iterable[Coding]], Iterator[Coding]]


@contextlib.contextmanager
def reading_progress(sources: list[str], *, on_terminal: bool) -> Iterator[Watch]:
    """A function that passes codings through and counts them on a bar.

    There is no bar where standard error is not a terminal, where pages appear on the terminal anyway
    (``on_terminal``), or for a single place. The bar's length is the number of places; one may hold several reports.
    """
    places = 0 if on_terminal or not sys.stderr.isatty() else _count(sources)
    if places < 2:
        yield iter
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("coding", total=places)

        def watch(codings: Iterable[Coding]) -> Iterator[Coding]:
            for done, coding in enumerate(codings, start=1):
                progress.update(task, completed=done, total=max(places, done))
                yield coding

        yield watch


def _count(sources: list[str]) -> int:
    from tacitus.ingest.places import LINES_SUFFIXES, places

    found = [place for place in places(sources) if not isinstance(place, SourceError)]
    long = any(place.kind == "stdin" or place.name.endswith(tuple(LINES_SUFFIXES)) for place in found)
    return max(len(found), 2) if long else len(found)
