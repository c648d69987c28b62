from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tacitus.evaluate.gold import gold_reports
from tacitus.evaluate.gold_coding import gold_coding
from tacitus.evaluate.linked_score import score_linked
from tacitus.model import Coding

_TOLD = {
    "r1": ("2022-09-13", 49, "i1"),
    "r2": ("2022-09-14", 105, "i1"),
    "r3": ("2022-11-20", 8, "i2"),
}


def write(folder: Path, *, incidents: bool = True) -> Path:
    for id, (day, dead, incident) in _TOLD.items():
        words = f"{dead} soldiers were killed in shelling at Jermuk"
        place = {"quote": "Jermuk", "country": "ARM", "lat": 39.84, "lon": 45.67}
        event = {"type": "ASSAULT", "actors": ["AZE"], "recipients": ["ARM"], "quote": words}
        figure = {"kind": "killed", "low": dead, "best": dead, "high": dead, "group_side": "ARM", "by": "ARM"}
        record: dict[str, Any] = {
            "id": id,
            "text": f"Armenia said that {words}.",
            "title": "Shelling at Jermuk",
            "published": day,
            "claims": [{"speaker": "Armenia", "side": "ARM", "stance": "assert", "content": words}],
            "figures": [{**figure, "group_type": "military", "background": False, "quote": f"{dead} soldiers"}],
            "events": [{**event, "background": False, "denied": False}],
            "places": [place],
            "dates": [],
            "ceasefires": [],
            "incidents": [incident],
        }
        (folder / f"{id}.json").write_text(json.dumps(record))
    if incidents:
        spot = {"title": "Shelling", "lat": 39.84, "lon": 45.67, "sides": ["ARM", "AZE"]}
        first = {"ARM": {"by": {"ARM": [["2022-09-13", 49], ["2022-09-14", 105]]}}}
        second = {"ARM": {"by": {"ARM": [["2022-11-20", 8]]}}}
        told = {
            "i1": {**spot, "start": "2022-09-13", "end": "2022-09-13", "killed": first},
            "i2": {**spot, "start": "2022-11-20", "end": "2022-11-20", "killed": second},
        }
        (folder / "r-incidents.json").write_text(json.dumps(told))
    return folder


def test_flawless_codings_give_the_incidents_that_were_told(tmp_path: Path) -> None:
    golds = gold_reports(write(tmp_path))
    score = score_linked(tmp_path, [(gold, gold_coding(gold)) for gold in golds])
    assert score is not None
    assert score.coded == score.gold
    assert (score.gold.grouping.f1, score.gold.grouping.reports) == (1.0, 3)
    assert (score.gold.last_toll.right, score.gold.last_toll.count) == (2, 2)


def test_codings_that_tell_nothing_score_less_than_the_gold(tmp_path: Path) -> None:
    golds = gold_reports(write(tmp_path))
    score = score_linked(tmp_path, [(gold, Coding(gold.report)) for gold in golds])
    assert score is not None
    assert score.coded.last_toll.right == 0
    assert score.gold.last_toll.right == 2


def test_without_annotated_incidents_there_is_no_score(tmp_path: Path) -> None:
    golds = gold_reports(write(tmp_path, incidents=False))
    assert score_linked(tmp_path, [(gold, gold_coding(gold)) for gold in golds]) is None
