"""Web pages: main text, title, date and outlet, without menus, banners and links to other stories."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date

LEAST_WORDS = 5  # fewer are a button or a menu, not an article

# Its complaints about single pages are told to the user as reasons, not as log lines.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Article:
    """What a web page says of itself; ``text`` has its paragraphs separated by blank lines."""

    text: str
    title: str | None
    published: date | None
    outlet: str | None
    url: str | None


def article_of(html: str, *, url: str | None = None) -> Article | None:
    """The article of a web page, ``None`` where it has none. ``url`` is where the page came from, if known.

    The date is only taken where the page's metadata or address tells it, not guessed from its text.
    """
    import trafilatura  # heavy, and only pages need it

    found = trafilatura.bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_links=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or isinstance(found, dict):
        return None
    text = found.text or ""
    if len(text.split()) < LEAST_WORDS:
        return None
    paragraphs = [line.strip() for line in text.splitlines()]
    return Article(
        text="\n\n".join(line for line in paragraphs if line),
        title=found.title or None,
        published=_day(found.date),
        outlet=found.sitename or None,
        url=url or found.url or None,
    )


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
