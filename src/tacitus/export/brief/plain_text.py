"""A brief as plain text, 78 columns wide."""

from __future__ import annotations

import textwrap

from tacitus.export.brief.document import Brief, BriefSource, Paragraph
from tacitus.export.brief.source_wording import number_ranges, source_head, source_words

WIDTH = 78


def brief_text(brief: Brief) -> str:
    """The brief with its sources and notes, ending with a line break."""
    parts = [_wrap(brief.headline), "=" * min(WIDTH, len(brief.headline))]
    for section in brief.sections:
        parts += ["", section.title, "-" * len(section.title)]
        for paragraph in section.paragraphs:
            parts += ["", _paragraph(paragraph)]
    parts += ["", "Sources", "-------", ""]
    parts += [_source(source) for source in brief.sources]
    parts += ["", *(_wrap(note) for note in brief.notes)]
    return "\n".join(parts) + "\n"


def _paragraph(paragraph: Paragraph) -> str:
    sentences = " ".join(f"{told.text} [{number_ranges(told.sources)}]" for told in paragraph.sentences)
    return _wrap(f"{paragraph.label} {sentences}" if paragraph.label else sentences)


def _source(source: BriefSource) -> str:
    parts = [source_head(source), source_words(source), source.url or ""]
    number = f"[{source.number}]".ljust(5) + " "
    return _wrap(number + " ".join(part for part in parts if part), indent=" " * 6)


def _wrap(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
