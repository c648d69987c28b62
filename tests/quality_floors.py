"""The least that the corpus's dev part must score, and how the floors are raised.

``python tests/quality_floors.py`` prints the scores beside the floors; ``--raise`` lifts every floor to what is
reached, rounded down to a hundredth, and ties the floors to the dev reports as they are. A measure below its floor is
an error, unless ``--lower`` is given too.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tacitus import code_many
from tacitus.evaluate.corpus import corpus_split, part_of
from tacitus.evaluate.gold import gold_files
from tacitus.evaluate.score import Score, score_codings

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FLOORS = Path(__file__).with_suffix(".toml")

MEASURES: Mapping[str, Callable[[Score], float]] = {
    "claims": lambda score: score.claims.match.f1,
    "content": lambda score: score.claims.content.f1,
    "figures": lambda score: score.figures.match.f1,
    "number": lambda score: score.figures.number.f1,
    "bounds": lambda score: score.figures.bounds.value,
    "background": lambda score: score.figures.background.value,
    "events": lambda score: score.events.match.f1,
    "types": lambda score: score.events.type.f1,
    "dates": lambda score: score.dates.match.recall,
    "places": lambda score: score.places.match.recall,
    "countries": lambda score: score.places.country.recall,
    "ceasefires": lambda score: score.ceasefires.match.f1,
}
_STEP = 100
_HEAD = """\
# What the dev part of the corpus must score at least; floors may only rise. Written by
# python tests/quality_floors.py --raise
# claims, content, figures, number (figures by kind and number only), events, types (events by type and overlapping
# words only), ceasefires: F1. dates, places (within 25 km), countries (of places): recall. bounds, background: the
# share right of the figures by number.
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floor of each measure; ``dev`` is the hash of the reports that they hold for."""

    dev: str
    values: Mapping[str, float]


class FloorError(Exception):
    """The floors cannot be raised; the text says why."""


def dev_hash(corpus: Path = CORPUS) -> str:
    """SHA-256 over the names and bytes of the dev reports, in the order of their names; no other file is opened."""
    digest = hashlib.sha256()
    for path in gold_files(corpus):
        if part_of(path.name) == "dev":
            data = path.read_bytes()
            digest.update(f"{path.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def dev_scores(corpus: Path = CORPUS) -> dict[str, float]:
    """Every measure on the dev part, coded now."""
    golds = corpus_split(corpus, "dev")
    score = score_codings(zip(golds, code_many(gold.report for gold in golds), strict=True))
    return {name: measure(score) for name, measure in MEASURES.items()}


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors that are pinned."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(table["dev"], dict(table["floors"]))


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Pin floors."""
    lines = [f"{name} = {value:.2f}" for name, value in floors.values.items()]
    path.write_text("\n".join([f'{_HEAD}dev = "{floors.dev}"', "", "[floors]", *lines, ""]), encoding="utf-8")


def raised(floors: Floors, scores: Mapping[str, float], *, dev: str, lower: bool = False) -> Floors:
    """The floors lifted to the scores, rounded down; with ``lower`` they follow the scores down, too.

    A measure without a floor gets one as soon as it scores anything.

    Raises:
        FloorError: a score lies below its floor and ``lower`` is not set.
    """
    under = [name for name, value in floors.values.items() if scores[name] < value]
    if under and not lower:
        raise FloorError(f"below the floor: {', '.join(under)}; floors may only rise (--lower forces it)")
    reached = {name: math.floor(value * _STEP + 1e-9) / _STEP for name, value in scores.items()}
    if not lower:
        reached = {name: max(value, floors.values.get(name, 0.0)) for name, value in reached.items()}
    return Floors(dev, {name: value for name, value in reached.items() if value > 0 or name in floors.values})


def main() -> None:
    """Print the scores beside the floors, and raise these where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors to what is reached")
    parser.add_argument("--lower", action="store_true", help="with --raise: lower floors, too, where less is reached")
    options = parser.parse_args()
    floors, scores = read_floors(), dev_scores()
    for name, score in scores.items():
        floor = f"floor {floors.values[name]:.2f}" if name in floors.values else "no floor"
        sys.stdout.write(f"{name:10} {score:.3f}  {floor}\n")
    if options.lift:
        try:
            write_floors(raised(floors, scores, dev=dev_hash(), lower=options.lower))
        except FloorError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
