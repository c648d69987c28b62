"""Many values in statements of a few hundred each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")

_PAGE = 500  # SQLite takes some thousand values in one statement


def pages(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in their order, some hundred at a time."""
    source = iter(items)
    while some := list(islice(source, _PAGE)):
        yield some
