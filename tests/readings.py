"""Short texts read by the language model, for tests of what is drafted from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from tacitus.coder import tokenizer
from tacitus.extract.claims import DraftClaim, draft_claims
from tacitus.extract.dates import read_dates
from tacitus.language.annotate import annotate
from tacitus.language.network import default_network
from tacitus.model import DateExpression
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.syntax import Syntax, read_syntax

PUBLISHED = date(2022, 9, 14)
"""A Wednesday: the day on which the texts of these tests were published."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text with all that drafting needs to know of it."""

    syntax: Syntax
    book: ActorBook
    claims: tuple[DraftClaim, ...]
    dates: tuple[DateExpression, ...]


@cache
def read_text(text: str) -> ReadText:
    """Read a text as if published on ``PUBLISHED``."""
    doc = tokenizer().make_doc(text)
    (reading,) = annotate([doc], default_network())
    syntax = read_syntax(doc)
    book = ActorBook(syntax, reading, read_sides(syntax, None, None))
    claims = tuple(draft_claims(syntax, reading, reading.claims, book))
    return ReadText(syntax, book, claims, tuple(read_dates(syntax, PUBLISHED)))
