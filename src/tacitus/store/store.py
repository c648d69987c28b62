"""The store: reports, what they were coded to say, and what reviewers decide, in one database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from tacitus.model import Coding, Report
from tacitus.model.incident import Incident
from tacitus.store.adding import Added, add_codings
from tacitus.store.copies import Voice, read_voices
from tacitus.store.counts import StoreStats, read_stats
from tacitus.store.engine import open_engine, reading, writing
from tacitus.store.incidents import IncidentChoice, count_incidents, read_incidents
from tacitus.store.judgements import Judgement, JudgementVerdict, Opinion, add_judgement, read_judgements
from tacitus.store.known_actors import KnownActor, KnownActorChoice, count_known_actors, read_known_actors
from tacitus.store.known_entering import enter_all_known
from tacitus.store.location import store_url
from tacitus.store.migrations import prepare
from tacitus.store.reports import Choice, StoredReport, iterate_codings, iterate_reports
from tacitus.store.standing import Standing, find_standing

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 16


class Store:
    """A store at ``location``: a path (SQLite), an SQLAlchemy URL (``postgresql://...``), or the default place.

    It is made where there is none, unless ``create`` is false, and brought up to the present schema. Use it as a
    context manager, or ``close`` it.

    Raises:
        StoreError: it cannot be opened; every method raises it where the database refuses.
    """

    def __init__(self, location: str | None = None, *, create: bool = True) -> None:
        self._engine = open_engine(store_url(location), create=create)
        try:
            prepare(self._engine)
        except BaseException:
            self._engine.dispose()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    def add(self, codings: Iterable[Coding], *, batch: int = BATCH) -> list[Added]:
        """Store codings, ``batch`` reports a transaction, and tell of each what became of it.

        What is told is on disk. A report that the store holds adds nothing; a changed one is kept beside its earlier
        versions; near-copies of others are joined to their voice.
        """
        source = iter(codings)
        added: list[Added] = []
        while some := list(islice(source, batch)):
            with writing(self._engine) as connection:
                now = add_codings(connection, some)
            added.extend(now)
        return added

    def standing(self, report: Report) -> Standing:
        """What ``add`` would do with this report: ask before coding it."""
        with reading(self._engine) as connection:
            return find_standing(connection, report)

    def reports(
        self,
        *,
        ids: Collection[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        all_versions: bool = False,
    ) -> Iterator[StoredReport]:
        """The reports of these ids and days of publication (both included), lazily, in the order of arrival."""
        return iterate_reports(self._engine, Choice(ids=ids, since=since, until=until, all_versions=all_versions))

    def codings(
        self,
        *,
        ids: Collection[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        all_versions: bool = False,
    ) -> Iterator[Coding]:
        """Their codings, equal to what was added but for the id of a version that came under another one."""
        return iterate_codings(self._engine, Choice(ids=ids, since=since, until=until, all_versions=all_versions))

    def voices(self) -> list[Voice]:
        """The reports grouped by near-copies, each group one voice; most hold a single report."""
        with reading(self._engine) as connection:
            return read_voices(connection)

    def judge(
        self,
        one: str,
        other: str,
        verdict: JudgementVerdict,
        *,
        who: str,
        score: float | None = None,
        reasons: Sequence[str] = (),
    ) -> Judgement:
        """Store a decision on two event mentions ("report#event") or two incidents (their ids).

        Raises:
            StoreError: the store holds no such event or incident, both are the same, or one is an event and one an
                incident.
        """
        opinion = Opinion(one=one, other=other, verdict=verdict, who=who, score=score, reasons=tuple(reasons))
        with writing(self._engine) as connection:
            return add_judgement(connection, opinion)

    def judgements(self, *, superseded: bool = False) -> list[Judgement]:
        """The judgements that stand, in the order they were made; with ``superseded`` all that ever were."""
        with reading(self._engine) as connection:
            return read_judgements(connection, superseded=superseded)

    def incidents(self, choice: IncidentChoice | None = None) -> list[Incident]:
        """The incidents made when the reports were last linked (``tacitus.incidents.store_link.link_store``)."""
        with reading(self._engine) as connection:
            return read_incidents(connection, choice or IncidentChoice())

    def count_incidents(self, choice: IncidentChoice | None = None) -> int:
        """How many incidents there are to choose from, whatever the choice's limit."""
        with reading(self._engine) as connection:
            return count_incidents(connection, choice or IncidentChoice())

    def known_actors(self, choice: KnownActorChoice | None = None) -> list[KnownActor]:
        """The registry of actors: who is named in the current versions of the reports, the most reported first.

        Persons and bodies are one where their names, sides and offices agree; who is only described is in none.
        """
        with reading(self._engine) as connection:
            return read_known_actors(connection, choice or KnownActorChoice())

    def count_known_actors(self, choice: KnownActorChoice | None = None) -> int:
        """How many known actors there are to choose from, whatever the choice's limit."""
        with reading(self._engine) as connection:
            return count_known_actors(connection, choice or KnownActorChoice())

    def register_anew(self) -> None:
        """Make the registry of actors anew from the codings, as another version of the package would."""
        with writing(self._engine) as connection:
            enter_all_known(connection)

    def stats(self) -> StoreStats:
        """How much the store holds."""
        return read_stats(self._engine)

    def table(self, name: str) -> pa.Table:
        """A table as Arrow (``.to_pandas()``; ``polars.from_arrow``), of the reports' current versions.

        Raises:
            StoreError: there is no such table; the text names those there are.
            ModuleNotFoundError: pyarrow is not installed.
        """
        from tacitus.store.arrow import read_table

        with reading(self._engine) as connection:
            return read_table(connection, name)

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the store, for questions of one's own to its tables."""
        return reading(self._engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection of the only writer: what it does is kept whole, or not at all after an exception."""
        return writing(self._engine)
