"""Annotate spaCy documents with everything that one pass of the network gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import cast, get_args

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc
from thinc.types import Ints2d

from tacitus.language.attribution import attributions
from tacitus.language.labels import Labels
from tacitus.language.network import Network, WindowScores
from tacitus.language.reading import Attribution, Pointer, PointerScores, Reading
from tacitus.language.sentences import sentence_starts
from tacitus.language.spans import best_of_windows, softmax
from tacitus.language.tree import best_tree
from tacitus.language.words import Words, words_of

_ROOT = "root"
_COLUMNS = ("TAG", "POS", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3  # how spaCy counts a token's place in a name
_IOB = {"I": _INSIDE, "O": _OUTSIDE, "B": _BEGIN}


@dataclass(frozen=True, slots=True)
class _Decoded:
    """A window with its best parse and labels; ``heads`` are word numbers of the window.

    ``attr`` and ``claim`` mark sources, cues and contents of attributions in the wide and the narrow sense.
    """

    window: WindowScores
    heads: np.ndarray
    relations: np.ndarray
    names: np.ndarray
    attr: np.ndarray
    claim: np.ndarray


def annotate(docs: Sequence[Doc], network: Network) -> list[Reading]:
    """Set sentences, tags, parse and entities on each document in place, and give what else was read in it.

    What is read in a document does not depend on the others. Token texts and offsets are left as they are.
    """
    words = [words_of(doc) for doc in docs]
    scored = network.score([item.sequence for item in words])
    decoded = iter(_decode(words, scored, network))
    readings = []
    for doc, item, windows in zip(docs, words, scored, strict=True):
        mine = list(islice(decoded, len(windows)))
        _set_syntax(doc, item.tokens, mine, network.labels)
        readings.append(_reading(doc, item.tokens, mine, network.labels))
    return readings


def _decode(words: list[Words], scored: list[list[WindowScores]], network: Network) -> list[_Decoded]:
    """The best labels of every window of every document, decoded together."""
    flat = [window for windows in scored for window in windows]
    if not flat:
        return []
    heads = [
        window_heads(window, sentence_starts(window, item.sequence))
        for item, windows in zip(words, scored, strict=True)
        for window in windows
    ]
    relations = [network.relations(window, head) for window, head in zip(flat, heads, strict=True)]
    tagged = [
        best_of_windows([window.scores[task] for window in flat], network.labels.of(task))
        for task in ("name", "attr", "claim")
    ]
    return [_Decoded(*parts) for parts in zip(flat, heads, relations, *tagged, strict=True)]


def window_heads(window: WindowScores, starts: np.ndarray) -> np.ndarray:
    """Head of every word of the window (word numbers of the window), one tree for each sentence."""
    heads = np.empty(len(starts), dtype=np.int64)
    for start, stop in pairwise([*np.flatnonzero(starts).tolist(), len(starts)]):
        heads[start:stop] = best_tree(window.scores["head"][start:stop, start:stop]) + start
    return heads


def _set_syntax(doc: Doc, tokens: np.ndarray, windows: list[_Decoded], labels: Labels) -> None:
    strings = doc.vocab.strings
    white = np.asarray([strings.add("_SP"), strings.add("SPACE"), 0, strings.add("dep"), _OUTSIDE, 0], dtype=np.uint64)
    table = np.tile(white, (len(doc), 1))
    heads = np.arange(len(doc), dtype=np.int64)
    if windows:
        upos, xpos, deprel, inside, kind = _codes(strings, labels)
        table[tokens, 0] = xpos[_best(windows, "xpos")]
        table[tokens, 1] = upos[_best(windows, "upos")]
        heads[tokens] = tokens[np.concatenate([item.heads + item.window.start for item in windows])]
        table[tokens, 3] = deprel[np.concatenate([item.relations for item in windows])]
        names = np.concatenate([item.names for item in windows])
        table[tokens, 4], table[tokens, 5] = inside[names], kind[names]
        _place_spaces(tokens, heads, table)
    table[:, 2] = (heads - np.arange(len(doc))).view(np.uint64)
    doc.from_array(list(_COLUMNS), cast(Ints2d, table))


def _codes(strings: StringStore, labels: Labels) -> tuple[np.ndarray, ...]:
    """What spaCy keeps for each label: universal tags, tags, relations, the place in a name and the name's type."""
    upos = [strings.add(label) for label in labels.upos]
    xpos = [strings.add(label) for label in labels.xpos]
    deprel = [strings.add("ROOT" if label == _ROOT else label) for label in labels.deprel]
    inside = [_IOB[label[0]] for label in labels.name]
    kind = [strings.add(label[2:]) if label != "O" else 0 for label in labels.name]
    return tuple(np.asarray(codes, dtype=np.uint64) for codes in (upos, xpos, deprel, inside, kind))


def _best(windows: list[_Decoded], task: str) -> np.ndarray:
    best: np.ndarray = np.concatenate([item.window.scores[task].argmax(-1) for item in windows])
    return best


def _place_spaces(tokens: np.ndarray, heads: np.ndarray, table: np.ndarray) -> None:
    """White-space tokens hang on the word before them (leading ones on the first word); in a name they are of it."""
    spaces = np.setdiff1d(np.arange(len(heads)), tokens, assume_unique=True)
    after = np.searchsorted(tokens, spaces)
    heads[spaces] = tokens[np.maximum(after - 1, 0)]
    # spaCy refuses a name that goes on after a token outside it
    following = tokens[np.minimum(after, len(tokens) - 1)]
    within = (following > spaces) & (table[following, 4] == _INSIDE)
    table[spaces[within], 4:] = table[following[within], 4:]


def _reading(doc: Doc, tokens: np.ndarray, windows: list[_Decoded], labels: Labels) -> Reading:
    def spread(task: str) -> np.ndarray:
        out = np.zeros((len(doc), len(labels.of(task))), dtype=np.float32)
        if windows:
            out[tokens] = softmax(np.concatenate([item.window.scores[task] for item in windows]))
        return out

    event = np.zeros((len(doc), len(labels.event)), dtype=np.float32)
    if windows:
        event[tokens] = 1.0 / (1.0 + np.exp(-np.concatenate([item.window.scores["event"] for item in windows])))
    antecedent = np.full(len(doc), -1, dtype=np.int64)
    wide: list[Attribution] = []
    narrow: list[Attribution] = []
    pointers: dict[Pointer, list[PointerScores]] = {pointer: [] for pointer in get_args(Pointer)}
    for item in windows:
        rows = tokens[item.window.start : item.window.stop]
        target = item.window.scores["coref"].argmax(-1)
        back = target < np.arange(len(rows))
        antecedent[rows[back]] = rows[target[back]]
        for pointer, kept in pointers.items():
            kept.append(PointerScores(rows, item.window.scores[pointer]))
        wide.extend(_attributions(item, "attr", item.attr, rows, labels))
        narrow.extend(_attributions(item, "claim", item.claim, rows, labels))
    return Reading(
        attributions=tuple(wide),
        claims=tuple(narrow),
        kind=spread("kind"),
        group=spread("group"),
        background=spread("background")[:, 1],
        stance=spread("stance"),
        event=event,
        denied=spread("denied")[:, 1],
        antecedent=antecedent,
        _pointers={pointer: tuple(kept) for pointer, kept in pointers.items()},
    )


def _attributions(item: _Decoded, task: str, best: np.ndarray, rows: np.ndarray, labels: Labels) -> list[Attribution]:
    if not best.any():
        return []
    scores = item.window.scores
    certainty = softmax(scores[task])[np.arange(len(rows)), best]
    return attributions([labels.of(task)[label] for label in best], certainty, scores["cue"], rows)
