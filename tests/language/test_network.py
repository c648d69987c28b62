from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from tacitus.errors import ModelError
from tacitus.language import network as module
from tacitus.language.network import WEIGHTS, Network, WordSequence, default_network


@pytest.mark.parametrize("file", ["labels.json", "tokenizer.json", "relation.npz", "model.onnx"])
@pytest.mark.parametrize("content", [None, b"", b"not a model"])
def test_missing_and_broken_weights_are_named(tmp_path: Path, file: str, content: bytes | None) -> None:
    folder = tmp_path / "weights"
    folder.mkdir()
    for path in WEIGHTS.iterdir():
        (folder / path.name).symlink_to(path)
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_bytes(content)
    with pytest.raises(ModelError, match=str(folder)):
        Network(folder, threads=1)


def test_a_tokenizer_without_its_special_pieces_is_refused(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    tokenizer = tmp_path / "weights" / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text(encoding="utf-8").replace("[CLS]", "[XXX]"), encoding="utf-8")
    with pytest.raises(ModelError, match="CLS"):
        Network(tmp_path / "weights", threads=1)


@pytest.mark.parametrize("value", ["two", "-1", "1.5"])
def test_a_number_of_threads_must_be_one(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("TACITUS_THREADS", value)
    with pytest.raises(ModelError, match="TACITUS_THREADS"):
        default_network.__wrapped__()


@pytest.mark.parametrize("affinity", [True, False])
def test_all_cores_are_used_where_nothing_is_set(monkeypatch: pytest.MonkeyPatch, affinity: bool) -> None:
    monkeypatch.delenv("TACITUS_THREADS", raising=False)
    if affinity:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    else:
        monkeypatch.delattr(os, "sched_getaffinity", raising=False)
        monkeypatch.setattr(os, "cpu_count", lambda: 3)
    asked: list[int] = []
    monkeypatch.setattr(module, "Network", lambda folder, *, threads: asked.append(threads))
    default_network.__wrapped__()
    assert asked == [3]


def test_every_word_is_scored_once(network: Network) -> None:
    words = ["soldiers"] * 500
    windows = network.score([WordSequence(words, np.ones(500, dtype=np.int64), [])])[0]
    assert [window.start for window in windows] == [0, *(window.stop for window in windows[:-1])]
    assert windows[-1].stop == 500
    for window in windows:
        size = window.stop - window.start
        for task in module.TAG_OUTPUTS:
            assert window.scores[task].shape == (size, len(network.labels.of(task)))
        for task in module.POINTER_OUTPUTS:
            assert window.scores[task].shape == (size, size)


def test_no_words_have_no_windows(network: Network) -> None:
    assert network.score([WordSequence([], np.zeros(0, dtype=np.int64), [])]) == [[]]


def test_relations_are_those_of_the_plain_formula(network: Network) -> None:
    words = ["Armenia", "said", "that", "49", "of", "its", "soldiers", "had", "died", "."]
    [[window]] = network.score([WordSequence(words, np.asarray([3, *[1] * 9]), [])])
    heads = np.asarray([1, 1, 8, 8, 6, 6, 3, 8, 1, 1])
    weights = np.load(WEIGHTS / "relation.npz")
    joined = np.maximum(window.scores["relation_tail"] + window.scores["relation_head"][heads], 0.0)
    expected = joined @ weights["weight"].T + weights["bias"]
    root = network.labels.deprel.index("root")
    expected[:, root] = -np.inf
    best = expected.argmax(1)
    best[1] = root
    assert network.relations(window, heads).tolist() == best.tolist()
