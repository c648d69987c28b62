from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tacitus.extract.stance import stance_of
from tacitus.language.reading import Range, Reading
from tacitus.model import STANCES, Stance
from tacitus.resolve.syntax import Syntax
from tests.parses import blank_reading, syntax_of, tokens_of


def said(cue: str) -> tuple[Syntax, Range, tuple[Range, ...]]:
    """ "Baku <cue> it fired first", every word of the cue hanging on the first."""
    words = cue.split()
    tokens = [
        "Baku|PROPN|nsubj|2",
        *(f"{word}|{'PART' if word in ('not', 'never') else 'VERB'}|{'dep' if at else 'root'}|{2 if at else 0}"
          for at, word in enumerate(words)),
        f"it|PRON|nsubj|{len(words) + 3} fired|VERB|ccomp|2 first|ADV|advmod|{len(words) + 3}",
    ]  # fmt: skip
    syntax = syntax_of(" ".join(tokens))
    return syntax, (1, 1 + len(words)), ((1 + len(words), 4 + len(words)),)


def leaning(syntax: Syntax, stance: Stance, share: float) -> Reading:
    """The language model reads ``stance`` with a share in every word, the others alike."""
    row = np.full(len(STANCES), (1 - share) / (len(STANCES) - 1), dtype=np.float32)
    row[STANCES.index(stance)] = share
    return replace(blank_reading(syntax), stance=np.tile(row, (len(syntax.words), 1)))


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "assert"),
        ("denied", "deny"),
        ("accused", "accuse"),
        ("admitted", "admit"),
        ("urged", "urge"),
        ("pledged", "promise"),
        ("vowed", "threaten"),
        ("walked", "assert"),
    ],
)
def test_without_a_language_model_the_cue_decides(cue: str, stance: Stance) -> None:
    syntax, at, content = said(cue)
    assert stance_of(syntax, None, at, content) == stance


@pytest.mark.parametrize(("cue", "stance"), [("did not deny", "admit"), ("never admitted", "deny")])
def test_a_negation_turns_a_cue_round(cue: str, stance: Stance) -> None:
    syntax, at, content = said(cue)
    assert stance_of(syntax, None, at, content) == stance
    verb = (at[1] - 1, at[1])
    assert stance_of(syntax, None, verb, content) == stance, "outside the cue's own words, too"


def test_a_negation_in_the_clause_before_is_none_of_the_cue() -> None:
    syntax = syntax_of("They|PRON|nsubj|2 had|AUX|root|0 not|PART|advmod|2 ,|PUNCT|punct|2 denied|VERB|parataxis|2")
    assert stance_of(syntax, None, (4, 5), ((0, 3),)) == "deny"


def test_without_a_cue_words_assert() -> None:
    syntax, _, content = said("said")
    assert stance_of(syntax, None, None, content) == "assert"


def test_the_language_model_decides_where_no_cue_signals() -> None:
    syntax, _, content = said("said")
    assert stance_of(syntax, leaning(syntax, "threaten", 0.5), None, content) == "threaten"


@pytest.mark.parametrize(("share", "stance"), [(0.4, "deny"), (0.95, "accuse")])
def test_cue_and_language_model_are_weighed(share: float, stance: Stance) -> None:
    syntax, at, content = said("denied")
    assert stance_of(syntax, leaning(syntax, "accuse", share), at, content) == stance


def test_only_the_words_of_the_content_count() -> None:
    syntax, _, content = said("said")
    reading = leaning(syntax, "urge", 0.9)
    reading.stance[: content[0][0]] = np.eye(len(STANCES), dtype=np.float32)[STANCES.index("deny")]
    assert stance_of(syntax, reading, None, content) == "urge"
    assert stance_of(syntax, reading, None, (tokens_of(syntax, "Baku"),)) == "deny"
