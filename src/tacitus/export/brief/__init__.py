"""Briefs: incidents written up by templates, every sentence with its sources."""

from tacitus.export.brief.compose import brief
from tacitus.export.brief.document import Brief, BriefSection, BriefSource, Paragraph, Sentence
from tacitus.export.brief.html_page import brief_html
from tacitus.export.brief.markdown import brief_markdown
from tacitus.export.brief.plain_text import brief_text

__all__ = [
    "Brief",
    "BriefSection",
    "BriefSource",
    "Paragraph",
    "Sentence",
    "brief",
    "brief_html",
    "brief_markdown",
    "brief_text",
]
