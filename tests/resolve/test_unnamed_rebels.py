"""What a report calls rebels is a side of its own, never the state's."""

from __future__ import annotations

import pytest

from tacitus.coder import code, tokenizer
from tacitus.model import Report
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.syntax import read_syntax

CHAD = "Chad's army lost ten soldiers, Chad said. "


def rebels(text: str) -> dict[str, str]:
    """The nouns that were not listed names, each with its side."""
    doc = tokenizer().make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    syntax = read_syntax(doc)
    return {syntax.phrase((match.start, match.end)): match.name.side for match in read_sides(syntax, None).matches}


@pytest.mark.parametrize(
    ("text", "noun", "side"),
    [
        (f"{CHAD}The rebels withdrew.", "rebels", "Chadian rebels"),
        (f"{CHAD}Insurgents attacked; a rebel died and insurgents fled.", "rebel", "Chadian insurgents"),
        ("Congo blamed the M23. The rebels denied it.", "rebels", "M23"),
        (f"{CHAD}The Chadian insurgents fled. Rebels came back.", "Rebels", "Chadian insurgents"),
    ],
)
def test_rebels_are_the_group_that_is_named_else_those_of_the_state(text: str, noun: str, side: str) -> None:
    assert rebels(text)[noun] == side


@pytest.mark.parametrize(
    "text",
    [
        "The rebels withdrew.",
        "Congo fought the M23 and the ADF. The rebels withdrew.",
        f"{CHAD}It shelled the rebel-held town.",
    ],
    ids=["no state told", "two groups", "part of a word"],
)
def test_whose_rebels_stays_open_where_the_report_leaves_it_open(text: str) -> None:
    assert not {"rebels", "rebel"} & rebels(text).keys()


def test_a_rebel_spokesman_is_not_of_the_state() -> None:
    coding = code(Report(id="r", text=f"{CHAD}A rebel spokesman said the rebels had killed 30 soldiers."))
    claim = next(claim for claim in coding.claims if "30 soldiers" in claim.content[0].words(coding.report.text))
    speaker = coding.actor(claim.speaker)
    assert speaker is not None
    assert speaker.side == "Chadian rebels"


@pytest.mark.parametrize("text", ["The opposition boycotted the vote.", "An opposition leader was held."])
def test_the_opposition_is_a_party_of_its_own(text: str) -> None:
    assert "opposition" in rebels(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "There was opposition to the plan.",
        "The column met fierce opposition.",
        "Opposition fighters shelled the town.",
        "The opposition-held town fell.",
    ],
    ids=["opposing", "resistance", "an armed force", "part of a word"],
)
def test_opposing_is_no_party(text: str) -> None:
    assert "opposition" not in rebels(text).values()
