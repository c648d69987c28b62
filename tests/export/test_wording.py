from __future__ import annotations

from dataclasses import replace

import pytest

from tacitus.export.wording import bounds_text, by_text, claim_words, number_text, plain, whose_text
from tacitus.model import Bounds, Coding, Group, Report, Span


@pytest.mark.parametrize(
    ("bounds", "text"),
    [
        (Bounds(49, 49, 49), "49"),
        (Bounds(7000, 7000, None), "≥ 7,000"),
        (Bounds(0, 120, 120), "≤ 120"),
        (Bounds(None, 120, 120), "≤ 120"),
        (Bounds(90, 95, 100), "90–100"),
        (Bounds(90, 100, 100), "90–100"),
        (Bounds(0, 0, 0), "0"),
        (Bounds(None, None, None), "unknown"),
    ],
)
def test_bounds(bounds: Bounds, text: str) -> None:
    assert bounds_text(bounds) == text


def test_a_denial_and_a_revision_are_told(coding: Coding) -> None:
    figure = coding.figures[1]
    assert number_text(replace(figure, denied=True)) == "49 (denied)"
    assert number_text(replace(figure, bounds=Bounds(1050, 1050, 1050), revises=1004)) == "1,050 (was 1,004)"


@pytest.mark.parametrize(
    ("group", "text"),
    [
        (Group("ARM", "military", None), "ARM military"),
        (Group("ARM", "any", "a2"), "ARM"),
        (Group(None, "civilian", None), "civilian"),
        (Group(None, "military", "a2"), "Azerbaijan military"),
        (Group(None, "any", None), "not told"),
    ],
)
def test_whose(coding: Coding, group: Group, text: str) -> None:
    assert whose_text(group, coding) == text


def test_by_whom(coding: Coding) -> None:
    figure = coding.figures[1]
    assert by_text(figure, coding) == "Vardan Hakobyan (ARM)"
    assert by_text(replace(figure, by=None), coding) == "speaker not named"
    assert by_text(replace(figure, by=None, claim=None), coding) == "report"


@pytest.mark.parametrize(
    ("name", "role", "shown"),
    [
        ("both sides", "both sides", "both sides (Vardan Hakobyan, Georgia)"),
        ("Armenia and Georgia", None, "Armenia and Georgia"),
    ],
)
def test_whom_a_phrase_for_several_means_is_told_once(coding: Coding, name: str, role: str | None, shown: str) -> None:
    first = coding.actors[0]
    georgia = replace(first, id="a8", name="Georgia", side="GEO")
    both = replace(first, id="a9", name=name, side=None, role=role, members=(first.id, "a8"))
    figure = replace(coding.figures[1], by="a9")
    assert by_text(figure, replace(coding, actors=(first, georgia, both))) == shown


def test_a_side_is_not_told_twice(coding: Coding) -> None:
    actors = (replace(coding.actors[0], name="M23", side="M23"),)
    assert by_text(coding.figures[1], replace(coding, actors=actors)) == "M23"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n\n lines", "two lines"),
        ("red \x1b[31malert\x07", "red [31malert"),
        ("\u202egnp.exe", "gnp.exe"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("one\u2028two", "one two"),
    ],
)
def test_nothing_in_a_report_can_steer_the_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_quotations_are_marked_once(coding: Coding) -> None:
    claim = coding.claims[1]
    assert claim_words(claim, coding) == "“They fired first”"
    start = coding.report.text.index("“They")
    assert claim_words(replace(claim, content=(Span(start, start + 18),)), coding) == "“They fired first,"


def test_gaps_in_the_words_are_marked(coding: Coding) -> None:
    told = replace(coding, report=Report("r", "We won, he said, and they lost."))
    claim = replace(coding.claims[0], content=(Span(0, 6), Span(17, 30)))
    assert claim_words(claim, told) == "We won … and they lost"
