"""Reader of PolNeAR (Newell, Margolin & Ruths 2018): sources, cues and contents of attributions in news."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tacitus.errors import TacitusError
from tacitus.model import Span


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution relation; each part may be several spans, or none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AttributedText:
    """An article with its attributions, as one annotator marked them."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]


def _standoff(path: Path) -> tuple[GoldAttribution, ...]:
    bounds: dict[str, tuple[Span, ...]] = {}
    relations: list[dict[str, list[Span]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        columns = line.split("\t")
        if line.startswith("T") and len(columns) >= 2:
            ranges = columns[1].split(" ", 1)[1].split(";")
            try:
                bounds[columns[0]] = tuple(Span(*map(int, part.split())) for part in ranges)
            except (TypeError, ValueError) as error:
                raise TacitusError(f"{path}:{number}: not a brat text bound: {error}") from error
        elif line.startswith("E") and len(columns) == 2:
            parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
            for argument in columns[1].split():
                role, _, target = argument.partition(":")
                role = role.rstrip("0123456789")
                if role in parts and target in bounds:
                    parts[role].extend(bounds[target])
            relations.append(parts)
    return tuple(
        GoldAttribution(
            tuple(sorted(relation["Source"])), tuple(sorted(relation["Cue"])), tuple(sorted(relation["Content"]))
        )
        for relation in relations
    )


def read_polnear(folder: Path) -> list[AttributedText]:
    """The articles of a part of PolNeAR (``folder`` holds ``text/`` and ``attributions/``), in order of their names.

    Where several annotators marked a text, the first by name counts.

    Raises:
        TacitusError: the folder does not have that form.
    """
    texts, marks = folder / "text", folder / "attributions"
    if not texts.is_dir() or not marks.is_dir():
        raise TacitusError(f"{folder}: no text/ and attributions/ in it")
    first: dict[str, Path] = {}
    for path in sorted(marks.glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    articles = []
    for path in sorted(texts.glob("*.txt")):
        if path.stem in first:
            # newline="" keeps offsets right where a text has carriage returns
            with path.open(encoding="utf-8", newline="") as stream:
                text = stream.read()
            articles.append(AttributedText(path.stem, text, _standoff(first[path.stem])))
    return articles
