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
        TacitusError: a line does not have ten columns, or a number is none; the text names file and line.
    """
    documents: list[list[Sentence]] = []
    for block in _blocks(path):
        rows = [(number, line) for number, line in block if not line.startswith("#")]
        if not rows:
            continue
        comments = [line for _, line in block if line.startswith("#")]
        opens = any(line.startswith("# newdoc") for line in comments)
        if opens or not documents:
            documents.append([])
        paragraph = opens or any(line.startswith("# newpar") for line in comments)
        ids = [line.split("=", 1)[1].strip() for line in comments if line.startswith("# sent_id")]
        documents[-1].append(Sentence(ids[-1] if ids else "", _words(path, rows), paragraph))
    return [tuple(document) for document in documents]


def _blocks(path: Path) -> Iterator[list[tuple[int, str]]]:
    """Runs of lines between empty ones, each line with its number."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], 1):
        if line:
            block.append((number, line))
        elif block:
            yield block
            block = []


def _words(path: Path, rows: list[tuple[int, str]]) -> tuple[Word, ...]:
    words: list[Word] = []
    joined_until, joined_space = 0, True
    for number, line in rows:
        columns = line.split("\t")
        if len(columns) != 10:
            raise TacitusError(f"{path}:{number}: expected 10 columns, found {len(columns)}")
        misc = _misc(columns[9])
        space = misc.get("SpaceAfter") != "No"
        try:
            if "-" in columns[0]:  # a multiword token carries the spacing of its last word
                joined_until, joined_space = int(columns[0].split("-")[1]), space
            elif "." not in columns[0]:
                index, head = int(columns[0]), int(columns[6])
                if index <= joined_until:
                    space = joined_space and index == joined_until
                words.append(Word(columns[1], columns[3], columns[4], head, columns[7], space, misc.get("Entity", "")))
        except ValueError as error:
            raise TacitusError(f"{path}:{number}: not a number of a word: {error}") from error
    return tuple(words)


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


def gaps_of(document: tuple[Sentence, ...]) -> list[int]:
    """What stands before each word of a document: 0 nothing, 1 a blank, 3 a paragraph break."""
    gaps: list[int] = []
    space = True
    for sentence in document:
        for index, word in enumerate(sentence.words):
            opens = index == 0 and (sentence.paragraph or not gaps)
            gaps.append(3 if opens else int(space))
            space = word.space_after
    return gaps
