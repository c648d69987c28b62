"""What the codebooks make of the same statements: one side's losses by several claimants, and sums over sides."""

from __future__ import annotations

from datetime import date

import pytest

from tacitus.codebook.acled import acled_estimate
from tacitus.codebook.estimates import estimates
from tacitus.codebook.recorders import range_estimate
from tacitus.codebook.responsibility import Responsibility
from tacitus.codebook.ucdp import ucdp_estimate
from tacitus.model import GroupType, Span
from tacitus.model.incident import Grade, SideRange, Source, Standing, StatedFigure, Toll

_SOURCE = Source("r9", Span(0, 5))


def toll(
    side: str | None,
    by: str,
    best: int,
    *,
    standing: Standing = "third_party",
    type: GroupType = "military",
    low: int | None = None,
    high: int | None = None,
    is_open: bool = False,
    day: int = 13,
    words: str = "",
    affiliated: bool = True,
) -> Toll:
    stated = StatedFigure(
        published=date(2022, 9, day),
        low=best if low is None else low,
        best=best,
        high=None if is_open else best if high is None else high,
        superseded=False,
        denied=False,
        report=f"r{day}",
        span=Span(0, 3),
        words=words or str(best),
    )
    return Toll("killed", side, type, by, standing, (stated,), affiliated)


OWN = toll("ARM", "ARM", 49, standing="own")
ENEMY = toll("ARM", "AZE", 100, standing="enemy")


def ucdp(*tolls: Toll) -> tuple[int, int, int | None]:
    found = ucdp_estimate(tolls)
    assert found is not None
    return found.low, found.best, found.high


def acled(*tolls: Toll) -> int:
    found = acled_estimate(tolls)
    assert found is not None
    return found.fatalities


def test_nothing_stated_is_nothing_estimated() -> None:
    wounded = Toll("wounded", "ARM", "military", "ARM", "own", OWN.history)
    assert estimates([], ()) == estimates([wounded], ())
    assert estimates([], ()).ucdp is None


class TestUcdp:
    def test_a_claim_about_the_enemy_only_raises_the_high(self) -> None:
        assert ucdp(OWN, ENEMY) == (49, 49, 100)

    def test_alone_it_is_best_with_a_low_of_none(self) -> None:
        assert ucdp(ENEMY) == (0, 100, 100)

    def test_sides_are_added_and_claimants_are_not(self) -> None:
        azeri = toll("AZE", "AZE", 50, standing="own")
        found = ucdp_estimate([OWN, ENEMY, azeri])
        assert found is not None
        assert (found.low, found.best, found.high) == (99, 99, 150)
        assert found.by_side == (SideRange("ARM", 49, 49, 100), SideRange("AZE", 50, 50, 50))

    def test_the_number_given_most_often_is_best(self) -> None:
        tolls = [toll("ARM", by, best, type="civilian") for by, best in (("UN", 30), ("ICRC", 42), ("report", 42))]
        assert ucdp(*tolls) == (30, 42, 42)

    def test_of_single_third_parties_the_lower_is_best(self) -> None:
        assert ucdp(toll("ARM", "UN", 30, type="civilian"), toll("ARM", "ICRC", 42, type="civilian"))[1] == 30

    def test_what_a_side_admits_of_its_fighters_is_a_floor(self) -> None:
        assert ucdp(OWN, toll("ARM", "ICRC", 20))[1] == 49

    def test_a_lower_bound_yields_to_the_number_it_allows(self) -> None:
        tolls = (toll("ARM", "UN", 20, is_open=True, type="civilian"), toll("ARM", "ICRC", 80, type="civilian"))
        assert ucdp(*tolls) == (80, 80, 80)

    def test_a_later_larger_number_overtakes(self) -> None:
        tolls = (toll("ARM", "UN", 20, type="civilian", day=13), toll("ARM", "ICRC", 80, type="civilian", day=15))
        assert ucdp(*tolls) == (80, 80, 80)

    def test_who_saw_some_of_the_dead_disputes_nothing(self) -> None:
        assert ucdp(OWN, toll("ARM", "a nurse", 3, affiliated=False)) == (49, 49, 49)

    def test_columns_add_up_to_best(self) -> None:
        found = ucdp_estimate(
            [OWN, toll("ARM", "ARM", 7, standing="own", type="civilian"), toll("ARM", "UN", 60, type="any")]
        )
        assert found is not None
        assert found.best == 60
        assert found.civilians is not None
        assert found.unknown is not None
        assert sum(one.best for one in found.combatants) + found.civilians.best + found.unknown.best == found.best

    def test_a_total_over_both_sides_is_not_added(self) -> None:
        azeri = toll("AZE", "AZE", 50, standing="own")
        assert ucdp(OWN, azeri, toll(None, "report", 100, low=90, standing="report"))[1] == 100
        assert ucdp(OWN, azeri, toll(None, "report", 80, standing="report"))[1] == 99

    def test_policemen_are_added_to_soldiers_of_one_claimant(self) -> None:
        assert ucdp(OWN, toll("ARM", "ARM", 4, standing="own", type="police"))[1] == 53

    def test_fighters_and_soldiers_of_one_claimant_are_the_same_people(self) -> None:
        early = toll("RSF", "RSF", 10, standing="own", type="militant", day=13)
        late = toll("RSF", "RSF", 14, standing="own", type="military", day=15)
        assert ucdp(early, late)[1] == 14

    def test_reports_do_not_overtake_what_a_side_admits_of_its_fighters(self) -> None:
        admitted = toll("ARM", "ARM", 135, standing="own", is_open=True)
        assert ucdp(admitted, toll("ARM", "report", 200, standing="report", day=16))[1] == 135

    def test_one_number_told_of_soldiers_and_of_civilians_counts_once(self) -> None:
        again = toll("AZE", "AZE", 77, standing="own", type="civilian")
        assert ucdp(toll("AZE", "AZE", 77, standing="own"), again)[1] == 77
        few = toll("AZE", "AZE", 7, standing="own", type="civilian")
        assert ucdp(toll("AZE", "AZE", 7, standing="own"), few)[1] == 14

    def test_it_says_why_and_where(self) -> None:
        found = ucdp_estimate([OWN, ENEMY])
        assert found is not None
        assert (
            found.why == "combatants of ARM: 49 by ARM of its own; 100 by AZE of the enemy's only counts for the high."
        )
        assert found.sources == (Source("r13", Span(0, 3)),)


class TestAcled:
    def test_the_most_conservative_number_stands(self) -> None:
        assert acled(OWN, ENEMY) == 49

    @pytest.mark.parametrize(
        ("words", "best", "number"),
        [
            ("dozens of soldiers", 24, 12),
            ("tens of soldiers", 20, 10),
            ("hundreds of soldiers", 200, 100),
            ("tens of thousands", 20000, 10000),
            ("at least 24 soldiers", 24, 24),
            ("several hundred soldiers", 200, 200),
        ],
    )
    def test_vague_words_have_numbers(self, words: str, best: int, number: int) -> None:
        assert acled(toll("ARM", "UN", best, is_open=True, words=words)) == number

    @pytest.mark.parametrize(
        ("low", "best", "high", "number"), [(20, 25, 30, 20), (18, 20, 22, 20), (90, 100, 100, 100), (0, 40, 40, 40)]
    )
    def test_of_a_span_of_numbers_the_lower_end(self, low: int, best: int, high: int, number: int) -> None:
        assert acled(toll("ARM", "UN", best, low=low, high=high)) == number

    def test_sides_and_people_are_added(self) -> None:
        civilians = toll("ARM", "ARM", 4, standing="own", type="civilian")
        assert acled(OWN, civilians, toll("AZE", "AZE", 50, standing="own")) == 103

    @pytest.mark.parametrize(
        ("larger", "number"),
        [
            (toll("SYR", "UN", 2000, is_open=True, type="civilian"), 460),  # one day: the smaller
            (toll("SYR", "UN", 2000, type="civilian"), 460),
            (toll("SYR", "UN", 2000, is_open=True, type="civilian", day=15), 2000),  # better information
            (toll("SYR", "SYR", 2000, type="civilian", standing="enemy", day=15), 460),
            (toll("SYR", "a nurse", 2000, type="civilian", affiliated=False, day=15), 460),
        ],
    )
    def test_a_lower_bound_yields_to_later_numbers_only(self, larger: Toll, number: int) -> None:
        assert acled(toll("SYR", "ICRC", 460, is_open=True, type="civilian"), larger) == number

    def test_an_exact_total_stands_over_its_parts(self) -> None:
        assert acled(OWN, toll("ARM", "UN", 60, type="any")) == 60

    def test_an_older_total_is_a_floor(self) -> None:
        late = toll("ARM", "ARM", 70, standing="own", day=15)
        assert acled(late, toll("ARM", "UN", 60, type="any", day=13)) == 70

    def test_a_denial_is_no_count_against_others(self) -> None:
        denial = toll("ARM", "AZE", 0, standing="enemy", type="civilian")
        assert acled(denial, toll("ARM", "UN", 8, type="civilian")) == 8

    def test_a_side_that_lost_nobody_stands_against_its_enemy(self) -> None:
        assert acled(toll("ARM", "ARM", 0, standing="own"), ENEMY) == 0

    def test_a_dispute_is_told(self) -> None:
        found = acled_estimate([OWN, ENEMY])
        assert found is not None
        assert found.disputed
        assert found.why.endswith("The claimants differ, which the notes tell.")
        agreed = acled_estimate([OWN, toll("ARM", "UN", 40, low=40, is_open=True)])
        assert agreed is not None
        assert not agreed.disputed


class TestRecorders:
    def test_minimum_and_maximum_of_civilians(self) -> None:
        found = range_estimate(
            [OWN, toll("ARM", "UN", 30, type="civilian"), toll("ARM", "AZE", 12, type="civilian")], ()
        )
        assert found is not None
        assert (found.min, found.max) == (12, 30)

    def test_fighters_do_not_count(self) -> None:
        assert range_estimate([OWN, ENEMY], ()) is None

    def test_nor_do_people_of_whom_the_claimant_says_that_they_fought(self) -> None:
        assert range_estimate([OWN, toll("ARM", "ARM", 49, standing="own", type="any")], ()) is None

    def test_people_not_told_apart_count_where_no_civilians_do(self) -> None:
        found = range_estimate([toll("ARM", "UN", 30, type="any"), toll("AZE", "UN", 5, type="civilian")], ())
        assert found is not None
        assert (found.min, found.max) == (35, 35)

    @pytest.mark.parametrize(
        ("said", "grade"),
        [
            ([], "fair"),
            ([("AZE", "admits", "AZE"), ("ARM", "accuses", "AZE")], "confirmed"),
            ([("AZE", "accuses", "ARM"), ("ARM", "accuses", "AZE")], "contested"),
            ([("AZE", "denies", "AZE"), ("ARM", "accuses", "AZE")], "fair"),
        ],
    )
    def test_grades(self, said: list[tuple[str, str, str]], grade: Grade) -> None:
        blamed = [Responsibility(by, stance, side, _SOURCE) for by, stance, side in said]  # type: ignore[arg-type]
        tolls = [toll("ARM", "UN", 30, type="civilian"), toll("ARM", "ARM", 30, standing="own", type="civilian")]
        found = range_estimate(tolls, blamed)
        assert found is not None
        assert found.grade == grade
        assert (_SOURCE in found.sources) == (grade in ("confirmed", "contested"))

    def test_a_single_source_is_weak(self) -> None:
        found = range_estimate([toll("ARM", "a nurse", 3, type="civilian", affiliated=False)], ())
        assert found is not None
        assert found.grade == "weak"

    def test_none_dead_is_discounted(self) -> None:
        found = range_estimate([toll("ARM", "ARM", 0, standing="own", type="civilian")], ())
        assert found is not None
        assert (found.grade, found.max) == ("discounted", 0)
