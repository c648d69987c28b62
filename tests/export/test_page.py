from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tacitus.export.page_options import PageOptions
from tacitus.model import Check, Coding, Report, Span
from tests.export.rendering import render

CELLS = re.compile(r"\s{2,}")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def line_with(words: str, text: str) -> str:
    (line,) = [line for line in text.splitlines() if words in line]
    return line


def test_the_head_tells_title_outlet_day_and_id(coding: Coding) -> None:
    assert render(coding, width=80).splitlines()[:2] == [
        "Border shelling kills dozens",
        "Valley Post · 2022-09-14 · r1",
    ]


def test_a_report_without_a_title_is_headed_by_its_id() -> None:
    lines = render(Coding(Report("r9", "Nothing."))).splitlines()
    assert lines[0].strip() == "r9"
    assert "No figures of people." in lines
    assert "No claims." in lines


def test_a_figure_has_its_number_group_claimant_and_words_in_a_line(coding: Coding) -> None:
    text = render(coding, width=160)
    line = line_with("ARM military", text)
    assert CELLS.split(line.strip()) == ["killed", "49", "ARM military", "Vardan Hakobyan (ARM)", "49 of his soldiers"]
    assert "≥ 50 (denied)" in line_with("more than 50 servicemen", text)


def test_history_is_marked_and_comes_after_the_news(coding: Coding) -> None:
    text = render(coding, width=160)
    assert text.index("6,300–7,700") > text.index("Almost 100")
    assert "background" in text
    assert "background" not in render(replace(coding, figures=coding.figures[1:]), width=160)


def test_claims_stand_under_their_speakers_with_stance_cue_and_words(coding: Coding) -> None:
    lines = [line.strip() for line in render(coding, width=160).splitlines()]
    at = lines.index("Vardan Hakobyan (ARM), defence minister")
    assert CELLS.split(lines[at + 1]) == ["assert", "said", "49 of his soldiers had died [on 2022-09-13]"]
    assert CELLS.split(lines[at + 2]) == ["accuse", "he said", "“They fired first”"]
    assert lines[at + 3] == "Azerbaijan (AZE)"


def test_through_whom_a_claim_came_is_told(coding: Coding) -> None:
    claim = replace(coding.claims[0], chain=("a2", "a1"), said=None)
    text = render(replace(coding, claims=(claim,)), width=100)
    assert "49 of his soldiers had died [through Azerbaijan (AZE)]" in text


def test_a_speaker_whom_the_report_does_not_name(coding: Coding) -> None:
    assert "speaker not named" in render(replace(coding, claims=(replace(coding.claims[0], speaker=None),)))


def test_checks_are_green_or_red(coding: Coding) -> None:
    assert "✓ consistent" in line_with("49 + 50 = 99: within 'almost 100'", render(coding))
    bad = replace(coding, checks=(Check("total", "f3", ("f1",), "inconsistent", "49 is not 'almost 100'"),))
    assert "✗ inconsistent" in line_with("49 is not 'almost 100'", render(bad))
    assert "\x1b[32m✓ consistent" in render(coding, terminal=True)
    assert "\x1b[1;31m✗ inconsistent" in render(bad, terminal=True)


def test_colour_is_the_only_difference_between_terminal_and_pipe(coding: Coding) -> None:
    plain = render(coding)
    assert "\x1b" not in plain
    assert [line.rstrip() for line in ANSI.sub("", render(coding, terminal=True)).splitlines()] == [
        line.rstrip() for line in plain.splitlines()
    ]


def test_sections_come_in_their_order_with_an_empty_line_between(full: Coding, coding: Coding) -> None:
    text = render(replace(full, figures=()))
    heads = ["! warning", "Events", "No figures", "Who accuses whom", "Ceasefires", "Claims", "Territory", "Places"]
    found = [text.index(f"\n\n{head}") for head in [*heads, "Checks"]]
    assert found == sorted(found)
    assert "\n\n\n" not in text


def test_explaining_tells_ids_bounds_and_confidence(coding: Coding) -> None:
    text = render(coding, options=PageOptions(explain=True))
    assert "[f1; low 49, best 49, high 49; c1; confidence 0.90]" in text
    assert "[f2; low 50, best 50, high open; c3; confidence 0.90]" in text
    assert "[c1; speaker from “Vardan Hakobyan”; confidence 0.90]" in text
    assert "[c2; speaker from the context; confidence 0.80]" in text
    assert "confidence" not in render(coding)


@pytest.mark.parametrize("width", [60, 80, 160])
def test_every_section_fits_the_width(full: Coding, width: int) -> None:
    everything = PageOptions(background=True, accusations=True, explain=True)
    text = render(full, width=width, options=everything)
    assert all(len(line) <= width for line in text.splitlines())
    assert "…" not in text


@pytest.mark.parametrize("width", [60, 80, 160])
def test_it_fits_the_width_and_loses_no_words(coding: Coding, width: int) -> None:
    text = render(coding, width=width)
    assert all(len(line) <= width for line in text.splitlines())
    assert "…" not in text
    assert "6,300–7,700" in text
    squeezed = re.sub(r"\s+", " ", text)
    for word in ("servicemen", "soldiers", "Hakobyan", "background", "consistent"):
        assert word in squeezed


def test_a_wide_page_wraps_nothing(coding: Coding) -> None:
    long = "the ministry of the republic said that more than 50 servicemen of its border guard had been killed"
    report = replace(coding.report, text=coding.report.text.replace("it had lost", long))
    start = report.text.index(long)
    claim = replace(coding.claims[2], content=(Span(start, start + len(long)),))
    told = replace(coding, report=report, claims=(claim,), figures=())
    assert long in render(told, width=160)
    assert long not in render(told, width=80)


def test_markup_in_a_report_is_only_text(coding: Coding) -> None:
    report = replace(coding.report, title="[bold]Shelling[/bold] :smile: \x1b[2J", outlet="[red]")
    text = render(replace(coding, report=report))
    assert text.startswith("[bold]Shelling[/bold] :smile: [2J\n[red]")
