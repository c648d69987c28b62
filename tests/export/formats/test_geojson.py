from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from tacitus.export.formats.case import Case
from tacitus.export.formats.geojson import write_geojson


def collection(*cases: Case) -> dict[str, Any]:
    stream = io.StringIO()
    write_geojson(cases, stream)
    loaded: dict[str, Any] = json.loads(stream.getvalue())
    return loaded


def test_a_feature_has_its_point_and_its_words(case: Case) -> None:
    (feature,) = collection(case)["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [45.67, 39.84]}
    properties = feature["properties"]
    assert properties["killed_ucdp"] == {"low": 49, "best": 49, "high": None, "why": "at least; as Armenia says"}
    assert "shelling the town of Jermuk" in [source["words"] for source in properties["sources"]]
    (stated,) = properties["tolls"][0]["history"]
    assert (stated["best"], stated["sources"][0]["report"]) == (49, "r2")


def test_what_is_unknown_is_null(case: Case) -> None:
    nowhere = replace(case, incident=replace(case.incident, place=None, start=None, end=None))
    (feature,) = collection(nowhere)["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["start"] is None


def test_no_incidents_make_an_empty_collection() -> None:
    assert collection() == {"type": "FeatureCollection", "features": []}


def test_the_library_finds_it_valid(case: Case) -> None:
    geojson = pytest.importorskip("geojson", reason="geojson is not installed")
    stream = io.StringIO()
    write_geojson([case, replace(case, incident=replace(case.incident, id="i2", place=None))], stream)
    loaded = geojson.loads(stream.getvalue())
    assert isinstance(loaded, geojson.FeatureCollection)
    assert loaded.is_valid, loaded.errors()
