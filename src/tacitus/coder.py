"""From reports to codings: ``Report -> Doc -> Coding``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from tacitus.extract.assemble import Drafts, assemble
from tacitus.extract.attribution_rules import rule_attributions
from tacitus.extract.ceasefires import draft_ceasefires
from tacitus.extract.claims import draft_claims
from tacitus.extract.dates import read_times
from tacitus.extract.events import draft_events
from tacitus.extract.figures import draft_figures
from tacitus.extract.relations import draft_relations
from tacitus.extract.territories import draft_territories
from tacitus.extract.together_members import name_members
from tacitus.language.annotate import annotate
from tacitus.language.network import default_network
from tacitus.language.reading import Reading
from tacitus.language.tokenizer import english
from tacitus.model import Coding, Report
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.belonging import read_sides
from tacitus.resolve.places import located, read_places
from tacitus.resolve.syntax import read_syntax


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeOptions:
    """How to code; ``pipeline`` is a spaCy pipeline with UD labels to use in place of the language model.

    ``batch`` is how many reports are read together: more are faster up to about 32 and take more memory.
    """

    pipeline: Language | None = None
    batch: int = 16


@cache
def tokenizer() -> Language:
    """The pipeline that cuts a text into tokens and loses no character."""
    return english()


def code_doc(report: Report, doc: Doc, reading: Reading | None) -> Coding:
    """Code a report whose text has been read: ``doc`` holds its tokens, sentences, parse and names."""
    syntax = read_syntax(doc)
    sides = read_sides(syntax, report.outlet, report.title, reading=reading)
    places = read_places(syntax, sides)
    book = ActorBook(syntax, reading, located(sides, places))
    attributions = tuple(rule_attributions(doc)) if reading is None else reading.claims
    claims = draft_claims(syntax, reading, attributions, book)
    times = read_times(syntax, report.published)
    events = draft_events(syntax, reading, claims, book)
    truces = draft_ceasefires(syntax, book, claims, times.all, report.published, events=events)
    drafts = Drafts(
        claims=claims,
        events=events,
        figures=draft_figures(syntax, reading, claims, book, events),
        times=times,
        places=places,
        territories=draft_territories(syntax, book, places),
        relations=draft_relations(syntax, book, truces),
        ceasefires=truces,
    )
    name_members(syntax, book, events)
    return assemble(report, syntax, book, drafts)


def _code_batch(reports: Sequence[Report], options: CodeOptions) -> list[Coding]:
    if options.pipeline is not None:
        docs = list(options.pipeline.pipe(report.text for report in reports))
        return [code_doc(report, doc, None) for report, doc in zip(reports, docs, strict=True)]
    docs = [tokenizer().make_doc(report.text) for report in reports]
    readings = annotate(docs, default_network())
    return [code_doc(report, doc, reading) for report, doc, reading in zip(reports, docs, readings, strict=True)]


def code_many(reports: Iterable[Report], *, options: CodeOptions | None = None) -> Iterator[Coding]:
    """Code reports lazily and in order, some at a time.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    options = options or CodeOptions()
    source = iter(reports)
    while batch := list(islice(source, options.batch)):
        yield from _code_batch(batch, options)


def code(report: Report, *, options: CodeOptions | None = None) -> Coding:
    """Code one report.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    return next(code_many([report], options=options))
