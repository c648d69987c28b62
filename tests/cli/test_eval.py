"""The command ``eval``, with a coder and a score on public data put in the place of the real ones."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from tacitus.cli.evaluate import eval_command
from tacitus.evaluate.measure import Measure, Taken
from tacitus.model import Actor, Claim, Coding, Report, Span

TEXT = "Armenia said 49 soldiers were killed. [Photo: border]"
RECORD: dict[str, Any] = {
    "id": "t02-01",
    "text": TEXT,
    "claims": [{"speaker": "Armenia", "side": "ARM", "stance": "assert", "content": "49 soldiers were killed"}],
    "figures": [
        {
            "kind": "killed",
            "low": 49,
            "best": 49,
            "high": 49,
            "group_side": "ARM",
            "group_type": "military",
            "by": "ARM",
            "background": False,
            "quote": "49 soldiers",
        }
    ],
    "events": [
        {
            "type": "ASSAULT",
            "actors": [],
            "recipients": ["ARM"],
            "background": False,
            "denied": False,
            "quote": "soldiers were killed",
        }
    ],
    "places": [{"quote": "border", "country": "ARM", "lat": 39.8, "lon": 45.7}],
    "dates": [],
    "ceasefires": [],
}

app = typer.Typer()
app.command()(eval_command)
runner = CliRunner()


def coded(report: Report) -> Coding:
    start = report.text.index("49 soldiers")
    actor = Actor("a1", "Armenia", "state", "ARM", "GOV", None, (Span(0, 7),))
    content = (Span(start, report.text.index(".")),)
    claim = Claim("c1", "a1", Span(0, 7), (), Span(8, 12), "deny", None, False, content, 0.9)
    return Coding(report=report, actors=(actor,), claims=(claim,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in ("t02-01", "t03-01"):
        (reports / f"{name}.json").write_text(json.dumps({**RECORD, "id": name}), encoding="utf-8")
    return reports


@pytest.fixture
def coder(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("tacitus.coder")

    def code_many(reports: Iterable[Report]) -> Iterator[Coding]:
        yield from map(coded, reports)

    vars(module)["code_many"] = code_many
    monkeypatch.setitem(sys.modules, "tacitus.coder", module)


@pytest.mark.usefixtures("coder")
def test_the_table_holds_every_measure(folder: Path) -> None:
    result = runner.invoke(app, [str(folder)])
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["claims", "2", "1.000", "1.000", "1.000"] in rows
    assert ["figures", "2", "0.000", "0.000", "0.000"] in rows
    assert ["events", "2", "0.000", "0.000", "0.000"] in rows
    assert ["places", "within", "25", "km", "2", "0.000", "0.000", "0.000"] in rows
    assert "2 reports" in result.stdout
    assert "claim stance, given match" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.usefixtures("coder")
def test_a_part_is_scored_alone_and_as_json(folder: Path) -> None:
    result = runner.invoke(app, [str(folder), "--part", "dev", "--format", "json"])
    scores = json.loads(result.stdout)
    assert scores["reports"] == 1
    assert scores["claims"]["match"] == {"tp": 1, "fp": 0, "fn": 0, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert scores["claims"]["stance_given_match"] == {"right": 0, "count": 1, "share": 0.0}
    assert scores["figures"]["number"]["fn"] == 1
    assert scores["events"]["match"]["fn"] == scores["places"]["country"]["fn"] == 1
    assert scores["dates"]["match"]["fn"] == scores["ceasefires"]["match"]["fn"] == 0
    assert "differences" not in scores


@pytest.mark.usefixtures("coder")
def test_errors_are_listed_by_report_with_their_words(folder: Path) -> None:
    result = runner.invoke(app, [str(folder), "--errors"])
    assert result.stdout.index("t02-01") < result.stdout.index("t03-01")
    assert "claim: wrong stance" in result.stdout
    assert "Armenia (ARM) deny: 49 soldiers were killed" in result.stdout
    assert "figure: missed" in result.stdout
    assert "event: missed" in result.stdout
    assert "ASSAULT nobody > ARM: soldiers were killed" in result.stdout
    as_json = json.loads(runner.invoke(app, [str(folder), "--errors", "--format", "json"]).stdout)
    assert [item["problem"] for item in as_json["differences"]] == ["wrong stance", "missed", "missed", "missed"] * 2


def test_codings_of_another_system_are_scored(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "codings.jsonl"
    file.write_text(json.dumps(coded(Report(id="t02-01", text=TEXT)).to_dict()) + "\n", encoding="utf-8")
    result = runner.invoke(app, [str(folder), "--codings", str(file), "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["claims"]["match"]["fn"] == 1
    assert "no coding of t03-01" in result.stderr


def test_codings_of_other_reports_are_refused(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "codings.jsonl"
    file.write_text('{"report": {"id": "elsewhere"}}\n', encoding="utf-8")
    result = runner.invoke(app, [str(folder), "--codings", str(file)])
    assert result.exit_code == 2
    assert "codes none of the annotated reports" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["none-such"], id="no such folder"),
        pytest.param(["--data", "none-such"], id="no such data"),
        pytest.param([], id="nothing to evaluate"),
        pytest.param([".", "--data", "."], id="both"),
        pytest.param(["--data", ".", "--errors"], id="errors on public data"),
    ],
)
def test_what_cannot_be_evaluated_ends_with_2(arguments: list[str]) -> None:
    result = runner.invoke(app, arguments)
    assert result.exit_code == 2
    assert result.stderr


def test_a_wrong_gold_file_is_named(folder: Path) -> None:
    (folder / "t02-02.json").write_text("{}", encoding="utf-8")
    result = runner.invoke(app, [str(folder)])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"tacitus: {folder / 't02-02.json'}: ")


@pytest.fixture
def public_score(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("tacitus.evaluate.public_score")

    def score_public(path: Path) -> list[Measure]:
        taken = (Taken("AID", "AID", 3), Taken("AID", "ASSAULT", 1), Taken("AID", None, 2))
        return [Measure("EWT test UAS", 0.91, 25094), Measure("PLOVER GSR", 0.5, 6, taken)]

    vars(module)["score_public"] = score_public
    monkeypatch.setitem(sys.modules, "tacitus.evaluate.public_score", module)


@pytest.mark.usefixtures("public_score")
def test_public_data_is_measured_and_what_was_taken_for_what_is_told(tmp_path: Path) -> None:
    result = runner.invoke(app, ["--data", str(tmp_path)])
    assert "EWT test UAS" in result.stdout
    assert "0.910" in result.stdout
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["AID", "6", "3", "nothing", "2,", "ASSAULT", "1"] in rows
    listed = json.loads(runner.invoke(app, ["--data", str(tmp_path), "--format", "json"]).stdout)
    assert listed[0] == {"name": "EWT test UAS", "value": 0.91, "count": 25094}
    assert listed[1]["taken"][2] == {"gold": "AID", "coded": None, "count": 2}
