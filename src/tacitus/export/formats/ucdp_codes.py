"""The codes of UCDP GED, as ``ucdp.toml`` has them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypedDict

from tacitus.export.formats.parties import Party, PartyKind
from tacitus.model import PlacePrecision

TypeOfViolence = Literal[1, 2, 3]


class _ViolenceData(TypedDict, total=False):
    code: TypeOfViolence
    kinds: list[PartyKind]


class _DaysData(TypedDict):
    days: int
    code: int


class _Data(TypedDict):
    type_of_violence: list[_ViolenceData]
    where_prec: dict[PlacePrecision, int]
    date_prec: list[_DaysData]


@dataclass(frozen=True, slots=True)
class _Violence:
    """A type of violence (``None``: no code is certain) and the kinds of party that make it."""

    code: TypeOfViolence | None
    kinds: frozenset[PartyKind]


def type_of_violence(first: Party | None, second: Party | None) -> TypeOfViolence | None:
    """The type of violence between an armed side A and a side B; ``None`` where the reports do not tell both."""
    if first is None or second is None or not first.armed:
        return None
    kinds = {first.kind, second.kind}
    return next((one.code for one in _violence() if one.kinds & kinds), None)


def where_precision(precision: PlacePrecision) -> int:
    """UCDP's ``where_prec`` of a place."""
    return _data()["where_prec"][precision]


def date_precision(days: int) -> int | None:
    """UCDP's ``date_prec`` of so many days; ``None`` for more than it has a code for."""
    return next((most["code"] for most in _data()["date_prec"] if days <= most["days"]), None)


@cache
def _violence() -> tuple[_Violence, ...]:
    return tuple(_Violence(one.get("code"), frozenset(one["kinds"])) for one in _data()["type_of_violence"])


@cache
def _data() -> _Data:
    data: _Data = tomllib.loads(  # type: ignore[assignment]
        (files("tacitus.export") / "formats" / "ucdp.toml").read_text(encoding="utf-8")
    )
    return data
