from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tacitus.evaluate.annotation import Gold, GoldClaim
from tacitus.evaluate.claims_score import score_claims
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.model import Coding

PASHINYAN = {"id": "a1", "name": "Nikol Pashinyan", "side": "ARM", "role": "Prime Minister"}
MINISTRY = {"id": "a2", "name": "Ministry of Defence", "side": "AZE"}
RESIDENTS = {"id": "a3", "name": "residents", "mentions": ["Residents of Jermuk"]}
SPOKESMAN = {"id": "a4", "name": "spokesman", "mentions": ["A U.N. spokesman"]}

KILLED = GoldClaim(speaker="Nikol Pashinyan", side="ARM", stance="assert", content="49 soldiers were killed overnight")
DENIED = GoldClaim(speaker="Azerbaijan's defence ministry", side="AZE", stance="deny", content="shelling any town")
SHELLED = GoldClaim(
    speaker="residents of Jermuk", side=None, stance="assert", content="the shelling went on until dawn"
)
URGED = GoldClaim(speaker="U.N. spokesman", side="UN", stance="urge", content="both sides to step back")


def test_a_right_claim_scores_in_every_respect(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(actors=[PASHINYAN], claims=[{"speaker": "a1", "content": KILLED.content}])
    score = score_claims(make_gold(claims=[KILLED]), coding)
    assert score.match == score.content == PRF(tp=1)
    assert score.speaker == score.stance == Accuracy(1, 1)


@pytest.mark.parametrize(
    ("gold", "actor", "agrees"),
    [
        pytest.param(KILLED, PASHINYAN, True, id="same side, same name"),
        pytest.param(KILLED, {"id": "x", "name": "Armenia", "side": "ARM"}, True, id="same side, other name"),
        pytest.param(KILLED, {**PASHINYAN, "side": "AZE"}, False, id="other side, same name"),
        pytest.param(KILLED, {**PASHINYAN, "side": None}, True, id="coded without side, name word"),
        pytest.param(KILLED, {"id": "x", "name": "he"}, False, id="coded without side, no name word"),
        pytest.param(
            KILLED, {"id": "x", "name": "he", "mentions": ["Nikol Pashinyan"]}, True, id="name word in a mention"
        ),
        pytest.param(
            SHELLED, {"id": "x", "name": "locals", "role": "Jermuk people"}, True, id="gold without side, role word"
        ),
        pytest.param(SHELLED, {"id": "x", "name": "residents", "side": "ARM"}, True, id="only coded has a side"),
        pytest.param(
            SHELLED, {"id": "x", "name": "Armenia", "side": "ARM"}, False, id="only coded has a side, no word"
        ),
        pytest.param(URGED, SPOKESMAN, True, id="initials with full stops"),
        pytest.param(SHELLED, {"id": "x", "name": "two of the men"}, False, id="only stop words shared"),
    ],
)
def test_speaker_agreement(
    make_gold: Callable[..., Gold],
    make_coding: Callable[..., Coding],
    gold: GoldClaim,
    actor: dict[str, Any],
    agrees: bool,
) -> None:
    coding = make_coding(actors=[actor], claims=[{"speaker": actor["id"], "content": gold.content}])
    score = score_claims(make_gold(claims=[gold]), coding)
    assert score.content.tp == 1
    assert score.match.tp == score.speaker.right == int(agrees)


def test_words_that_name_the_speaker_at_the_claim_count(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    claim = {"speaker": "x", "source": "Residents of Jermuk", "content": SHELLED.content}
    coding = make_coding(actors=[{"id": "x", "name": "they"}], claims=[claim])
    assert score_claims(make_gold(claims=[SHELLED]), coding).match.tp == 1


def test_a_claim_by_nobody_matches_in_content_only(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(claims=[{"speaker": None, "content": KILLED.content}])
    score = score_claims(make_gold(claims=[KILLED]), coding)
    assert score.content == PRF(tp=1)
    assert score.match == PRF(fp=1, fn=1)
    assert score.speaker == Accuracy(0, 1)
    assert score.stance == Accuracy(0, 0)


@pytest.mark.parametrize(
    ("content", "matches"),
    [
        pytest.param("49 soldiers were killed", True, id="all but the end"),
        pytest.param("killed overnight", True, id="two of five words: F1 0.57"),
        pytest.param("overnight", False, id="one of five words: F1 0.33"),
        pytest.param(["49 soldiers", "overnight"], True, id="spans are joined"),
        pytest.param("Azerbaijan's defence ministry", False, id="other words"),
    ],
)
def test_content_needs_half_its_words(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding], content: str | list[str], matches: bool
) -> None:
    coding = make_coding(actors=[PASHINYAN], claims=[{"speaker": "a1", "content": content}])
    assert score_claims(make_gold(claims=[KILLED]), coding).content.tp == int(matches)


def test_overlap_of_exactly_one_half_matches(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    gold = GoldClaim(speaker="Pashinyan", side="ARM", stance="assert", content="killed overnight")
    coding = make_coding(actors=[PASHINYAN], claims=[{"speaker": "a1", "content": "said 49 soldiers were killed"}])
    assert score_claims(make_gold(claims=[gold]), coding).content.tp == 0
    half = make_coding(actors=[PASHINYAN], claims=[{"speaker": "a1", "content": "were killed"}])
    assert score_claims(make_gold(claims=[gold]), half).content.tp == 1


def test_one_coded_claim_cannot_match_twice(make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]) -> None:
    coding = make_coding(actors=[PASHINYAN], claims=[{"speaker": "a1", "content": KILLED.content}])
    assert score_claims(make_gold(claims=[KILLED, KILLED]), coding).match == PRF(tp=1, fn=1)


def test_speaker_is_judged_on_the_nearer_of_two_claims_with_one_content(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    ministry_too = GoldClaim(speaker="Ministry of Defence", side="AZE", stance="assert", content=KILLED.content)
    claims = [{"speaker": "a2", "content": KILLED.content}, {"speaker": "a1", "content": KILLED.content}]
    coding = make_coding(actors=[PASHINYAN, MINISTRY], claims=claims)
    assert score_claims(make_gold(claims=[KILLED, ministry_too]), coding).speaker == Accuracy(2, 2)


def test_stance_counts_only_where_the_speaker_agrees(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    claims = [
        {"speaker": "a2", "content": DENIED.content, "stance": "assert"},
        {"speaker": "a2", "content": KILLED.content, "stance": "assert"},
    ]
    score = score_claims(make_gold(claims=[DENIED, KILLED]), make_coding(actors=[MINISTRY], claims=claims))
    assert score.stance == Accuracy(0, 1)
    assert score.speaker == Accuracy(1, 2)


def test_the_same_stance_is_preferred_among_equal_contents(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    claims = [
        {"speaker": "a2", "content": DENIED.content, "stance": "assert"},
        {"speaker": "a2", "content": DENIED.content, "stance": "deny"},
    ]
    score = score_claims(make_gold(claims=[DENIED]), make_coding(actors=[MINISTRY], claims=claims))
    assert score.match == PRF(tp=1, fp=1)
    assert score.stance == Accuracy(1, 1)
