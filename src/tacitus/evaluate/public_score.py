"""Everything that is measured on public data sets: the language model, event types, place names."""

from __future__ import annotations

import logging
from pathlib import Path

from tacitus.errors import TacitusError
from tacitus.evaluate.language_score import has_language_sets, score_language
from tacitus.evaluate.lgl import NEAR_KM, PUBLISHED, score_lgl
from tacitus.evaluate.main_event_score import score_plover_gsr
from tacitus.evaluate.measure import Measure

_LOG = logging.getLogger(__name__)


def score_public(data: Path) -> list[Measure]:
    """Scores on the sets that lie below ``data``.

    Those of ``score_language``, the PLOVER gold-standard records (``plover_gsr/dev.json``) and the Local-Global Lexicon
    (``geoparsing/lgl.xml``). A set that is not there is logged and has no measure.

    Raises:
        TacitusError: ``data`` holds none of the sets, or one of them is not of its form.
        ModelError: the package's weights are missing or broken.
    """
    records, names = data / "plover_gsr" / "dev.json", data / "geoparsing" / "lgl.xml"
    if not (has_language_sets(data) or records.exists() or names.exists()):
        raise TacitusError(f"{data}: none of the sets that are measured on is there")
    measures = score_language(data) if has_language_sets(data) else []
    if records.exists():
        measures.append(score_plover_gsr(records))
    else:
        _LOG.warning("PLOVER GSR is not measured: %s is not there", records)
    if names.exists():
        measures.extend(_place_names(names))
    else:
        _LOG.warning("LGL is not measured: %s is not there", names)
    return measures


def _place_names(path: Path) -> list[Measure]:
    score = score_lgl(path)
    return [
        Measure(f"LGL, place names within {NEAR_KM:.0f} km, of all", score.all.value, score.all.count),
        Measure(f"LGL, of those resolved (published: {PUBLISHED:.2f})", score.resolved.value, score.resolved.count),
    ]
