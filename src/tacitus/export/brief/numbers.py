"""Numbers as news style writes them, and bounds as the hedges that they stand for."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from tacitus.export.brief.lexicon import brief_words
from tacitus.model import Bounds

_BELOW_TEN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MILLION = 1_000_000
_ROUND = 100_000
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it reads before what it counts: ``49``, ``at least 49``, ``dozens``.

    ``one`` tells that what it counts stands in the singular; ``of`` that it needs an "of" ("dozens of soldiers").
    """

    text: str
    one: bool = False
    of: bool = False


def number_words(number: int) -> str:
    """In words below ten, with commas from a thousand, as ``1.5 million`` where that loses nothing."""
    if 0 <= number < len(_BELOW_TEN):
        return _BELOW_TEN[number]
    if number >= _MILLION and number % _ROUND == 0:
        return f"{number / _MILLION:,.1f}".removesuffix(".0") + " million"
    return f"{number:,}"


def counted(number: int, one: str, more: str) -> str:
    """A number of things: ``no reports``, ``one report``, ``12 reports``."""
    return f"{number_words(number)} {one if number == 1 else more}"


def amount(bounds: Bounds, *, words: str = "") -> Amount:
    """The hedge that bounds stand for by the output contract: ``at least 49``, ``between 20 and 30``, ``almost 100``.

    ``words`` are the report's: where they tell no number but "dozens" or "hundreds", so does the amount.
    """
    low, best, high = bounds.low, bounds.best, bounds.high
    if low is None and high is None:
        return Amount("an unknown number", of=True) if best is None else _plain(best)
    if high is None:
        return _vague(bounds, words) or _open(low or 0, best)
    if not low:
        return _plain(0) if high == 0 else _up_to(best, high)
    if low == high:
        return _plain(low)
    return _range(low, best, high)


def range_words(low: int, high: int | None) -> str:
    """From the lowest to the highest: ``99 to 212``, ``99 or more``, ``none``."""
    if high is None:
        return f"{number_words(low) if low else 'none'} or more"
    if low == high:
        return number_words(low) if low else "none"
    return f"{number_words(low) if low else 'none'} to {number_words(high)}"


def _plain(number: int) -> Amount:
    return Amount(number_words(number), one=number == 1)


def _open(low: int, best: int | None) -> Amount:
    likely = f" (most likely {number_words(best)})" if best is not None and best > low else ""
    if not low:
        return Amount(f"an unknown number{likely}", of=True)
    return Amount(f"at least {number_words(low)}{likely}", one=low == 1 and not likely)


def _up_to(best: int | None, high: int) -> Amount:
    if best is not None and _is_about(0, best, high):
        return Amount(f"about {number_words(best)}", one=best == 1)
    likely = f" (most likely {number_words(best) if best else 'none'})" if best is not None and best != high else ""
    return Amount(f"up to {number_words(high)}{likely}", one=high == 1)


def _range(low: int, best: int | None, high: int) -> Amount:
    if best == high and low == math.ceil(high * 9 / 10):
        return Amount(f"almost {number_words(high)}")
    if best is not None and _is_about(low, best, high):
        return Amount(f"about {number_words(best)}", one=best == 1)
    likely = f" (most likely {number_words(best)})" if best is not None and abs(2 * best - low - high) > 1 else ""
    return Amount(f"between {number_words(low)} and {number_words(high)}{likely}")


def _is_about(low: int, best: int, high: int) -> bool:
    return best > 0 and low == best * 9 // 10 and high == -(-best * 11 // 10)


def _vague(bounds: Bounds, words: str) -> Amount | None:
    if any(char.isdigit() for char in words):
        return None
    told = _WORD.findall(words.casefold())
    for word, low in brief_words().vague.items():
        if bounds.low == low and word in told:
            return Amount(word, of=True)
    return None
