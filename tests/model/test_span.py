from __future__ import annotations

import pytest

from tacitus.model import Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a range of characters"):
        Span(start, end)


def test_the_words_of_a_span_are_counted_in_code_points() -> None:
    assert Span(2, 4).words("\U0001f600 né") == "né"


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [
        (Span(2, 6), True, True),
        (Span(3, 4), True, True),
        (Span(1, 3), True, False),
        (Span(5, 7), True, False),
        (Span(0, 2), False, False),
        (Span(6, 8), False, False),
    ],
)
def test_ranges_meet_and_hold_one_another(other: Span, overlaps: bool, contains: bool) -> None:
    span = Span(2, 6)
    assert (span.overlaps(other), span.contains(other)) == (overlaps, contains)
    assert other.overlaps(span) is overlaps


def test_spans_sort_as_they_stand_in_the_text() -> None:
    assert sorted([Span(5, 6), Span(1, 9), Span(1, 3)]) == [Span(1, 3), Span(1, 9), Span(5, 6)]
