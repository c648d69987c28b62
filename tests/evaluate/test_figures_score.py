from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tacitus.evaluate.annotation import Gold, GoldClaim, GoldFigure
from tacitus.evaluate.figures_score import score_figures
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.model import Bounds, Coding

TEXT = (
    "Armenia said 49 of its soldiers had died. Doctors in Goris counted at least 49 dead. "
    "Baku said 50 of its servicemen were killed. In 2020 about 100 were wounded."
)
ARMENIA = {"id": "a1", "name": "Armenia", "side": "ARM", "kind": "state"}
DOCTORS = {"id": "a2", "name": "doctors in Goris", "mentions": ["Doctors in Goris"]}

OWN_DEAD = GoldFigure(
    kind="killed",
    bounds=Bounds(49, 49, 49),
    group_side="ARM",
    group_type="military",
    by="ARM",
    background=False,
    quote="49 of its soldiers had died",
)
CODED_OWN_DEAD = {"bounds": (49, 49, 49), "side": "ARM", "by": "a1", "words": "49 of its soldiers"}


def test_a_right_figure_scores_in_every_respect(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    score = score_figures(
        make_gold(TEXT, figures=[OWN_DEAD]), make_coding(TEXT, actors=[ARMENIA], figures=[CODED_OWN_DEAD])
    )
    assert score.match == score.number == PRF(tp=1)
    assert score.bounds == score.group_type == score.background == Accuracy(1, 1)


@pytest.mark.parametrize(
    ("change", "full", "number"),
    [
        pytest.param({}, True, True, id="right"),
        pytest.param({"kind": "wounded"}, False, False, id="kind"),
        pytest.param({"bounds": (50, 50, 50)}, False, False, id="number"),
        pytest.param({"side": "AZE"}, False, True, id="group side"),
        pytest.param({"side": None}, False, True, id="group side null"),
        pytest.param({"by": None}, False, True, id="report's voice instead of a side"),
        pytest.param({"bounds": (49, 49, None)}, True, True, id="bounds do not matter for the match"),
        pytest.param({"type": "civilian"}, True, True, id="group type does not matter for the match"),
        pytest.param({"background": True}, True, True, id="background does not matter for the match"),
        pytest.param({"denied": True}, True, True, id="a denied number counts like any other"),
    ],
)
def test_what_a_match_asks_for(
    make_gold: Callable[..., Gold],
    make_coding: Callable[..., Coding],
    change: dict[str, Any],
    full: bool,
    number: bool,
) -> None:
    coding = make_coding(TEXT, actors=[ARMENIA], figures=[{**CODED_OWN_DEAD, **change}])
    score = score_figures(make_gold(TEXT, figures=[OWN_DEAD]), coding)
    assert (score.match.tp, score.number.tp) == (int(full), int(number))


@pytest.mark.parametrize(
    ("change", "right"),
    [
        pytest.param({"bounds": (45, 49, 49)}, (0, 1, 1), id="bounds"),
        pytest.param({"type": "any"}, (1, 0, 1), id="group type"),
        pytest.param({"background": True}, (1, 1, 0), id="background"),
        pytest.param({"side": "AZE", "background": True}, (1, 1, 0), id="a wrong side takes nothing out of the count"),
    ],
)
def test_respects_are_judged_given_kind_and_number(
    make_gold: Callable[..., Gold],
    make_coding: Callable[..., Coding],
    change: dict[str, Any],
    right: tuple[int, int, int],
) -> None:
    coding = make_coding(TEXT, actors=[ARMENIA], figures=[{**CODED_OWN_DEAD, **change}])
    score = score_figures(make_gold(TEXT, figures=[OWN_DEAD]), coding)
    assert (score.bounds.right, score.group_type.right, score.background.right) == right
    assert score.bounds.count == score.group_type.count == score.background.count == 1


@pytest.mark.parametrize(
    ("by", "actor", "agrees"),
    [
        pytest.param("report", None, True, id="report and nobody"),
        pytest.param("report", ARMENIA, False, id="report and somebody"),
        pytest.param("ARM", None, False, id="side and nobody"),
        pytest.param(None, None, True, id="unknown and nobody"),
        pytest.param(None, ARMENIA, True, id="unknown and somebody"),
        pytest.param("ARM", ARMENIA, True, id="same side"),
        pytest.param("AZE", ARMENIA, False, id="other side"),
        pytest.param("a doctor in Goris", DOCTORS, True, id="name word, neither has a side"),
        pytest.param("a nurse in Vardenis", DOCTORS, False, id="no name word"),
        pytest.param("Goris hospital", {**DOCTORS, "side": "ARM"}, True, id="a gold name against a coded side"),
        pytest.param("UN", {"id": "a2", "name": "U.N. monitors"}, True, id="gold side named by an actor without one"),
        pytest.param("ARM", {"id": "a2", "name": "officials"}, False, id="no word in common with the gold side"),
        pytest.param(
            "Krajina Serbs",
            {"id": "a2", "name": "Bosnian Serbs", "side": "Bosnian Serbs"},
            False,
            id="two sides that share a word",
        ),
    ],
)
def test_who_states_the_number(
    make_gold: Callable[..., Gold],
    make_coding: Callable[..., Coding],
    by: str | None,
    actor: dict[str, Any] | None,
    agrees: bool,
) -> None:
    serbs = GoldClaim(speaker="a Serb officer", side="Krajina Serbs", stance="assert", content="had died")
    coding = make_coding(
        TEXT,
        actors=[] if actor is None else [actor],
        figures=[{**CODED_OWN_DEAD, "by": None if actor is None else actor["id"]}],
    )
    gold = make_gold(TEXT, claims=[serbs], figures=[replace(OWN_DEAD, by=by)])
    assert score_figures(gold, coding).match.tp == int(agrees)


def test_groups_without_a_side_agree(make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]) -> None:
    coding = make_coding(TEXT, actors=[ARMENIA], figures=[{**CODED_OWN_DEAD, "side": None}])
    assert score_figures(make_gold(TEXT, figures=[replace(OWN_DEAD, group_side=None)]), coding).match.tp == 1


def test_pairs_by_number_prefer_those_that_agree_on_more(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    counted = replace(
        OWN_DEAD, bounds=Bounds(49, 49, None), group_type="any", by="doctors in Goris", quote="at least 49 dead"
    )
    coded_counted = {"bounds": (49, 49, None), "side": "ARM", "type": "any", "by": "a2", "words": "at least 49 dead"}
    coding = make_coding(TEXT, actors=[ARMENIA, DOCTORS], figures=[coded_counted, CODED_OWN_DEAD])
    score = score_figures(make_gold(TEXT, figures=[OWN_DEAD, counted]), coding)
    assert score.match == PRF(tp=2)
    assert score.bounds == score.group_type == Accuracy(2, 2)


def test_gold_of_unknown_origin_leaves_the_named_one_its_match(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    unknown = replace(OWN_DEAD, by=None)
    coded = [CODED_OWN_DEAD, {**CODED_OWN_DEAD, "by": None, "type": "any"}]
    coding = make_coding(TEXT, actors=[ARMENIA], figures=coded)
    assert score_figures(make_gold(TEXT, figures=[unknown, OWN_DEAD]), coding).match == PRF(tp=2)


def test_one_figure_coded_twice_is_one_right_and_one_extra(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(TEXT, actors=[ARMENIA], figures=[CODED_OWN_DEAD, CODED_OWN_DEAD])
    assert score_figures(make_gold(TEXT, figures=[OWN_DEAD]), coding).match == PRF(tp=1, fp=1)


def test_another_name_of_a_side_is_the_same_side(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    wanted = replace(OWN_DEAD, group_side="Kurdistan Workers' Party", by="Kurdistan Workers' Party")
    rebels = {"id": "a1", "name": "PKK", "side": "PKK", "kind": "group"}
    coded = make_coding(TEXT, actors=[rebels], figures=[{**CODED_OWN_DEAD, "side": "PKK"}])
    assert score_figures(make_gold(TEXT, figures=[wanted]), coded).match == PRF(tp=1)
