"""Heads from arc scores: the best dependency tree of a sentence (Chu & Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np


def best_tree(arcs: np.ndarray) -> np.ndarray:
    """Heads of the words of one sentence.

    ``arcs`` is (words, words): the score of each word (column) as head of each (row); a word's score with itself is
    its score as the root. Gives the tree of the greatest sum with exactly one root; the root's head is itself.
    """
    words = np.arange(len(arcs))
    greedy: np.ndarray = arcs.argmax(1)
    roots = np.flatnonzero(greedy == words)
    if len(roots) == 1 and not _cycle(greedy.tolist(), int(roots[0])):
        return greedy
    # Several roots, none, or a cycle: the best tree under each root, beginning with the root that leaves the most
    # to gain, until no other root can do better.
    between = arcs.astype(np.float64)
    np.fill_diagonal(between, -np.inf)
    most = between.max(1)
    bounds = most.sum() + np.diag(arcs) - most
    best, best_score = greedy, -np.inf
    for root in np.argsort(-bounds, kind="stable").tolist():
        if bounds[root] <= best_score:
            break
        tree = _arborescence(between, root)
        score = float(arcs[words, tree].sum(dtype=np.float64))
        if score > best_score:
            best, best_score = tree, score
    return best


def _arborescence(scores: np.ndarray, root: int) -> np.ndarray:
    """The best tree below ``root``, which becomes its own head; the diagonal of ``scores`` is minus infinity."""
    heads: np.ndarray = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads.tolist(), root)
    if not cycle:
        return heads
    inside = np.asarray(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    size = len(outside)
    # contract the cycle into one node, the last
    contracted = np.full((size + 1, size + 1), -np.inf)
    contracted[:size, :size] = scores[outside[:, None], outside]
    into = scores[inside[:, None], outside] - scores[inside, heads[inside]][:, None]
    leave = scores[outside[:, None], inside]
    contracted[size, :size] = into.max(0)
    contracted[:size, size] = leave.max(1)
    solved = _arborescence(contracted, int(np.searchsorted(outside, root)))
    below = solved[:size]
    result: np.ndarray = heads.copy()
    result[outside] = np.where(below == size, inside[leave.argmax(1)], outside[np.minimum(below, size - 1)])
    # the word of the cycle through which the tree enters it takes its head from outside
    entry = int(solved[size])
    result[inside[int(into[:, entry].argmax())]] = outside[entry]
    return result


def _cycle(heads: list[int], root: int) -> list[int]:
    """The nodes of one cycle among ``heads`` below ``root``; empty if they form a tree."""
    seen_in = [-1] * len(heads)
    seen_in[root] = root
    for start in range(len(heads)):
        node = start
        while seen_in[node] < 0:
            seen_in[node] = start
            node = heads[node]
        if seen_in[node] == start and node != root:
            cycle = [node]
            while (node := heads[node]) != cycle[0]:
                cycle.append(node)
            return cycle
    return []
