"""Who is said to have done it: what the grades of casualty recorders rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tacitus.model.incident import Source


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What one voice says of who did it.

    ``by`` is the voice (a side, a name, or "report"), ``blamed`` the side spoken of. "admits": it was the voice's own
    side; "denies": the voice says that it was not its own side; "accuses": it was another.
    """

    by: str
    stance: Literal["admits", "denies", "accuses"]
    blamed: str
    source: Source
