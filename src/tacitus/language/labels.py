"""The label lists of the language model's heads, as they are written beside the weights."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from tacitus.model import EVENT_TYPES, FIGURE_KINDS, GROUP_TYPES, STANCES

NAME_TYPES = ("PERSON", "ORG", "PLACE", "MILITARY", "NATIONALITY", "WEAPON", "TIME")
ATTRIBUTION_PARTS = ("SOURCE", "CUE", "CONTENT")


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """``O`` and a ``B-`` and an ``I-`` label for each kind."""
    return ("O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BI"))


@dataclass(frozen=True, slots=True)
class Labels:
    """Label lists; an index into one is what the head of that name predicts."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprel: tuple[str, ...]
    sent: tuple[str, ...] = ("inside", "start")
    name: tuple[str, ...] = bio(NAME_TYPES)
    attr: tuple[str, ...] = bio(ATTRIBUTION_PARTS)
    claim: tuple[str, ...] = bio(ATTRIBUTION_PARTS)
    kind: tuple[str, ...] = ("none", *FIGURE_KINDS)
    group: tuple[str, ...] = GROUP_TYPES
    background: tuple[str, ...] = ("news", "background")
    stance: tuple[str, ...] = STANCES
    event: tuple[str, ...] = EVENT_TYPES
    denied: tuple[str, ...] = ("told", "denied")

    def of(self, task: str) -> tuple[str, ...]:
        """The list of one task."""
        labels: tuple[str, ...] = getattr(self, task)
        return labels

    def write(self, path: Path) -> None:
        """Write the lists as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Labels:
        """Read lists that ``write`` wrote."""
        return cls(**{key: tuple(value) for key, value in json.loads(path.read_text(encoding="utf-8")).items()})
