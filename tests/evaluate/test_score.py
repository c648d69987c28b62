from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tacitus.evaluate.annotation import Gold, GoldCeasefire, GoldClaim, GoldDate, GoldEvent, GoldFigure, GoldPlace
from tacitus.evaluate.differences import Difference, differences
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.score import Score, score_codings
from tacitus.model import Bounds, Coding

KILLED = GoldClaim(speaker="Nikol Pashinyan", side="ARM", stance="assert", content="49 soldiers were killed overnight")
DEAD = GoldFigure(
    kind="killed",
    bounds=Bounds(49, 49, 49),
    group_side="ARM",
    group_type="military",
    by="ARM",
    background=False,
    quote="49 soldiers were killed",
)
PASHINYAN = {"id": "a1", "name": "Nikol Pashinyan", "side": "ARM"}
CODED_DEAD = {"bounds": (49, 49, 49), "side": "ARM", "by": "a1", "words": "49 soldiers"}


def test_scores_of_reports_add_up(make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]) -> None:
    right = make_coding(actors=[PASHINYAN], claims=[{"speaker": "a1", "content": KILLED.content}], figures=[CODED_DEAD])
    gold = make_gold(claims=[KILLED], figures=[DEAD])
    score = score_codings([(gold, right), (gold, make_coding())])
    assert score.reports == 2
    assert score.claims.match == score.figures.match == PRF(tp=1, fn=1)


def test_every_part_adds_up(make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]) -> None:
    gold = make_gold(
        events=[GoldEvent("ASSAULT", (), (), background=False, denied=False, quote="shelling any town")],
        dates=[GoldDate("overnight", date(2022, 9, 13), date(2022, 9, 13))],
        places=[GoldPlace("Jermuk", "ARM", 39.84, 45.67)],
        ceasefires=[GoldCeasefire(("ARM", "AZE"), (), None, "announced", ())],
    )
    right = make_coding(
        events=[{"words": "shelling any town"}],
        dates=[{"words": "overnight", "days": ("2022-09-13", "2022-09-13")}],
        places=[{"mentions": ["Jermuk"], "country": "ARM", "point": (39.84, 45.67)}],
        ceasefires=[{"parties": ["ARM", "AZE"], "words": "step back"}],
    )
    score = score_codings([(gold, right), (gold, make_coding()), (gold, right)])
    parts = (score.events, score.dates, score.places, score.ceasefires)
    assert [part.match for part in parts] == [PRF(tp=2, fn=1)] * 4
    assert score.events.type == score.dates.words == score.places.country == PRF(tp=2, fn=1)
    assert score.ceasefires.status == score.events.denied == score.places.near == Accuracy(2, 2)


def test_what_is_not_annotated_has_no_differences(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(
        events=[{"words": "shelling any town"}],
        dates=[{"words": "overnight", "days": (None, None)}],
        places=[{"mentions": ["Jermuk"]}],
        ceasefires=[{"words": "step back"}],
    )
    assert differences(make_gold(absent=["events", "dates", "places", "ceasefires"]), coding) == []
    assert [item.item for item in differences(make_gold(), coding)] == ["event", "date", "place", "ceasefire"]


def test_no_reports_score_nothing() -> None:
    assert score_codings([]) == Score()


def problems(found: list[Difference]) -> list[tuple[str, str]]:
    return [(difference.item, difference.problem) for difference in found]


def test_a_right_coding_has_no_differences(make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]) -> None:
    coding = make_coding(
        actors=[PASHINYAN], claims=[{"speaker": "a1", "content": KILLED.content}], figures=[CODED_DEAD]
    )
    assert differences(make_gold(claims=[KILLED], figures=[DEAD]), coding) == []


def test_missed_and_extra_are_told_with_their_words(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(claims=[{"speaker": None, "content": "both sides to step back"}])
    missed_claim, extra_claim, missed_figure = differences(make_gold(claims=[KILLED], figures=[DEAD]), coding)
    assert missed_claim == Difference(
        "r1", "claim", "missed", "Nikol Pashinyan (ARM) assert: 49 soldiers were killed overnight", None
    )
    assert extra_claim == Difference("r1", "claim", "extra", None, "nobody assert: both sides to step back")
    assert missed_figure.gold == "killed 49 of ARM military, by ARM: 49 soldiers were killed"


def test_a_claim_by_the_wrong_speaker_is_not_told_as_missed_and_extra(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(
        actors=[{"id": "x", "name": "Azerbaijan", "side": "AZE"}],
        claims=[{"speaker": "x", "content": KILLED.content}],
    )
    (difference,) = differences(make_gold(claims=[KILLED]), coding)
    assert difference.problem == "wrong speaker"
    assert difference.coded == "Azerbaijan (AZE) assert: 49 soldiers were killed overnight"


def test_wrong_stance_side_and_bounds_are_told_apart(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    claim = {"speaker": "a1", "content": KILLED.content, "stance": "deny"}
    figures = [
        {**CODED_DEAD, "bounds": (45, 49, None), "type": "any", "background": True},
        {**CODED_DEAD, "side": None},
    ]
    coding = make_coding(actors=[PASHINYAN], claims=[claim], figures=figures)
    found = differences(make_gold(claims=[KILLED], figures=[DEAD, DEAD]), coding)
    assert problems(found) == [
        ("claim", "wrong stance"),
        ("figure", "wrong bounds, group type, background"),
        ("figure", "wrong side or speaker"),
    ]
    assert found[1].coded == "killed 45/49/? of ARM any, background, by Nikol Pashinyan (ARM): 49 soldiers"


def test_an_extra_figure_in_the_report_s_voice_says_so(
    make_gold: Callable[..., Gold], make_coding: Callable[..., Coding]
) -> None:
    coding = make_coding(figures=[{"bounds": (49, 49, 49), "words": "49 soldiers"}])
    (difference,) = differences(make_gold(), coding)
    assert problems([difference]) == [("figure", "extra")]
    assert difference.coded == "killed 49 of no side military, by report: 49 soldiers"
