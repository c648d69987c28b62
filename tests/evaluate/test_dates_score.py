from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tacitus.evaluate.annotation import Gold, GoldDate
from tacitus.evaluate.dates_score import DateScore, score_dates
from tacitus.evaluate.prf import PRF
from tacitus.evaluate.setting_differences import date_differences
from tacitus.model import Coding

TEXT = "The town was shelled on Tuesday. Officials said on Tuesday night that it had calmed. In 2020 there was a war."
TUESDAY = GoldDate("shelled on Tuesday", date(2022, 9, 13), date(2022, 9, 13))
YEAR = GoldDate("In 2020", date(2020, 1, 1), date(2020, 12, 31))
DAYS = ("2022-09-13", "2022-09-13")


@pytest.mark.parametrize(
    ("coded", "match", "words"),
    [
        pytest.param({"words": "on Tuesday", "days": DAYS}, 1, 1, id="right"),
        pytest.param({"words": "Tuesday", "days": DAYS}, 1, 1, id="any overlap is enough"),
        pytest.param({"words": "on Tuesday", "days": ("2022-09-12", "2022-09-13")}, 0, 1, id="first day"),
        pytest.param({"words": "on Tuesday", "days": ("2022-09-13", "2022-09-14")}, 0, 1, id="last day"),
        pytest.param({"words": "on Tuesday", "days": (None, None)}, 0, 1, id="unresolved"),
        pytest.param({"words": "on Tuesday night", "days": DAYS}, 0, 0, id="elsewhere"),
    ],
)
def test_what_a_date_needs(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding], coded: dict[str, Any], match: int, words: int
) -> None:
    score = score_dates(make_gold(TEXT, dates=[TUESDAY]), make_coding(TEXT, dates=[coded]))
    assert (score.match.tp, score.words.tp) == (match, words)
    assert score.match.gold == score.words.gold == 1
    assert score.match.fp == 1 - match


def test_an_expression_counts_once(make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]) -> None:
    coding = make_coding(TEXT, dates=[{"words": "on Tuesday", "days": DAYS}, {"words": "Tuesday", "days": DAYS}])
    assert score_dates(make_gold(TEXT, dates=[TUESDAY]), coding) == DateScore(PRF(tp=1, fp=1), PRF(tp=1, fp=1))


def test_a_quote_may_stand_at_any_of_its_places(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    gold = make_gold(TEXT, dates=[GoldDate("on Tuesday", date(2022, 9, 13), date(2022, 9, 13))])
    assert score_dates(gold, make_coding(TEXT, dates=[{"words": "Tuesday night", "days": DAYS}])).match == PRF(tp=1)


def test_dates_that_were_not_annotated_are_not_scored(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(TEXT, dates=[{"words": "on Tuesday", "days": DAYS}])
    assert score_dates(make_gold(TEXT, absent=["dates"]), coding) == DateScore()


def test_differences_tell_wrong_days_apart(make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]) -> None:
    coding = make_coding(
        TEXT,
        dates=[{"words": "on Tuesday", "days": ("2022-09-20", None)}, {"words": "Tuesday night", "days": DAYS}],
    )
    wrong, missed, extra = date_differences(make_gold(TEXT, dates=[TUESDAY, YEAR]), coding)
    assert (wrong.problem, wrong.gold) == ("wrong days", "2022-09-13: shelled on Tuesday")
    assert wrong.coded == "2022-09-20 to ?: on Tuesday"
    assert (missed.problem, missed.gold) == ("missed", "2020-01-01 to 2020-12-31: In 2020")
    assert (extra.problem, extra.coded) == ("extra", "2022-09-13: Tuesday night")
