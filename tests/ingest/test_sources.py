from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tacitus.errors import SourceError
from tacitus.ingest import ReadOptions, read_sources
from tacitus.model import Report


def read(*sources: Path | str, options: ReadOptions | None = None) -> list[Report | SourceError]:
    return list(read_sources([str(source) for source in sources], options=options))


def reports(*sources: Path | str, options: ReadOptions | None = None) -> list[Report]:
    items = read(*sources, options=options)
    assert all(isinstance(item, Report) for item in items), items
    return [item for item in items if isinstance(item, Report)]


def reason(source: Path | str, options: ReadOptions | None = None) -> str:
    (error,) = read(source, options=options)
    assert isinstance(error, SourceError)
    assert str(error).startswith(f"{source}: ")
    return error.reason


def put_on_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_text_is_kept_to_the_last_character(tmp_path: Path) -> None:
    text = "Shelling resumes\r\n\r\n  Nine men died.\r\n"
    path = tmp_path / "dispatch.txt"
    path.write_bytes(text.encode())
    (report,) = reports(path)
    assert report == Report(id="dispatch", text=text, title="Shelling resumes")


def test_a_file_without_a_known_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    plain, record = tmp_path / "dispatch", tmp_path / "record.data"
    plain.write_text("Nine men died.")
    record.write_text('{"id": "x", "text": "Ten men died."}')
    assert [report.text for report in reports(plain, record)] == ["Nine men died.", "Ten men died."]


def test_options_stand_in_only_where_the_source_does_not_say(tmp_path: Path) -> None:
    path = tmp_path / "two.json"
    path.write_text(json.dumps([{"text": "One.", "published": "2020-01-02", "outlet": "Wire"}, {"text": "Two."}]))
    options = ReadOptions(published=date(2022, 9, 14), outlet="Valley Post")
    first, second = reports(path, options=options)
    assert (first.published, first.outlet) == (date(2020, 1, 2), "Wire")
    assert (second.published, second.outlet) == (date(2022, 9, 14), "Valley Post")


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Here.")
    items = read_sources([str(path), str(tmp_path / "later.txt")])
    assert isinstance(next(items), Report)
    (tmp_path / "later.txt").write_text("Made after reading began.")
    assert isinstance(next(items), Report)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\ufeff \n".encode(), "empty"),
        (b"caf\xe9 attacked", "not UTF-8 text (byte 3); save it as UTF-8"),
        (b"PK\x03\x04\0\0", "not text: it holds null bytes"),
        (b"\xff\xfea\0b", "marked as UTF-16, which it is not (byte 4)"),
    ],
)
def test_bytes_that_are_no_text_are_told(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert reason(path) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read_without_their_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("Café – 9 killed".encode(encoding))
    assert reports(path)[0].text == "Café – 9 killed"


def test_what_is_not_there_or_too_large_is_told_and_the_rest_go_on(tmp_path: Path) -> None:
    good, large = tmp_path / "good.txt", tmp_path / "large.txt"
    good.write_text("Nine died.")
    large.write_text("x" * 1001)
    options = ReadOptions(file_bytes=1000)
    missing, too_large, report = read(tmp_path / "none.txt", large, good, options=options)
    assert isinstance(missing, SourceError)
    assert missing.reason == "no such file or directory"
    assert isinstance(too_large, SourceError)
    assert too_large.reason == "larger than 0.001 MB"
    assert isinstance(report, Report)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_impossible_names_are_errors_not_crashes(name: str) -> None:
    (error,) = read(name)
    assert isinstance(error, SourceError)


def test_a_name_that_is_no_text_makes_a_printable_id(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("Nine died.")
    assert [report.id for report in reports(path, tmp_path)] == ["caf?"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Nine died.")
    path.chmod(0)
    assert reason(path) == "permission denied"


class TestFolders:
    def test_files_come_sorted_with_sub_folders_after_them(self, tmp_path: Path) -> None:
        for name in (
            "b.txt",
            "a.txt",
            "sub/a.txt",
            "sub/c.html.bak",
            ".hidden.txt",
            ".git/x.txt",
            "README.md",
            "LICENSE",
        ):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"Nine died, says {name}.")
        assert [report.id for report in reports(tmp_path)] == ["a", "b", "sub/a"]

    def test_json_without_a_report_is_passed_over_in_a_folder_but_an_error_by_name(self, tmp_path: Path) -> None:
        (tmp_path / "g-incidents.json").write_text('{"i1": {"title": "t", "reports": ["r1"]}}')
        (tmp_path / "list.json").write_text("[]")
        (tmp_path / "codings.jsonl").write_text('{"report": {"id": "r"}}\n')
        (tmp_path / "r.json").write_text('{"text": "Nine died."}')
        assert [report.id for report in reports(tmp_path)] == ["r"]
        assert reason(tmp_path / "g-incidents.json") == "JSON without a report (an object with a text)"
        assert reason(tmp_path / "list.json") == "JSON without a report (an object with a text)"
        assert reason(tmp_path / "codings.jsonl") == "line 1: not a report (an object with a text)"

    def test_broken_json_is_an_error_in_a_folder_too(self, tmp_path: Path) -> None:
        (tmp_path / "r.json").write_text('{"text": "Nine di')
        (error,) = read(tmp_path)
        assert isinstance(error, SourceError)
        assert error.reason.startswith("not valid JSON (Unterminated string")

    def test_a_folder_without_reports_is_told(self, tmp_path: Path) -> None:
        assert reason(tmp_path) == "no reports in this folder"


class TestIds:
    def test_the_same_report_met_again_is_left_out(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Nine died.")
        assert len(reports(path, tmp_path, path)) == 1

    def test_a_different_report_of_the_same_id_names_both_places(self, tmp_path: Path) -> None:
        first, second = tmp_path / "a.txt", tmp_path / "a.json"
        first.write_text("Nine died.")
        second.write_text('{"text": "Ten died."}')
        report, error = read(first, second)
        assert isinstance(report, Report)
        assert isinstance(error, SourceError)
        assert str(error) == f"{second}: its id 'a' is that of another report, in {first}"


class TestStandardInput:
    def test_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put_on_stdin(monkeypatch, b"[Photo: a ruined house]\n\nNine died.\n")
        (report,) = reports("-")
        assert report.text.startswith("[Photo")
        assert len(report.id) == 12

    def test_the_id_depends_on_the_content_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ids = []
        for data in (b"Nine died.", b"Nine died.", b"Ten died."):
            put_on_stdin(monkeypatch, data)
            ids += [report.id for report in reports("-")]
        assert ids[0] == ids[1] != ids[2]

    @pytest.mark.parametrize(
        "data",
        [
            b'{"text": "One."}\n{"text": "Two."}\n',
            b'{"text": "One."}\n\n{"text": "Two."}',
            b'[{"text": "One."}, {"text": "Two."}]',
            b'{"reports": [{"text": "One."},\n {"text": "Two."}]}',
            '[{"text": "One."}, {"text": "Two."}]'.encode("utf-16"),
        ],
    )
    def test_json_in_any_form(self, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
        put_on_stdin(monkeypatch, data)
        assert [report.text for report in reports("-")] == ["One.", "Two."]

    def test_html(self, monkeypatch: pytest.MonkeyPatch) -> None:
        body = "<p>Nine soldiers died in shelling along the northern border, the ministry said on Tuesday.</p>" * 3
        put_on_stdin(monkeypatch, f"<!DOCTYPE html><html><body><article>{body}</article></body></html>".encode())
        (report,) = reports("-")
        assert report.text.startswith("Nine soldiers died")

    @pytest.mark.parametrize("data", [b"", b"\n"])
    def test_nothing(self, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
        put_on_stdin(monkeypatch, data)
        (error,) = read("-")
        assert str(error) == "standard input: empty"

    def test_too_much(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put_on_stdin(monkeypatch, b"word\n" * 100)
        (error,) = read("-", options=ReadOptions(file_bytes=100))
        assert str(error) == "standard input: larger than 0.0001 MB"
