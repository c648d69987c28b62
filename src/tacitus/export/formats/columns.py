"""Tables shaped as another data set has them: named columns, some of which news cannot fill."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TextIO, TypeVar

Value = str | int | float | date | None
Item = TypeVar("Item")
Whole = TypeVar("Whole")


@dataclass(frozen=True, slots=True)
class Field(Generic[Item]):
    """A column; ``value`` is ``None`` where news cannot tell it and the column stays empty."""

    name: str
    value: Callable[[Item], Value] | None


def unfilled(*names: str) -> tuple[Field[Item], ...]:
    """Columns that stay empty."""
    return tuple(Field(name, None) for name in names)


def lifted(fields: Iterable[Field[Item]], part: Callable[[Whole], Item]) -> tuple[Field[Whole], ...]:
    """Columns of a part of something as columns of the whole."""
    return tuple(_lifted(field, part) for field in fields)


def _lifted(field: Field[Item], part: Callable[[Whole], Item]) -> Field[Whole]:
    value = field.value
    return Field(field.name, None if value is None else lambda whole: value(part(whole)))


def names(fields: Sequence[Field[Item]]) -> list[str]:
    """The names of all columns, in their order."""
    return [field.name for field in fields]


def row(fields: Sequence[Field[Item]], item: Item) -> list[Value]:
    """An item's values in the order of the columns."""
    return [field.value(item) if field.value else None for field in fields]


def write_table(fields: Sequence[Field[Item]], items: Iterable[Item], stream: TextIO) -> None:
    """A CSV file (RFC 4180) with a line of heads, row by row."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names(fields))
    writer.writerows(row(fields, item) for item in items)
