"""Tokens: spaCy's blank English, with the abbreviations and the dashes of news."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

# spaCy cuts at a dash between letters only ("died—most"); news has "killed 49—the", "said—“first", "gone.”—Baku" too.
_AT_DASHES = (
    r"(?<=[a-z0-9]{2})[.,;:!?]+(?=[\"”’')\]]*—)",
    r"[\"”’')\]]+(?=—)",
    r"—+",
    r"(?<=—)[\"“‘'(\[]+",
)


def english() -> Language:
    """A blank English pipeline; its tokens and their trailing blanks together are the very text."""
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*_AT_DASHES, *(nlp.Defaults.infixes or ())]).finditer
    for word in _abbreviations():
        for form in {word, word.upper(), word.lower()}:
            tokenizer.add_special_case(form, [{"ORTH": form}])
    return nlp


def _abbreviations() -> list[str]:
    source = resources.files("tacitus.language").joinpath("lexicon", "abbreviations.toml").read_text(encoding="utf-8")
    lists: dict[str, str] = tomllib.loads(source)
    return [word for group in lists.values() for word in group.split()]
