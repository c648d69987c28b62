"""Episodes: what one report tells of one happening, and all that linking reads of a report."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.model import EventType, FigureKind, PlacePrecision

Vector = tuple[float, float, float]
"""A point on the globe as a vector of length 1: distances then cost next to nothing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a happening is told to have been; ``weight`` is the share of the telling that names it.

    ``name`` is as the report spells it, ``key`` its spelling to compare by; ``point`` is ``None`` where unknown.
    """

    name: str
    key: str
    country: str | None
    lat: float | None
    lon: float | None
    point: Vector | None
    precision: PlacePrecision
    weight: float


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people of one kind and one side, as the report gives it."""

    kind: FigureKind
    side: str | None
    best: int


@dataclass(frozen=True, slots=True)
class Episode:
    """The event mentions of one report that tell of one happening (an attack, a battle, a raid with its aftermath).

    ``main`` marks the main news of the report, ``background`` history. ``published`` and the days are proleptic
    Gregorian ordinals: ``days`` are those on which violence is told to have happened, in order, none where the report
    does not tell, ``lasted`` is how many they span as far as they are told exactly, and ``beside`` are the days of all
    its events but for those just before publication, which are those of statements. ``sides`` are those who fight,
    attack or suffer, the most often named first, ``attackers`` those of them who act, ``others`` all other sides of
    its events; ``modes`` are those of its violence, one an event. ``wide`` tells that its places lie far apart.
    ``names`` are the names in its words, ``foremost`` those of the first half of the report, where the news stands,
    ``headline`` those that the title has, ``words`` a bit set of the stems of all words, ``gist`` the vector of the
    same passage (``language.sentence_vectors``; empty where it has none).
    """

    report: str
    number: int
    published: int | None
    main: bool
    background: bool
    events: tuple[str, ...]
    figures: tuple[str, ...]
    types: tuple[tuple[EventType, int], ...]
    modes: tuple[str, ...]
    days: tuple[int, ...]
    lasted: int
    beside: frozenset[int]
    sides: tuple[str, ...]
    attackers: tuple[str, ...]
    others: frozenset[str]
    spots: tuple[Spot, ...]
    wide: bool
    counted: frozenset[Counted]
    names: frozenset[str]
    foremost: frozenset[str]
    headline: frozenset[str]
    words: int
    gist: str = ""

    @property
    def key(self) -> tuple[int, str, int]:
        """Where it stands among all episodes: by day of publication, then id of the report, then its place there."""
        return (self.published or _LAST, self.report, self.number)

    @property
    def id(self) -> str:
        """Its name among all episodes."""
        return f"{self.report}/{self.number}"


_LAST = 10**7


@dataclass(frozen=True, slots=True)
class LinkableReport:
    """What linking reads of a report: its episodes, the main news first, then other news, then history."""

    id: str
    title: str | None
    published: int | None
    episodes: tuple[Episode, ...]
