from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from tacitus.export.incident_page.page import incident_page
from tacitus.export.incident_page.tolls import bar
from tacitus.export.incident_page.wording import killed_text, range_text
from tacitus.model import Span
from tacitus.model.incident import Account, Estimates, Incident, Position, StatedFigure, Toll
from tests.export.brief_incidents import border_clashes, sample_codings, sample_incidents


def render(incident: Incident, *, width: int = 80, undated: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None, highlight=False, markup=False)
    console.print(incident_page(incident, sample_codings(), undated=undated))
    out = console.file
    assert isinstance(out, io.StringIO)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def section(name: str, page: str) -> str:
    return page.partition(f"\n{name}")[2].partition("\n\n")[0]


@pytest.mark.parametrize("number", range(len(sample_incidents())))
def test_every_sample_incident_has_a_page(number: int) -> None:
    incident = sample_incidents()[number]
    page = render(incident)
    assert incident.id in page
    assert len(re.findall(r"^ +\[\d+\]  ", section("Reports", page), re.MULTILINE)) == len(incident.reports)


def test_the_toll_over_time_is_a_chart() -> None:
    lines = section("Tolls", render(border_clashes(), width=120)).splitlines()
    first = next(n for n, line in enumerate(lines) if line.strip() == "killed, Armenia (military): Armenia, of its own")
    chart = []
    for line in lines[first + 1 :]:
        if not line.startswith("    "):
            break
        chart.append(line)
    lengths = [line.count("█") for line in chart if "superseded" not in line]
    assert "105 Armenian troops had been killed" in "\n".join(chart)
    assert lengths == [max(line.count("█") for line in chart)]


def test_every_number_has_its_report_and_its_words() -> None:
    incident = border_clashes()
    page = " ".join(section("Tolls", render(incident, width=160)).split())
    for toll in incident.figures:
        for stated in toll.history:
            words = " ".join(stated.words.split())
            assert f"{words} [{incident.reports.index(stated.report) + 1}]" in page


def _account(*voices: str) -> Incident:
    said = tuple(Position(by, f"answer of {by}", border_clashes().reports[0], Span(0, 1)) for by in voices)
    return replace(border_clashes(), accounts=(Account("Who is responsible?", said, contested=True),))


def test_accounts_stand_side_by_side_where_there_is_room() -> None:
    two = section("Accounts", render(_account("ARM", "AZE")))
    assert re.search(r"answer of ARM \[1\] +answer of AZE \[1\]", two)
    assert "Who is responsible?  contested" in two
    five = _account("ARM", "AZE", "RUS", "USA", "report")
    assert not re.search(r"answer of ARM \[1\] +answer", render(five))
    assert re.search(r"answer of ARM \[1\] +answer of AZE \[1\] +answer of RUS", render(five, width=160))
    assert "the reports" in section("Accounts", render(five))


def test_an_incident_of_which_little_is_known() -> None:
    bare = replace(
        border_clashes(),
        start=None,
        end=None,
        place=None,
        sides=(),
        figures=(),
        estimates=Estimates(None, None, None),
        accounts=(),
        ceasefire=None,
        events=(),
    )
    page = render(bare)
    assert "day not told" in page
    assert "No report gives a number of dead." in page
    for part in ("Tolls", "Accounts", "Truce", "Timeline"):
        assert f"\n{part}" not in page


def test_a_number_without_bounds_or_day_is_shown_as_unknown() -> None:
    stated = StatedFigure(None, None, None, None, False, False, border_clashes().reports[0], Span(0, 1), "some")
    toll = Toll("missing", None, "any", "report", "report", (stated,))
    page = section("Tolls", render(replace(border_clashes(), figures=(toll,))))
    assert "missing, whose is not told: the reports" in page
    assert re.search(r"day unknown +unknown +some \[1\]", page)


@pytest.mark.parametrize(
    ("size", "most", "expected"),
    [(0, 10, ""), (10, 10, "█" * 16), (5, 10, "█" * 8), (1, 100_000, "▏"), (11, 128, "█▍")],
)
def test_bars(size: int, most: int, expected: str) -> None:
    assert bar(size, most) == expected


@pytest.mark.parametrize(
    ("low", "best", "high", "expected"),
    [(5, 5, 5, "5"), (49, 105, 1155, "105 (49–1,155)"), (7, 7, None, "7 (7 or more)")],
)
def test_ranges(low: int, best: int, high: int | None, expected: str) -> None:
    assert range_text(low, best, high) == expected


def test_no_estimate_is_a_dash() -> None:
    assert killed_text(None) == "–"


def test_days_of_the_head() -> None:
    longer = replace(border_clashes(), start=date(2022, 9, 12), end=date(2022, 9, 14))
    assert "2022-09-12 to 2022-09-14" in render(longer)


def test_what_has_no_day_is_counted_or_shown() -> None:
    folded = section("Timeline", render(border_clashes()))
    assert re.search(r"\d+ tellings of no day: --undated shows them$", folded)
    assert "day not told" not in folded
    shown = section("Timeline", render(border_clashes(), undated=True))
    assert "day not told" in shown
    assert "--undated" not in shown


def test_reasons_call_sides_by_their_names() -> None:
    reasons = " ".join(section("Dead, by codebook", render(border_clashes(), width=160)).split())
    assert "of Armenia" in reasons
    assert not re.search(r"\b(?:ARM|AZE)\b", reasons)
