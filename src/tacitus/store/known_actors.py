"""The registry of actors as it is read: who is named in the reports, under which names, where and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from tacitus.model import ActorKind
from tacitus.resolve.state_names import state_name
from tacitus.store.known_identity import LEADING
from tacitus.store.known_words import known_words, person_words, plain_words
from tacitus.store.pages import pages
from tacitus.store.schema import REPORTS
from tacitus.store.schema_coding import ACTORS
from tacitus.store.schema_known import KNOWN_MENTIONS, KNOWN_NAMES


@dataclass(frozen=True, slots=True)
class Alias:
    """A name or description of an actor in the reports' words, and how many mentions of it go by that."""

    name: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """An actor of a report (its id there) that is the known one; ``published`` is the day of the report."""

    report: str
    published: date | None
    actor: str
    mentions: int


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A person, body or state that reports name, each told apart from its namesakes by side and office.

    Name, kind, sector and role are those that most reports tell, of several the later ones; ``side`` is the only one
    that is told. A body that is only described is called by what it is ("Army (Mali)"). ``aliases`` come by mentions,
    ``sightings`` by day, those of unknown day last. A role is kept in the words of a report.
    """

    id: str
    name: str
    kind: ActorKind
    side: str | None
    sector: str | None
    role: str | None
    aliases: tuple[Alias, ...]
    sightings: tuple[Sighting, ...]

    @property
    def mentions(self) -> int:
        """How often reports mention it."""
        return sum(sighting.mentions for sighting in self.sightings)

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that name it, the earliest first."""
        return tuple(dict.fromkeys(sighting.report for sighting in self.sightings))

    @property
    def first(self) -> Sighting | None:
        """Where it is named first; ``None`` where no report has a day."""
        return next((sighting for sighting in self.sightings if sighting.published), None)

    @property
    def last(self) -> Sighting | None:
        """Where it is named last; ``None`` where no report has a day."""
        return next((sighting for sighting in reversed(self.sightings) if sighting.published), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActorChoice:
    """Which actors to read; what is ``None`` does not matter.

    They are of that side; a report tells that they are of that sector (a PLOVER code); one of their names holds
    ``name``, in any case and spelling; they are named in one of ``reports`` (ids), of which alone is then told.
    """

    ids: Collection[str] | None = None
    name: str | None = None
    side: str | None = None
    sector: str | None = None
    reports: Collection[str] | None = None
    limit: int | None = None


_SEEN = KNOWN_MENTIONS.join(KNOWN_NAMES, KNOWN_NAMES.c.key == KNOWN_MENTIONS.c.name).join(
    ACTORS, and_(ACTORS.c.report == KNOWN_MENTIONS.c.report, ACTORS.c.n == KNOWN_MENTIONS.c.n)
)
_ACTOR = KNOWN_NAMES.c.actor


def read_known_actors(connection: Connection, choice: KnownActorChoice) -> list[KnownActor]:
    """The chosen actors, those whom most reports name first."""
    wanted = None if choice.reports is None else frozenset(choice.reports)
    ids = connection.scalars(_ranked(choice).limit(choice.limit)).all()
    rows = (row for some in pages(ids) for row in _sightings(connection, some))
    found = (
        _known(actor, [row for row in told if wanted is None or row.report in wanted])
        for actor, told in groupby(rows, key=lambda row: str(row.known))
    )
    return sorted((one for one in found if one), key=lambda one: (-len(one.reports), one.name, one.id))


def count_known_actors(connection: Connection, choice: KnownActorChoice) -> int:
    """How many there are, whatever the limit."""
    return connection.scalar(select(func.count()).select_from(_ranked(choice).subquery())) or 0


def _ranked(choice: KnownActorChoice) -> Select[Any]:
    query = select(_ACTOR).select_from(_SEEN).where(_ACTOR.is_not(None)).group_by(_ACTOR)
    if choice.ids is not None:
        query = query.where(_ACTOR.in_(choice.ids))
    for condition in _conditions(choice):
        query = query.where(_ACTOR.in_(select(_ACTOR).select_from(_SEEN).where(condition)))
    return query.order_by(func.count(KNOWN_MENTIONS.c.report.distinct()).desc(), _ACTOR)


def _conditions(choice: KnownActorChoice) -> Iterator[Any]:
    if choice.side is not None:
        yield KNOWN_NAMES.c.side == choice.side
    if choice.sector is not None:
        yield ACTORS.c.sector == choice.sector
    if choice.name is not None:
        spelled = [" ".join(person_words(choice.name)), plain_words(choice.name)]
        alike = [KNOWN_NAMES.c.words.contains(words, autoescape=True) for words in spelled if words]
        yield or_(ACTORS.c.name.icontains(choice.name, autoescape=True), *alike)


def _sightings(connection: Connection, actors: Collection[str]) -> Iterable[Row[Any]]:
    columns = (
        _ACTOR.label("known"),
        KNOWN_NAMES.c.side,
        KNOWN_NAMES.c.words,
        ACTORS.c.id.label("actor"),
        ACTORS.c.name,
        ACTORS.c.kind,
        ACTORS.c.sector,
        ACTORS.c.role,
        KNOWN_MENTIONS.c.mentions,
        REPORTS.c.id.label("report"),
        REPORTS.c.published,
    )
    seen = _SEEN.join(REPORTS, REPORTS.c.key == KNOWN_MENTIONS.c.report)
    return connection.execute(select(*columns).select_from(seen).where(_ACTOR.in_(actors)).order_by(_ACTOR))


def _known(actor: str, told: list[Row[Any]]) -> KnownActor | None:
    if not told:
        return None
    told = sorted(told, key=lambda row: (row.published or date.max, row.report, row.actor))
    aliases: Counter[str] = Counter()
    for row in told:
        aliases[row.name] += row.mentions
    return KnownActor(
        id=actor,
        name=_name(told),
        kind=_most((row.kind, row) for row in told),
        side=next((row.side for row in told if row.side is not None), None),
        sector=_most((row.sector, row) for row in told),
        role=_most((row.role, row) for row in told if row.role != row.name),
        aliases=tuple(Alias(name, aliases[name]) for name in sorted(aliases, key=lambda name: (-aliases[name], name))),
        sightings=tuple(Sighting(row.report, row.published, row.actor, row.mentions) for row in told),
    )


def _name(told: list[Row[Any]]) -> str:
    """A name in full rather than a surname, and that rather than a description."""
    named = [row for row in told if row.role != row.name]
    whole = [row for row in named if " " in row.name or row.kind != "person"]
    name: str = _most((row.name, row) for row in whole or named or told)
    if named:
        return name
    body, state = told[0].words, state_name(told[0].side)
    if state and body in known_words().bodies:
        return f"{body[:1].upper()}{body[1:]} ({state})"
    first, _, rest = name.partition(" ")
    return rest if first.casefold() in LEADING else name


def _most(told: Iterable[tuple[Any, Row[Any]]]) -> Any:
    """What most reports tell; of several, what is told on the last day."""
    reports: dict[Any, set[str]] = {}
    days: dict[Any, date] = {}
    for value, row in told:
        if value is not None:
            reports.setdefault(value, set()).add(row.report)
            days[value] = max(days.get(value, date.min), row.published or date.min)
    return max(reports, key=lambda value: (len(reports[value]), days[value], value), default=None)
