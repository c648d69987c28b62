"""From bytes to characters, without guessing."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_META_WITHIN = 4096
# The encodings that pages declare; Python knows others (punycode, unicode_escape) that no page may choose.
_PAGE_ENCODINGS = re.compile(
    r"(x-)?(utf-?(8|16|32)([lb]e|-[lb]e)?|us-ascii|ascii|iso-?8859-?\d+|latin-?\d|windows-?\d+|cp-?\d+|koi8-[ru]|"
    r"mac-?(roman|cyrillic)|gb(k|2312|18030)|big5(-hkscs)?|shift[_-]?jis|sjis|euc-?(jp|kr|cn)|iso-2022-jp|tis-620)",
    re.IGNORECASE,
)
# Pages that declare these mean Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT_CP1252 = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1"})


class DecodingError(ValueError):
    """Bytes that are not text in any encoding that they declare; the message is the reason."""


def decode_text(data: bytes) -> str:
    """Characters of UTF-8, or of UTF-16 or UTF-32 with a byte order mark; the mark is dropped, nothing else.

    Raises:
        DecodingError: the bytes are none of these.
    """
    marked = _decode_marked(data)
    if marked is not None:
        return marked
    if b"\0" in data:
        raise DecodingError("not text: it holds null bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DecodingError(f"not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def decode_html(data: bytes, *, charset: str | None = None) -> str:
    """Characters of an HTML page: byte order mark, then ``charset`` (of the transfer), then what the page declares.

    A page that declares an encoding and breaks it is read as UTF-8, else as Windows-1252.

    Raises:
        DecodingError: nothing is declared and the bytes are not UTF-8.
    """
    marked = _decode_marked(data)
    if marked is not None:
        return marked
    meta = _META.search(data[:_META_WITHIN])
    declared = [name for name in (charset, meta and meta[1].decode("ascii", "ignore")) if name]
    for name in declared:
        if _PAGE_ENCODINGS.fullmatch(name):
            encoding = "cp1252" if name.lower() in _MEANT_CP1252 else name
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not declared:
            raise DecodingError("not UTF-8, and it declares no encoding") from error
    return data.decode("cp1252", errors="replace")


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                name = encoding.removesuffix("-sig").upper()
                raise DecodingError(f"marked as {name}, which it is not (byte {error.start})") from error
    return None
