"""Codings as plain JSON values, in the form of the output contract."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tacitus.model.coding import Coding

# Bounds stand beside a figure's other keys in the contract, not in an object of their own.
_INLINED = ("bounds",)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        out: dict[str, object] = {}
        for field in fields(value):
            item = _plain(getattr(value, field.name))
            if field.name in _INLINED and isinstance(item, dict):
                out.update(item)
            else:
                out[field.name] = item
        return out
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def coding_to_dict(coding: Coding) -> dict[str, object]:
    """Dataclasses to objects, tuples to lists, days to ISO strings; key order is the contract's."""
    out = _plain(coding)
    assert isinstance(out, dict)
    return out
