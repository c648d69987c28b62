from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import typer
from typer.testing import CliRunner, Result

from tacitus.cli.ingest import ingest_command
from tacitus.cli.judge import judge_command
from tacitus.cli.stats import stats_command
from tacitus.model import Coding, Report
from tacitus.store import Store, StoreError
from tests.stored import coded, full_coding, plain_report


@pytest.fixture(autouse=True)
def handed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Puts a fast coder in the place of the real one; gives the ids of the reports that it was handed."""
    ids: list[str] = []

    def code_many(reports: Iterable[Report], *, options: object) -> Iterator[Coding]:
        for report in reports:
            ids.append(report.id)
            yield from coded([report])

    coder = ModuleType("tacitus.coder")
    coder.code_many = code_many  # type: ignore[attr-defined]
    coder.CodeOptions = SimpleNamespace  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tacitus.coder", coder)
    return ids


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store that the environment names."""
    monkeypatch.setenv("TACITUS_DB", str(tmp_path / "store.db"))
    return tmp_path / "store.db"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of six reports, one of them a near-copy."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(6):
        write(folder, plain_report(number))
    return folder


def write(folder: Path, report: Report) -> None:
    day = report.published.isoformat() if report.published else None
    record = {"id": report.id, "text": report.text, "title": report.title, "published": day, "outlet": report.outlet}
    (folder / f"{report.id}.json").write_text(json.dumps(record))


def run(*words: object) -> Result:
    app = typer.Typer(pretty_exceptions_enable=False)
    for name, command in (("ingest", ingest_command), ("stats", stats_command), ("judge", judge_command)):
        app.command(name)(command)
    return CliRunner().invoke(app, [str(word) for word in words])


class TestIngest:
    def test_it_tells_what_was_new(self, reports: Path, path: Path) -> None:
        result = run("ingest", reports)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.splitlines()[0] == "6 new, 0 changed, 0 known, near-copies of others: 1"
        with Store(str(path)) as store:
            assert list(store.codings()) == list(coded([plain_report(number) for number in range(6)]))

    def test_what_is_known_is_not_coded_again(self, reports: Path, handed: list[str]) -> None:
        run("ingest", reports)
        write(reports, plain_report(7))
        write(reports, replace(plain_report(1), text=plain_report(1).text + " The toll rose."))
        handed.clear()
        result = run("ingest", reports)
        assert result.stdout.splitlines()[0] == "1 new, 1 changed, 5 known"
        assert handed == ["r001", "r007"]

    def test_the_coder_is_not_loaded_for_what_is_known(self, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        run("ingest", reports)
        monkeypatch.setitem(sys.modules, "tacitus.coder", None)
        assert run("ingest", reports).stdout.startswith("0 new, 0 changed, 6 known\n")

    def test_what_fails_is_named_and_the_rest_goes_on(self, reports: Path, tmp_path: Path) -> None:
        (reports / "broken.json").write_text('{"text": "Nine men')
        lines = tmp_path / "more.jsonl"
        lines.write_text(
            '{"id": "x1", "text": "Nine men died."}\n{"id": "x2", "te\n{"id": "x3", "text": "Ten\\u0000"}\n'
        )
        result = run("ingest", reports, lines, tmp_path / "none.txt")
        assert result.exit_code == 1
        assert result.stdout.splitlines()[0] == "7 new, 0 changed, 0 known, 4 failed, near-copies of others: 1"
        told = sorted(line.removeprefix("tacitus: ") for line in result.stderr.splitlines())
        assert [line.rpartition(str(tmp_path))[2].partition(":")[0] for line in told] == [
            "/more.jsonl",
            "/none.txt",
            "/reports/broken.json",
            "x3",
        ]
        assert "x3: it holds a null character" in result.stderr

    def test_nothing_read(self, tmp_path: Path) -> None:
        assert run("ingest", tmp_path / "none.txt").exit_code == 2

    def test_another_report_of_the_same_id(self, reports: Path) -> None:
        run("ingest", reports)
        write(reports, replace(plain_report(9), id="r001"))
        result = run("ingest", reports)
        assert result.exit_code == 1
        assert "r001: its id 'r001' is that of another report in the store (Title 1)" in result.stderr

    def test_defaults_for_day_and_outlet(self, tmp_path: Path, path: Path) -> None:
        (tmp_path / "dispatch.txt").write_text("Nine men died.")
        run("ingest", tmp_path / "dispatch.txt", "--published", "2022-09-14", "--outlet", "Valley Post")
        with Store(str(path)) as store:
            report = next(store.reports()).report
        assert (str(report.published), report.outlet) == ("2022-09-14", "Valley Post")
        assert run("ingest", tmp_path / "dispatch.txt", "--published", "yesterday").exit_code == 2

    def test_a_store_of_ones_own_choice(self, reports: Path, tmp_path: Path, path: Path) -> None:
        run("ingest", reports, "--db", tmp_path / "mine.db")
        assert (tmp_path / "mine.db").exists()
        assert not path.exists()


class TestStats:
    def test_a_table(self, reports: Path) -> None:
        run("ingest", reports)
        lines = dict(line.split(maxsplit=1) for line in run("stats").stdout.splitlines())
        assert (lines["reports"], lines["voices"], lines["outlets"]) == ("6", "5", "6")
        assert lines["days"] == "2024-01-01 to 2024-01-06"
        assert lines["actors"] == "6"
        assert lines["size"].endswith(" MB")

    def test_earlier_versions_and_undated_reports_are_told(self, path: Path) -> None:
        with Store(str(path)) as store:
            report = replace(plain_report(1), published=None)
            store.add(coded([report, replace(report, title="Changed"), plain_report(2)]))
        page = run("stats").stdout
        assert "2 (earlier versions: 1)" in page
        assert "2024-01-03 to 2024-01-03 (undated: 1)" in page

    def test_json(self, reports: Path) -> None:
        run("ingest", reports)
        stats = json.loads(run("stats", "--format", "json").stdout)
        assert (stats["reports"], stats["first"], stats["parts"]["actors"]) == (6, "2024-01-01", 6)

    def test_of_no_reports(self, path: Path) -> None:
        with Store(str(path)):
            pass
        assert "none known" in run("stats").stdout

    def test_of_no_store(self) -> None:
        error = run("stats").exception
        assert isinstance(error, StoreError)
        assert str(error).endswith("there is no store yet (tacitus ingest makes one)")


class TestJudge:
    def test_a_judgement_is_stored(self, path: Path) -> None:
        with Store(str(path)) as store:
            store.add([full_coding("a")])
        result = run("judge", "a#e2", "a#e1", "same", "--who", "Ana", "--reason", "same hill", "--reason", "same day")
        assert result.stdout == "a@1#e1 and a@1#e2: same, says Ana\n"
        with Store(str(path)) as store:
            (judgement,) = store.judgements()
        assert (judgement.verdict, judgement.reasons) == ("same", ("same hill", "same day"))

    def test_the_user_judges_where_nobody_is_named(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LOGNAME", "ben")
        with Store(str(path)) as store:
            store.add([full_coding("a")])
        assert run("judge", "a#e2", "a#e1", "unsure").stdout.endswith("unsure, says ben\n")

    def test_verdicts_are_three(self) -> None:
        assert run("judge", "a#e2", "a#e1", "maybe").exit_code == 2
