"""Codings as JSON text: one object, a list, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tacitus.model import Coding


def json_lines(codings: Iterable[Coding]) -> Iterator[str]:
    """One line a coding, with its line end, as soon as the coding is there."""
    for coding in codings:
        yield json.dumps(coding.to_dict(), ensure_ascii=False) + "\n"


def json_document(codings: Iterable[Coding]) -> Iterator[str]:
    """Pieces of one JSON document: an object for one coding, a list for several, nothing for none.

    The second coding is awaited before the first is given; after that each piece comes as its coding does.
    """
    rest = iter(codings)
    first = next(rest, None)
    if first is None:
        return
    second = next(rest, None)
    if second is None:
        yield _pretty(first) + "\n"
        return
    yield "[\n" + _pretty(first)
    yield ",\n" + _pretty(second)
    for coding in rest:
        yield ",\n" + _pretty(coding)
    yield "\n]\n"


def _pretty(coding: Coding) -> str:
    return json.dumps(coding.to_dict(), ensure_ascii=False, indent=2)
