from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tacitus.evaluate.annotation import Gold, GoldCeasefire
from tacitus.evaluate.ceasefires_score import CeasefireScore, score_ceasefires
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.setting_differences import ceasefire_differences
from tacitus.model import Coding

TEXT = "Russia said it had brokered a truce. It was broken within minutes."
TRUCE = GoldCeasefire(("ARM", "AZE"), ("RUS",), date(2022, 9, 13), "violated", ("ARM",))
CODED = {
    "parties": ["AZE", "ARM"],
    "mediators": ["RUS"],
    "date": "2022-09-13",
    "status": "violated",
    "violators": ["ARM", None],
    "words": "brokered a truce",
}


@pytest.mark.parametrize(
    ("change", "match", "parties", "right"),
    [
        pytest.param({}, 1, 1, (1, 1, 1), id="right"),
        pytest.param({"parties": ["ARM"]}, 0, 0, (0, 0, 0), id="a party is missing"),
        pytest.param({"mediators": []}, 0, 1, (0, 0, 0), id="no mediator"),
        pytest.param({"mediators": ["RUS", "EU"]}, 0, 1, (0, 0, 0), id="a mediator too many"),
        pytest.param({"date": "2022-09-14"}, 1, 1, (0, 1, 1), id="day"),
        pytest.param({"date": None}, 1, 1, (0, 1, 1), id="no day"),
        pytest.param({"status": "collapsed"}, 1, 1, (1, 0, 1), id="status"),
        pytest.param({"violators": ["AZE"]}, 1, 1, (1, 1, 0), id="violators"),
        pytest.param({"background": True}, 1, 1, (1, 1, 1), id="gold does not tell history from news"),
    ],
)
def test_what_a_ceasefire_needs(
    make_gold: Callable[..., Gold],
    make_coding: Callable[..., Coding],
    change: dict[str, Any],
    match: int,
    parties: int,
    right: tuple[int, int, int],
) -> None:
    score = score_ceasefires(make_gold(TEXT, ceasefires=[TRUCE]), make_coding(TEXT, ceasefires=[{**CODED, **change}]))
    assert (score.match.tp, score.parties.tp) == (match, parties)
    assert tuple(share.right for share in (score.date, score.status, score.violators)) == right
    assert score.date.count == score.status.count == score.violators.count == match


def test_sides_agree_in_any_of_their_names(make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]) -> None:
    gold = make_gold(TEXT, ceasefires=[replace(TRUCE, mediators=("African Union", "hamas"))])
    coding = make_coding(TEXT, ceasefires=[{**CODED, "mediators": ["Hamas", "AU"]}])
    assert score_ceasefires(gold, coding).match == PRF(tp=1)


def test_of_two_truces_between_the_same_sides_the_day_decides(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    later = replace(TRUCE, date=date(2022, 9, 14), status="in_force")
    coded_later = {**CODED, "date": "2022-09-14", "status": "in_force"}
    score = score_ceasefires(
        make_gold(TEXT, ceasefires=[TRUCE, later]), make_coding(TEXT, ceasefires=[coded_later, CODED])
    )
    assert (score.match, score.date, score.status) == (PRF(tp=2), Accuracy(2, 2), Accuracy(2, 2))


def test_ceasefires_that_were_not_annotated_are_not_scored(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(TEXT, ceasefires=[CODED])
    assert score_ceasefires(make_gold(TEXT, absent=["ceasefires"]), coding) == CeasefireScore()
    assert score_ceasefires(make_gold(TEXT), coding).match == PRF(fp=1)


def test_differences_list_every_wrong_respect(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    gold = make_gold(TEXT, ceasefires=[TRUCE, replace(TRUCE, parties=("ISR", "Hamas"))])
    coded = [{**CODED, "mediators": [], "date": None, "violators": []}, {**CODED, "parties": []}]
    wrong, missed, extra = ceasefire_differences(gold, make_coding(TEXT, ceasefires=coded))
    assert wrong.problem == "wrong mediators, date, violators"
    assert wrong.gold == "between ARM+AZE, brokered by RUS, broken by ARM, 2022-09-13, violated"
    assert wrong.coded == ("between ARM+AZE, brokered by nobody, broken by nobody, no day, violated: brokered a truce")
    assert (missed.problem, extra.problem) == ("missed", "extra")
