from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tacitus.errors import GoldError
from tacitus.evaluate.annotation import GoldCeasefire, GoldDate, GoldEvent, GoldPlace
from tacitus.evaluate.gold import gold_reports, read_gold
from tacitus.model import Bounds, Report

RECORD: dict[str, Any] = {
    "id": "s01",
    "group": None,
    "outlet": "Example Wire",
    "published": "2022-09-14",
    "title": "Border clash",
    "text": "Officials said at least 49 soldiers were killed.",
    "claims": [
        {
            "speaker": "officials",
            "side": None,
            "stance": "assert",
            "content": "at least 49 soldiers were killed",
            "source": "Officials",
            "cue": "said",
        }
    ],
    "figures": [
        {
            "kind": "killed",
            "low": 49,
            "best": 49,
            "high": None,
            "group_side": "ARM",
            "group_type": "military",
            "by": "officials",
            "background": False,
            "quote": "at least 49 soldiers",
            "group_words": "soldiers",
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
    "dates": [{"quote": "killed", "start": "2022-09-13", "end": "2022-09-14"}],
    "places": [{"quote": "Officials", "country": None, "lat": 39, "lon": 45.67}],
    "ceasefires": [
        {"parties": ["ARM"], "mediators": [], "date": None, "status": "in force", "alleged_violators": ["AZE"]}
    ],
    "incidents": ["i1"],
}


def write(folder: Path, record: object, name: str = "s01.json") -> Path:
    path = folder / name
    path.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    return path


def changed(part: str, **changes: object) -> dict[str, Any]:
    return {**RECORD, part: [{**RECORD[part][0], **changes}]}


def without(part: str, key: str) -> dict[str, Any]:
    return {**RECORD, part: [{name: value for name, value in RECORD[part][0].items() if name != key}]}


def test_gold_is_read_in_full(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, RECORD))
    (claim,), (figure,) = gold.claims, gold.figures
    assert (claim.speaker, claim.side, claim.source, claim.cue) == ("officials", None, "Officials", "said")
    assert figure.bounds == Bounds(49, 49, None)
    assert (figure.by, figure.group_side, figure.group_words) == ("officials", "ARM", "soldiers")
    (event,), (day,), (place,), (truce,) = gold.events, gold.dates, gold.places, gold.ceasefires
    assert event == GoldEvent("ASSAULT", (), ("ARM",), background=False, denied=False, quote="soldiers were killed")
    assert day == GoldDate("killed", date(2022, 9, 13), date(2022, 9, 14))
    assert place == GoldPlace("Officials", None, 39.0, 45.67)
    assert truce == GoldCeasefire(("ARM",), (), None, "in_force", ("AZE",))
    assert gold.absent == frozenset()
    assert gold.incidents == ("i1",)
    assert gold.sides == {"ARM"}
    assert gold.report == Report(
        id="s01", text=RECORD["text"], title="Border clash", published=date(2022, 9, 14), outlet="Example Wire"
    )


def test_a_user_needs_only_text_claims_and_figures(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, {"id": "u1", "text": "Nothing happened.", "claims": [], "figures": []}))
    assert (gold.published, gold.title, gold.claims, gold.figures) == (None, None, (), ())
    assert gold.absent == {"events", "dates", "places", "ceasefires"}


def test_a_part_annotated_as_empty_is_not_absent(tmp_path: Path) -> None:
    record = {"id": "u1", "text": "Nothing happened.", "claims": [], "figures": [], "events": [], "dates": []}
    assert read_gold(write(tmp_path, record)).absent == {"places", "ceasefires"}


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        pytest.param("{", "JSON", id="bad JSON"),
        pytest.param([RECORD], "object", id="a list"),
        pytest.param({key: RECORD[key] for key in RECORD if key != "figures"}, "figures: Field required", id="no key"),
        pytest.param(without("claims", "side"), r"claims\[0\].side: Field required", id="claim without side"),
        pytest.param(without("figures", "by"), r"figures\[0\].by: Field required", id="figure without by"),
        pytest.param(changed("claims", stance="shout"), r"claims\[0\].stance", id="unknown stance"),
        pytest.param(changed("figures", kind="bored"), r"figures\[0\].kind", id="unknown kind"),
        pytest.param(changed("figures", best="49"), r"figures\[0\].best", id="a number as a string"),
        pytest.param(changed("figures", low=-1), r"figures\[0\].low", id="negative"),
        pytest.param(changed("figures", grup_words="x"), r"figures\[0\].grup_words: Extra", id="misspelt key"),
        pytest.param(changed("claims", content="50 were"), r"claims\[0\].content: not verbatim", id="content"),
        pytest.param(changed("claims", cue="claimed"), r"claims\[0\].cue: not verbatim", id="cue"),
        pytest.param(changed("figures", quote="50 men"), r"figures\[0\].quote: not verbatim", id="quote"),
        pytest.param(changed("figures", low=50), r"figures\[0\]: bounds out of order", id="low above best"),
        pytest.param(changed("events", type="FIGHT"), r"events\[0\].type", id="unknown event type"),
        pytest.param(changed("events", quote="shelled"), r"events\[0\].quote: not verbatim", id="event quote"),
        pytest.param(without("events", "denied"), r"events\[0\].denied: Field required", id="event without denied"),
        pytest.param(changed("events", actors=[""]), r"events\[0\].actors\[0\]", id="nameless actor"),
        pytest.param(changed("dates", quote="Monday"), r"dates\[0\].quote: not verbatim", id="date quote"),
        pytest.param(changed("dates", end="2022-09-12"), r"dates\[0\]: days out of order", id="end before start"),
        pytest.param(changed("dates", start=None), r"dates\[0\].start", id="date without day"),
        pytest.param(changed("places", quote="Goris"), r"places\[0\].quote: not verbatim", id="place quote"),
        pytest.param(changed("places", lat=390.8), r"places\[0\].lat", id="latitude off the globe"),
        pytest.param(changed("ceasefires", status="over"), r"ceasefires\[0\].status", id="unknown status"),
        pytest.param({**RECORD, "published": "14/9/2022"}, "published", id="a day that is not ISO"),
        pytest.param({**RECORD, "text": ""}, "text", id="empty text"),
    ],
)
def test_a_fault_is_told_with_file_and_place(tmp_path: Path, record: object, reason: str) -> None:
    path = write(tmp_path, record)
    with pytest.raises(GoldError, match=reason) as caught:
        read_gold(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    broken = {**changed("figures", quote="50 men"), "claims": [{**RECORD["claims"][0], "content": "nothing"}]}
    with pytest.raises(GoldError, match=r"claims\[0\].*; figures\[0\]"):
        read_gold(write(tmp_path, broken))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.json: No such file"):
        read_gold(tmp_path / "none.json")


def test_a_folder_is_read_by_name_without_the_incidents(tmp_path: Path) -> None:
    write(tmp_path, {**RECORD, "id": "b"}, "b.json")
    (tmp_path / "deeper").mkdir()
    write(tmp_path / "deeper", {**RECORD, "id": "a"}, "a.json")
    write(tmp_path, {"i1": {}}, "b-incidents.json")
    assert [gold.id for gold in gold_reports(tmp_path)] == ["a", "b"]


def test_two_reports_with_one_id_are_refused(tmp_path: Path) -> None:
    write(tmp_path, RECORD, "a.json")
    write(tmp_path, RECORD, "b.json")
    with pytest.raises(GoldError, match=r"b\.json: the id 's01' is also that of .*a\.json"):
        gold_reports(tmp_path)


@pytest.mark.parametrize(("name", "reason"), [("none", "no such folder"), ("s01.json", "not a folder")])
def test_what_is_not_a_folder_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    write(tmp_path, RECORD)
    with pytest.raises(GoldError, match=reason):
        gold_reports(tmp_path / name)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no annotated reports"):
        gold_reports(tmp_path)
