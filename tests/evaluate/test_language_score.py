"""The scores on sets made by hand, small enough to check; the public ones where they lie beside the checkout."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tacitus.errors import TacitusError
from tacitus.evaluate.conllu import gaps_of, read_documents
from tacitus.evaluate.language_score import score_language
from tacitus.evaluate.measure import Measure
from tacitus.language.labels import Labels
from tacitus.language.network import WindowScores, WordSequence

_TREEBANK = """\
# newdoc id = d
# sent_id = d-1
1\tBaku\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tdenied\t_\tVERB\tVBD\t_\t0\troot\t_\t_
3\tit\t_\tPRON\tPRP\t_\t2\tobj\t_\tSpaceAfter=No
4\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = d-2
1\tLee\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tleft\t_\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""
_NAMES = """\
# sent_id = d-1
1\tBaku\tB-LOC\t-\tx
2\tdenied\tO\t-\tx
3\tit\tO\t-\tx
4\t.\tO\t-\tx

# sent_id = d-2
1\tLee\tB-PER\t-\tx
2\tleft\tO\t-\tx
3\t.\tO\t-\tx
"""
_ARTICLE = "Baku denied it. Lee left."
_LABELS = Labels(
    upos=("PROPN", "VERB", "PRON", "PUNCT"), xpos=("NNP", "VBD", "PRP", "."), deprel=("root", "nsubj", "obj", "punct")
)
_HEADS = {"Baku": "denied", "it": "denied", "Lee": "left"}
_TAGS = {
    "upos": {"Baku": "PROPN", "Lee": "PROPN", "denied": "VERB", "left": "VERB", "it": "PRON", ".": "PUNCT"},
    "xpos": {"Baku": "NNP", "Lee": "NNP", "denied": "VBD", "left": "VBD", "it": "PRP", ".": "."},
    "sent": {"Baku": "start", "Lee": "start"},
    "name": {"Baku": "B-PLACE", "Lee": "B-PERSON"},
    "attr": {"Baku": "B-SOURCE", "denied": "B-CUE", "it": "B-CONTENT"},
}
_RELATIONS = {"Baku": "nsubj", "Lee": "nsubj", "it": "obj", ".": "punct"}


class Known:
    """In a network's place: says of each word what it was told."""

    labels = _LABELS

    def __init__(self, tags: dict[str, dict[str, str]]) -> None:
        self._tags = tags

    def score(self, sequences: Sequence[WordSequence]) -> list[list[WindowScores]]:
        return [[self._window(list(sequence.words))] for sequence in sequences]

    def relations(self, window: WindowScores, heads: np.ndarray) -> np.ndarray:
        found = [_LABELS.deprel.index(_RELATIONS.get(word, "root")) for word in window.scores["words"].tolist()]
        return np.where(heads == np.arange(len(heads)), 0, found)

    def _window(self, words: list[str]) -> WindowScores:
        scores = {task: np.zeros((len(words), len(_LABELS.of(task)))) for task in self._tags}
        for task, tags in self._tags.items():
            for row, word in enumerate(words):
                scores[task][row, _LABELS.of(task).index(tags.get(word, _LABELS.of(task)[0]))] = 9.0
        arcs = np.zeros((len(words), len(words)))
        for row, word in enumerate(words):
            head = _HEADS.get(word, "denied" if row < 4 else "left") if word not in ("denied", "left") else word
            arcs[row, words.index(head)] = 9.0
        return WindowScores(0, len(words), {**scores, "head": arcs, "words": np.asarray(words)})


def _known(**changed: dict[str, str]) -> Known:
    return Known({task: {**tags, **changed.get(task, {})} for task, tags in _TAGS.items()})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Every set in its place, with one document each."""
    for folder in ("ud_ewt", "ud_gum", "uner_ewt", "polnear/dev/text", "polnear/dev/attributions"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("ud_ewt", "ud_gum"):
        (tmp_path / name / "test.conllu").write_text(_TREEBANK, encoding="utf-8")
    (tmp_path / "uner_ewt" / "en_ewt-ud-test.iob2").write_text(_NAMES, encoding="utf-8")
    (tmp_path / "polnear" / "dev" / "text" / "a.txt").write_text(_ARTICLE, encoding="utf-8")
    marks = "T1\tSource 0 4\tBaku\nT2\tCue 5 11\tdenied\nT3\tContent 12 14\tit\nE1\tX:T2 Source:T1 Cue:T2 Content:T3\n"
    (tmp_path / "polnear" / "dev" / "attributions" / "a_x.ann").write_text(marks, encoding="utf-8")
    return tmp_path


def _values(measures: list[Measure]) -> dict[str, tuple[float, int]]:
    return {measure.name: (pytest.approx(measure.value), measure.count) for measure in measures}


def test_a_perfect_network_has_all_right(data: Path) -> None:
    counts = {
        "UPOS": 7, "XPOS": 7, "UAS": 7, "LAS": 7, "sentence starts": 2,
    }  # fmt: skip
    assert _values(score_language(data, network=_known())) == {
        **{f"{name} test, {what}": (1.0, count) for name in ("EWT", "GUM") for what, count in counts.items()},
        "UNER test, names": (1.0, 2),
        "PolNeAR dev, source": (1.0, 1),
        "PolNeAR dev, cue": (1.0, 1),
        "PolNeAR dev, content": (1.0, 1),
        "PolNeAR dev, tokens": (1.0, 7),
    }


@pytest.mark.parametrize(
    ("changed", "name", "value"),
    [
        ({"upos": {"it": "VERB"}}, "EWT test, UPOS", 6 / 7),
        ({"xpos": {".": "VBD"}}, "EWT test, XPOS", 5 / 7),
        ({"sent": {"left": "start"}}, "EWT test, sentence starts", 4 / 5),
        ({"sent": {"Lee": "inside"}}, "EWT test, sentence starts", 2 / 3),
        ({"name": {"Baku": "B-PERSON"}}, "UNER test, names", 1 / 2),
        ({"name": {"it": "B-MILITARY"}}, "UNER test, names", 4 / 5),
        ({"name": {"it": "B-WEAPON"}}, "UNER test, names", 1.0),
        ({"attr": {"denied": "O"}}, "PolNeAR dev, cue", 0.0),
        ({"attr": {"denied": "O"}}, "PolNeAR dev, tokens", 6 / 7),
        ({"attr": {"left": "B-CONTENT"}}, "PolNeAR dev, content", 2 / 3),
        ({"attr": {"left": "B-CONTENT"}}, "PolNeAR dev, source", 1.0),
    ],
)
def test_each_mistake_costs_its_share(data: Path, changed: dict[str, dict[str, str]], name: str, value: float) -> None:
    assert _values(score_language(data, network=_known(**changed)))[name][0] == value


def test_a_wrong_head_costs_both_and_a_wrong_relation_one(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_HEADS, "it", "Baku")
    monkeypatch.setitem(_RELATIONS, "Lee", "obj")
    values = _values(score_language(data, network=_known()))
    assert values["EWT test, UAS"][0] == 6 / 7
    assert values["EWT test, LAS"][0] == 5 / 7


@pytest.mark.parametrize(
    ("gone", "prefixes"),
    [
        ("ud_ewt/test.conllu", {"GUM", "PolNeAR"}),
        ("ud_gum/test.conllu", {"EWT", "UNER", "PolNeAR"}),
        ("uner_ewt/en_ewt-ud-test.iob2", {"EWT", "GUM", "PolNeAR"}),
    ],
)
def test_a_set_that_is_not_there_is_told_and_left_out(
    data: Path, caplog: pytest.LogCaptureFixture, gone: str, prefixes: set[str]
) -> None:
    (data / gone).unlink()
    with caplog.at_level(logging.WARNING):
        measures = score_language(data, network=_known())
    assert {measure.name.split()[0] for measure in measures} == prefixes
    assert gone in caplog.text


def test_no_set_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TacitusError, match=str(tmp_path)):
        score_language(tmp_path, network=_known())


def test_spacing_of_a_treebank(data: Path) -> None:
    [document] = read_documents(data / "ud_ewt" / "test.conllu")
    assert gaps_of(document) == [3, 1, 1, 0, 1, 1, 0]


def test_a_file_that_is_no_treebank_is_named(data: Path) -> None:
    path = data / "ud_ewt" / "test.conllu"
    path.write_text("1\tBaku\n", encoding="utf-8")
    with pytest.raises(TacitusError, match=r"test\.conllu:1"):
        score_language(data, network=_known())
