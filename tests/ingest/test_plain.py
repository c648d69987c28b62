from __future__ import annotations

import pytest

from tacitus.ingest.plain import title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Shelling resumes\n\nNine men died.", "Shelling resumes"),
        ("\n\n  Shelling resumes  \r\n\r\nNine men died.", "Shelling resumes"),
        ("# Shelling resumes\n\nNine men died.", "Shelling resumes"),
        ("Who fired first?\n\nNobody knows.", "Who fired first?"),
        ("Shelling resumes\nNine men died.\n\nMore follows.", None),
        ("Nine men died.\n\nMore follows.", None),
        ("He said “nine men died.”\n\nMore follows.", None),
        ("Shelling resumes\n\n  \n", None),
        ("Shelling resumes", None),
        ("x" * 200 + "\n\nNine men died.", None),
        ("x" * 199 + "\n\nNine men died.", "x" * 199),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert title_of(text) == title
