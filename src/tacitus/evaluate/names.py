"""Readers of name annotations: UNER (IOB2 over treebank words) and re3d (character offsets)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tacitus.model import Span

UNER_TYPES = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
RE3D_TYPES = {
    "Person": "PERSON",
    "Organisation": "ORG",
    "Location": "PLACE",
    "Nationality": "NATIONALITY",
    "Weapon": "WEAPON",
    "MilitaryPlatform": "WEAPON",
    "Temporal": "TIME",
}


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A treebank sentence with IOB2 tags of our own name types ("B-PLACE", "O")."""

    id: str
    words: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedText:
    """A document of re3d with typed spans."""

    id: str
    text: str
    names: tuple[tuple[Span, str], ...]


def read_uner(path: Path) -> list[NamedSentence]:
    """The sentences of a UNER ``.iob2`` file."""
    sentences = []
    sent_id = ""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif not line:
            if words:
                sentences.append(NamedSentence(sent_id, tuple(words), tuple(tags)))
            words, tags = [], []
        elif not line.startswith("#"):
            columns = line.split("\t")
            prefix, _, kind = columns[2].partition("-")
            words.append(columns[1])
            tags.append(f"{prefix}-{UNER_TYPES[kind]}" if kind in UNER_TYPES else "O")
    return sentences


def _json_lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def read_re3d(folder: Path) -> list[NamedText]:
    """The documents of every subset below ``folder``; of names that overlap the longest stays."""
    texts = []
    for documents in sorted(folder.glob("*/documents.json")):
        marks: dict[str, list[tuple[Span, str]]] = {}
        for entity in _json_lines(documents.with_name("entities.json")):
            kind = RE3D_TYPES.get(str(entity["type"]))
            begin, end = int(str(entity["begin"])), int(str(entity["end"]))
            if kind and begin < end:
                marks.setdefault(str(entity["documentId"]), []).append((Span(begin, end), kind))
        for document in _json_lines(documents):
            kept: list[tuple[Span, str]] = []
            for span, kind in sorted(marks.get(str(document["_id"]), []), key=lambda mark: mark[0].start - mark[0].end):
                if not any(span.overlaps(other) for other, _ in kept):
                    kept.append((span, kind))
            texts.append(NamedText(str(document["_id"]), str(document["text"]), tuple(sorted(kept))))
    return texts
