"""What the tests of export share."""

from __future__ import annotations

import pytest

from tacitus.model import Coding
from tests.codings import full_coding


@pytest.fixture
def full() -> Coding:
    """A coding with something in every part of the contract."""
    return full_coding()
