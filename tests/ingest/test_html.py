from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tacitus.errors import SourceError
from tacitus.ingest import read_sources
from tacitus.model import Report

PAGE = """<!doctype html><html><head>{head}<title>Border clashes kill dozens</title>
<meta property="article:published_time" content="2022-09-14T08:00:00Z">
<meta property="og:site_name" content="Valley Post"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport pages</a></nav>
<article><h1>Border clashes kill dozens</h1>
<p>YEREVAN – Forty-nine soldiers were killed overnight in shelling near Café Ani, the government told parliament.</p>
<p>Across the border the ministry of defence said that fifty of its servicemen had died in the same night.</p>
<p>Neither account could be verified on the ground, where roads stayed closed for a second day.</p></article>
<aside><a href="/x">Read more: ten other stories</a></aside><footer>Cookie policy and imprint</footer></body></html>"""


def read(path: Path, data: bytes) -> Report | SourceError:
    path.write_bytes(data)
    (item,) = read_sources([str(path)])
    return item


def test_main_text_title_date_and_outlet_without_furniture(tmp_path: Path) -> None:
    report = read(tmp_path / "p.html", PAGE.format(head="").encode())
    assert isinstance(report, Report)
    assert (report.id, report.title, report.outlet) == ("p", "Border clashes kill dozens", "Valley Post")
    assert report.published == date(2022, 9, 14)
    assert "\n\nYEREVAN – Forty-nine soldiers" in report.text
    for furniture in ("Home", "Sport", "Read more", "Cookie"):
        assert furniture not in report.text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-8", "cp1252"),
        ("no-such-encoding", "cp1252"),
        ("punycode", "utf-8"),
    ],
)
def test_declared_encodings(tmp_path: Path, declared: str, encoding: str) -> None:
    report = read(tmp_path / "p.html", PAGE.format(head=f'<meta charset="{declared}">').encode(encoding))
    assert isinstance(report, Report)
    assert "YEREVAN – Forty-nine soldiers were killed overnight in shelling near Café Ani" in report.text


def test_an_undeclared_encoding_is_not_guessed(tmp_path: Path) -> None:
    error = read(tmp_path / "p.html", PAGE.format(head="").encode("cp1252"))
    assert isinstance(error, SourceError)
    assert error.reason == "not UTF-8, and it declares no encoding"


def test_a_page_without_an_article_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    error = read(tmp_path / "p.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>")
    assert isinstance(error, SourceError)
    assert error.reason == "no article found in this page"
    assert capsys.readouterr().err == ""
