from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tacitus.evaluate.annotation import Gold, GoldClaim, GoldEvent
from tacitus.evaluate.event_differences import event_differences
from tacitus.evaluate.events_score import EventScore, score_events
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.model import Coding

TEXT = (
    "Azerbaijani guns shelled Jermuk, Armenia said. Baku denied that it had hit the town. "
    "Both armies fought along the border. In 2020 they fought a war. Gunmen later fired on Goris. "
    "The town was shelled again at dawn."
)
ACTORS = [
    {"id": "a", "name": "Armenia", "side": "ARM", "kind": "state"},
    {"id": "z", "name": "Azerbaijan", "side": "AZE", "kind": "state"},
    {"id": "g", "name": "gunmen", "mentions": ["Gunmen"], "kind": "group"},
]
SHELLED = GoldEvent("ASSAULT", ("AZE",), ("ARM",), background=False, denied=False, quote="shelled Jermuk")
CODED = {"actors": ["z"], "recipients": ["a"], "words": "Azerbaijani guns shelled Jermuk", "trigger": "shelled"}
FOUGHT = GoldEvent("ASSAULT", ("ARM", "AZE"), (), background=False, denied=False, quote="fought along the border")
CODED_FIGHT = {"actors": ["z", "a"], "words": "Both armies fought along the border", "trigger": "fought along"}

MakeGold = Callable[..., Gold]
MakeCoding = Callable[..., Coding]


@pytest.fixture
def score(make_gold: MakeGold, make_coding: MakeCoding) -> Callable[..., EventScore]:
    def scored(
        gold: Sequence[GoldEvent], coded: Sequence[dict[str, Any]], *, actors: Sequence[dict[str, Any]] = ACTORS
    ) -> EventScore:
        return score_events(make_gold(TEXT, events=gold), make_coding(TEXT, actors=actors, events=coded))

    return scored


def test_a_right_event_scores_in_every_respect(score: Callable[..., EventScore]) -> None:
    found = score([SHELLED], [CODED])
    assert found.match == found.type == PRF(tp=1)
    assert found.actors == found.recipients == found.background == found.denied == Accuracy(1, 1)


@pytest.mark.parametrize(
    ("change", "full", "by_type", "right"),
    [
        pytest.param({"type": "COERCE"}, 0, 0, (0, 0, 0, 0), id="type"),
        pytest.param({"actors": []}, 0, 1, (0, 1, 1, 1), id="no actor"),
        pytest.param({"actors": ["a"], "recipients": ["z"]}, 0, 1, (0, 0, 1, 1), id="the wrong way round"),
        pytest.param({"recipients": ["a", "z"]}, 0, 1, (1, 0, 1, 1), id="a recipient too many"),
        pytest.param({"background": True}, 0, 1, (1, 1, 0, 1), id="background"),
        pytest.param({"aspect": "denied"}, 1, 1, (1, 1, 1, 0), id="denial is judged apart"),
        pytest.param({"aspect": "planned"}, 0, 0, (0, 0, 0, 0), id="what is planned is no happening"),
        pytest.param({"actors": ["z", "g"]}, 1, 1, (1, 1, 1, 1), id="somebody for whom gold has no name"),
        pytest.param({"words": "Both armies", "trigger": "Both"}, 1, 0, (0, 0, 0, 0), id="other words"),
    ],
)
def test_what_a_match_asks_for(
    score: Callable[..., EventScore],
    change: dict[str, Any],
    full: int,
    by_type: int,
    right: tuple[int, int, int, int],
) -> None:
    found = score([SHELLED], [{**CODED, **change}])
    assert (found.match.tp, found.type.tp) == (full, by_type)
    shares = (found.actors, found.recipients, found.background, found.denied)
    assert tuple(share.right for share in shares) == right
    assert all(share.count == by_type for share in shares)


@pytest.mark.parametrize(
    ("gold", "coded", "agrees"),
    [
        pytest.param(FOUGHT, CODED_FIGHT, True, id="both as actors"),
        pytest.param(FOUGHT, {**CODED_FIGHT, "actors": ["z"], "recipients": ["a"]}, True, id="one on each side"),
        pytest.param(FOUGHT, {**CODED_FIGHT, "actors": ["a"], "recipients": ["z"]}, True, id="the other way round"),
        pytest.param(FOUGHT, {**CODED_FIGHT, "recipients": ["z", "a"]}, True, id="both on both sides"),
        pytest.param(FOUGHT, {**CODED_FIGHT, "actors": ["z"]}, False, id="only one of them"),
        pytest.param(FOUGHT, {**CODED_FIGHT, "background": True}, False, id="background"),
        pytest.param(SHELLED, {**CODED, "actors": ["a", "z"], "recipients": []}, False, id="one-sided made two-sided"),
        pytest.param(
            replace(FOUGHT, type="AGREE"),
            {**CODED_FIGHT, "type": "AGREE", "actors": ["a"], "recipients": ["z"]},
            False,
            id="no violence",
        ),
        pytest.param(
            replace(FOUGHT, recipients=("IRN",)),
            {**CODED_FIGHT, "actors": ["a"], "recipients": ["z"]},
            False,
            id="two against a third",
        ),
    ],
)
def test_two_sided_violence_ignores_the_order(
    score: Callable[..., EventScore], gold: GoldEvent, coded: dict[str, Any], agrees: bool
) -> None:
    assert score([gold], [coded]).match.tp == int(agrees)


def test_an_exact_pair_goes_before_one_that_only_lists_the_same_sides(score: Callable[..., EventScore]) -> None:
    assert score([FOUGHT, SHELLED], [CODED, CODED_FIGHT]).match == PRF(tp=2)


def test_the_set_holds_what_happened_twice_once(score: Callable[..., EventScore]) -> None:
    again = replace(SHELLED, quote="The town was shelled again")
    later = {**CODED, "words": "The town was shelled again at dawn", "trigger": "shelled again"}
    found = score([SHELLED, again], [CODED, later])
    assert found.match == PRF(tp=1)
    assert found.type == PRF(tp=2)


def test_a_happening_told_again_is_not_asked_for_twice(score: Callable[..., EventScore]) -> None:
    again = replace(SHELLED, quote="The town was shelled again")
    merged = {**CODED, "also": ["The town was shelled again at dawn"]}
    assert score([SHELLED, again], [merged]).type == PRF(tp=1)
    assert score([SHELLED, again], [CODED]).type == PRF(tp=1, fn=1)
    by_others = replace(again, actors=())
    assert score([SHELLED, by_others], [merged]).type == PRF(tp=1, fn=1)


def test_the_trigger_decides_which_of_two_events_a_quote_means(score: Callable[..., EventScore]) -> None:
    whole = "Azerbaijani guns shelled Jermuk, Armenia said. Baku denied that it had hit the town"
    hit = {**CODED, "words": whole, "trigger": "hit", "aspect": "denied", "recipients": []}
    found = score([SHELLED], [hit, {**CODED, "actors": [], "recipients": []}])
    assert found.type == PRF(tp=1, fp=1)
    assert (found.actors, found.denied) == (Accuracy(0, 1), Accuracy(1, 1))


@pytest.mark.parametrize(
    ("name", "actor", "agrees"),
    [
        pytest.param("AU", {"name": "peacekeepers", "side": "AU"}, True, id="side"),
        pytest.param("African Union", {"name": "peacekeepers", "side": "AU"}, True, id="another name of the side"),
        pytest.param("hamas", {"name": "fighters", "side": "Hamas"}, True, id="case"),
        pytest.param("AZE", {"name": "Azerbaijan", "side": "ARM"}, False, id="other side, name word"),
        pytest.param("the Berri clan", {"name": "Berri clan members"}, True, id="a name, no side"),
        pytest.param("the Berri clan", {"name": "tribesmen"}, False, id="a name, no side, no word in common"),
        pytest.param("the Berri clan", {"name": "Berri men", "side": "LBN"}, True, id="a name against a coded side"),
        pytest.param("Hezbollah", {"name": "Hezbollah men", "side": "LBN"}, False, id="a listed side against another"),
        pytest.param("MDA", {"name": "Moldova", "side": "MDA"}, True, id="a state code that is a group's initials"),
    ],
)
def test_who_takes_part(score: Callable[..., EventScore], name: str, actor: dict[str, Any], agrees: bool) -> None:
    gold = replace(SHELLED, actors=(name,))
    found = score([gold], [{**CODED, "actors": ["x"]}], actors=[*ACTORS, {"id": "x", **actor}])
    assert found.match.tp == found.actors.right == int(agrees)


def test_an_actor_without_side_counts_by_the_name_that_shares_more_words(score: Callable[..., EventScore]) -> None:
    gold = [replace(SHELLED, actors=("Red Gate militia",)), replace(SHELLED, actors=("Blue Gate militia",))]
    actor = {"id": "x", "name": "men of the Blue Gate militia"}
    found = score(gold, [{**CODED, "actors": ["x"]}], actors=[*ACTORS, actor])
    assert found.match == PRF(tp=1, fn=1)


def test_a_side_that_gold_speaks_of_elsewhere_is_no_name(make_gold: MakeGold, make_coding: MakeCoding) -> None:
    militia = GoldClaim(speaker="a fighter", side="Hill Militia", stance="assert", content="fought a war")
    gold = make_gold(TEXT, claims=[militia], events=[replace(SHELLED, actors=("Hill Militia",))])
    other = {"id": "x", "name": "Valley militia", "side": "Valley"}
    coding = make_coding(TEXT, actors=[*ACTORS, other], events=[{**CODED, "actors": ["x"]}])
    assert score_events(gold, coding).match.tp == 0


def test_events_that_were_not_annotated_are_not_scored(make_gold: MakeGold, make_coding: MakeCoding) -> None:
    coding = make_coding(TEXT, actors=ACTORS, events=[CODED])
    assert score_events(make_gold(TEXT, absent=["events"]), coding) == EventScore()
    assert score_events(make_gold(TEXT), coding).match == PRF(fp=1)


def test_differences_tell_what_is_wrong_missed_and_extra(make_gold: MakeGold, make_coding: MakeCoding) -> None:
    gold = make_gold(TEXT, events=[SHELLED, FOUGHT])
    later = {"actors": ["g"], "words": "Gunmen later fired on Goris", "trigger": "fired"}
    coding = make_coding(TEXT, actors=ACTORS, events=[{**CODED, "actors": [], "aspect": "denied"}, later])
    wrong, missed, extra = event_differences(gold, coding)
    assert wrong.problem == "wrong actors, denial"
    assert wrong.gold == "ASSAULT AZE > ARM: shelled Jermuk"
    assert wrong.coded == "ASSAULT nobody > ARM denied (shelled; shell: active): Azerbaijani guns shelled Jermuk"
    assert (missed.problem, missed.gold) == ("missed", "ASSAULT ARM+AZE > nobody: fought along the border")
    assert (extra.problem, extra.coded) == (
        "extra",
        "ASSAULT nobody > nobody (fired; shell: active): Gunmen later fired on Goris",
    )


def test_an_event_found_at_other_words_is_no_difference(make_gold: MakeGold, make_coding: MakeCoding) -> None:
    coding = make_coding(
        TEXT, actors=ACTORS, events=[{**CODED, "words": "The town was shelled again at dawn"} | {"trigger": "dawn"}]
    )
    assert list(event_differences(make_gold(TEXT, events=[SHELLED]), coding)) == []
