"""Patterns made from the phrases of a word list."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases as whole words, the longest first; a blank stands for any white space."""
    return f"(?:{'|'.join(map(_form, sorted(phrases, key=len, reverse=True)))})"


def _form(phrase: str) -> str:
    form = r"\s+".join(map(re.escape, phrase.split()))
    return rf"\b{form}\b" if phrase[0].isalpha() else form
