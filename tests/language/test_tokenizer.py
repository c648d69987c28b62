from __future__ import annotations

import pytest
from spacy.language import Language

_TEXTS = [
    "",
    " ",
    "\r\n\r\n",
    "One\r\ntwo\r\n\r\nthree\n",
    "\tIndented\tby  tabs and   blanks \n",
    "no\xa0break\u2009thin\u3000wide",
    "zero\u200bwidth \ufeffmark soft\u00adhyphen",
    "🙂 flags 🇦🇲🇦🇿 and a family 👨‍👩‍👧 died\u0301",
    "“Quote,” ‘single’ — he’d said—“gone.”—Baku",
    "12—the toll – 1990–2020 -- so",
    "Lt. Col. Smith, U.S. Army, 9 a.m., Sept. 13, 3.5 million, $1.2bn, 7.5%.",
    "http://example.org/" + "a/" * 400 + "?q=1&r=2#end",
    "x" * 5000,
    "«Да», 中文 العربية",
]


@pytest.mark.parametrize("text", _TEXTS)
def test_tokens_are_the_very_words(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert doc.text == text
    assert all(text[token.idx :].startswith(token.text) for token in doc)
    assert "".join(token.text_with_ws for token in doc) == text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("died—most", ["died", "—", "most"]),
        ("killed 49—the", ["killed", "49", "—", "the"]),
        ("in 2020—a", ["in", "2020", "—", "a"]),
        ("gone.—Baku", ["gone", ".", "—", "Baku"]),
        ("he said—“first”", ["he", "said", "—", "“", "first", "”"]),
        ("“gone.”—Baku", ["“", "gone", ".", "”", "—", "Baku"]),
        ("U.S.—Russia", ["U.S.", "—", "Russia"]),
        ("a — b", ["a", "—", "b"]),
        ("1,200 men", ["1,200", "men"]),
        ("3.5 million", ["3.5", "million"]),
        ("Lt Col Smith", ["Lt", "Col", "Smith"]),
        ("Lt. Col. Smith", ["Lt.", "Col.", "Smith"]),
        ("GEN. LEE", ["GEN.", "LEE"]),
        ("gen. lee", ["gen.", "lee"]),
        ("Mr Lee", ["Mr", "Lee"]),
        ("Sept. 13", ["Sept.", "13"]),
        ("the U.S. said", ["the", "U.S.", "said"]),
        ("9 a.m. local", ["9", "a.m.", "local"]),
        ("Armenia’s army", ["Armenia", "’s", "army"]),
        ("isn’t", ["is", "n’t"]),
        ("‘they’", ["‘", "they", "’"]),
        ("a no-go area", ["a", "no", "-", "go", "area"]),
    ],
)
def test_words_stay_whole(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens
