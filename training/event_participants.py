"""Train the choice of an event's parties on the annotated corpus: ``python -m training.event_participants``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

import tacitus.extract
from tacitus.coder import tokenizer
from tacitus.evaluate.annotation import Gold, GoldEvent
from tacitus.extract.claims import draft_claims
from tacitus.extract.event_participants import ROLES, SIGNS, ParticipantSigns, contexts_of
from tacitus.extract.events import read_asked
from tacitus.language.annotate import annotate
from tacitus.language.network import Network
from tacitus.model import Span
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.choice_network import write_choices
from tacitus.resolve.places import located, read_places
from tacitus.resolve.sides import side_lexicon
from tacitus.resolve.syntax import read_syntax
from training.choice_network import ChoiceExample, fit_choice, voting
from training.earlier import options, shelves

OUT = Path(tacitus.extract.__file__).parent / "event_participants.npz"
BLUR = 0.5  # share of the events whose pointers are shuffled: they were trained on these very reports
_ORDINARY_TO = "t35"  # from there on batches were written to be hard
_BATCH = 24


def canonical(side: str) -> str:
    """The side as the lexicon of sides writes it."""
    listed = side_lexicon().lookup(side) if len(side) > 3 else None
    return listed.side if listed is not None else side


def _example(signs: ParticipantSigns, gold: GoldEvent) -> Iterator[ChoiceExample]:
    actors = {canonical(side) for side in gold.actors}
    recipients = {canonical(side) for side in gold.recipients}
    named = signs.named
    for role, wanted in zip(ROLES, (actors, recipients), strict=True):
        if not wanted <= set(named) or len(named) == 1:
            continue
        chosen = None if role == "actor" else tuple(side for side in named if side is not None and side in actors)
        right = np.asarray([side in wanted if wanted else side is None for side in named], dtype=np.float32)
        yield ChoiceExample(contexts_of(role, signs.event), signs.rows(chosen), right)


def examples(golds: list[Gold], network: Network) -> Iterator[ChoiceExample]:
    """Examples of both roles from annotated reports, as a network reads them.

    Triggers are those found where an event of their type is annotated.
    """
    for base in range(0, len(golds), _BATCH):
        part = golds[base : base + _BATCH]
        docs = [tokenizer().make_doc(gold.text) for gold in part]
        for gold, doc, reading in zip(part, docs, annotate(docs, network), strict=True):
            syntax = read_syntax(doc)
            sides = read_sides(syntax, gold.outlet, gold.title, reading=reading)
            book = ActorBook(syntax, reading, located(sides, read_places(syntax, sides)))
            claims = draft_claims(syntax, reading, reading.claims, book)
            taken: set[int] = set()
            triggers, reader = read_asked(syntax, reading, claims, book)
            for trigger in triggers:
                signs = ParticipantSigns(reader, trigger.asked)
                reader.read(trigger.asked)
                at = syntax.span((trigger.token, trigger.token + 1))
                for number, event in enumerate(gold.events):
                    start = gold.text.find(event.quote)
                    inside = Span(start, start + len(event.quote)).overlaps(at)
                    if number not in taken and inside and event.type == trigger.type:
                        taken.add(number)
                        yield from _example(signs, event)
                        break


def blurred(data: list[ChoiceExample]) -> list[ChoiceExample]:
    """The examples with the pointers' shares shuffled in some of them."""
    rng = np.random.default_rng(7)
    columns = [SIGNS.index(sign) for sign in ("pointer", "agent pointer", "patient pointer")]
    out = []
    for example in data:
        rows = example.rows
        if rng.random() < BLUR:
            rows = rows.copy()
            rows[:, columns] = rows[rng.permutation(len(rows))][:, columns]
        out.append(ChoiceExample(example.contexts, rows, example.right))
    return out


def main() -> None:
    """Fit the weights on the corpus's train part and write them."""
    ordinary: list[ChoiceExample] = []
    hard: list[ChoiceExample] = []
    fresh: list[ChoiceExample] = []
    for shelf in shelves(options(main.__doc__)):
        if shelf.fresh:
            fresh += examples(shelf.reports, shelf.network)
        else:
            ordinary += examples([gold for gold in shelf.reports if gold.id < _ORDINARY_TO], shelf.network)
            hard += examples([gold for gold in shelf.reports if gold.id >= _ORDINARY_TO], shelf.network)
    once = fit_choice([*blurred([*ordinary, *hard]), *fresh], SIGNS)
    mostly = fit_choice([*blurred([*ordinary, *hard, *ordinary]), *fresh], SIGNS)
    write_choices(str(OUT), {"parties": voting(once, mostly)})


if __name__ == "__main__":
    main()
