"""Trained heads and rules weighed on one number."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tacitus.extract.figure_weighing import weighed_figure
from tacitus.extract.quantities import quantities
from tacitus.model import FIGURE_KINDS, GROUP_TYPES
from tests.parses import blank_reading, syntax_of

LOST = "Mali|PROPN|nsubj|2 lost|VERB|root|0 50|NUM|nummod|4 policemen|NOUN|obj|2 .|PUNCT|punct|2"


def test_the_counted_noun_decides_the_type_where_it_names_one() -> None:
    syntax = syntax_of(LOST)
    base = blank_reading(syntax)
    kinds, groups = np.zeros_like(base.kind), np.zeros_like(base.group)
    kinds[:, 1 + FIGURE_KINDS.index("killed")] = 1
    groups[:, GROUP_TYPES.index("civilian")] = 0.9
    (quantity,) = quantities(syntax.text)
    found = weighed_figure(syntax, replace(base, kind=kinds, group=groups), quantity, 2, 3)
    assert found is not None
    assert (found.kind, found.group_type, found.background) == ("killed", "police", False)


def test_heads_that_hear_no_figure_outweigh_an_unsure_rule() -> None:
    syntax = syntax_of(LOST)
    base = blank_reading(syntax)
    kinds = np.zeros_like(base.kind)
    kinds[:, 0] = 1
    (quantity,) = quantities(syntax.text)
    assert weighed_figure(syntax, replace(base, kind=kinds), quantity, 2, 3) is None
