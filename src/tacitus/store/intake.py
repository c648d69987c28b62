"""From reports as they are read to the store: only those that it does not hold are coded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from tacitus.errors import SourceError
from tacitus.model import Coding, Report
from tacitus.store.adding import Added
from tacitus.store.store import BATCH, Store

Coder = Callable[[Iterable[Report]], Iterator[Coding]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of something read; ``name`` is the report's id in the store, or the source that failed.

    ``copy_of`` is the id of the first report that it is a near-copy of.
    """

    name: str
    status: Literal["new", "changed", "known", "failed"]
    copy_of: str | None = None
    reason: str | None = None


def take_in(store: Store, items: Iterable[Report | SourceError], *, code: Coder, batch: int = BATCH) -> Iterator[Taken]:
    """Code and store what the store does not hold, ``batch`` reports a transaction; what is given is on disk.

    The transactions end where the coder's batches do if it takes ``batch`` reports at a time: then a run that was
    broken off goes on with the very batches that an undisturbed one would have coded.
    """
    settled: list[Taken] = []

    def unknown() -> Iterator[Report]:
        for item in items:
            if isinstance(item, SourceError):
                settled.append(Taken(item.source, "failed", reason=item.reason))
                continue
            standing = store.standing(item)
            if standing.status == "known":
                settled.append(Taken(standing.id, "known"))
            elif standing.status == "refused":
                settled.append(Taken(standing.id, "failed", reason=standing.reason))
            else:
                yield item

    codings = code(unknown())
    while some := list(islice(codings, batch)):
        added = store.add(some, batch=batch)
        yield from settled
        settled.clear()
        yield from (_taken(one) for one in added)
    yield from settled


def _taken(added: Added) -> Taken:
    copy_of = added.voice if added.voice != added.id else None
    status: Literal["new", "changed", "known", "failed"] = "failed" if added.status == "refused" else added.status
    return Taken(added.id, status, copy_of=copy_of, reason=added.reason)
