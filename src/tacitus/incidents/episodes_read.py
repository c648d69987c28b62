"""What linking reads of a coding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from tacitus.incidents.episodes import Counted, Episode, LinkableReport
from tacitus.incidents.episodes_places import lie_wide, spots
from tacitus.incidents.episodes_speakers import places_of_news
from tacitus.incidents.episodes_split import Group, Happening, party, split
from tacitus.incidents.episodes_words import all_words, name_words, word_bits
from tacitus.language.sentence_vectors import default_vectors
from tacitus.model import Coding, Figure, Place
from tacitus.resolve.state_names import state_name

_MOST_SIDES = 4
_SIDE_SHARE = 0.15
_VAGUE = 8  # days from which on an interval does not tell how long something lasted
_JUST_SAID = 2
_FOREMOST = 0.6
_FEWEST = 3  # smaller numbers agree by chance


def linkable(coding: Coding) -> LinkableReport:
    """The episodes of a report, as they are compared with those of others.

    A report always has one: where nothing happens in it, the main episode is what its places and sides tell.
    """
    parts = split(coding)
    news = parts.news or (Group([], []),)
    episodes = [_episode(coding, group, n, news=n == 0, history=False) for n, group in enumerate(news)]
    first = len(episodes)
    episodes += [_episode(coding, group, first + n, news=False, history=True) for n, group in enumerate(parts.history)]
    published = coding.report.published
    return LinkableReport(
        coding.report.id,
        coding.report.title,
        None if published is None else published.toordinal(),
        tuple(episodes),
    )


def _episode(coding: Coding, group: Group, number: int, *, news: bool, history: bool) -> Episode:
    main = news and not history
    told = group.all
    core = group.core or told
    figures = _figures(coding, told, main=main)
    sides = _sides(coding, core, figures)
    places = spots(_weights(coding, core, sides, main=main))
    passage = _passage(coding, told, whole=main)
    text = _without(coding, told) if main else passage
    names = name_words(text)
    published = coding.report.published
    return Episode(
        report=coding.report.id,
        number=number,
        published=None if published is None else published.toordinal(),
        main=main,
        background=history,
        events=tuple(one.event.id for one in told),
        figures=tuple(figure.id for figure in figures),
        types=tuple(sorted(Counter(one.event.type for one in told).items(), key=lambda pair: (-pair[1], pair[0]))),
        modes=tuple(one.event.mode for one in core if one.event.mode is not None and one.event.type == "ASSAULT"),
        days=_days(core),
        lasted=_lasted(core),
        beside=_beside(told, published),
        sides=sides,
        attackers=tuple(side for side in sides if any(side in one.attackers for one in core)),
        others=frozenset(chain.from_iterable(one.sides for one in told)) - frozenset(sides),
        spots=places,
        wide=lie_wide(places),
        counted=frozenset(_counted(figures)),
        names=names,
        foremost=name_words(text[: int(len(text) * _FOREMOST)]) if main else names,
        headline=names & all_words(coding.report.title or "") if main else frozenset(),
        words=word_bits(passage),
        gist=default_vectors().gist(passage),
    )


def _days(core: Iterable[Happening]) -> tuple[int, ...]:
    told = [one.days for one in core if one.days is not None]
    return tuple(sorted({day for first, last in told for day in range(first, last + 1)}))


def _lasted(core: Iterable[Happening]) -> int:
    """Days from the first to the last, by what is told to less than a week."""
    exact = [one.days for one in core if one.days is not None and one.days[1] - one.days[0] < _VAGUE]
    return max(last for _, last in exact) - min(first for first, _ in exact) + 1 if exact else 0


def _beside(told: Iterable[Happening], published: date | None) -> frozenset[int]:
    last = date.max if published is None else published
    days = {day for one in told if one.days is not None for day in range(one.days[0], one.days[1] + 1)}
    return frozenset(day for day in days if day < last.toordinal() - _JUST_SAID)


def _sides(coding: Coding, core: Sequence[Happening], figures: Iterable[Figure]) -> tuple[str, ...]:
    count = Counter(chain.from_iterable(one.sides for one in core))
    if not count:
        count = Counter(figure.group.side for figure in figures if figure.group.side is not None)
    if not count:
        named = ((party(actor), len(actor.mentions)) for actor in coding.actors)
        for side, mentions in named:
            if side is not None:
                count[side] += mentions
    ranked = sorted(count, key=lambda side: (-count[side], side))[:_MOST_SIDES]
    return tuple(side for side in ranked if count[side] >= _SIDE_SHARE * count[ranked[0]])


def _weights(
    coding: Coding, core: Iterable[Happening], sides: Iterable[str], *, main: bool
) -> list[tuple[Place, float]]:
    """Where the events took place; where the main news tells none, the places of news in the land of its sides."""
    named = places_of_news(coding)
    told = [(one.place, 1.0) for one in core if one.place is not None and one.place in named]
    if told or not main:
        return told
    states = {side for side in sides if state_name(side) is not None}
    within = [place for place in named if place.mentions and (not states or place.country in states)]
    return [(place, float(len(place.mentions))) for place in within]


def _figures(coding: Coding, told: Sequence[Happening], *, main: bool) -> list[Figure]:
    """The figures of the events; the main news has also those of no event that are no history."""
    events = {one.event.id for one in told}
    return [
        figure
        for figure in coding.figures
        if figure.event in events or (main and figure.event is None and not figure.background)
    ]


def _counted(figures: Iterable[Figure]) -> Iterable[Counted]:
    for figure in figures:
        best = figure.bounds.best
        if best is not None and best >= _FEWEST:
            yield Counted(figure.kind, figure.group.side, best)


def _without(coding: Coding, told: Sequence[Happening]) -> str:
    """The text without the clauses of other happenings, which name other people and places."""
    own = {one.event.id for one in told}
    text = coding.report.text
    for event in coding.events:
        if event.id not in own and event.aspect in ("actual", "denied"):
            span = event.evidence
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _passage(coding: Coding, told: Iterable[Happening], *, whole: bool) -> str:
    """The words of the events, one clause a line; for the main news with title and first paragraph."""
    text = coding.report.text
    clauses = [span.words(text) for one in told for span in (one.event.evidence, *one.event.also)]
    head = [coding.report.title or "", text.partition("\n\n")[0]] if whole else []
    return "\n".join([*head, *clauses])
