from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest
from spacy.tokens import Doc

from tacitus.evaluate.corpus import part_of
from tacitus.language.reading import Pointer
from tacitus.model import EVENT_TYPES

if TYPE_CHECKING:
    from tests.language.conftest import ReadText

Read = Callable[[str], "ReadText"]

_NEWS = (
    "Border shelling kills dozens\n\n"
    "YEREVAN (wire) - Armenia's defence minister, Vardan  Hakobyan, said on Tuesday that 49 of his soldiers had died. "
    "“They fired first,” he said of Azerbaijan.\r\n\r\n"
    "Baku denied that it had lost more than 50 servicemen; the U.N.\nSecurity Council is to meet. "
)
_ODD = [
    "",
    " \n\t ",
    "\xa0",
    "War",
    "\n\n  War",
    "?",
    "—",
    "🙂 🇦🇲 \u200b",
    "http://example.org/" + "a/" * 400,
    "x" * 5000,
    "soldiers died and " * 1000,
    "49 " * 400,
    "a\n\nb\n\nc\n\n",
    "“" * 300,
    _NEWS,
    _NEWS.upper(),
    _NEWS.lower(),
]


def _assert_well_formed(doc: Doc) -> None:
    for sentence in doc.sents:
        roots = [token for token in sentence if token.head == token]
        assert len(roots) == 1
        assert all(roots[0] in (token, *token.ancestors) for token in sentence)
        assert all(token.head.sent == sentence for token in sentence)
    assert [token.i for sentence in doc.sents for token in sentence] == [token.i for token in doc]
    for name in doc.ents:
        assert name.label_
        assert not name[0].is_space
        assert not name[-1].is_space


@pytest.mark.parametrize("text", _ODD, ids=range(len(_ODD)))
def test_any_text_is_read(read: Read, text: str) -> None:
    found = read(text)
    assert found.doc.text == text
    assert all(text[token.idx :].startswith(token.text) for token in found.doc)
    _assert_well_formed(found.doc)
    assert all(token.pos_ and token.dep_ for token in found.doc)
    assert len(found.reading.kind) == len(found.reading.antecedent) == len(found.doc)


@pytest.mark.parametrize("text", _ODD, ids=range(len(_ODD)))
def test_the_root_relation_marks_roots_alone(read: Read, text: str) -> None:
    for token in read(text).doc:
        if not token.is_space:
            assert (token.dep_ == "ROOT") == (token.head == token)


def test_white_space_has_no_sentence_of_its_own(read: Read) -> None:
    doc = read(_NEWS).doc
    assert all(any(not token.is_space for token in sentence) for sentence in doc.sents)


def test_paragraphs_end_sentences(read: Read) -> None:
    doc = read("Shelling of the town\n\nof Karsa and of the river\n\nbank").doc
    assert [token.i for token in doc if token.is_sent_start and token.text in ("of", "bank")] == [
        token.i for token in doc if token.i and doc[token.i - 1].text == "\n\n"
    ]


def test_a_name_goes_on_over_white_space(read: Read) -> None:
    names = {name.text: name.label_ for name in read(_NEWS).doc.ents}
    assert names["Vardan  Hakobyan"] == "PERSON"


def test_probabilities_are_such(read: Read) -> None:
    found = read(_NEWS)
    words = np.asarray([not token.is_space for token in found.doc])
    for table in (found.reading.kind, found.reading.group, found.reading.stance):
        assert table[words].sum(1) == pytest.approx(1.0, abs=1e-5)
        assert not table[~words].any()
    assert ((found.reading.background >= 0) & (found.reading.background <= 1)).all()


def test_antecedents_stand_before(read: Read) -> None:
    found = read(_NEWS)
    assert (found.reading.antecedent < np.arange(len(found.doc))).all()
    assert not any(found.doc[int(token)].is_space for token in found.reading.antecedent if token >= 0)


def test_parts_of_attributions_are_words_of_the_text(read: Read) -> None:
    found = read(_NEWS)
    said = [
        (None if item.source is None else found.doc[slice(*item.source)].text, found.doc[slice(*item.cue)].text)
        for item in found.reading.attributions
        if item.cue is not None
    ]
    assert ("Armenia's defence minister, Vardan  Hakobyan", "said") in said
    assert ("Baku", "denied") in said
    for item in (*found.reading.attributions, *found.reading.claims):
        assert 0.0 <= item.confidence <= 1.0
        for start, end in item.content:
            assert 0 <= start < end <= len(found.doc)


@pytest.mark.parametrize("pointer", get_args(Pointer))
def test_pointers_are_shares(read: Read, pointer: Pointer) -> None:
    found = read(_NEWS)
    soldiers = next(token.i for token in found.doc if token.text == "soldiers")
    pointers = found.reading.pointed(pointer, soldiers, most=len(found.doc))
    assert sum(share for _, share in pointers) == pytest.approx(1.0, abs=1e-4)
    assert [share for _, share in pointers] == sorted((share for _, share in pointers), reverse=True)
    assert found.reading.pointed(pointer, len(found.doc)) == []


def test_triggers_of_events_have_probabilities(read: Read) -> None:
    found = read(_NEWS)
    assert found.reading.event.shape == (len(found.doc), len(EVENT_TYPES))
    assert found.reading.event.min() >= 0.0
    assert found.reading.event.max() <= 1.0
    assert found.reading.denied.shape == (len(found.doc),)


@pytest.fixture(scope="module")
def reports(repository: Path) -> list[str]:
    """Some reports of the corpus's training part."""
    paths = sorted((repository / "corpus" / "reports").glob("t0[13]-0?.json"))
    assert all(part_of(path.name) == "train" for path in paths)
    return [json.loads(path.read_text(encoding="utf-8"))["text"] for path in paths[:4]]


def _seen(found: ReadText) -> list[tuple[object, ...]]:
    tokens = [
        (token.text, token.tag_, token.pos_, token.dep_, token.head.i, token.ent_iob_, token.ent_type_)
        for token in found.doc
    ]
    return [*tokens, found.reading.attributions, found.reading.claims]


def test_a_report_is_read_alike_alone_and_among_others(
    read: Read, read_all: Callable[[list[str]], list[ReadText]], reports: list[str]
) -> None:
    together = read_all([*reports, "War", ""])
    assert len(together) == len(reports) + 2
    for report, found in zip(reports, together, strict=False):
        alone = read(report)
        assert _seen(alone) == _seen(found)
        assert np.array_equal(alone.reading.kind, found.reading.kind)


def test_a_report_is_read_alike_twice(read: Read, reports: list[str]) -> None:
    assert _seen(read(reports[0])) == _seen(read(reports[0]))


def test_reports_read_together_are_well_formed(
    read_all: Callable[[list[str]], list[ReadText]], reports: list[str]
) -> None:
    for report, found in zip(reports, read_all(reports), strict=True):
        assert found.doc.text == report
        _assert_well_formed(found.doc)


def test_no_texts_give_no_readings(read_all: Callable[[list[str]], list[ReadText]]) -> None:
    assert read_all([]) == []
