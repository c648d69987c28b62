from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.quality_floors import (
    CORPUS,
    MEASURES,
    FloorError,
    Floors,
    dev_hash,
    dev_scores,
    raised,
    read_floors,
    write_floors,
)


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    return dev_scores()


@pytest.mark.parametrize("measure", read_floors().values)
def test_the_dev_part_scores_no_less_than_its_floor(measure: str, scores: dict[str, float]) -> None:
    assert scores[measure] >= read_floors().values[measure]


def test_the_floors_hold_for_the_dev_reports_as_they_are() -> None:
    assert read_floors().dev == dev_hash(), "the dev reports changed: python tests/quality_floors.py --raise"


def test_every_floor_is_of_a_measure() -> None:
    assert set(read_floors().values) <= set(MEASURES)


def test_every_measure_that_scores_has_a_floor(scores: dict[str, float]) -> None:
    assert {name for name, score in scores.items() if score > 0.01} <= set(read_floors().values)


def test_floors_rise_to_what_is_reached_rounded_down() -> None:
    floors = raised(Floors("old", {"claims": 0.6, "bounds": 0.95}), {"claims": 0.729, "bounds": 1.0}, dev="new")
    assert floors == Floors("new", {"claims": 0.72, "bounds": 1.0})


def test_a_measure_gets_its_floor_once_it_scores() -> None:
    floors = raised(Floors("old", {"claims": 0.6}), {"claims": 0.61, "dates": 0.845, "places": 0.0}, dev="old")
    assert floors.values == {"claims": 0.61, "dates": 0.84}


def test_a_floor_stays_where_rounding_down_would_lower_it() -> None:
    assert raised(Floors("old", {"claims": 0.725}), {"claims": 0.728}, dev="old").values == {"claims": 0.725}


def test_floors_do_not_fall_unless_forced() -> None:
    floors, scores = Floors("old", {"claims": 0.6, "bounds": 0.95}), {"claims": 0.594, "bounds": 0.97}
    with pytest.raises(FloorError, match="below the floor: claims;"):
        raised(floors, scores, dev="old")
    assert raised(floors, scores, dev="old", lower=True).values == {"claims": 0.59, "bounds": 0.97}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    floors = Floors("abc", {"claims": 0.6, "bounds": 0.95})
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_the_hash_minds_dev_reports_only(tmp_path: Path) -> None:
    for name in ("t02-01.json", "t12-01.json"):
        shutil.copy(CORPUS / "reports" / name, tmp_path)
    before = dev_hash(tmp_path)
    (tmp_path / "t01-99.json").write_text("{}", encoding="utf-8")
    (tmp_path / "t04-99.json").write_text("{}", encoding="utf-8")
    (tmp_path / "t02-incidents.json").write_text("[]", encoding="utf-8")
    assert dev_hash(tmp_path) == before
    (tmp_path / "t02-01.json").write_text("{}", encoding="utf-8")
    assert dev_hash(tmp_path) != before
