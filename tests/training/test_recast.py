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
PARTIES = ("Armenia", "Armenian", "Armenians", "Yerevan", "Hamas")


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
    assert set(sides(doc.words)).isdisjoint(sides(other.words))
    told_as = {(word, new) for word, new in zip(doc.words, other.words, strict=True) if word != new}
    assert len(told_as - {("an", "a")}) == len(PARTIES)
    renamed = dict(told_as)
    assert len({side for word in PARTIES[:4] for side in sides([renamed[word]])}) == 1


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


def test_a_groups_longer_name_changes_word_by_word() -> None:
    doc = told("The Moro Islamic Liberation Front fled . MILF men of the Moro Islamic Liberation Front died .")
    for seed in range(8):
        other = recast(doc, random.Random(seed))
        assert other is not None
        assert other.words[1:5] == other.words[11:15] != doc.words[1:5]
        assert other.words[7] != "MILF"
        assert other.words[5:7] == doc.words[5:7] == ["fled", "."]


def test_some_groups_get_names_that_no_list_holds() -> None:
    others = [recast(told("Hamas fled ."), random.Random(seed)) for seed in range(40)]
    unheard_of = [other for other in others if other is not None and not sides(other.words)]
    assert 8 <= len(unheard_of) <= 32


def test_the_same_seed_tells_the_same() -> None:
    one, two = (list(recast_docs([told()], 3, 7)) for _ in range(2))
    assert [doc.words for doc in one] == [doc.words for doc in two]
    assert len({tuple(doc.words) for doc in one}) == len(one) == 3
