"""A brief: sentences in sections, each with the numbers of the sources that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tacitus.model import Span


@dataclass(frozen=True, slots=True)
class BriefSource:
    """What a number behind a sentence stands for: words of a report, or the report as a whole (both ``None``).

    ``speaker`` is whom the report has say the words, ``None`` where it is its own voice.
    """

    number: int
    report: str
    span: Span | None
    words: str | None
    speaker: str | None
    outlet: str | None
    published: date | None
    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with its stop, and the numbers of its sources, never empty, in rising order."""

    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences on one thing; ``label`` is the question that they answer, where there is one."""

    sentences: tuple[Sentence, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Paragraphs under a title; there is at least one."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """An incident written up. ``notes`` tell how to read it: they state nothing of the incident and have no sources."""

    incident: str
    headline: str
    sections: tuple[BriefSection, ...]
    sources: tuple[BriefSource, ...]
    notes: tuple[str, ...]

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in the order of reading."""
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph.sentences
