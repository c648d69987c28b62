"""Episodes as JSON, to be kept in the store."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from tacitus.incidents.episodes import Episode

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def episode_to_json(episode: Episode) -> str:
    """The same text for the same episode: sets are written in order."""
    return json.dumps(episode, default=_plain, ensure_ascii=False, separators=(",", ":"))


def episode_from_json(content: str) -> Episode:
    """The episode that ``episode_to_json`` wrote."""
    return _adapter().validate_json(content)


@cache
def _adapter() -> TypeAdapter[Episode]:
    from pydantic import TypeAdapter  # takes its time: not before there is something to link

    return TypeAdapter(Episode)


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value, key=repr)
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(value)
