"""How values of a coding read on a page: short, in words that a coder uses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from tacitus.model import Bounds, Claim, Coding, Figure, Group, Span

UNNAMED = "speaker not named"
REPORT_VOICE = "report"
_OPENING = "\"“‘'«„"
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """Text on one line without control or direction marks, which could play tricks on a terminal."""
    shown = "".join(" " if char.isspace() else char for char in text if char.isspace() or not _is_control(char))
    return _SPACE.sub(" ", shown).strip()


def _is_control(char: str) -> bool:
    # Zero-width joiners are part of how names are written in some scripts.
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in "\u200c\u200d"


def bounds_text(bounds: Bounds) -> str:
    """Bounds as a number of people: ``49``, ``≥ 7,000``, ``≤ 120``, ``90–100``."""
    low, high = bounds.low, bounds.high
    if low is None and high is None:
        return "unknown" if bounds.best is None else f"{bounds.best:,}"
    if high is None:
        return f"≥ {low:,}"
    if not low:
        return f"≤ {high:,}" if high else "0"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def number_text(figure: Figure) -> str:
    """A figure's bounds, with what it replaces and whether it is denied."""
    text = bounds_text(figure.bounds)
    if figure.revises is not None:
        text += f" (was {figure.revises:,})"
    return f"{text} (denied)" if figure.denied else text


def whose_text(group: Group, coding: Coding) -> str:
    """Whose people: side and type of the group, the group's own name where it has no side."""
    actor = coding.actor(group.actor)
    whose = group.side or (actor.name if actor else None)
    kind = None if group.type == "any" else group.type
    return plain(" ".join(part for part in (whose, kind) if part)) or "not told"


def by_text(figure: Figure, coding: Coding) -> str:
    """Who states a figure: a name with its side, or the report."""
    if figure.by is None:
        return REPORT_VOICE if figure.claim is None else UNNAMED
    return actor_text(figure.by, coding)


def actor_text(actor_id: str, coding: Coding) -> str:
    """An actor's name; in brackets its side, or whom a phrase for several means, where that is not the name."""
    actor = coding.actor(actor_id)
    if actor is None:
        return UNNAMED
    members = [member.name for one in actor.members if (member := coding.actor(one)) is not None]
    if members and actor.role is not None:  # without a role its name is theirs
        return plain(f"{actor.name} ({', '.join(members)})")
    side = f" ({actor.side})" if actor.side and actor.side != actor.name else ""
    return plain(f"{actor.name}{side}")


def words_of(spans: Sequence[Span], coding: Coding) -> str:
    """The very words of spans on one line, gaps between them marked."""
    return " … ".join(plain(span.words(coding.report.text)) for span in spans)


def claim_words(claim: Claim, coding: Coding) -> str:
    """The words claimed, in quotation marks where they are a quotation and do not bring their own."""
    words = words_of(claim.content, coding)
    return f"“{words}”" if claim.quoted and not words.startswith(tuple(_OPENING)) else words


def sureness(confidence: float) -> str:
    """A confidence in words: ``confidence 0.82``."""
    return f"confidence {confidence:.2f}"
