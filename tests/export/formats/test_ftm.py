from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from tacitus.export.formats.case import Case
from tacitus.export.formats.ftm import write_ftm
from tacitus.model import Coding


def entities(case: Case, *codings: Coding) -> list[dict[str, Any]]:
    stream = io.StringIO()
    again = replace(case, incident=replace(case.incident, id="i2"))
    write_ftm([case, again], codings, stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_leads_to_its_words(case: Case, full: Coding) -> None:
    found = {entity["id"]: entity for entity in entities(case, full)}
    event = next(entity for entity in found.values() if entity["schema"] == "Event")
    assert event["properties"]["startDate"] == ["2022-09-13"]
    assert event["properties"]["country"] == ["am"]
    (article,) = event["properties"]["proof"]
    assert found[article]["properties"]["title"] == ["Truce shaken on the Arax"]
    involved = [found[side]["properties"]["name"] for side in event["properties"]["involved"]]
    assert involved == [["Government of Armenia"], ["Government of Azerbaijan"]]
    words = [one["properties"] for one in found.values() if one["properties"].get("entity") == [event["id"]]]
    assert ["shelling the town of Jermuk"] in [one["summary"] for one in words]
    assert {tuple(one["document"]) for one in words} == {(article,)}


def test_sides_are_written_once(case: Case, full: Coding) -> None:
    found = entities(case, full)
    assert Counter(entity["schema"] for entity in found)["PublicBody"] == 2
    assert len({entity["id"] for entity in found}) == len(found)


def test_persons_are_of_their_report(case: Case, full: Coding, coding: Coding) -> None:
    (person,) = (entity for entity in entities(case, full, coding) if entity["schema"] == "Person")
    assert person["properties"]["position"] == ["defence minister"]
    assert len(person["properties"]["proof"]) == 1


def test_the_library_finds_every_entity_valid(case: Case, full: Coding, coding: Coding) -> None:
    followthemoney = pytest.importorskip(
        "followthemoney",
        reason="followthemoney is not installed (extra tacitus[ftm]; it builds PyICU)",
    )
    for entity in entities(case, full, coding):
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = proxy.to_dict()["properties"]
        assert {name: sorted(values) for name, values in kept.items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }
