from __future__ import annotations

import pytest

from tacitus.store.address import article_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.post.example/a/1/?utm_source=x&id=7#top", "post.example/a/1?id=7"),
        ("http://post.example:8080/a", "post.example:8080/a"),
        ("https://post.example/?p=17", "post.example?p=17"),
        ("https://post.example/", None),
        ("https://post.example", None),
        (None, None),
        ("", None),
        ("archive 17/3", "archive 17/3"),
        ("https://[broken/a", "https://[broken/a"),
    ],
)
def test_what_stands_for_one_article(url: str | None, address: str | None) -> None:
    assert article_address(url) == address
