"""The incidents of the samples, linked and put together from their annotation: what briefs are tried on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tacitus.evaluate.gold import gold_reports
from tacitus.evaluate.gold_coding import gold_coding
from tacitus.incidents.assemble import build_incident
from tacitus.incidents.episodes_read import linkable
from tacitus.incidents.link import link
from tacitus.model import Coding
from tacitus.model.incident import Incident

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def sample_codings() -> dict[str, Coding]:
    """The annotated samples as codings, by report id."""
    return {gold.id: gold_coding(gold) for gold in gold_reports(SAMPLES)}


@cache
def sample_incidents() -> tuple[Incident, ...]:
    """Every incident that the samples tell of, history included."""
    codings = sample_codings()
    return tuple(build_incident(linked, codings) for linked in link(map(linkable, codings.values())))


def border_clashes() -> Incident:
    """The incident that eight of the samples tell of."""
    return max(sample_incidents(), key=lambda incident: len(incident.main_reports))
