"""A brief as Markdown (CommonMark)."""

from __future__ import annotations

import re

from tacitus.export.brief.document import Brief, BriefSource, Paragraph
from tacitus.export.brief.source_wording import number_ranges, source_head, source_words

# What CommonMark could take for a mark: https://spec.commonmark.org/0.31.2/#backslash-escapes
_MARKS = re.compile(r"([\\`*_\[\]<>&|~#])")
_ITEM = re.compile(r"^(\d+)([.)])|^([-+=])")


def brief_markdown(brief: Brief) -> str:
    """The brief with its sources and notes, ending with a line break."""
    parts = [f"# {escaped(brief.headline)}"]
    for section in brief.sections:
        parts.append(f"## {escaped(section.title)}")
        parts += [_paragraph(paragraph) for paragraph in section.paragraphs]
    parts.append("## Sources")
    parts.append("\n".join(_source(source) for source in brief.sources))
    parts.append("---")
    parts += [f"*{escaped(note)}*" for note in brief.notes]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text in which nothing is a mark."""
    return _ITEM.sub(
        lambda match: rf"{match[1]}\{match[2]}" if match[1] else rf"\{match[3]}", _MARKS.sub(r"\\\1", text)
    )


def _paragraph(paragraph: Paragraph) -> str:
    sentences = " ".join(f"{escaped(told.text)} \\[{number_ranges(told.sources)}\\]" for told in paragraph.sentences)
    return f"**{escaped(paragraph.label)}** {sentences}" if paragraph.label else sentences


def _source(source: BriefSource) -> str:
    parts = [source_head(source), source_words(source), source.url or ""]
    return f"{source.number}. {escaped(' '.join(part for part in parts if part))}"
