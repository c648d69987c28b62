"""Reader of CoNLL-U treebanks, with GUM's entity and coreference brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tacitus.errors import TacitusError

_BRACKET = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; ``head`` is the 1-based number of its head in the sentence, 0 for the root."""

    form: str
    upos: str
    xpos: str
    head: int
    deprel: str
    space_after: bool
    brackets: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank; ``paragraph`` tells that it opens one."""

    id: str
    words: tuple[Word, ...]
    paragraph: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity mention of GUM: word range in its document, head word, entity type and coreference group."""

    start: int
    end: int
    head: int
    type: str
    group: str


def _misc(value: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in value.split("|") if "=" in part)


def read_documents(path: Path) -> list[tuple[Sentence, ...]]:
    """The documents of a CoNLL-U file, each a tuple of sentences.

    Raises:
        TacitusError: a line does not have ten columns; the text names file and line.
    """
    documents: list[list[Sentence]] = []
    words: list[Word] = []
    sent_id, paragraph, joined_until, joined_space = "", False, 0, True
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("# newdoc"):
            documents.append([])
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif not line:
            if words:
                if not documents:
                    documents.append([])
                documents[-1].append(Sentence(sent_id, tuple(words), paragraph))
            words, paragraph, joined_until = [], False, 0
        elif not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                raise TacitusError(f"{path}:{number}: expected 10 columns, found {len(columns)}")
            misc = _misc(columns[9])
            if "-" in columns[0]:  # a multiword token carries the spacing of its last word
                joined_until = int(columns[0].split("-")[1])
                joined_space = misc.get("SpaceAfter") != "No"
            elif "." not in columns[0]:
                index = int(columns[0])
                space = misc.get("SpaceAfter") != "No"
                if index <= joined_until:
                    space = joined_space if index == joined_until else False
                words.append(
                    Word(columns[1], columns[3], columns[4], int(columns[6]), columns[7], space, misc.get("Entity", ""))
                )
    return [tuple(document) for document in documents]


def _head_offset(minspan: str) -> int:
    return int(minspan.split(",")[0]) - 1 if minspan[:1].isdigit() else 0


def mentions(document: tuple[Sentence, ...]) -> Iterator[Mention]:
    """The entity mentions of a GUM document, in the order in which they close (discontinuous ones left out)."""
    open_mentions: dict[str, list[tuple[int, str, str]]] = {}
    position = 0
    for sentence in document:
        for word in sentence.words:
            for single, opening, closing in _BRACKET.findall(word.brackets):
                if single or opening:
                    parts = (single or opening).split("-")
                    if "[" in parts[0]:
                        continue
                    etype = parts[1] if len(parts) > 1 else ""
                    minspan = parts[5] if len(parts) > 5 else "1"
                    if single:
                        yield Mention(position, position + 1, position, etype, parts[0])
                    else:
                        open_mentions.setdefault(parts[0], []).append((position, etype, minspan))
                elif closing and open_mentions.get(closing):
                    start, etype, minspan = open_mentions[closing].pop()
                    head = min(start + _head_offset(minspan), position)
                    yield Mention(start, position + 1, head, etype, closing)
            position += 1
