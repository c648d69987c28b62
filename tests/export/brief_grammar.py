"""What is wrong with the English of a brief, as far as patterns can tell; words in quotation marks are left out."""

from __future__ import annotations

import re

from tacitus.export.brief import Brief

QUOTED = re.compile(r"“[^“”]*”")
_ONES = "soldier|civilian|person|fighter|police officer|peacekeeper|report|outlet|voice"
_MORE = "soldiers|civilians|people|fighters|police officers|peacekeepers|reports|outlets|voices"
_NUMBER = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine)"
_FAULTS = {
    "double space": r"  ",
    "space before a mark": r" [,.;:)]",
    "two marks": r"[,;:]{2}|,\.|\.{2}|\(\)",
    "a value without a word": r"\bNone\b|\bnull\b|[{}]",
    "a word twice": r"(?i)\b(the|a|of|on|in|to|that|and|was|were|from|by|at) \1\b",
    "a plural for one": rf"(?<!and )(?<!,)\bone (?!for )(?:\w+ )?(?:{_MORE})\b",
    "a singular for more": rf"\b{_NUMBER} (?:\w+ )?(?:{_ONES})\b",
    "verb for more": rf"\bone (?:of its \w+|of their \w+|{_ONES}) were\b",
    "verb for one": rf"\b{_NUMBER}\)? (?:of (?:its|their) )?(?:{_MORE}) was\b",
    "a number below ten in digits": r" that (?:at least |almost |about |up to )?\d\b(?![,.\d]| million)",
    "a day without its month": r"\bon \d{1,2}\b(?! (?:and \d{1,2} )?[A-Z][a-z]+)",
    "a month in digits": r"\d{4}-\d\d",
    "a list without its end": r", and,|\band\.$|\bor\.$",
    "open quotation": r"[“”]",
}


def faults(brief: Brief) -> list[str]:
    """What is wrong, each with the sentence; empty for a brief that reads well and has all its sources."""
    found = [f"headline: {fault}" for fault in _in_words(brief.headline)]
    numbers = {source.number for source in brief.sources}
    cited: set[int] = set()
    for told in brief.sentences():
        cited.update(told.sources)
        found += [f"{fault}: {told.text}" for fault in _in_words(told.text)]
        if not told.text.endswith("."):
            found.append(f"no stop: {told.text}")
        if told.text[0].islower() or told.text[0].isdigit():
            found.append(f"no capital: {told.text}")
        if not told.sources or not numbers.issuperset(told.sources) or list(told.sources) != sorted(set(told.sources)):
            found.append(f"sources {told.sources}: {told.text}")
    if cited != numbers or [source.number for source in brief.sources] != list(range(1, len(numbers) + 1)):
        found.append(f"sources cited {sorted(cited)}, listed {sorted(numbers)}")
    return found


def _in_words(text: str) -> list[str]:
    frame = QUOTED.sub("…", text)
    return [name for name, pattern in _FAULTS.items() if re.search(pattern, frame)]
