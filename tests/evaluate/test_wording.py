from __future__ import annotations

import pytest

from tacitus.evaluate.wording import name_words, share_name_word, token_f1


@pytest.mark.parametrize(
    ("gold", "coded", "score"),
    [
        ("49 soldiers were killed", "49 soldiers were killed", 1.0),
        ("49 soldiers were killed", "“49 SOLDIERS were killed,”", 1.0),
        ("one two three four", "one two", 2 * 2 / 6),
        ("the the the", "the", 2 * 1 / 4),
        ("shelling", "nothing alike", 0.0),
        ("...", "...", 0.0),
    ],
)
def test_token_f1_compares_bags_of_words(gold: str, coded: str, score: float) -> None:
    assert token_f1(gold, coded) == pytest.approx(score)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a senior U.N. officer", {"senior", "un", "officer"}),
        ("Israel's army", {"israel", "army"}),
        ("Azerbaijan’s defence ministry", {"azerbaijan", "defence", "ministry"}),
        ("the M23 and its men", {"m23", "men"}),
        ("Mr J Smith", {"smith"}),
        ("two of them", set()),
        ("Médecins Sans Frontières", {"médecins", "sans", "frontières"}),
    ],
)
def test_name_words_leave_out_what_tells_nobody(text: str, words: set[str]) -> None:
    assert name_words(text) == words


def test_two_descriptions_that_share_only_stop_words_do_not_agree() -> None:
    assert not share_name_word("the doctors of the town", ["two of the residents"])


def test_one_of_several_names_is_enough() -> None:
    assert share_name_word("residents of Jermuk", ["people", "Residents"])
