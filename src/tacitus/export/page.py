"""The coding of one report as a page for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from tacitus.export.page_options import PageOptions
from tacitus.export.sections.accusing import accusations_section
from tacitus.export.sections.checks import checks_section, warnings_section
from tacitus.export.sections.claims import claims_section
from tacitus.export.sections.figures import figures_section
from tacitus.export.sections.layout import parted
from tacitus.export.sections.places import places_section, ties_section
from tacitus.export.sections.timeline import timeline_section
from tacitus.export.sections.truces import ceasefires_section
from tacitus.export.wording import plain
from tacitus.model import Coding


def page(coding: Coding, *, options: PageOptions | None = None) -> RenderableType:
    """A page that fits any width from 60 columns on; colour is in its styles, so a plain console shows plain text."""
    return Group(*parted(_sections(coding, options or PageOptions())))


def _sections(coding: Coding, options: PageOptions) -> Iterator[Iterable[RenderableType]]:
    yield (_head(coding),)
    yield warnings_section(coding)
    yield timeline_section(coding, options)
    yield figures_section(coding, options)
    yield accusations_section(coding, options)
    yield ceasefires_section(coding)
    yield claims_section(coding, options)
    yield ties_section(coding)
    yield places_section(coding)
    yield checks_section(coding)


def _head(coding: Coding) -> Text:
    report = coding.report
    head = Text(plain(report.title or report.id), style="bold")
    day = report.published.isoformat() if report.published else None
    facts = [plain(fact) for fact in (report.outlet, day, report.id if report.title else None, report.url) if fact]
    if facts:
        head.append("\n" + " · ".join(facts), style="not bold dim")
    return head
