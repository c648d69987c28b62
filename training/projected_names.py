"""Names for the treebank that has none: the network's own, kept where the treebank's proper nouns agree with them.

Self-training, steadied by gold tags: UNER names proper nouns, so a run of words tagged PROPN is a name or no name as a
whole, and words of other tags are no names unless the network is sure.
"""

from __future__ import annotations

import numpy as np
import torch

from tacitus.language.labels import Labels
from tacitus.language.spans import ranges
from training.batches import Prepared, SpecialPieces, make_batch, windows_of
from training.documents import IGNORE, OUTSIDE_OR_UNMARKED, write_spans
from training.network import Network

_SURE = 0.85  # mean probability of a name's labels, or of being outside, that counts as known
_TYPES = ("PERSON", "ORG", "PLACE")


def _shares(network: Network, item: Prepared, special: SpecialPieces) -> np.ndarray:
    """Probability of every name label for every word of a document."""
    rows = []
    for pair in windows_of(item, None):
        batch = make_batch([pair], special, rng=None)
        scores = network(*batch.inputs)["name"][0, : pair[1].stop - pair[1].start]
        rows.append(scores.float().softmax(-1).numpy())
    joined: np.ndarray = np.concatenate(rows)
    return joined


def _runs(proper: list[bool]) -> list[tuple[int, int]]:
    found, start = [], 0
    while start < len(proper):
        stop = start
        while stop < len(proper) and proper[stop]:
            stop += 1
        if stop > start:
            found.append((start, stop))
        start = stop + 1
    return found


def project_names(network: Network, items: list[Prepared], labels: Labels, special: SpecialPieces) -> None:
    """Write a ``name`` column into documents that have tags but no names; words in doubt stay unlabelled."""
    network = network.float().cpu().eval()
    noun = labels.upos.index("PROPN")
    with torch.no_grad():
        for item in items:
            shares = _shares(network, item, special)
            best = shares.argmax(-1)
            column = item.doc.blank("name")
            outside = shares[:, 0] >= _SURE
            proper = [tag == noun for tag in item.doc.tags["upos"]]
            for index, out in enumerate(outside):
                if out:
                    column[index] = OUTSIDE_OR_UNMARKED
            spans = ranges([labels.name[label] for label in best])
            taken = {word for start, stop, _ in spans for word in range(start, stop)}
            for start, stop in _runs(proper):
                # a run of proper nouns that the network names in part only is left in doubt
                if any(word in taken for word in range(start, stop)):
                    column[start:stop] = [IGNORE] * (stop - start)
            for start, stop, kind in spans:
                whole = all(
                    not proper[edge] or (edge < start) == (edge >= stop)
                    for edge in (start - 1, stop)
                    if 0 <= edge < len(proper)
                )
                sure = float(shares[np.arange(start, stop), best[start:stop]].mean()) >= _SURE
                known = kind in _TYPES and sure and whole and any(proper[start:stop])
                if known:
                    write_spans(column, [(start, stop, kind)], labels.name, outside=None)
                else:
                    column[start:stop] = [IGNORE] * (stop - start)
