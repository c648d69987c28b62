"""What the tests of formats share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tacitus.export.formats.case import Case
from tacitus.model import Coding
from tacitus.model.incident import Incident
from tests.export.formats.cases import Kept, shelling


@pytest.fixture
def incident() -> Incident:
    """The shelling of a town, with a toll, an account and a truce."""
    return shelling()


@pytest.fixture
def case(incident: Incident, full: Coding) -> Case:
    """The incident with the coding of the one report that the store still has."""
    return Case(incident, {"r2": full})


@pytest.fixture
def kept(incident: Incident, full: Coding, coding: Coding) -> Kept:
    """Two reports, the incident, and one of long ago without a place."""
    history = replace(incident, id="i0", background=True, place=None, events=(("r2", "e5"),), reports=("r2",))
    return Kept((incident, history), (full, coding))
