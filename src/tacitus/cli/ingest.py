"""``tacitus ingest``: reports into the store, coded if they are new."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import typer

from tacitus.cli.source_options import AllowPrivate, FromOutlet, Published, Sources
from tacitus.cli.store_option import StoreLocation

if TYPE_CHECKING:
    from tacitus.cli.progress import Watch
    from tacitus.model import Coding, Report
    from tacitus.store import Store, Taken

EXIT_SOME_FAILED = 1
EXIT_NOTHING_READ = 2


def ingest_command(
    sources: Sources,
    *,
    db: StoreLocation = None,
    published: Published = None,
    outlet: FromOutlet = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Read reports into the store, code those that it does not hold, and link them into incidents.

    The same report twice adds nothing; a changed one becomes a new version. A run that is broken off at any moment can
    be started again. A source that cannot be read is named on standard error and the others go on; the exit status is
    then 1, and 2 if nothing at all was read.
    """
    from tacitus.cli.progress import reading_progress
    from tacitus.ingest import ReadOptions, read_sources
    from tacitus.store import BATCH, Store, take_in

    options = ReadOptions(published=published, outlet=outlet, allow_private=allow_private)
    tally = _Tally()
    with Store(db) as store, reading_progress(sources, on_terminal=False) as watched:
        items = read_sources(sources, options=options)
        try:
            for taken in take_in(store, items, code=partial(_coded, watched=watched), batch=BATCH):
                tally.note(taken)
        finally:
            tally.tell()
        _link(store)
    if tally.failed:
        raise typer.Exit(EXIT_SOME_FAILED if tally.stored_or_known else EXIT_NOTHING_READ)


def _link(store: Store) -> None:
    from tacitus.cli.linked_store import linking_progress
    from tacitus.incidents.store_link import link_store

    with linking_progress() as watch:
        linked = link_store(store, watch=watch)
    typer.echo(f"incidents: {linked.incidents:,}, of which new or changed: {linked.made:,}")


def _coded(reports: Iterable[Report], *, watched: Watch) -> Iterator[Coding]:
    """Codings behind a progress bar; the coder is loaded at the first report that needs it."""
    source = iter(reports)
    first = next(source, None)
    if first is None:
        return
    from tacitus.coder import CodeOptions, code_many
    from tacitus.store import BATCH

    yield from watched(code_many(chain([first], source), options=CodeOptions(batch=BATCH)))


@dataclass(slots=True)
class _Tally:
    """Counts what became of the reports, and names those that failed."""

    statuses: Counter[str] = field(default_factory=Counter)
    copies: int = 0

    @property
    def failed(self) -> int:
        return self.statuses["failed"]

    @property
    def stored_or_known(self) -> int:
        return self.statuses.total() - self.failed

    def note(self, taken: Taken) -> None:
        self.statuses[taken.status] += 1
        self.copies += taken.copy_of is not None
        if taken.status == "failed":
            sys.stdout.flush()
            typer.echo(f"tacitus: {taken.name}: {taken.reason}", err=True)

    def tell(self) -> None:
        parts = [f"{self.statuses[status]:,} {status}" for status in ("new", "changed", "known")]
        parts += [f"{self.failed:,} failed"] if self.failed else []
        parts += [f"near-copies of others: {self.copies:,}"] if self.copies else []
        typer.echo(", ".join(parts))
