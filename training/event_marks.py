"""The corpus's events as training marks: which words may be the trigger, and which words reveal who took part."""

from __future__ import annotations

from bisect import bisect_left

from tacitus.coder import tokenizer
from tacitus.evaluate.annotation import Gold
from tacitus.evaluate.word_offsets import word_range
from tacitus.language.annotate import annotate
from tacitus.language.labels import Labels
from tacitus.language.network import default_network
from tacitus.model import Span
from tacitus.resolve.sides import side_lexicon
from tacitus.resolve.syntax import Syntax, read_syntax
from training.documents import EventMark, TrainingDoc

_CONTENT = frozenset(("VERB", "NOUN", "PROPN", "ADJ", "ADV"))
_NEAR_ROOT = frozenset(("nsubj", "nsubj:pass", "obj", "xcomp", "ccomp", "obl", "conj", "advcl", "root"))


def parsed(golds: list[Gold]) -> list[Syntax]:
    """The reports as the weights that ship parse them."""
    docs = [tokenizer().make_doc(gold.text) for gold in golds]
    annotate(docs, default_network())
    return [read_syntax(doc) for doc in docs]


def _triggers(syntax: Syntax, quote: Span) -> list[int]:
    """Characters at which the words of a quote begin that may be its trigger."""
    first = bisect_left(syntax.starts, quote.start)
    last = bisect_left(syntax.starts, quote.end)
    inside = range(first, last)
    tops = [token for token in inside if syntax.head[token] not in inside or syntax.head[token] == token]
    near = [token for token in inside if syntax.head[token] in tops and syntax.dep[token] in _NEAR_ROOT]
    content = [token for token in sorted({*tops, *near}) if syntax.upos[token] in _CONTENT]
    return [syntax.starts[token] for token in content or tops or list(inside)]


def _targets(sides: tuple[str, ...], revealing: dict[str, tuple[int, ...]]) -> tuple[tuple[int, ...], ...] | None:
    """Words that reveal each side; ``None`` where there are sides and the report reveals none of them."""
    found = []
    for side in sides:
        listed = side_lexicon().lookup(side)
        words = revealing.get(side) or revealing.get(listed.side if listed else side)
        if words:
            found.append(words)
    return None if sides and not found else tuple(found)


def add_events(
    doc: TrainingDoc,
    gold: Gold,
    syntax: Syntax,
    starts: list[int],
    ends: list[int],
    revealing: dict[str, tuple[int, ...]],
    labels: Labels,
) -> None:
    """Write a report's events into its training document; ``starts`` and ``ends`` are the characters of its words."""
    for event in gold.events:
        position = gold.text.find(event.quote)
        if position < 0:
            continue
        quote = Span(position, position + len(event.quote))
        words = {word_range(Span(at, at + 1), starts, ends)[0] for at in _triggers(syntax, quote)}
        words = {word for word in words if word < len(doc.words)}
        if not words:
            continue
        doc.events.append(
            EventMark(
                tuple(sorted(words)),
                labels.event.index(event.type),
                event.background,
                event.denied,
                _targets(event.actors, revealing),
                _targets(event.recipients, revealing),
            )
        )
