"""What all the codebooks make of an incident's tolls."""

from __future__ import annotations

from collections.abc import Sequence

from tacitus.codebook.acled import acled_estimate
from tacitus.codebook.recorders import range_estimate
from tacitus.codebook.responsibility import Responsibility
from tacitus.codebook.ucdp import ucdp_estimate
from tacitus.model.incident import Estimates, Toll


def estimates(tolls: Sequence[Toll], blamed: Sequence[Responsibility]) -> Estimates:
    """The estimates of the dead by UCDP GED, ACLED and the casualty recorders, each with its reasons."""
    return Estimates(ucdp_estimate(tolls), acled_estimate(tolls), range_estimate(tolls, blamed))
