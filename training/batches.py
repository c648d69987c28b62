"""Windows of training documents, padded into batches bounded by their size."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from tacitus.language.pieces import WINDOW, Inputs, Pieces, Window, cut_windows, split_words, stack
from training.documents import IGNORE, POINTER_TASKS, TAG_TASKS, EventMark, TrainingDoc

TOKEN_BUDGET = 2048  # padded pieces in a batch: bounds memory whatever the lengths
LOWER, UPPER, DROPPED = 0.06, 0.06, 0.04  # shares of windows in one letter case, of pieces masked
# Longer than a window at run time: what a whole report tells of a side is learnt with all of it in sight. Beyond 512
# pieces reading at run time suffers (content of claims on dev 0.87 against 0.93), so that windows there are shorter.
LONGEST = 766
WRAPPED = 0.08  # share of windows with line breaks inside sentences or between paragraphs


@dataclass(frozen=True, slots=True)
class SpecialPieces:
    """Ids of the pieces that open and close a window and that stand for a hidden word."""

    cls: int
    sep: int
    mask: int


def special_pieces(tokenizer: Tokenizer) -> SpecialPieces:
    """The special pieces of a tokenizer.

    Raises:
        ValueError: it lacks one.
    """
    found = [tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]", "[MASK]")]
    ids = [piece for piece in found if piece is not None]
    if len(ids) != len(found):
        raise ValueError("the tokenizer lacks [CLS], [SEP] or [MASK]")
    return SpecialPieces(*ids)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its pieces."""

    doc: TrainingDoc
    pieces: Pieces
    gaps: np.ndarray


def prepare(docs: list[TrainingDoc], tokenizer: Tokenizer) -> list[Prepared]:
    """Cut every document's words into pieces once."""
    return [
        Prepared(doc, split_words(doc.words, tokenizer), np.asarray(doc.gaps, dtype=np.int64))
        for doc in docs
        if doc.words
    ]


@dataclass(frozen=True, slots=True)
class Batch:
    """Encoder inputs and labels; ``tags`` and ``pointers`` are (windows, words), ``IGNORE`` where unknown.

    ``allowed`` (windows, words, words) masks the heads a word may have: those of its own sentence.
    ``sides``: rows (window, word, revealing words) of every word whose side is known, ``voices`` of every number whose
    speaker is. ``events``: each event with the
    window that it lies in; ``all_events`` (windows, words) is true where every event is marked.
    """

    inputs: tuple[Tensor, ...]
    tags: dict[str, Tensor]
    pointers: dict[str, Tensor]
    deprel: Tensor
    sentence: Tensor
    sides: list[tuple[int, int, tuple[int, ...]]]
    voices: list[tuple[int, int, tuple[int, ...]]]
    events: list[tuple[int, EventMark]]
    all_events: Tensor


def windows_of(item: Prepared, rng: random.Random | None) -> Iterator[tuple[Prepared, Window]]:
    """Windows over a document; with ``rng`` of varying length and start, so that no cut is learnt."""
    limit, breaks = WINDOW, item.doc.breaks
    if rng is not None:
        limit = rng.randint(24, LONGEST) if rng.random() < 0.5 else LONGEST
    for window in cut_windows(item.pieces, item.gaps, breaks, limit=limit):
        yield item, window


def batches(
    items: list[Prepared], special: SpecialPieces, *, rng: random.Random | None, budget: int = TOKEN_BUDGET
) -> Iterator[Batch]:
    """Batches of windows of like length; with ``rng`` shuffled and augmented (training), without in order of length."""
    pool = [pair for item in items for pair in windows_of(item, rng)]
    if rng is not None:
        rng.shuffle(pool)
    chunk = 400 if rng is not None else len(pool)
    ready: list[list[tuple[Prepared, Window]]] = []
    for base in range(0, len(pool), chunk):
        group: list[tuple[Prepared, Window]] = []
        for pair in sorted(pool[base : base + chunk], key=lambda pair: pair[1].size):
            length = -(-(pair[1].size + 2) // 16) * 16
            if group and length * (len(group) + 1) > budget:
                ready.append(group)
                group = []
            group.append(pair)
        if group:
            ready.append(group)
    if rng is not None:
        rng.shuffle(ready)
    for group in ready:
        yield make_batch(group, special, rng=rng)


def make_batch(group: list[tuple[Prepared, Window]], special: SpecialPieces, *, rng: random.Random | None) -> Batch:
    """Pad one group of windows."""
    inputs = stack([window for _, window in group], cls=special.cls, sep=special.sep)
    if rng is not None:
        _augment(inputs, special, rng)
    shape = inputs.first.shape
    tags = {task: torch.full(shape, IGNORE) for task in TAG_TASKS}
    pointers = {task: torch.full(shape, IGNORE) for task in POINTER_TASKS}
    deprel, sentence = torch.full(shape, IGNORE), torch.full(shape, -1)
    sides: list[tuple[int, int, tuple[int, ...]]] = []
    voices: list[tuple[int, int, tuple[int, ...]]] = []
    events: list[tuple[int, EventMark]] = []
    all_events = torch.zeros(shape, dtype=torch.bool)
    for row, (item, window) in enumerate(group):
        doc, start, stop = item.doc, window.start, window.stop
        for task, column in doc.tags.items():
            tags[task][row, : stop - start] = torch.tensor(column[start:stop])
        for task, column in doc.pointers.items():
            pointers[task][row, : stop - start] = torch.tensor(_inside(column[start:stop], start, stop, task))
        if doc.deprel:
            deprel[row, : stop - start] = torch.tensor(doc.deprel[start:stop])
            sentence[row, : stop - start] = torch.tensor(doc.sentence[start:stop])
        for asked, kept in ((doc.sides, sides), (doc.voices, voices)):
            kept.extend((row, *item) for item in _targets_inside(asked, start, stop))
        events.extend((row, mark) for mark in _events_inside(doc.events, start, stop))
        all_events[row, : stop - start] = doc.all_events
    arrays = (inputs.ids, inputs.cases, inputs.gaps, inputs.mask, inputs.first, inputs.last)
    tensors = tuple(torch.from_numpy(array) for array in arrays)
    return Batch(tensors, tags, pointers, deprel, sentence, sides, voices, events, all_events)


def _targets_inside(asked: dict[int, tuple[int, ...]], start: int, stop: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Words of a window with those they point to; one whose targets all lie outside points to itself."""
    for word, targets in asked.items():
        if start <= word < stop:
            inside = tuple(target - start for target in targets if start <= target < stop)
            yield word - start, inside or (word - start,)


def _parties_inside(
    parties: tuple[tuple[int, ...], ...] | None, start: int, stop: int
) -> tuple[tuple[int, ...], ...] | None:
    """The revealing words within a window, relative to it; empty where the window shows none of the parties."""
    if parties is None:
        return None
    kept = (tuple(word - start for word in words if start <= word < stop) for words in parties)
    return tuple(words for words in kept if words)


def _events_inside(marks: list[EventMark], start: int, stop: int) -> Iterator[EventMark]:
    for mark in marks:
        words = tuple(word - start for word in mark.words if start <= word < stop)
        if words:
            yield EventMark(
                words,
                mark.type,
                mark.background,
                mark.denied,
                _parties_inside(mark.actors, start, stop),
                _parties_inside(mark.recipients, start, stop),
            )


def _inside(column: list[int], start: int, stop: int, task: str) -> list[int]:
    """Pointers relative to the window; one that leaves it points to its own word (parse heads: unknown)."""
    out = []
    for offset, target in enumerate(column):
        if target < 0:
            out.append(IGNORE)
        elif start <= target < stop:
            out.append(target - start)
        else:
            out.append(IGNORE if task == "head" else offset)
    return out


def _wrap(gaps: np.ndarray, rng: random.Random) -> None:
    """Single line breaks in place of some blanks and of paragraph breaks, as in wrapped text and lists."""
    draws = np.random.default_rng(rng.getrandbits(32)).random(len(gaps))
    gaps[(gaps == 1) & (draws < 0.06)] = 2
    gaps[(gaps == 3) & (draws < 0.5)] = 2


def _augment(inputs: Inputs, special: SpecialPieces, rng: random.Random) -> None:
    """One-case copy and missing words, so that neither breaks the reading of a report."""
    cases, ids = inputs.cases, inputs.ids
    letters = (cases >= 1) & (cases <= 4) | (cases == 7)
    for row in range(len(ids)):
        draw = rng.random()
        if draw < LOWER:
            cases[row][letters[row]] = 1
        elif draw < LOWER + UPPER:
            cases[row][letters[row]] = 3
        if rng.random() < WRAPPED:
            _wrap(inputs.gaps[row], rng)
    noise = np.random.default_rng(rng.getrandbits(32)).random(ids.shape)
    ids[(noise < DROPPED) & (inputs.mask == 1) & (ids != special.cls) & (ids != special.sep)] = special.mask
