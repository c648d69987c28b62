"""The reports that are measured on: new mixtures of the samples' paragraphs, the same at every run."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from tacitus.model import Report

WORDS = 400
SEED = 20220913


@dataclass(frozen=True, slots=True)
class _Sample:
    """A sample's first paragraph with its head, and the paragraphs after it."""

    head: Report
    body: tuple[str, ...]


def _samples(folder: Path) -> Iterator[_Sample]:
    for path in sorted(folder.glob("s[0-9]*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        first, *rest = record["text"].split("\n\n")
        day = date.fromisoformat(record["published"])
        yield _Sample(Report(record["id"], first, record["title"], day, record["outlet"]), tuple(rest))


def mixed_reports(folder: Path, count: int) -> list[Report]:
    """``count`` reports of about ``WORDS`` words: a sample's opening, then paragraphs of any sample in random order.

    Raises:
        ValueError: the folder has no samples.
    """
    samples = list(_samples(folder))
    if not samples:
        raise ValueError(f"no samples in {folder}")
    paragraphs = [paragraph for sample in samples for paragraph in sample.body]
    chance = random.Random(SEED)
    return [_mixed(f"b{number:03}", samples[number % len(samples)], paragraphs, chance) for number in range(count)]


def _mixed(id: str, sample: _Sample, paragraphs: Sequence[str], chance: random.Random) -> Report:
    parts = [sample.head.text]
    words = len(sample.head.text.split())
    for paragraph in chance.sample(paragraphs, len(paragraphs)):
        longer = words + len(paragraph.split())
        if abs(longer - WORDS) > abs(words - WORDS):
            break
        parts.append(paragraph)
        words = longer
    head = sample.head
    return Report(id, "\n\n".join(parts), head.title, head.published, head.outlet)


def write_reports(reports: Iterable[Report], path: Path) -> None:
    """Write reports as JSON lines, for the processes that are measured."""
    lines = (json.dumps(asdict(report), default=date.isoformat) for report in reports)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read_reports(path: Path) -> list[Report]:
    """Read what ``write_reports`` wrote."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Report(**{**record, "published": date.fromisoformat(record["published"])}) for record in records]
