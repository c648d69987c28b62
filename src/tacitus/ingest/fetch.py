"""Fetching a web page, within limits of time, size and address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import httpcore
import httpx

from tacitus.errors import SourceError
from tacitus.ingest.addresses import AddressRefused, CheckedBackend, Deadline
from tacitus.ingest.options import ReadOptions

REDIRECTS = 5
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEADERS = {"User-Agent": "tacitus", "Accept": "text/html,application/xhtml+xml,text/plain,application/json;q=0.9"}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: ``url`` after redirects, ``media_type`` and ``charset`` as the server told them."""

    url: str
    data: bytes
    media_type: str | None
    charset: str | None


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            close()


class _Transport(httpx.BaseTransport):
    """Sends requests over checked connections, never through a proxy, which would hide the address reached."""

    def __init__(self, backend: CheckedBackend) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        response = self._pool.handle_request(httpcore.Request(request.method, url, headers=request.headers.raw))
        assert isinstance(response.stream, Iterable)
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response.stream))

    def close(self) -> None:
        self._pool.close()


def fetch(url: str, *, options: ReadOptions) -> Page:
    """The page at an http or https address.

    Raises:
        SourceError: the address is refused, does not answer well in time, or gives more than the size limit.
    """
    if not url.lower().startswith(("http://", "https://")):
        raise SourceError(url, "only http and https addresses are fetched")
    backend = CheckedBackend(deadline=Deadline(options.seconds), allow_private=options.allow_private)
    try:
        with (
            httpx.Client(
                transport=_Transport(backend), headers=_HEADERS, follow_redirects=True, max_redirects=REDIRECTS
            ) as client,
            client.stream("GET", url) as response,
        ):
            return _page(url, response, options=options)
    except AddressRefused as error:
        raise SourceError(url, str(error)) from error
    except (httpx.TimeoutException, httpcore.TimeoutException) as error:
        raise SourceError(url, f"no full answer within {options.seconds:g} seconds") from error
    except httpx.TooManyRedirects as error:
        raise SourceError(url, f"more than {REDIRECTS} redirects") from error
    except (httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol) as error:
        raise SourceError(url, "redirected to an address that is neither http nor https") from error
    except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise SourceError(url, f"could not be fetched: {str(error) or type(error).__name__}") from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise SourceError(url, f"not an address: {error}") from error


def _page(url: str, response: httpx.Response, *, options: ReadOptions) -> Page:
    if not response.is_success:
        raise SourceError(url, f"HTTP {response.status_code} {response.reason_phrase}".rstrip())
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > options.url_bytes:
            raise SourceError(url, f"larger than {options.url_bytes / 1_000_000:g} MB")
    content_type = response.headers.get("content-type", "")
    charset = _CHARSET.search(content_type)
    return Page(
        url=str(response.url),
        data=bytes(data),
        media_type=content_type.partition(";")[0].strip().lower() or None,
        charset=charset[1] if charset else None,
    )
