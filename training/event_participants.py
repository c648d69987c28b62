"""Train the choice of an event's parties on the annotated corpus: ``python -m training.event_participants``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

import tacitus.extract
from tacitus.coder import tokenizer
from tacitus.evaluate.annotation import Gold, GoldEvent
from tacitus.evaluate.corpus import corpus_split
from tacitus.extract.claims import draft_claims
from tacitus.extract.event_blame import blamed_sides
from tacitus.extract.event_participants import ROLES, SIGNS, Foes, ParticipantSigns, contexts_of
from tacitus.extract.event_triggers import read_triggers
from tacitus.language.annotate import annotate
from tacitus.language.network import default_network
from tacitus.model import Span
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.sides import side_lexicon
from tacitus.resolve.syntax import read_syntax

OUT = Path(tacitus.extract.__file__).parent / "event_participants.json"
PENALTY = 1e-3  # L2, per example
BLUR = 0.5  # share of the events whose pointers are shuffled: they were trained on these very reports
_BATCH = 24


@dataclass(frozen=True, slots=True)
class Example:
    """Signs of every side that may have a role in an event, and which have it."""

    contexts: tuple[str, ...]
    rows: np.ndarray
    right: np.ndarray


def canonical(side: str) -> str:
    """The side as the lexicon of sides writes it."""
    listed = side_lexicon().lookup(side) if len(side) > 3 else None
    return listed.side if listed is not None else side


def _example(signs: ParticipantSigns, gold: GoldEvent) -> Iterator[Example]:
    actors = {canonical(side) for side in gold.actors}
    recipients = {canonical(side) for side in gold.recipients}
    named = signs.named
    for role, wanted in zip(ROLES, (actors, recipients), strict=True):
        if not wanted <= set(named) or len(named) == 1:
            continue
        chosen = None if role == "actor" else tuple(side for side in named if side is not None and side in actors)
        right = np.asarray([side in wanted if wanted else side is None for side in named], dtype=np.float32)
        yield Example(contexts_of(role, signs.event), signs.rows(chosen), right)


def examples(golds: list[Gold]) -> Iterator[Example]:
    """Examples of both roles from annotated reports: triggers found where an event of their type is annotated."""
    for base in range(0, len(golds), _BATCH):
        part = golds[base : base + _BATCH]
        docs = [tokenizer().make_doc(gold.text) for gold in part]
        for gold, doc, reading in zip(part, docs, annotate(docs, default_network()), strict=True):
            syntax = read_syntax(doc)
            book = ActorBook(syntax, reading, read_sides(syntax, gold.outlet, gold.title))
            claims = draft_claims(syntax, reading, reading.claims, book)
            taken: set[int] = set()
            triggers = blamed_sides(read_triggers(syntax, reading, book, claims), claims, book)
            foes = Foes.among(trigger.asked for trigger in triggers)
            for trigger in triggers:
                at = syntax.span((trigger.token, trigger.token + 1))
                for number, event in enumerate(gold.events):
                    start = gold.text.find(event.quote)
                    inside = Span(start, start + len(event.quote)).overlaps(at)
                    if number not in taken and inside and event.type == trigger.type:
                        taken.add(number)
                        yield from _example(ParticipantSigns(syntax, book.sides, reading, trigger.asked, foes), event)
                        break


def _blurred(data: list[Example]) -> list[Example]:
    rng = np.random.default_rng(7)
    columns = [SIGNS.index(sign) for sign in ("pointer", "agent pointer", "patient pointer")]
    out = []
    for example in data:
        rows = example.rows
        if rng.random() < BLUR:
            rows = rows.copy()
            rows[:, columns] = rows[rng.permutation(len(rows))][:, columns]
        out.append(Example(example.contexts, rows, example.right))
    return out


def fit(data: list[Example]) -> dict[str, object]:
    """The weights, in the form that the package reads."""
    contexts = sorted({context for example in data for context in example.contexts})
    width = max(len(example.rows) for example in data)
    rows = torch.zeros(len(data), width, len(SIGNS))
    mask = torch.full((len(data), width), -1e9)
    right = torch.zeros(len(data), width)
    where = torch.zeros(len(data), len(contexts))
    for number, example in enumerate(data):
        size = len(example.rows)
        rows[number, :size] = torch.from_numpy(example.rows)
        mask[number, :size] = 0
        right[number, :size] = torch.from_numpy(example.right / example.right.sum())
        where[number, [contexts.index(context) for context in example.contexts]] = 1.0
    plain = torch.zeros(len(SIGNS), requires_grad=True)
    cross = torch.zeros(len(contexts), len(SIGNS), requires_grad=True)
    none = torch.zeros(len(contexts), requires_grad=True)

    def loss() -> Tensor:
        scores = rows @ plain + torch.einsum("nws,ns->nw", rows, where @ cross) + mask
        first = torch.zeros_like(scores)
        first[:, 0] = where @ none
        misfit = torch.nn.functional.cross_entropy(scores + first, right)
        return misfit + PENALTY * (plain.square().sum() + 2 * cross.square().sum() + none.square().sum())

    optimizer = torch.optim.LBFGS([plain, cross, none], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> float:
        optimizer.zero_grad()
        value = loss()
        value.backward()  # type: ignore[no-untyped-call]
        return float(value.detach())

    optimizer.step(closure)
    return {
        "signs": list(SIGNS),
        "plain": [round(float(weight), 3) for weight in plain.detach()],
        "crossed": {
            name: [round(float(weight), 3) for weight in cross[number].detach()] for number, name in enumerate(contexts)
        },
        "none": {name: round(float(none[number].detach()), 3) for number, name in enumerate(contexts)},
    }


def main() -> None:
    """Fit the weights on the corpus's train part and write them."""
    found = list(examples(corpus_split(Path("corpus/reports"), "train")))
    OUT.write_text(json.dumps(fit(_blurred(found)), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
