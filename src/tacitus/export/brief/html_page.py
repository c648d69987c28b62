"""A brief as an HTML page of its own: no scripts, nothing fetched, printable."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from tacitus.export.brief.document import Brief
from tacitus.export.brief.source_wording import source_head, source_words


def brief_html(brief: Brief) -> str:
    """The whole page; its text is escaped, only http(s) addresses become links."""
    return _template().render(brief=brief)


@cache
def _template() -> Template:
    text = files("tacitus.export.brief").joinpath("page.html.jinja").read_text(encoding="utf-8")
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    environment.filters["source_head"] = source_head
    environment.filters["source_words"] = source_words
    environment.filters["linkable"] = _is_linkable
    return environment.from_string(text)


def _is_linkable(url: str | None) -> bool:
    return url is not None and url.casefold().startswith(("http://", "https://"))
