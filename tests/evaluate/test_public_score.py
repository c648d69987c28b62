from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from tacitus.errors import TacitusError
from tacitus.evaluate import public_score
from tacitus.evaluate.measure import Measure
from tacitus.evaluate.public_score import score_public


@pytest.fixture(autouse=True)
def _coders(monkeypatch: pytest.MonkeyPatch) -> None:
    def language(data: Path) -> list[Measure]:
        return [Measure("EWT", 0.9, 7)]

    def records(path: Path) -> Measure:
        return Measure("GSR", 0.6, len(json.loads(path.read_text(encoding="utf-8"))))

    monkeypatch.setattr(public_score, "score_language", language)
    monkeypatch.setattr(public_score, "score_plover_gsr", records)


def _records(folder: Path) -> None:
    (folder / "plover_gsr").mkdir()
    (folder / "plover_gsr" / "dev.json").write_text("[1, 2]", encoding="utf-8")


def _treebank(folder: Path) -> None:
    (folder / "ud_gum").mkdir()
    (folder / "ud_gum" / "test.conllu").touch()


def test_every_set_that_is_there_is_measured(tmp_path: Path) -> None:
    _records(tmp_path)
    _treebank(tmp_path)
    assert score_public(tmp_path) == [Measure("EWT", 0.9, 7), Measure("GSR", 0.6, 2)]


def test_the_records_alone_are_enough(tmp_path: Path) -> None:
    _records(tmp_path)
    assert score_public(tmp_path) == [Measure("GSR", 0.6, 2)]


def test_a_set_that_is_not_there_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    _treebank(tmp_path)
    with caplog.at_level(logging.WARNING):
        assert score_public(tmp_path) == [Measure("EWT", 0.9, 7)]
    assert "plover_gsr/dev.json is not there" in caplog.text


def test_no_set_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TacitusError, match=str(tmp_path)):
        score_public(tmp_path)
