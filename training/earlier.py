"""Which network reads which annotated reports where the choices between sides are trained.

A network points surely at the sides of reports that it was trained on. An earlier one, which had not seen them, shows
how sure it is on new ones: what that reads is taken as it is, while in the network's own reports some pointers are
blurred.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.corpus import corpus_split
from tacitus.language.network import Network, default_network


@dataclass(frozen=True, slots=True)
class Earlier:
    """The weights that read the batches from ``first`` to ``last``."""

    first: str
    last: str
    weights: Path


@dataclass(frozen=True, slots=True)
class Shelf:
    """Reports and the network that reads them; ``fresh`` where it had not been trained on them."""

    network: Network
    reports: list[Gold]
    fresh: bool


def _earlier(text: str) -> Earlier:
    batches, _, folder = text.partition("=")
    first, dash, last = batches.partition("-")
    if not dash or not Path(folder).is_dir():
        raise argparse.ArgumentTypeError(f"{text}: not FIRST-LAST=FOLDER with a folder of weights")
    return Earlier(first, last, Path(folder))


def options(description: str | None) -> list[Earlier]:
    """The weights given on the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--earlier",
        type=_earlier,
        action="append",
        default=[],
        metavar="FIRST-LAST=FOLDER",
        help="weights that had not seen these batches and read them here; may be given again",
    )
    found: list[Earlier] = parser.parse_args().earlier
    return found


def shelves(earlier: Sequence[Earlier], corpus: Path = Path("corpus/reports")) -> list[Shelf]:
    """The train part of the corpus, the reports of each earlier network apart and the rest with the one that ships."""
    reports = corpus_split(corpus, "train")
    found, taken = [], set[str]()
    for one in earlier:
        part = [gold for gold in reports if one.first <= gold.id.partition("-")[0] <= one.last]
        found.append(Shelf(Network(one.weights, threads=os.cpu_count() or 1), part, fresh=True))
        taken.update(gold.id for gold in part)
    rest = [gold for gold in reports if gold.id not in taken]
    return [Shelf(default_network(), rest, fresh=False), *found]
