from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from tacitus.model import Report
from tacitus.store import Store
from tacitus.store.wording import NEAR, bands, shared, word_runs
from tests.stored import coded

_WORDS = "border hill river army unit shelling town dawn officials bridge convoy drone wounded talks truce said".split()


def paragraph(seed: int, *, words: int = 60) -> str:
    rng = random.Random(seed)
    return " ".join(f"{rng.choice(_WORDS)}{rng.randrange(40)}" for _ in range(words)).capitalize() + "."


def article(*seeds: int) -> str:
    return "\n\n".join(paragraph(seed) for seed in seeds)


def report(name: str, text: str, day: int | None = 1) -> Report:
    return Report(name, text, published=None if day is None else date(2024, 5, day))


def voices(store: Store) -> dict[str, tuple[str, ...]]:
    return {voice.id: voice.reports for voice in store.voices()}


WIRE = article(1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    "copy",
    [
        WIRE,
        "MARNOV, May 2 (Hill Wire) - " + WIRE,
        article(1, 2, 3),
        article(2, 3, 4, 5),
        article(1, 3, 2, 5, 4),
        WIRE.upper().replace(".", " …"),
        article(1, 2, 3, 4, 5, 9),
    ],
    ids=["exact", "dateline", "end cut", "lead cut", "paragraphs moved", "case and punctuation", "a paragraph added"],
)
def test_copies_count_as_one_voice(store: Store, copy: str) -> None:
    store.add(coded([report("wire", WIRE), report("copy", copy, day=2), report("other", article(7, 8, 9))]))
    assert voices(store) == {"other": ("other",), "wire": ("copy", "wire")}


def test_a_shared_quotation_makes_no_copy(store: Store) -> None:
    store.add(coded([report("one", article(1, 2, 3, 20)), report("two", article(4, 5, 6, 20))]))
    assert len(store.voices()) == 2


def test_what_was_added_tells_the_voice(store: Store) -> None:
    first, copy = store.add(coded([report("wire", WIRE), report("copy", article(1, 2, 3), day=2)]))
    assert (first.voice, copy.voice) == ("wire", "wire")


@pytest.mark.parametrize(
    ("days", "first"),
    [((3, 2, 1), "c"), ((2, 2, 2), "a"), ((None, 2, 2), "b"), ((None, None, None), "a")],
)
def test_the_first_published_stands_for_all_whatever_the_order(
    location: str, days: tuple[int | None, ...], first: str
) -> None:
    # a and c share too little to be copies, b joins them
    texts = {"a": article(1, 2, 3, 4), "b": article(3, 4, 5, 6), "c": article(5, 6, 7, 8)}
    assert shared(word_runs(texts["a"]), word_runs(texts["c"])) < NEAR
    reports = [report(name, text, day) for (name, text), day in zip(texts.items(), days, strict=True)]
    orders = list(permutations(reports))
    with Store(location) as store:
        for number, order in enumerate(orders):
            # each order in words of its own, so that one store serves for all
            renamed = [
                replace(item, id=f"{number}{item.id}", text=f"{item.text}".replace("a", f"a{number}")) for item in order
            ]
            store.add(coded(renamed))
        assert voices(store) == {f"{n}{first}": (f"{n}a", f"{n}b", f"{n}c") for n in range(len(orders))}


def test_a_changed_version_keeps_the_voice_of_the_earlier_one(store: Store) -> None:
    changed = replace(report("copy", article(30, 31), day=3), title="Same")
    store.add(coded([report("wire", WIRE, day=2), replace(report("copy", WIRE, day=3), title="Same")]))
    store.add(coded([changed, report("other", article(30, 31), day=1)]))
    assert voices(store) == {"other": ("copy", "other", "wire")}


def test_short_texts() -> None:
    assert word_runs("") == {""}
    assert word_runs("Nine died.") == {"nine died"}
    assert shared(word_runs("Nine died."), word_runs("nine, died")) == 1
    assert shared(word_runs("Nine men died."), word_runs("Ten men died.")) == 0


@pytest.mark.parametrize(("cut", "least"), [(0.5, 0.99), (0.3, 0.9)])
def test_candidates_are_found(cut: float, least: float) -> None:
    found = 0
    for seed in range(200):
        whole = paragraph(seed, words=300).split()
        half = " ".join(whole[: int(len(whole) * cut)])
        found += bool(set(bands(word_runs(" ".join(whole)))) & set(bands(word_runs(half))))
    assert found / 200 >= least


def test_bands_are_those_that_stores_hold() -> None:
    # Kept in stores: another signature would find no copies of what is there, and needs a migration.
    assert bands(word_runs("Nine men died at the border on Tuesday."))[:2] == (-4872708226860430938, 675567298036421798)
