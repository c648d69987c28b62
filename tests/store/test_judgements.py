from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest
from sqlalchemy import insert

from tacitus.model import Coding, Report
from tacitus.store import Store, StoreError
from tacitus.store.schema_derived import INCIDENTS
from tests.stored import full_coding


@pytest.fixture
def judged(store: Store) -> Store:
    store.add([full_coding("a"), full_coding("b#1")])
    with store.writing() as connection:
        blank = {"background": False, "reports": 1, "voices": 1, "made_of": "", "content": "{}"}
        connection.execute(insert(INCIDENTS), [{"id": "i1", **blank}, {"id": "i2", **blank}])
    return store


def said(store: Store, *, superseded: bool = False) -> list[tuple[str, str, str, str]]:
    return [(row.one, row.other, row.verdict, row.who) for row in store.judgements(superseded=superseded)]


def test_a_judgement_is_kept_with_who_when_and_why(judged: Store) -> None:
    made = judged.judge("b#1#e1", "a#e2", "same", who="Ana", score=0.25, reasons=["same day", "same hill"])
    assert judged.judgements() == [made]
    assert (made.one, made.other) == ("a@1#e2", "b#1@1#e1")
    assert (made.score, made.reasons, made.judged.tzinfo) == (0.25, ("same day", "same hill"), UTC)


def test_it_is_superseded_and_never_overwritten(judged: Store) -> None:
    judged.judge("a#e1", "a#e2", "same", who="Ana")
    judged.judge("a#e1", "a#e2", "different", who="Ben")
    judged.judge("a@1#e2", "a#e1", "unsure", who="Ana")
    pair = ("a@1#e1", "a@1#e2")
    assert said(judged) == [(*pair, "different", "Ben"), (*pair, "unsure", "Ana")]
    assert [row[2] for row in said(judged, superseded=True)] == ["same", "different", "unsure"]


def test_repeated_it_adds_nothing(judged: Store) -> None:
    first = judged.judge("i1", "i2", "same", who="Ana", reasons=["why"])
    assert judged.judge("i2", "i1", "same", who="Ana", reasons=["why"]) == first
    assert judged.judge("i1", "i2", "same", who="Ana", reasons=["why not"]) != first
    assert len(judged.judgements(superseded=True)) == 2


def test_it_is_of_the_version_judged(judged: Store) -> None:
    judged.judge("a#e1", "b#1#e1", "same", who="Ana")
    original = full_coding("a").report
    judged.add([Coding(Report("a", original.text + " More.", original.title, original.published, url=original.url))])
    with pytest.raises(StoreError, match="'a#e1'"):
        judged.judge("a#e1", "b#1#e1", "different", who="Ana")
    judged.judge("a@1#e1", "b#1#e1", "different", who="Ana")
    assert said(judged) == [("a@1#e1", "b#1@1#e1", "different", "Ana")]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"one": "a#e9"}, r"no event \(REPORT#EVENT\) or incident 'a#e9'"),
        ({"one": "i9", "other": "i1"}, "'i9'"),
        ({"one": "a@7#e1"}, "'a@7#e1'"),
        ({"other": "i1"}, "one is an event and one an incident"),
        ({"other": "a@1#e1"}, "the same thing twice"),
        ({"verdict": "maybe"}, "no verdict: 'maybe'"),
        ({"who": " "}, "needs the name"),
    ],
)
def test_what_cannot_be_judged(judged: Store, values: dict[str, Any], message: str) -> None:
    given = {"one": "a#e1", "other": "a#e2", "verdict": "same", "who": "Ana"} | values
    with pytest.raises(StoreError, match=message):
        judged.judge(given["one"], given["other"], given["verdict"], who=given["who"])
    assert judged.judgements(superseded=True) == []
