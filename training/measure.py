"""Quick dev scores while training; the scores of record come from the exported weights (``tacitus eval --data``)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch
from tokenizers import Tokenizer

from tacitus.evaluate.conllu import read_documents
from tacitus.evaluate.polnear import read_polnear
from tacitus.language.labels import Labels
from tacitus.language.spans import ranges
from training.batches import Prepared, SpecialPieces, batches, prepare, special_pieces
from training.network import Network
from training.sources import attributed_doc, treebank_doc


def dev_measure(
    data: Path, labels: Labels, tokenizer: Tokenizer, *, articles: int = 40
) -> Callable[[Network], dict[str, float]]:
    """A function that scores a network on EWT dev (parse) and PolNeAR dev (attribution)."""
    treebank = prepare(
        [treebank_doc(f"d{n}", doc, labels) for n, doc in enumerate(read_documents(data / "ud_ewt" / "dev.conllu"))],
        tokenizer,
    )
    polnear = prepare([attributed_doc(a, labels) for a in read_polnear(data / "polnear" / "dev")[:articles]], tokenizer)
    special = special_pieces(tokenizer)

    def run(network: Network) -> dict[str, float]:
        network.eval()
        with torch.no_grad():
            return _parse_scores(network, treebank, special) | _attribution_scores(network, polnear, labels, special)

    return run


def _parse_scores(network: Network, items: list[Prepared], special: SpecialPieces) -> dict[str, float]:
    words = upos = uas = las = 0
    for batch in batches(items, special, rng=None, budget=8192):
        out = network(*batch.inputs)
        gold = batch.pointers["head"]
        known = gold >= 0
        same = batch.sentence.unsqueeze(2) == batch.sentence.unsqueeze(1)
        head = out["head"].masked_fill(~same, -1e4).argmax(-1)
        index = head.unsqueeze(-1).expand(-1, -1, out["relation_head"].shape[-1])
        relation = network.relations(out["relation_tail"], out["relation_head"].gather(1, index)).argmax(-1)
        right = (head == gold) & known
        words += int(known.sum())
        uas += int(right.sum())
        las += int((right & (relation == batch.deprel)).sum())
        upos += int(((out["upos"].argmax(-1) == batch.tags["upos"]) & known).sum())
    return {"upos": upos / words, "uas": uas / words, "las": las / words}


def _attribution_scores(
    network: Network, items: list[Prepared], labels: Labels, special: SpecialPieces
) -> dict[str, float]:
    counts = {kind: [0, 0, 0] for kind in ("SOURCE", "CUE", "CONTENT")}
    right = words = 0
    for batch in batches(items, special, rng=None, budget=8192):
        guess = network(*batch.inputs)["attr"].argmax(-1)
        for row, gold_row in enumerate(batch.tags["attr"]):
            size = int((gold_row >= 0).sum())
            gold = [labels.attr[i] for i in gold_row[:size]]
            ours = [labels.attr[i] for i in guess[row][:size]]
            words += size
            right += sum(a[2:] == b[2:] for a, b in zip(gold, ours, strict=True))
            for kind, count in counts.items():
                want = {s for s in ranges(gold) if s[2] == kind}
                have = {s for s in ranges(ours) if s[2] == kind}
                count[0] += len(want & have)
                count[1] += len(have)
                count[2] += len(want)
    scores = {kind.lower(): 2 * hit / max(1, have + want) for kind, (hit, have, want) in counts.items()}
    return scores | {"tokens": right / words}
