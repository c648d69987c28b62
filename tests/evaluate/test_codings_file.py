from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tacitus.errors import SourceError
from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.codings_file import read_codings
from tacitus.model import Bounds, Coding, Span

PASHINYAN = {"id": "a1", "name": "Nikol Pashinyan", "side": "ARM", "mentions": ["Nikol Pashinyan"]}
CLAIM = {"speaker": "a1", "content": "49 soldiers were killed", "source": "Nikol Pashinyan"}
FIGURE = {"bounds": (49, 49, None), "side": "ARM", "by": "a1", "words": "49 soldiers", "denied": True}
SHELLING = {"actors": ["a1"], "words": "shelling any town", "trigger": "shelling", "also": ["until dawn"]}
JERMUK = {"mentions": ["Jermuk"], "country": "ARM", "point": (39.84, 45.67)}
NIGHT = {"words": "overnight", "days": ("2022-09-13", None)}
TRUCE = {
    "parties": ["ARM", "AZE"],
    "mediators": ["RUS"],
    "date": "2022-09-13",
    "status": "in_force",
    "violators": [None, "ARM"],
    "words": "step back",
}

SPARSE: dict[str, Any] = {
    "report": {"id": "r1"},
    "actors": [{"id": "a1", "name": "Nikol Pashinyan"}],
    "claims": [{"speaker": "a1", "stance": "assert", "content": [{"start": 0, "end": 7}]}],
    "figures": [
        {"kind": "killed", "low": 1, "best": 1, "high": 1, "group": {"side": "ARM"}, "span": {"start": 0, "end": 7}}
    ],
}


def write(folder: Path, *records: object) -> Path:
    path = folder / "codings.jsonl"
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_what_the_package_writes_is_read_back(
    tmp_path: Path, make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(
        actors=[PASHINYAN],
        claims=[CLAIM],
        figures=[FIGURE],
        events=[{**SHELLING, "aspect": "denied", "background": True}],
        places=[JERMUK],
        dates=[NIGHT],
        ceasefires=[TRUCE],
    )
    read = read_codings(write(tmp_path, coding.to_dict()), [make_gold()])
    assert read == {"r1": coding}


def test_another_system_may_leave_out_what_is_not_scored(tmp_path: Path, make_gold: Callable[..., Gold]) -> None:
    coding = read_codings(write(tmp_path, SPARSE), [make_gold()])["r1"]
    assert coding.claims[0].content == (Span(0, 7),)
    assert coding.figures[0].bounds == Bounds(1, 1, 1)
    assert coding.figures[0].by is None
    assert (coding.events, coding.places, coding.dates, coding.ceasefires) == ((), (), (), ())


def test_the_least_that_tells_an_event_a_place_a_date_and_a_truce(
    tmp_path: Path, make_gold: Callable[..., Gold]
) -> None:
    words = {"start": 0, "end": 7}
    record = {
        "report": {"id": "r1"},
        "events": [{"type": "ASSAULT", "trigger": None, "evidence": words}],
        "places": [{"mentions": [words]}],
        "dates": [{"span": words}],
        "ceasefires": [{"status": "announced", "evidence": words}],
    }
    coding = read_codings(write(tmp_path, record), [make_gold()])["r1"]
    (event,), (place,), (date,), (truce,) = coding.events, coding.places, coding.dates, coding.ceasefires
    assert (event.trigger, event.aspect, event.background) == (Span(0, 7), "actual", False)
    assert (place.country, place.lat, place.lon) == (None, None, None)
    assert (date.start, date.end) == (None, None)
    assert (truce.parties, truce.mediators, truce.date) == ((), (), None)


def test_reports_without_gold_and_empty_lines_are_passed_over(tmp_path: Path, make_gold: Callable[..., Gold]) -> None:
    file = write(tmp_path, {"report": {"id": "elsewhere"}}, "", SPARSE)
    assert list(read_codings(file, [make_gold()])) == ["r1"]


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        pytest.param([SPARSE, "{"], r"line 2: .*JSON", id="truncated"),
        pytest.param([SPARSE, "", SPARSE], "line 3: the report 'r1' is coded a second time", id="twice"),
        pytest.param([{"claims": []}], "line 1: report: Field required", id="no report"),
        pytest.param([{**SPARSE, "actors": []}], "line 1: no actor has the id 'a1'", id="unknown actor"),
        pytest.param(
            [{**SPARSE, "actors": [{**SPARSE["actors"][0], "members": ["a9"]}]}],
            "line 1: no actor has the id 'a9'",
            id="unknown member",
        ),
        pytest.param(
            [{**SPARSE, "figures": [{**SPARSE["figures"][0], "span": {"start": 5, "end": 5}}]}],
            "line 1: not a range",
            id="empty span",
        ),
        pytest.param(
            [{**SPARSE, "claims": [{**SPARSE["claims"][0], "content": [{"start": 0, "end": 9999}]}]}],
            r"line 1: the span \[0, 9999\) lies outside",
            id="span outside the text",
        ),
        pytest.param(
            [{**SPARSE, "claims": [{**SPARSE["claims"][0], "stance": "shout"}]}],
            r"line 1: claims\[0\].stance",
            id="unknown stance",
        ),
        pytest.param(
            [{**SPARSE, "events": [{"type": "ASSAULT", "actors": ["a9"], "evidence": {"start": 0, "end": 7}}]}],
            "line 1: no actor has the id 'a9'",
            id="unknown actor of an event",
        ),
        pytest.param(
            [{**SPARSE, "events": [{"type": "ASSAULT"}]}], r"line 1: events\[0\].evidence", id="event without evidence"
        ),
        pytest.param(
            [{**SPARSE, "places": [{"mentions": [{"start": 0, "end": 9999}]}]}],
            r"line 1: the span \[0, 9999\) lies outside",
            id="place outside the text",
        ),
    ],
)
def test_a_fault_is_told_with_its_line(
    tmp_path: Path, make_gold: Callable[..., Gold], records: list[object], reason: str
) -> None:
    with pytest.raises(SourceError, match=reason):
        read_codings(write(tmp_path, *records), [make_gold()])


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.jsonl: No such file"):
        read_codings(tmp_path / "none.jsonl", [])
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe\x80")
    with pytest.raises(SourceError, match="not UTF-8"):
        read_codings(binary, [])
