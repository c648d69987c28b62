"""Tacitus as a spaCy component: ``nlp.add_pipe("tacitus")`` makes any English pipeline code its documents.

Each document gets ``doc._.coding`` (a ``Coding``), ``doc._.claims``, ``doc._.figures`` and ``doc._.attributions``.
Spans of a coding count characters of ``doc.text``, ranges of an attribution count tokens.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

import srsly
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from spacy.language import Language
from spacy.tokens import Doc

from tacitus.coder import code_doc
from tacitus.errors import ModelError, SourceError
from tacitus.evaluate.problems import describe_problems
from tacitus.extract.attribution_rules import rule_attributions
from tacitus.language.annotate import annotate
from tacitus.language.network import default_network
from tacitus.language.reading import Attribution
from tacitus.model import Claim, Coding, Figure, Report

FACTS = "tacitus"
"""Key of ``doc.user_data`` under which a caller may put what is known of the report, as a dict."""

_CODED = "tacitus.coded"
_NEEDED = ("SENT_START", "POS", "DEP")


class _Facts(BaseModel):
    """What a caller may tell of a document's report; ``published`` may be an ISO day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = None
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """What the component found in one document."""

    coding: Coding
    attributions: tuple[Attribution, ...]


_CODED_FORM: TypeAdapter[Coded] = TypeAdapter(Coded)


@dataclass(frozen=True, slots=True, kw_only=True)
class TacitusComponent:
    """A step of a spaCy pipeline that codes documents; it holds its settings only, the language model is shared.

    ``use_parse`` codes by the sentences, tags, UD parse and names that earlier steps set, rather than by the language
    model, which otherwise sets them anew. ``published`` and ``outlet`` stand in where ``doc.user_data["tacitus"]``
    does not say. ``batch`` is how many documents are read together.
    """

    use_parse: bool = False
    published: date | None = None
    outlet: str | None = None
    batch: int = 16

    def __call__(self, doc: Doc) -> Doc:
        """Code one document.

        Raises:
            ModelError: the language model cannot be loaded, or ``use_parse`` is set and the document has no parse.
            SourceError: what ``doc.user_data["tacitus"]`` says of the report cannot be read.
        """
        self._code([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int | None = None) -> Iterator[Doc]:
        """Code documents lazily and in order, ``batch`` at a time (fewer where ``batch_size`` is smaller).

        Raises:
            ModelError, SourceError: as for one document.
        """
        size = max(1, min(self.batch, batch_size or self.batch))
        source = iter(docs)
        while some := list(islice(source, size)):
            self._code(some)
            yield from some

    def _code(self, docs: Sequence[Doc]) -> None:
        reports = [self._report(doc) for doc in docs]
        if self.use_parse:
            for report, doc in zip(reports, docs, strict=True):
                _require_parse(doc)
                doc.user_data[_CODED] = Coded(code_doc(report, doc, None), tuple(rule_attributions(doc)))
            return
        readings = annotate(docs, default_network())
        for report, doc, reading in zip(reports, docs, readings, strict=True):
            doc.user_data[_CODED] = Coded(code_doc(report, doc, reading), reading.attributions)

    def _report(self, doc: Doc) -> Report:
        """The report that a document is; its id is a hash of the text where none is given."""
        try:
            facts = _Facts.model_validate(doc.user_data.get(FACTS) or {})
        except ValidationError as error:
            raise SourceError(f'doc.user_data["{FACTS}"]', describe_problems(error)) from error
        return Report(
            id=facts.id or hashlib.sha256(doc.text.encode()).hexdigest()[:12],
            text=doc.text,
            title=facts.title,
            published=facts.published or self.published,
            outlet=facts.outlet or self.outlet,
            url=facts.url,
        )


def _require_parse(doc: Doc) -> None:
    missing = [name for name in _NEEDED if not doc.has_annotation(name)]
    if missing:
        raise ModelError(
            f"with use_parse, steps before tacitus must set sentences, tags and a parse; missing: {', '.join(missing)}"
        )


@Language.factory(
    "tacitus",
    assigns=[
        "token.pos",
        "token.tag",
        "token.dep",
        "token.head",
        "token.is_sent_start",
        "doc.sents",
        "doc.ents",
        "doc._.coding",
        "doc._.claims",
        "doc._.figures",
        "doc._.attributions",
    ],
    default_config={"use_parse": False, "published": None, "outlet": None, "batch": 16},
)
def make_tacitus(
    nlp: Language, name: str, use_parse: bool, published: str | None, outlet: str | None, batch: int
) -> TacitusComponent:
    """Make the component, as spaCy does for ``nlp.add_pipe("tacitus", config={...})``; ``published`` is an ISO day.

    Raises:
        ValueError: ``published`` is not an ISO day, or ``batch`` is below 1.
    """
    if batch < 1:
        raise ValueError(f"batch must be 1 or more, not {batch}")
    day = date.fromisoformat(published) if published else None
    return TacitusComponent(use_parse=use_parse, published=day, outlet=outlet, batch=batch)


def _coded(doc: Doc) -> Coded | None:
    found = doc.user_data.get(_CODED)
    return found if isinstance(found, Coded) else None


def _coding(doc: Doc) -> Coding | None:
    found = _coded(doc)
    return found.coding if found else None


def _claims(doc: Doc) -> tuple[Claim, ...]:
    found = _coded(doc)
    return found.coding.claims if found else ()


def _figures(doc: Doc) -> tuple[Figure, ...]:
    found = _coded(doc)
    return found.coding.figures if found else ()


def _attributions(doc: Doc) -> tuple[Attribution, ...]:
    found = _coded(doc)
    return found.attributions if found else ()


for _name, _getter in (
    ("coding", _coding),
    ("claims", _claims),
    ("figures", _figures),
    ("attributions", _attributions),
):
    Doc.set_extension(_name, getter=_getter)


def _encode(value: object, chain: Callable[[object], object] | None = None) -> object:
    if isinstance(value, Coded):
        return {_CODED: _CODED_FORM.dump_json(value)}
    return value if chain is None else chain(value)


def _decode(value: dict[object, object], chain: Callable[[object], object] | None = None) -> object:
    stored = value.get(_CODED)
    if isinstance(stored, bytes) and len(value) == 1:
        return _CODED_FORM.validate_json(stored)
    return value if chain is None else chain(value)


# Documents travel between processes and into a DocBin as msgpack, which must be told how to write what is put in them.
srsly.msgpack_encoders.register("tacitus", func=_encode)
srsly.msgpack_decoders.register("tacitus", func=_decode)
