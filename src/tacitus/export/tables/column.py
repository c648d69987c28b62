"""Columns and tables: a name, a kind, what it means, and where its value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from tacitus.model import Coding, Span

Kind = Literal["text", "integer", "number", "flag", "day", "list"]
Cell = str | int | float | bool | date | tuple[str, ...] | None
Head = tuple[str, Kind, str]
"""Name, kind and meaning of a column."""
Item = TypeVar("Item")
Whole = TypeVar("Whole")


@dataclass(frozen=True, slots=True)
class Column(Generic[Whole, Item]):
    """A column; ``value`` takes an item of the table and the whole that it is of."""

    name: str
    kind: Kind
    about: str
    value: Callable[[Item, Whole], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[Whole, Item]):
    """A table with a row for each of the ``items`` of a whole: a coding, an incident, a known actor.

    ``about`` tells what a row is. The first of ``columns`` is the id of the whole.
    """

    name: str
    about: str
    items: Callable[[Whole], Iterable[Item]]
    columns: tuple[Column[Whole, Item], ...]

    @property
    def heads(self) -> tuple[Head, ...]:
        """Name, kind and meaning of every column."""
        return tuple((column.name, column.kind, column.about) for column in self.columns)

    def rows(self, whole: Whole) -> Iterator[tuple[Cell, ...]]:
        """The rows of one whole, each as long as ``heads``."""
        for item in self.items(whole):
            yield tuple(column.value(item, whole) for column in self.columns)


def span_columns(
    about: str, span: Callable[[Item], Span | None], *, prefix: str = ""
) -> tuple[Column[Coding, Item], ...]:
    """First and last character of a span and its very words, all empty where there is no span."""

    def start(item: Item, coding: Coding) -> Cell:
        found = span(item)
        return found.start if found else None

    def end(item: Item, coding: Coding) -> Cell:
        found = span(item)
        return found.end if found else None

    def words(item: Item, coding: Coding) -> Cell:
        found = span(item)
        return found.words(coding.report.text) if found else None

    return (
        Column(f"{prefix}start", "integer", f"{about}: offset of the first character.", start),
        Column(f"{prefix}end", "integer", f"{about}: offset behind the last character.", end),
        Column(f"{prefix}words", "text", f"{about}: the very words.", words),
    )


def field(name: str, kind: Kind, about: str, value: Callable[[Item], Cell]) -> Column[Any, Item]:
    """A column whose value needs nothing of the whole but the item itself."""
    return Column(name, kind, about, lambda item, whole: value(item))


REPORT: Column[Coding, Any] = Column("report", "text", "Id of the report.", lambda item, coding: coding.report.id)
"""The first column of every table of codings."""


def numbered(items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """Items with their place in the order, from 1."""
    return enumerate(items, start=1)


def one_of(values: Sequence[str]) -> str:
    """The values that a column may have, as a sentence."""
    return f"{', '.join(values[:-1])} or {values[-1]}."
