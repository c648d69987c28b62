from __future__ import annotations

import json
from pathlib import Path

import pytest

from tacitus.errors import TacitusError
from tacitus.evaluate.plover_gsr import read_plover_gsr
from tacitus.model import Report


def write(folder: Path, content: object) -> Path:
    path = folder / "dev.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("ASSAULT", "ASSAULT"),
        ("FIGHT", "ASSAULT"),
        ("DEMAND", "REQUEST"),
        ("DISAPPROVE", "ACCUSE"),
        ("INVESTIGATE", "ACCUSE"),
    ],
)
def test_types_get_the_name_that_they_have_today(tmp_path: Path, name: str, today: str) -> None:
    (record,) = read_plover_gsr(write(tmp_path, [{"id": "1", "event": name, "text": "They met.", "target": ""}]))
    assert record.type == today
    assert record.report == Report(id="1", text="They met.")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param("[", "JSON", id="truncated"),
        pytest.param([{"id": "1", "event": "AID"}], r"\[0\].text: Field required", id="no text"),
        pytest.param([{"id": "1", "event": "DANCE", "text": "x"}], "1: PLOVER has no type 'DANCE'", id="no such type"),
    ],
)
def test_a_fault_is_told_with_the_file(tmp_path: Path, content: object, reason: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(TacitusError, match=reason) as caught:
        read_plover_gsr(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TacitusError, match=r"none\.json: No such file"):
        read_plover_gsr(tmp_path / "none.json")
