from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tacitus.errors import GoldError
from tacitus.evaluate.corpus import CORPUS_PARTS, CorpusPart, corpus_split, part_of
from tacitus.evaluate.gold import gold_reports

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("t04-01.json", "test"),
        ("t10-03", "test"),
        ("t14-05.json", "test"),
        ("t02-01.json", "dev"),
        ("t12-02.json", "dev"),
        ("t01-10.json", "train"),
        ("t040-01.json", "train"),
        ("t22-04.json", "train"),
    ],
)
def test_the_batch_before_the_hyphen_decides(name: str, part: CorpusPart) -> None:
    assert part_of(name) == part


def test_files_of_other_parts_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "t04-01.json").write_text("not JSON", encoding="utf-8")
    record = {"id": "t02-01", "text": "Quiet.", "claims": [], "figures": []}
    (tmp_path / "t02-01.json").write_text(json.dumps(record), encoding="utf-8")
    assert [gold.id for gold in corpus_split(tmp_path, "dev")] == ["t02-01"]


def test_a_part_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no annotated reports"):
        corpus_split(tmp_path, "train")


def test_the_parts_make_up_the_corpus_and_share_no_incident() -> None:
    parts = {part: corpus_split(CORPUS, part) for part in CORPUS_PARTS}
    assert sum(len(reports) for reports in parts.values()) == len(gold_reports(CORPUS))
    incidents = {part: {name for gold in reports for name in gold.incidents} for part, reports in parts.items()}
    assert incidents["train"].isdisjoint(incidents["dev"] | incidents["test"])
    assert incidents["dev"].isdisjoint(incidents["test"])


def test_the_corpus_keeps_its_own_form() -> None:
    checked = subprocess.run(
        [sys.executable, str(CORPUS / "check_gold.py")], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
