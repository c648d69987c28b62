from __future__ import annotations

import io
import json
from typing import Any

import pytest

from tacitus.export.formats.columns import names
from tacitus.export.formats.plover import PLOVER_FIELDS, write_plover
from tacitus.model import Coding

# The columns of POLECAT's files, in their order.
COLUMNS = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,"
    "Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,"
    "Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,"
    "Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,Placename,City,District,Province,Country,"
    "Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,Publication Date,Story People,"
    "Story Organizations,Story Locations,Language,Version"
).split(",")


@pytest.fixture
def records(full: Coding) -> dict[str, dict[str, Any]]:
    """What is written of the coding, by event."""
    stream = io.StringIO()
    write_plover([full], {("r2", "e2"): "i1"}, stream)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    return {record["Event ID"]: record for record in lines}


def test_fields_are_polecats() -> None:
    assert names(PLOVER_FIELDS) == COLUMNS


def test_only_news_that_happened_is_written(records: dict[str, dict[str, Any]]) -> None:
    assert list(records) == ["r2#e1", "r2#e2", "r2#e3"]


def test_a_record(records: dict[str, dict[str, Any]], full: Coding) -> None:
    record = records["r2#e2"]
    expected = {
        "Event Date": "2022-09-13",
        "Event Type": "ASSAULT",
        "Event Mode": "heavy-weapons",
        "Intensity": None,
        "Quad Code": "Material conflict",
        "Actor Name": "Azerbaijan",
        "Actor Country": "AZE",
        "Primary Actor Sector": "GOV",
        "Actor Name Raw": "Azerbaijan",
        "Recipient Name": "Armenia",
        "Placename": "Jermuk",
        "City": "Jermuk",
        "District": None,
        "Province": "Vayots Dzor",
        "GeoNames ID": 616530,
        "Source": "Valley Post",
        "Publication Date": "2022-09-14",
        "tacitus_incident": "i1",
        "tacitus_claims": ["c1", "c4"],
    }
    assert {name: record[name] for name in expected} == expected
    words = [full.report.text[start:end] for _, start, end in record["tacitus_spans"]]
    assert words == ["shelling the town of Jermuk", "Azerbaijani guns struck Jermuk again"]


def test_an_event_of_no_incident(records: dict[str, dict[str, Any]]) -> None:
    assert records["r2#e3"]["tacitus_incident"] is None
    assert records["r2#e3"]["Quad Code"] == "Verbal cooperation"
