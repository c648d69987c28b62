"""Totals against their parts: what agrees, what does not, and what is no sum at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tacitus.extract.checks import check_totals
from tacitus.model import Actor, Bounds, Check, Figure, FigureKind, Group, GroupType, Span

_SIDES = ("ARM", "AZE", "KGZ", "TJK", "UN")
_ACTORS = tuple(Actor(f"a-{side}", side, "state", side, "GOV", None, (Span(0, 1),)) for side in _SIDES)


class Told:
    """A report and its figures, marked by their words in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.figures: list[Figure] = []

    def says(
        self,
        words: str,
        best: int,
        *,
        low: int | None = -1,
        high: int | None = -1,
        side: str | None = None,
        type: GroupType = "any",
        by: str | None = None,
        kind: FigureKind = "killed",
        background: bool = False,
        revises: int | None = None,
    ) -> Told:
        """Add a figure; ``low`` and ``high`` are exact unless given."""
        after = self.figures[-1].span.end if self.figures else 0
        start = self.text.index(words, after)
        bounds = Bounds(best if low == -1 else low, best, best if high == -1 else high)
        figure = Figure(
            id=f"f{len(self.figures) + 1}",
            kind=kind,
            bounds=bounds,
            group=Group(side, type, None),
            by=f"a-{by}" if by else None,
            claim=None,
            event=None,
            background=background,
            denied=False,
            revises=revises,
            span=Span(start, start + len(words)),
            confidence=0.9,
        )
        self.figures.append(figure)
        return self

    def checks(self) -> tuple[Check, ...]:
        return check_totals(self.text, self.figures, _ACTORS)


def _border() -> Told:
    told = Told(
        "Fighting left almost 100 soldiers dead. Armenia said 49 of its troops had been killed. "
        "Azerbaijan reported that 50 of its servicemen had died."
    )
    told.says("almost 100", 100, low=90, type="military")
    told.says("49", 49, side="ARM", type="military", by="ARM")
    return told.says("50", 50, side="AZE", type="military", by="AZE")


def test_sides_make_a_hedged_total() -> None:
    (check,) = _border().checks()
    assert (check.figure, check.parts, check.verdict) == ("f1", ("f2", "f3"), "consistent")
    assert check.detail == "49 + 50 = 99: within 'almost 100'"


def test_open_part_makes_an_open_sum() -> None:
    told = _border()
    told.figures[1] = replace(told.figures[1], bounds=Bounds(49, 49, None))
    (check,) = told.checks()
    assert check.detail == "at least 49 + 50 = at least 99: within 'almost 100'"


@pytest.mark.parametrize(
    "change",
    [{"kind": "wounded"}, {"background": True}, {"denied": True}, {"bounds": Bounds(5, 5, 5)}],
    ids=["another kind", "history", "denied", "far too small"],
)
def test_figure_that_is_no_part_of_the_total(change: dict[str, object]) -> None:
    told = _border()
    told.figures[2] = replace(told.figures[2], **change)  # type: ignore[arg-type]
    assert told.checks() == ()


def test_replaced_figures_are_not_added() -> None:
    told = Told(
        "At least 176 soldiers died. Armenia said 105 troops had been killed, up from 49 a day earlier. "
        "Azerbaijan, which had earlier reported 50 deaths, named 71 servicemen."
    )
    told.says("At least 176", 176, high=None, type="military")
    told.says("105", 105, side="ARM", by="ARM").says("49", 49, side="ARM", by="ARM")
    told.says("50", 50, side="AZE", by="AZE").says("71", 71, side="AZE", by="AZE")
    (check,) = told.checks()
    assert check.parts == ("f2", "f5")
    assert check.detail == "105 + 71 = 176: within 'At least 176'"


def test_number_that_another_revises_is_not_added() -> None:
    told = Told("In all 176 died. Armenia's toll rose to 105; 49 was first given. Azerbaijan named 71.")
    told.says("176", 176).says("105", 105, side="ARM", by="ARM", revises=49)
    told.says("49", 49, side="ARM", by="ARM").says("71", 71, side="AZE", by="AZE")
    assert [check.parts for check in told.checks()] == [("f2", "f4")]


def test_own_count_goes_before_the_enemy_claim() -> None:
    told = Told("Almost 100 died. Armenia said it killed 200 enemies and lost 49. Azerbaijan admitted 50.")
    told.says("Almost 100", 100, low=90).says("200", 200, side="AZE", by="ARM")
    told.says("49", 49, side="ARM", by="ARM").says("50", 50, side="AZE", by="AZE")
    assert [check.parts for check in told.checks()] == [("f3", "f4")]


def _disputed_border() -> Told:
    told = Told(
        "A total of 102 people were killed on the two sides of the border. "
        "The Kyrgyz ministry said 59 people had died. Tajikistan acknowledged 35 dead."
    )
    told.says("A total of 102", 102).says("59", 59, side="KGZ", by="KGZ")
    return told.says("35", 35, side="TJK", by="TJK")


def test_total_of_the_two_sides_that_they_do_not_make() -> None:
    (check,) = _disputed_border().checks()
    assert check.verdict == "inconsistent"
    assert check.detail == "59 + 35 = 94: not within 'A total of 102'"


def test_total_of_two_sides_is_one_whatever_side_it_was_given() -> None:
    told = _disputed_border()
    told.figures[0] = replace(told.figures[0], group=Group("KGZ", "any", None))
    assert [check.verdict for check in told.checks()] == ["inconsistent"]


def test_disagreement_needs_words_that_join_the_sides() -> None:
    told = Told("The battle killed 102 people. Kyrgyzstan said 59 people had died. Tajikistan acknowledged 35 dead.")
    told.says("102", 102).says("59", 59, side="KGZ", by="KGZ").says("35", 35, side="TJK", by="TJK")
    assert told.checks() == ()


def test_enemy_claim_is_no_measure_for_a_total() -> None:
    told = _disputed_border()
    told.figures[2] = replace(told.figures[2], by="a-KGZ")
    assert told.checks() == ()


def test_far_smaller_sum_leaves_sides_uncounted() -> None:
    told = Told("In all, 550 people died. Kyrgyzstan lost 138. Tajikistan lost 61.")
    told.says("550", 550).says("138", 138, side="KGZ").says("61", 61, side="TJK")
    assert told.checks() == ()


@pytest.mark.parametrize(
    ("text", "parts", "verdict"),
    [
        ("Baku lost 50 servicemen: 42 of the army and eight of the border service.", (42, 8), "consistent"),
        ("Baku lost 51 servicemen: 42 of the army and eight of the border service.", (42, 8), "inconsistent"),
        ("It buried 50 people, namely 42 soldiers and eight guards.", (42, 8), "consistent"),
        ("It buried 41 people: 26 men, twelve women and three children.", (26, 12, 3), "consistent"),
        ("They killed 50 people (42 in the town, eight in the hills).", (42, 8), "consistent"),
    ],
)
def test_parts_listed_behind_a_total(text: str, parts: tuple[int, ...], verdict: str) -> None:
    words = {8: "eight", 12: "twelve", 3: "three"}
    total = next(number for number in (50, 51, 41) if str(number) in text)
    told = Told(text).says(str(total), total, side="AZE")
    for part in parts:
        told.says(words.get(part, str(part)), part, side="AZE")
    assert [(check.figure, len(check.parts), check.verdict) for check in told.checks()] == [("f1", len(parts), verdict)]


@pytest.mark.parametrize(
    ("types", "verdicts"),
    [(("civilian", "military"), ["inconsistent"]), (("any", "any"), []), (("civilian", "civilian"), [])],
)
def test_list_in_commas_is_whole_where_it_sets_kinds_of_people_apart(
    types: tuple[GroupType, GroupType], verdicts: list[str]
) -> None:
    told = Told("The raid killed 20 people, 12 civilians and seven soldiers.").says("20", 20)
    told.says("12", 12, type=types[0]).says("seven", 7, type=types[1])
    assert [check.verdict for check in told.checks()] == verdicts


def test_rest_without_a_number_leaves_the_sum_open() -> None:
    told = Told("The toll rose to 95: 25 policemen, 19 soldiers and the rest townspeople.").says("95", 95)
    told.says("25", 25, type="police").says("19", 19, type="military")
    assert told.checks() == ()


@pytest.mark.parametrize(
    ("text", "part", "verdicts"),
    [
        ("Shells killed 29 people, including 28 civilians.", 28, []),
        ("Shells killed 29 people, including 38 civilians.", 38, ["inconsistent"]),
        ("Shells killed 29 people, 12 of them children.", 12, []),
        ("Shells killed 29 people, of whom 31 were children.", 31, ["inconsistent"]),
    ],
)
def test_some_of_a_total_is_only_at_fault_where_it_is_larger(text: str, part: int, verdicts: list[str]) -> None:
    told = Told(text).says("29", 29).says(str(part), part)
    assert [check.verdict for check in told.checks()] == verdicts


def test_part_of_a_part_is_not_added() -> None:
    told = Told("The toll is 22: 12 employees and 10 patients, three of them children.").says("22", 22)
    told.says("12", 12).says("10", 10).says("three of them", 3)
    assert [check.detail for check in told.checks()] == ["12 + 10 = 22: within '22'"]


def test_parts_in_the_next_sentence() -> None:
    told = Told("At least 2,900 died, the UN said.\n\nIt said 2,000 bodies were buried and another 900 lay in morgues.")
    told.says("At least 2,900", 2900, high=None, by="UN").says("2,000", 2000, by="UN").says("900", 900, by="UN")
    (check,) = told.checks()
    assert check.detail == "2,000 + 900 = 2,900: within 'At least 2,900'"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It raised the toll from 37 to 43.", (37, 43)),
        ("It cut the toll from 43 to 37.", (43, 37)),
        ("It counted 11 dead; it later raised the toll to 16, two of them civilians.", (11, 16)),
        ("They lost 43. In the north 12 died and in the south 20 died.", (43, 12, 20)),
    ],
)
def test_numbers_that_follow_each_other_are_no_sum(text: str, numbers: tuple[int, ...]) -> None:
    told = Told(text)
    for number in numbers:
        told.says(str(number), number, side="ARM")
    assert told.checks() == ()


def test_comparison_is_made_once() -> None:
    told = Told("Almost 100 died. Armenia lost 49. Azerbaijan lost 50. Almost 100 graves were dug.")
    told.says("Almost 100", 100, low=90).says("49", 49, side="ARM").says("50", 50, side="AZE")
    told.says("Almost 100", 100, low=90)
    assert [check.figure for check in told.checks()] == ["f1"]


def test_no_figures_no_checks() -> None:
    assert check_totals("Nothing happened.", (), _ACTORS) == ()
