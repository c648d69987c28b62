from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tacitus.export.brief import BriefSection, Paragraph, Sentence, brief, brief_text
from tacitus.export.brief.plain_text import WIDTH
from tacitus.model.incident import Incident
from tests.export.brief_grammar import faults
from tests.export.brief_made import made_codings, made_incident, with_claim
from tests.export.brief_strategies import incidents

CODINGS = made_codings()
CODINGS["r1"] = with_claim(CODINGS["r1"], "We hold 50 posts", stance="deny")
CODINGS["r1"] = with_claim(CODINGS["r1"], "A minister denied it", stance="accuse", side="AZE", name="Leyla Abdullayeva")
CODINGS["r2"] = with_claim(CODINGS["r2"], "Officials spoke of 49", stance="urge", side="USA", name="Antony Blinken")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(incidents())
def test_whatever_is_told_reads_well_and_has_its_sources(incident: Incident) -> None:
    written = brief(incident, CODINGS)
    assert faults(written) == []
    text = brief_text(written)
    assert text == brief_text(brief(incident, dict(reversed(CODINGS.items()))))
    assert max(map(len, text.splitlines())) <= WIDTH


@pytest.mark.parametrize(
    "text",
    [
        "Armenia said that one soldiers was killed.",
        "Armenia said that two soldier were killed.",
        "Armenia said that one of its soldiers were killed.",
        "Armenia said that 49 soldiers was killed.",
        "Armenia said that 5 soldiers were killed.",
        "the RSF denied this.",
        "The the RSF denied this.",
        "It began on 13.",
        "It began  on 13 September.",
        "It began on 2022-09-13.",
        "It began",
        "He said: “no.",
        "None said so.",
    ],
)
def test_the_patterns_find_what_is_wrong(text: str) -> None:
    written = brief(made_incident(), CODINGS)
    section = BriefSection("Wrong", (Paragraph((Sentence(text, (1,)),)),))
    assert len(faults(written)) == 0
    assert any(text in fault for fault in faults(replace(written, sections=(*written.sections, section))))
