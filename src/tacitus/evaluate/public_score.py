"""Everything that is measured on public data sets: the language model, event types, place names."""

from __future__ import annotations

import logging
from pathlib import Path

from tacitus.errors import TacitusError
from tacitus.evaluate.language_score import has_language_sets, score_language
from tacitus.evaluate.main_event_score import score_plover_gsr
from tacitus.evaluate.measure import Measure

_LOG = logging.getLogger(__name__)


def score_public(data: Path) -> list[Measure]:
    """Scores on the sets that lie below ``data``.

    Those of ``score_language``, and the PLOVER gold-standard records (``plover_gsr/dev.json``). A set that is not
    there is logged and has no measure.

    Raises:
        TacitusError: ``data`` holds none of the sets, or one of them is not of its form.
        ModelError: the package's weights are missing or broken.
    """
    records = data / "plover_gsr" / "dev.json"
    if not has_language_sets(data) and not records.exists():
        raise TacitusError(f"{data}: none of the sets that are measured on is there")
    measures = score_language(data) if has_language_sets(data) else []
    if records.exists():
        measures.append(score_plover_gsr(records))
    else:
        _LOG.warning("PLOVER GSR is not measured: %s is not there", records)
    return measures
