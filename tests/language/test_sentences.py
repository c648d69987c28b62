"""What news copy looks like must not break its sentences. Judged on a well trained network."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.language.conftest import ReadText

_PLAIN = [
    "Rebels shelled the town of Karsa overnight, killing 12 soldiers and wounding 30 others.",
    "The defence ministry said the attack came from across the river.",
    "It promised a firm response.",
]


def _case(name: str, *sentences: str, joint: str = " ") -> object:
    return pytest.param(joint.join(sentences), list(sentences), id=name)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        _case("plain", *_PLAIN),
        _case("capitals", *(sentence.upper() for sentence in _PLAIN)),
        _case("small letters", *(sentence.lower() for sentence in _PLAIN)),
        _case("line ends", *_PLAIN, joint="\r\n"),
        _case("double blanks", *_PLAIN, joint="  "),
        _case("no-break blanks", *_PLAIN, joint="\xa0"),
        _case(
            "curly quotes",
            "“We lost 12 men,” the governor said.",
            "“They came at night.”",
            "He didn’t say who ‘they’ were.",
        ),
        _case(
            "em dashes",
            "The general — a veteran of two wars — said 12 men had died—most of them conscripts.",
            "He gave no names.",
        ),
        _case(
            "em dash after a number",
            "Shelling killed 49—the highest toll in a year—and wounded 100.",
            "Baku gave no figure.",
        ),
        _case("Lt Col", "Lt Col Aram Petrosyan said 12 men had died.", "Lt. Col. John Smith disagreed."),
        _case("Mr", "The minister, Mr Petrosyan, gave no names.", "Mr. Smith and Mrs. Lee did."),
        _case("Gen.", "The order came from Gen. Vardan Hakobyan.", "Maj. Gen. Smith signed it."),
        _case("Sept. 13", "The fighting began on Sept. 13 and ended on Oct. 2 last year.", "It began anew in August."),
        _case("U.S.", "The U.S. Embassy in Baku condemned the attack.", "The U.S. has 2,000 troops there."),
        _case("a.m.", "Shelling began at 9 a.m. local time and lasted until 4 p.m. on Friday.", "Two men died."),
        _case(
            "decimal numbers",
            "About 3.5 million people fled a strip 2.4 km wide.",
            "Prices rose 7.5 percent.",
        ),
        _case(
            "headline without a full stop",
            "Border shelling kills dozens",
            "Armenia said 49 of its soldiers had died.",
            "The ministry gave no names.",
            joint="\n\n",
        ),
        _case(
            "bullets",
            "The ministry listed its losses:",
            "• 12 soldiers killed in Karsa",
            "• 30 wounded",
            "• four missing",
            joint="\n",
        ),
        _case(
            "dashes as bullets",
            "The ministry listed its losses:",
            "- 12 soldiers killed in Karsa",
            "- 30 wounded",
            "- four missing",
            joint="\n",
        ),
    ],
)
def test_sentences_are_found(read: Callable[[str], ReadText], text: str, sentences: list[str]) -> None:
    assert read(text).sentences == sentences


@pytest.mark.parametrize(
    ("dateline", "sentences"),
    [
        ("YEREVAN (wire) - ", ["Armenia said on Tuesday that 49 of its soldiers had died.", "Azerbaijan denied it."]),
        ("GOMA, Congo, March 4 (Lake Wire) - ", ["Rebels took the town on Monday.", "The army withdrew."]),
        ("KYIV, Ukraine — ", ["Missiles struck a power station on Friday.", "No one was hurt."]),
        ("KHARTOUM (Wire), 13 Sept. -- ", ["Shells hit a market on Friday.", "Medics counted 20 dead."]),
    ],
)
def test_a_dateline_stands_alone_or_opens_the_first_sentence(
    read: Callable[[str], ReadText], dateline: str, sentences: list[str]
) -> None:
    found = read(dateline + " ".join(sentences)).sentences
    assert found in ([dateline.strip(), *sentences], [dateline + sentences[0], *sentences[1:]])


@pytest.mark.parametrize(
    "furniture",
    [
        "A soldier stands guard near Karsa. Photo: Lake Wire",
        "Read more: Truce talks resume in the capital",
        "Related: What we know about the border clashes",
        "FILE - Smoke rises over Karsa on March 4 (Lake Wire/Ann Smith)",
        "Sign up for our newsletter",
        "ADVERTISEMENT",
    ],
)
def test_furniture_leaves_the_sentences_around_it_whole(read: Callable[[str], ReadText], furniture: str) -> None:
    found = read("\n\n".join([_PLAIN[0], furniture, *_PLAIN[1:]])).sentences
    assert found[0] == _PLAIN[0]
    assert found[-2:] == _PLAIN[1:]
    assert " ".join(found[1:-2]) == furniture


def test_a_quote_of_two_sentences_is_cut_between_them_if_anywhere(read: Callable[[str], ReadText]) -> None:
    first, second, last = "“The enemy attacked at night.", "We pushed them back,” the ministry said.", "It is calm."
    found = read(f"{first} {second} {last}").sentences
    assert found in ([first, second, last], [f"{first} {second}", last])
