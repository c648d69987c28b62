from __future__ import annotations

import io
import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner, Result

from tacitus.cli import build_app
from tacitus.errors import TacitusError
from tacitus.model import Coding, Report
from tests.codings import full_coding


@pytest.fixture(autouse=True)
def coded(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """Puts a coder that finds nothing in the place of the real one; gives the reports that it was handed."""
    handed: list[Report] = []

    def code_many(reports: Iterable[Report], *, options: object = None) -> Iterator[Coding]:
        for report in reports:
            handed.append(report)
            yield Coding(report)

    coder = ModuleType("tacitus.coder")
    coder.code_many = code_many  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tacitus.coder", coder)
    return handed


@pytest.fixture
def dispatch(tmp_path: Path) -> Path:
    path = tmp_path / "dispatch.txt"
    path.write_text("Shelling resumes\n\nNine men died.")
    return path


def run(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(build_app(), ["code", *map(str, words)], input=stdin)


def test_a_page_by_default(dispatch: Path) -> None:
    result = run(dispatch)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Shelling resumes\ndispatch\n")
    assert "\x1b" not in result.stdout


def test_json_is_an_object_for_one_report_and_a_list_for_several(dispatch: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Ten men died.")
    assert json.loads(run(dispatch, "--format", "json").stdout)["report"]["id"] == "dispatch"
    several = json.loads(run(dispatch, other, "--format", "json").stdout)
    assert [coding["report"]["id"] for coding in several] == ["dispatch", "other"]


def test_json_lines(dispatch: Path) -> None:
    lines = run(dispatch, "-", "--format", "jsonl", stdin="Zwölf men died.").stdout.splitlines()
    assert [json.loads(line)["report"]["text"][-5:] for line in lines] == ["died.", "died."]


def test_defaults_for_day_and_outlet(dispatch: Path, coded: list[Report]) -> None:
    assert run(dispatch, "--published", "2022-09-14", "--outlet", "Valley Post").exit_code == 0
    assert [(report.published, report.outlet) for report in coded] == [(date(2022, 9, 14), "Valley Post")]


def test_a_day_that_is_none_is_a_usage_error(dispatch: Path) -> None:
    result = run(dispatch, "--published", "yesterday")
    assert result.exit_code == 2
    assert "not an ISO day (YYYY-MM-DD): 'yesterday'" in result.stderr


class TestWhatCannotBeRead:
    def test_it_is_named_and_the_others_go_on(self, dispatch: Path, tmp_path: Path) -> None:
        result = run(tmp_path / "none.txt", dispatch, tmp_path / "nor.txt", "--format", "jsonl")
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [
            f"tacitus: {tmp_path}/none.txt: no such file or directory",
            f"tacitus: {tmp_path}/nor.txt: no such file or directory",
        ]
        assert json.loads(result.stdout)["report"]["id"] == "dispatch"

    def test_nothing_read_at_all(self, tmp_path: Path, coded: list[Report]) -> None:
        result = run(tmp_path / "none.txt", tmp_path)
        assert (result.exit_code, result.stdout, coded) == (2, "", [])
        assert f"tacitus: {tmp_path}: no reports in this folder" in result.stderr

    def test_addresses_of_this_machine_are_refused(self) -> None:
        result = run("http://127.0.0.1:9/")
        assert result.exit_code == 2
        assert "not a public address" in result.stderr
        assert "could not be fetched" in run("http://127.0.0.1:9/", "--allow-private").stderr


class TestOutputFile:
    def test_it_is_written_and_nothing_else(self, dispatch: Path, tmp_path: Path) -> None:
        out = tmp_path / "out" / "codings.json"
        out.parent.mkdir()
        result = run(dispatch, "--format", "json", "-o", out)
        assert (result.exit_code, result.stdout) == (0, "")
        assert json.loads(out.read_text())["report"]["id"] == "dispatch"
        assert list(out.parent.iterdir()) == [out]

    def test_a_page_in_a_file_is_plain(self, dispatch: Path, tmp_path: Path) -> None:
        out = tmp_path / "page"
        run(dispatch, "-o", out)
        assert out.read_text().startswith("Shelling resumes\ndispatch\n")

    @pytest.mark.parametrize("where", ["nowhere/out.json", "folder"])
    def test_one_that_cannot_be_written_is_told_before_coding(
        self,
        dispatch: Path,
        tmp_path: Path,
        coded: list[Report],
        where: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        (tmp_path / "folder").mkdir()
        monkeypatch.setattr(sys, "argv", ["tacitus", "code", str(dispatch), "-o", str(tmp_path / where)])
        from tacitus.cli import main

        with pytest.raises(SystemExit) as exit_info:
            main()
        assert exit_info.value.code == 1
        assert capsys.readouterr().err.startswith(f"tacitus: cannot write {tmp_path / where}: ")
        assert coded == []

    def test_what_was_there_stays_when_nothing_was_read(self, tmp_path: Path) -> None:
        out = tmp_path / "out.json"
        out.write_text("before")
        assert run(tmp_path / "none.txt", "-o", out).exit_code == 2
        assert out.read_text() == "before"
        assert list(tmp_path.iterdir()) == [out]

    def test_what_was_there_stays_when_coding_fails(
        self, dispatch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(reports: Iterable[Report], *, options: object = None) -> Iterator[Coding]:
            yield Coding(next(iter(reports)))
            raise RuntimeError("broken")

        monkeypatch.setattr(sys.modules["tacitus.coder"], "code_many", fail)
        out = tmp_path / "out.jsonl"
        out.write_text("before")
        assert isinstance(run(dispatch, "-o", out, "--format", "jsonl").exception, RuntimeError)
        assert out.read_text() == "before"
        assert sorted(tmp_path.iterdir()) == [dispatch, out]

    def test_permissions_are_those_of_the_file_before_or_of_the_user(self, dispatch: Path, tmp_path: Path) -> None:
        old, new = tmp_path / "old", tmp_path / "new"
        old.touch(mode=0o640)
        old.chmod(0o640)
        umask = os.umask(0o022)
        try:
            run(dispatch, "-o", old)
            run(dispatch, "-o", new)
        finally:
            os.umask(umask)
        assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [0o640, 0o644]

    def test_a_device_is_written_to_not_replaced(self, dispatch: Path) -> None:
        assert run(dispatch, "-o", os.devnull).exit_code == 0
        assert not Path(os.devnull).is_file()


class TestTables:
    def test_a_folder_of_csv_files(self, dispatch: Path, tmp_path: Path) -> None:
        out = tmp_path / "coded"
        result = run(dispatch, "--format", "csv", "-o", out)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "Nine men died." in (out / "reports.csv").read_text()
        assert sorted(tmp_path.iterdir()) == [out, dispatch]

    def test_a_folder_of_parquet_files(self, dispatch: Path, tmp_path: Path) -> None:
        pytest.importorskip("pyarrow", reason="the extra tacitus[parquet] is not installed")
        out = tmp_path / "coded"
        assert run(dispatch, "--format", "parquet", "-o", out).exit_code == 0
        assert (out / "reports.parquet").read_bytes()[:4] == b"PAR1"

    @pytest.mark.parametrize("name", ["csv", "parquet"])
    def test_a_folder_must_be_named(self, dispatch: Path, coded: list[Report], name: str) -> None:
        result = run(dispatch, "--format", name)
        assert (result.exit_code, coded) == (2, [])
        assert f"{name} writes several files: name a folder with -o" in result.stderr

    def test_parquet_without_its_library_is_told_before_coding(
        self, dispatch: Path, tmp_path: Path, coded: list[Report], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        error = run(dispatch, "--format", "parquet", "-o", tmp_path / "coded").exception
        assert isinstance(error, TacitusError)
        assert "tacitus[parquet]" in str(error)
        assert coded == []

    def test_tables_from_before_are_replaced(self, dispatch: Path, tmp_path: Path) -> None:
        out = tmp_path / "coded"
        out.mkdir(mode=0o750)
        out.chmod(0o750)
        (out / "reports.parquet").write_text("before")
        assert run(dispatch, "--format", "csv", "-o", out).exit_code == 0
        assert not (out / "reports.parquet").exists()
        assert (out / "events.csv").is_file()
        assert stat.S_IMODE(out.stat().st_mode) == 0o750
        assert sorted(tmp_path.iterdir()) == [out, dispatch]

    def test_a_folder_with_other_files_is_left_alone(self, dispatch: Path, tmp_path: Path, coded: list[Report]) -> None:
        error = run(dispatch, "--format", "csv", "-o", tmp_path).exception
        assert isinstance(error, TacitusError)
        assert str(error) == f"cannot write {tmp_path}: it holds other files (dispatch.txt)"
        assert coded == []

    def test_a_file_in_its_place_is_told(self, dispatch: Path) -> None:
        error = run(dispatch, "--format", "csv", "-o", dispatch).exception
        assert str(error) == f"cannot write {dispatch}: it is not a folder"

    @pytest.mark.parametrize("existing", [True, False])
    def test_a_failure_leaves_what_was_there(
        self, dispatch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existing: bool
    ) -> None:
        def fail(reports: Iterable[Report], *, options: object = None) -> Iterator[Coding]:
            yield Coding(next(iter(reports)))
            raise RuntimeError("broken")

        monkeypatch.setattr(sys.modules["tacitus.coder"], "code_many", fail)
        out = tmp_path / "coded"
        if existing:
            out.mkdir()
            (out / "events.csv").write_text("before")
        assert isinstance(run(dispatch, "-o", out, "--format", "csv").exception, RuntimeError)
        assert out.exists() == existing
        assert not existing or (out / "events.csv").read_text() == "before"
        assert len(list(tmp_path.iterdir())) == 1 + existing

    def test_the_old_folder_comes_back_when_the_new_one_cannot_take_its_place(
        self, dispatch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = tmp_path / "coded"
        out.mkdir()
        (out / "events.csv").write_text("before")
        rename = Path.rename

        def full(self: Path, target: Path) -> Path:
            if self.suffix == ".tmp":
                raise OSError(28, "No space left on device")
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", full)
        error = run(dispatch, "-o", out, "--format", "csv").exception
        assert str(error) == f"cannot write {out}: no space left on device"
        assert (out / "events.csv").read_text() == "before"
        assert sorted(tmp_path.iterdir()) == [out, dispatch]


@pytest.mark.parametrize(
    ("option", "words"),
    [("--background", "Background"), ("--accusations", "ARM → AZE"), ("--explain", "confidence 0.90")],
)
def test_options_show_more_on_the_page(
    dispatch: Path, monkeypatch: pytest.MonkeyPatch, option: str, words: str
) -> None:
    def code_many(reports: Iterable[Report], *, options: object = None) -> Iterator[Coding]:
        yield full_coding()

    monkeypatch.setattr(sys.modules["tacitus.coder"], "code_many", code_many)
    assert words not in run(dispatch).stdout
    assert words in run(dispatch, option).stdout


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_the_terminal_while_many_reports_go_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tacitus.cli.progress import reading_progress

    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{number} men died.")
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    codings = [Coding(Report(str(number), "Nine died.")) for number in range(3)]
    with reading_progress([str(tmp_path)], on_terminal=False) as watched:
        assert list(watched(codings)) == codings
    assert "3/3" in shown.getvalue()


@pytest.mark.parametrize(
    ("count", "on_terminal", "stderr"), [(1, False, Terminal()), (3, True, Terminal()), (3, False, io.StringIO())]
)
def test_no_bar_where_it_would_disturb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, on_terminal: bool, stderr: io.StringIO
) -> None:
    from tacitus.cli.progress import reading_progress

    for number in range(count):
        (tmp_path / f"{number}.txt").write_text(f"{number} men died.")
    monkeypatch.setattr(sys, "stderr", stderr)
    with reading_progress([str(tmp_path)], on_terminal=on_terminal) as watched:
        assert list(watched([])) == []
    assert stderr.getvalue() == ""


def test_pages_on_a_terminal_are_parted_by_a_rule_and_coloured(coding: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    from tacitus.cli.formats import CodeFormat
    from tacitus.cli.output import Output
    from tacitus.cli.writers import write_codings

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = Terminal()
    write_codings([coding, coding], target=Output(shown), output_format=CodeFormat.text)
    assert shown.getvalue().count("\x1b[1mBorder shelling kills dozens") == 2
    (rule,) = re.findall("─+", shown.getvalue())
    assert len(rule) == 160
