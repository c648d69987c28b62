"""Place names of the Local-Global Lexicon: local news of 588 articles, each name with its GeoNames point.

Lieberman, Samet and Sankaranarayanan: Geotagging with Local Lexicons to Build Indexes for Textually-Specified Spatial
Data, ICDE 2010. Names are given, so what is measured is resolution alone: the share of names whose point lies within
161 km (100 miles) of the gold's, the field's usual bound.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tacitus.errors import GoldError
from tacitus.evaluate.prf import Accuracy
from tacitus.resolve.gazetteer_entry import GazetteerPlace, PlaceKind
from tacitus.resolve.gazetteer_index import Gazetteer, gazetteer
from tacitus.resolve.place_choice import PlaceName, choose_places
from tacitus.resolve.place_distance import distance_km
from tacitus.resolve.place_words import place_words
from tacitus.resolve.sides import side_lexicon

NEAR_KM = 161.0
PUBLISHED = 0.82
"""What the strongest open geoparser is published to reach on these names."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold name at characters ``[start, end)`` of its article; ``point`` in degrees, ``None`` where gold has none."""

    words: str
    start: int
    end: int
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its names in order."""

    text: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class LglScore:
    """Accuracy within 161 km over all names that gold resolves, and over those of them that were resolved here."""

    all: Accuracy = Accuracy()
    resolved: Accuracy = Accuracy()

    def __add__(self, other: LglScore) -> LglScore:
        return LglScore(self.all + other.all, self.resolved + other.resolved)


def score_lgl(path: Path, *, index: Gazetteer | None = None) -> LglScore:
    """Resolve the names of every article, each by its name and the article, and compare.

    Raises:
        GoldError: the file cannot be read or is not the XML of that set.
    """
    index = index or gazetteer()
    score = LglScore()
    for article in read_lgl(path):
        score += _score(article, index)
    return score


def read_lgl(path: Path) -> list[Article]:
    """The articles of the set's XML file.

    Raises:
        GoldError: the file cannot be read or is not the XML of that set.
    """
    try:
        root = ET.parse(path).getroot()
        return [_article(element) for element in root.iter("article")]
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    except (ET.ParseError, TypeError, ValueError) as error:
        raise GoldError(f"{path}: not the XML of the Local-Global Lexicon: {error}") from error


def _article(element: ET.Element) -> Article:
    return Article(element.findtext("text") or "", tuple(sorted(_toponyms(element), key=lambda name: name.start)))


def _toponyms(element: ET.Element) -> Iterator[Toponym]:
    for name in element.iter("toponym"):
        lat, lon = name.findtext("gaztag/lat"), name.findtext("gaztag/lon")
        yield Toponym(
            words=(name.findtext("phrase") or "").strip(),
            start=int(name.findtext("start") or ""),
            end=int(name.findtext("end") or ""),
            point=None if lat is None or lon is None else (float(lat), float(lon)),
        )


def _score(article: Article, index: Gazetteer) -> LglScore:
    resolved = resolve_article(article, index)
    pairs = [(name.point, place) for name, place in zip(article.toponyms, resolved, strict=True) if name.point]
    near = [place is not None and distance_km(point, (place.lat, place.lon)) <= NEAR_KM for point, place in pairs]
    found = sum(place is not None for _, place in pairs)
    return LglScore(Accuracy(sum(near), len(pairs)), Accuracy(sum(near), found))


def resolve_article(article: Article, index: Gazetteer) -> list[GazetteerPlace | None]:
    """The place that each name of an article is taken for."""
    names = [_place_name(article, number) for number in range(len(article.toponyms))]
    distinct = list(dict.fromkeys(names))
    inside: dict[str, tuple[str, ...]] = {}
    for name in distinct:
        inside[name.name] = (*inside.get(name.name, ()), *name.inside)
    together = [replace(name, inside=inside[name.name]) for name in distinct]
    chosen = choose_places(together, states=_states(article), index=index)
    by_name = dict(zip(distinct, chosen, strict=True))
    return [by_name[name] or _state(name, index) for name in names]


def _state(name: PlaceName, index: Gazetteer) -> GazetteerPlace | None:
    """The state whose name or people's name a name is: the set has "American" resolved to the country."""
    side = side_lexicon().lookup(name.full)
    if side is None or side.kind not in ("state", "demonym"):
        return None
    return next((place for place in index.find(side.side) if place.kind == "country"), None)


def _place_name(article: Article, number: int) -> PlaceName:
    """A name with the word for its kind behind it, and the name that follows behind a comma."""
    toponym = article.toponyms[number]
    first, _, last = toponym.words.rpartition(" ")
    noun: PlaceKind | None = place_words().nouns.get(last.casefold()) if first else None
    inside: tuple[str, ...] = ()
    if number + 1 < len(article.toponyms):
        after = article.toponyms[number + 1]
        if article.text[toponym.end : after.start].strip() in (",", ", in"):
            inside = (after.words,)
    return PlaceName(first if noun else toponym.words, toponym.words, noun, inside)


def _states(article: Article) -> Counter[str]:
    """The states that the article's words name, with how often."""
    states: Counter[str] = Counter()
    for _, _, name in side_lexicon().find(article.text.split()):
        if name.kind in ("state", "demonym", "seat", "forces"):
            states[name.side] += 1
    return states
