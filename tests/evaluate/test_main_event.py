from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tacitus.evaluate.main_event import main_event
from tacitus.evaluate.main_event_score import score_main_events
from tacitus.evaluate.measure import Taken
from tacitus.evaluate.plover_gsr import PloverRecord
from tacitus.model import Coding

TEXT = "Baku accused Yerevan of shelling its posts after the war of 2020 and threatened to strike back."
ACCUSED = {
    "id": "accused",
    "type": "ACCUSE",
    "words": "Baku accused Yerevan of shelling its posts",
    "trigger": "accused",
    "confidence": 0.6,
}
SHELLED = {"id": "shelled", "words": "shelling its posts", "trigger": "shelling", "confidence": 0.9}
WAR = {"id": "war", "words": "the war of 2020", "trigger": "war", "background": True, "confidence": 0.9}
THREATENED = {
    "id": "threatened",
    "type": "THREATEN",
    "words": "threatened to strike back",
    "trigger": "threatened",
    "confidence": 0.5,
}
STRIKE = {"id": "strike", "words": "strike back", "trigger": "strike", "aspect": "possible", "confidence": 0.9}


@pytest.mark.parametrize(
    ("events", "main"),
    [
        pytest.param([], None, id="nothing"),
        pytest.param([WAR, ACCUSED], "accused", id="news before history"),
        pytest.param([STRIKE, THREATENED], "threatened", id="what happened before what may"),
        pytest.param([SHELLED, ACCUSED], "accused", id="what tells before what is told"),
        pytest.param([THREATENED, ACCUSED], "accused", id="the surer one"),
        pytest.param([WAR, STRIKE], "war", id="history before what may happen"),
        pytest.param([STRIKE], "strike", id="what may happen, where there is nothing else"),
        pytest.param([{**THREATENED, "confidence": 0.6}, ACCUSED], "accused", id="the first of two alike"),
    ],
)
def test_the_main_event(make_coding: Callable[..., Coding], events: list[dict[str, Any]], main: str | None) -> None:
    found = main_event(make_coding(TEXT, events=events))
    assert (None if found is None else found.id) == main


def test_what_a_claim_alleges_is_told_by_the_event_of_its_cue(make_coding: Callable[..., Coding]) -> None:
    coding = make_coding(
        TEXT,
        claims=[{"speaker": None, "content": "shelling its posts", "cue": "accused"}],
        events=[{**SHELLED, "claims": ["c1"]}, {**ACCUSED, "words": "Baku accused Yerevan"}],
    )
    found = main_event(coding)
    assert found is not None
    assert found.type == "ACCUSE"


def test_types_taken_for_others_are_counted(make_coding: Callable[..., Coding]) -> None:
    accused = PloverRecord("1", TEXT, "ACCUSE")
    codings = [make_coding(TEXT, events=events) for events in ([ACCUSED], [ACCUSED], [SHELLED], [])]
    measure = score_main_events((accused, coding) for coding in codings)
    assert (measure.value, measure.count) == (0.5, 4)
    assert measure.taken == (
        Taken("ACCUSE", "ACCUSE", 2),
        Taken("ACCUSE", "ASSAULT", 1),
        Taken("ACCUSE", None, 1),
    )


def test_no_records_score_nothing() -> None:
    assert score_main_events([]).value == 0.0
