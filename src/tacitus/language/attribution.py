"""Attributions from the network's tags: sources and contents tied to the cue they point to."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tacitus.language.reading import Attribution
from tacitus.language.spans import ranges, softmax

_MIN_LINK = 0.15  # share of pointing mass below which a span is left without a cue


@dataclass(slots=True)
class _Frame:
    cue: tuple[int, int] | None
    sources: list[tuple[int, int]] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)


def _link(span: tuple[int, int], cues: np.ndarray, reach: np.ndarray) -> int | None:
    """Which cue a span points to, by the mean share of its words' pointing that falls on the cue.

    ``cues`` is (cues, 2), starts and ends; ``reach[i, j]`` the share of word ``i`` that falls before word ``j``.
    """
    if not len(cues):
        return None
    rows = reach[span[0] : span[1]]
    shares = (rows[:, cues[:, 1]] - rows[:, cues[:, 0]]).mean(0)
    best = int(shares.argmax())
    return best if shares[best] >= _MIN_LINK else None


def _add(spans: list[tuple[int, int]], span: tuple[int, int]) -> None:
    """Append a span; one that begins where the last ends is one with it."""
    if spans and spans[-1][1] == span[0]:
        spans[-1] = (spans[-1][0], span[1])
    else:
        spans.append(span)


def attributions(tags: list[str], certainty: np.ndarray, pointers: np.ndarray, tokens: np.ndarray) -> list[Attribution]:
    """The attributions of one window.

    ``tags`` are BIO labels of its words, ``certainty`` the probability of each, ``pointers`` the (words, words) scores
    of the cue head, ``tokens`` the token number of each word.
    """
    spans = ranges(tags)
    cues = [(start, end) for start, end, kind in spans if kind == "CUE"]
    frames = [_Frame(cue) for cue in cues]
    loose: list[_Frame] = []
    places = np.asarray(cues, dtype=np.int64).reshape(-1, 2)
    reach = np.zeros((len(tags), len(tags) + 1), dtype=np.float32)
    np.cumsum(softmax(pointers), axis=1, out=reach[:, 1:])
    for start, end, kind in spans:
        if kind == "CUE":
            continue
        link = _link((start, end), places, reach)
        if link is None and kind == "CONTENT":
            loose.append(_Frame(None, contents=[(start, end)], scores=[float(certainty[start:end].mean())]))
        elif link is not None:
            frame = frames[link]
            _add(frame.sources if kind == "SOURCE" else frame.contents, (start, end))
            frame.scores.append(float(certainty[start:end].mean()))
    found = []
    for frame in [*frames, *loose]:
        if frame.contents:
            found.append(
                Attribution(
                    _tokens(frame.sources[0], tokens) if frame.sources else None,
                    _tokens(frame.cue, tokens) if frame.cue else None,
                    tuple(_tokens(content, tokens) for content in frame.contents),
                    float(np.mean(frame.scores)),
                )
            )
    return sorted(found, key=lambda item: item.content[0])


def _tokens(span: tuple[int, int], tokens: np.ndarray) -> tuple[int, int]:
    return int(tokens[span[0]]), int(tokens[span[1] - 1]) + 1
