"""A report told with other parties keeps its labels and the roles of its parties."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("torch", reason="PyTorch is needed for training only")
pytest.importorskip("safetensors", reason="needed for training only")

from tacitus.resolve.sides import side_lexicon
from training.documents import TrainingDoc
from training.recast import recast, recast_docs

TEXT = "Armenia said an Armenian post was hit . Yerevan blamed Hamas . Two Armenians died , Hamas said ."


def told(text: str = TEXT) -> TrainingDoc:
    words = text.split()
    return TrainingDoc("r", words, [3] + [1] * (len(words) - 1), [0])


def sides(words: list[str]) -> list[str]:
    return [name.side for _, _, name in side_lexicon().find(words)]


@pytest.mark.parametrize("seed", range(8))
def test_each_party_is_another_one_throughout(seed: int) -> None:
    doc = told()
    other = recast(doc, random.Random(seed))
    assert other is not None
    assert len(other.words) == len(doc.words)
    before, after = sides(doc.words), sides(other.words)
    renamed = dict(zip(before, after, strict=True))
    assert [renamed[side] for side in before] == after
    assert set(before).isdisjoint(after)
    assert len(set(after)) == len(set(before))


def test_the_document_itself_stays_as_it_is_and_lends_its_labels() -> None:
    doc = told()
    doc.tags["name"] = [0] * len(doc.words)
    other = recast(doc, random.Random(1))
    assert other is not None
    assert doc.words == TEXT.split()
    assert other.tags is doc.tags


def test_articles_and_capitals_fit_the_new_name() -> None:
    for seed in range(12):
        other = recast(told("ARMENIA said an Armenian post was hit ."), random.Random(seed))
        assert other is not None
        assert other.words[0].isupper()
        assert (other.words[2] == "an") == (other.words[3][0] in "AEIOU")


def test_a_party_with_a_longer_name_is_left_alone() -> None:
    assert recast(told("The United States and South Sudan met ."), random.Random(1)) is None


def test_the_same_seed_tells_the_same() -> None:
    one, two = (list(recast_docs([told()], 3, 7)) for _ in range(2))
    assert [doc.words for doc in one] == [doc.words for doc in two]
    assert len({tuple(doc.words) for doc in one}) == len(one) == 3
