from __future__ import annotations

from pathlib import Path

from tacitus.evaluate.measure import Measure
from training.card import CardFacts, write_card


def test_the_card_tells_facts_and_scores_before_and_after_quantising(tmp_path: Path) -> None:
    facts = CardFacts(day="2022-09-14", seed=13, steps=12345, size=24.6, window=190)
    int8 = [Measure("EWT UPOS", 0.9634, 25094), Measure("new", 0.5, 10)]
    write_card(tmp_path / "README.md", facts, int8, [Measure("EWT UPOS", 0.9641, 25094)])
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "2022-09-14" in text
    assert "12,345 steps" in text
    assert "25 MB" in text
    assert "190 word pieces" in text
    assert "| EWT UPOS | 0.963 | 0.964 | 25,094 |" in text
    assert "| new | 0.500 | | 10 |" in text
    assert "{" not in text
