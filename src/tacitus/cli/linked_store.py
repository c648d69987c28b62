"""A store whose incidents are up to date, for the commands that show them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tacitus.incidents.store_link import Watch
    from tacitus.store import Store


@contextlib.contextmanager
def open_linked(location: str | None) -> Iterator[Store]:
    """The store at ``location``, its reports linked; a bar shows how far that is where a person waits.

    Raises:
        StoreError: there is no store, or it cannot be read; or its incidents are not up to date and cannot be written.
    """
    from tacitus.incidents.store_link import link_store
    from tacitus.store import Store

    with Store(location, create=False) as store:
        with linking_progress() as watch:
            link_store(store, watch=watch)
        yield store


@contextlib.contextmanager
def linking_progress() -> Iterator[Watch | None]:
    """A bar on standard error that shows how many incidents are made; none where that is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("incidents"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("incidents", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
