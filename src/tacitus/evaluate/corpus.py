"""The annotated corpus and its split."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.gold import gold_files, read_all

CorpusPart = Literal["train", "dev", "test"]
CORPUS_PARTS: tuple[CorpusPart, ...] = get_args(CorpusPart)

_TEST_BATCHES = frozenset({"t04", "t10", "t14"})
_DEV_BATCHES = frozenset({"t02", "t12"})


def part_of(name: str) -> CorpusPart:
    """The part that a report belongs to, by its file name or id: what stands before the first hyphen is its batch.

    The split is by batch, and so by conflict: reports of one incident never lie in two parts.
    """
    batch = name.partition("-")[0]
    if batch in _TEST_BATCHES:
        return "test"
    if batch in _DEV_BATCHES:
        return "dev"
    return "train"


def corpus_split(folder: Path, part: CorpusPart) -> list[Gold]:
    """The annotated reports of ``folder`` that belong to ``part``; files of the other parts are not opened.

    Raises:
        GoldError: the folder has no report of that part, or a file of it is wrong.
    """
    return read_all((path for path in gold_files(folder) if part_of(path.name) == part), folder=folder)
