"""Other names of the same type and length take the places of names; all else stays."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("torch", reason="PyTorch is needed for training only")
pytest.importorskip("faker", reason="needed for training only")

from tacitus.language.labels import Labels
from training.documents import OUTSIDE_OR_UNMARKED, TrainingDoc, write_spans
from training.swapped_names import name_pools, swap_names

WORDS = "yesterday Mary Jones of Acme flew to PARIS again".split()


@pytest.fixture
def named(labels: Labels) -> TrainingDoc:
    doc = TrainingDoc("n", list(WORDS), [3] + [1] * (len(WORDS) - 1), [0])
    spans = [(1, 3, "PERSON"), (4, 5, "ORG"), (7, 8, "PLACE")]
    write_spans(doc.blank("name"), spans, labels.name, outside=OUTSIDE_OR_UNMARKED)
    return doc


def test_names_change_and_other_words_do_not(named: TrainingDoc, labels: Labels) -> None:
    pools = {("PERSON", 2): [("Asli", "Demir")], ("ORG", 1): [("Globex",)], ("PLACE", 1): [("Goris",)]}
    seen = {tuple(swap_names(named, pools, labels, random.Random(seed)).words) for seed in range(40)}
    kept = {0: "yesterday", 3: "of", 5: "flew", 6: "to", 8: "again"}
    assert all(words[index] == word for words in seen for index, word in kept.items())
    assert ("yesterday", "Asli", "Demir", "of", "Globex", "flew", "to", "GORIS", "again") in seen
    assert named.words == WORDS


def test_a_name_without_a_like_stays(named: TrainingDoc, labels: Labels) -> None:
    assert swap_names(named, {}, labels, random.Random(1)).words == WORDS


def test_pools_hold_the_documents_names_and_many_others(named: TrainingDoc, labels: Labels) -> None:
    pools = name_pools([named], labels, 3)
    assert ("Mary", "Jones") in pools["PERSON", 2]
    assert all(len(name) == length for (_, length), names in pools.items() for name in names)
    assert min(len(pools[kind, 1]) for kind in ("PERSON", "ORG", "PLACE")) > 300
