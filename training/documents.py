"""Training documents: words with whatever labels a data set gives; a missing label is ``IGNORE``."""

from __future__ import annotations

from dataclasses import dataclass, field

IGNORE = -100
# A word that a partly annotated data set leaves outside: it may still be a name of a kind that the set does not mark.
OUTSIDE_OR_UNMARKED = -50

# Token-level label columns, one class out of a list each.
TAG_TASKS = ("sent", "upos", "xpos", "name", "attr", "claim", "kind", "group", "background", "stance")
# Columns that point from a word to another word of the document (own index = nothing to point to).
POINTER_TASKS = ("head", "cue", "coref")


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event: the words one of which is its trigger, its type, and for each party the words that reveal its side.

    ``actors`` and ``recipients`` are empty where there are none, ``None`` where they are not known.
    """

    words: tuple[int, ...]
    type: int
    background: bool
    denied: bool
    actors: tuple[tuple[int, ...], ...] | None
    recipients: tuple[tuple[int, ...], ...] | None


@dataclass(slots=True)
class TrainingDoc:
    """Parallel lists over the words of a document.

    ``gaps`` says what stands before a word: 0 nothing, 1 blank, 2 line break, 3 paragraph break. ``breaks`` are word
    indexes at which a window may begin. ``tags[task]`` and ``pointers[task]`` hold label ids and word indexes.
    ``sides`` holds, for a word whose side is known, the indexes of all words that reveal it; ``voices``, for a number,
    those that tell who states it. ``events`` are the events that are told; ``all_events``: there are no others.
    """

    id: str
    words: list[str]
    gaps: list[int]
    breaks: list[int]
    tags: dict[str, list[int]] = field(default_factory=dict)
    pointers: dict[str, list[int]] = field(default_factory=dict)
    deprel: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    sides: dict[int, tuple[int, ...]] = field(default_factory=dict)
    voices: dict[int, tuple[int, ...]] = field(default_factory=dict)
    events: list[EventMark] = field(default_factory=list)
    all_events: bool = False

    def blank(self, task: str) -> list[int]:
        """A column of that task with nothing known, added to the document."""
        column = [IGNORE] * len(self.words)
        (self.pointers if task in POINTER_TASKS else self.tags)[task] = column
        return column


def write_spans(
    column: list[int], spans: list[tuple[int, int, str]], labels: tuple[str, ...], *, outside: int | None
) -> None:
    """BIO-encode word ranges into ``column``; with ``outside`` every other word gets that id first."""
    if outside is not None:
        column[:] = [outside] * len(column)
    for start, end, kind in spans:
        column[start] = labels.index(f"B-{kind}")
        for index in range(start + 1, end):
            column[index] = labels.index(f"I-{kind}")
