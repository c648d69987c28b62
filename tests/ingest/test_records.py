from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tacitus.errors import SourceError
from tacitus.ingest import ReadOptions, read_sources
from tacitus.model import Report


def read(path: Path, content: str | bytes, *, options: ReadOptions | None = None) -> list[Report | SourceError]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_sources([str(path)], options=options))


def test_every_key_is_read_and_others_are_passed_over(tmp_path: Path) -> None:
    content = """{"id": "x1", "title": "T", "text": "Nine died.", "published": "2022-09-14", "outlet": "Wire",
                  "url": "https://wire.example/1", "claims": [{"speaker": "S"}], "group": null}"""
    assert read(tmp_path / "r.json", content) == [
        Report("x1", "Nine died.", "T", date(2022, 9, 14), "Wire", "https://wire.example/1")
    ]


def test_ids_default_to_the_file_and_the_number(tmp_path: Path) -> None:
    items = read(tmp_path / "r.json", '[{"text": "One."}, {"id": 7, "text": "Two."}, {"id": "", "text": "Three."}]')
    assert [item.id for item in items if isinstance(item, Report)] == ["r-1", "7", "r-3"]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ('"2022-09-14"', date(2022, 9, 14)),
        ('"2022-09-14T23:30:00Z"', date(2022, 9, 14)),
        ('"2022-09-14 08:00"', date(2022, 9, 14)),
        ('""', None),
        ("null", None),
    ],
)
def test_days(tmp_path: Path, value: str, day: date | None) -> None:
    (report,) = read(tmp_path / "r.json", f'{{"text": "One.", "published": {value}}}')
    assert isinstance(report, Report)
    assert report.published == day


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"text": "One.", "published": "14 Sept"}', "published: not an ISO day (YYYY-MM-DD): '14 Sept'"),
        ('{"text": "One.", "published": 20220914}', "published: not an ISO day (YYYY-MM-DD): 20220914"),
        ('{"text": " \\n"}', "the text is empty"),
        ('{"text": 5}', "text: Input should be a valid string"),
        ('{"text": "\\ud800"}', None),
        ('{"text": "One.", "title": ["T"]}', "title: Input should be a valid string"),
        ('{"text": "One."', "not valid JSON (Expecting ',' delimiter at column 16)"),
        ('{\n"text": One}', "not valid JSON (Expecting value at line 2, column 9)"),
        ("[" * 100_000, "not readable JSON (nested too deeply)"),
        ('"One."', "JSON without a report (an object with a text)"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, content: str, reason: str | None) -> None:
    (error,) = read(tmp_path / "r.json", content)
    assert isinstance(error, SourceError)
    assert reason is None or error.reason == reason


def test_one_bad_member_does_not_spoil_a_list(tmp_path: Path) -> None:
    good, bad, last = read(tmp_path / "r.json", '[{"text": "One."}, {"title": "T"}, {"text": "Three."}]')
    assert isinstance(good, Report)
    assert isinstance(bad, SourceError)
    assert bad.reason == "report 2: not a report (an object with a text)"
    assert isinstance(last, Report)


class TestLines:
    def test_bad_and_truncated_lines_are_named_and_the_rest_go_on(self, tmp_path: Path) -> None:
        content = '{"text": "One."}\n\n{"text": "Two."\n{"text": "Four."}\n{"text": "Fi'
        items = read(tmp_path / "r.jsonl", content)
        assert [item.id for item in items if isinstance(item, Report)] == ["r-1", "r-4"]
        errors = [item.reason for item in items if isinstance(item, SourceError)]
        assert [reason.split(":")[0] for reason in errors] == ["line 3", "line 5"]

    def test_lines_in_a_file_called_json(self, tmp_path: Path) -> None:
        items = read(tmp_path / "r.json", '{"text": "One."}\n{"text": "Two."}\n')
        assert [item.text for item in items if isinstance(item, Report)] == ["One.", "Two."]

    def test_a_byte_order_mark_and_windows_line_ends(self, tmp_path: Path) -> None:
        items = read(tmp_path / "r.jsonl", '\ufeff{"text": "One."}\r\n{"text": "Two."}\r\n')
        assert [item.text for item in items if isinstance(item, Report)] == ["One.", "Two."]

    def test_the_limit_holds_for_a_line_not_for_the_file(self, tmp_path: Path) -> None:
        short = '{"text": "One."}\n'
        content = short + '{"text": "' + "x" * 500 + '"}\n' + short.replace("One", "Two")
        first, long, last = read(tmp_path / "r.jsonl", content, options=ReadOptions(file_bytes=60))
        assert isinstance(first, Report)
        assert isinstance(long, SourceError)
        assert long.reason == "line 2: too long"
        assert isinstance(last, Report)
        assert last.id == "r-3"

    def test_a_line_that_is_not_utf8(self, tmp_path: Path) -> None:
        (error,) = read(tmp_path / "r.jsonl", b'{"text": "caf\xe9"}\n')
        assert isinstance(error, SourceError)
        assert error.reason.startswith("line 1: not UTF-8 text")

    def test_nothing(self, tmp_path: Path) -> None:
        (error,) = read(tmp_path / "r.jsonl", "\n\n")
        assert isinstance(error, SourceError)
        assert error.reason == "empty"
