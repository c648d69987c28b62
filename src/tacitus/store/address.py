"""What makes two URLs the address of the same article."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# Parameters that tell how a reader came, and not what is read.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ocid|smid|ref|at_\w+", re.IGNORECASE)


def article_address(url: str | None) -> str | None:
    """The URL without scheme, "www.", fragment, closing slash and tracking parameters.

    ``None`` where it cannot stand for one article: no URL, or a site's front page.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:  # no URL, but it may tell articles apart all the same
        return url.strip()
    path = parts.path.rstrip("/")
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)])
    if not path and not query:
        return None
    return f"{host}{port}{path}" + (f"?{query}" if query else "")
