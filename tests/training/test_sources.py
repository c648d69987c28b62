from __future__ import annotations

from pathlib import Path

import pytest

from tacitus.evaluate.conllu import Sentence, read_documents
from tacitus.evaluate.polnear import AttributedText, GoldAttribution
from tacitus.language.labels import Labels
from tacitus.model import Span
from training.documents import IGNORE, OUTSIDE_OR_UNMARKED
from training.sources import add_gum_names, add_names, attributed_doc, military_or_org, text_doc, treebank_doc

TREEBANK = """\
# newdoc
# sent_id = one
1	Baku	_	PROPN	NNP	_	2	nsubj	_	Entity=(1-organization-new-nnn-cf1-1-sgl)
2	said	_	VERB	VBD	_	0	root	_	_
3	General	_	PROPN	NNP	_	2	ccomp	_	Entity=(2-person-new-nnn-cf2-2-coref
4	Orlov	_	PROPN	NNP	_	3	nsubj	_	Entity=2)
5	died	_	VERB	VBN	_	2	ccomp	_	SpaceAfter=No
6	.	_	PUNCT	.	_	2	punct	_	_

# sent_id = two
1	Orlov	_	PROPN	NNP	_	2	nsubj	_	Entity=(2-person-giv-nnn-cf1-1-coref)
2	died	_	VERB	VBD	_	0	root	_	_

"""


@pytest.fixture
def document(tmp_path: Path) -> tuple[Sentence, ...]:
    path = tmp_path / "small.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return read_documents(path)[0]


def test_a_text_is_cut_as_at_run_time_and_white_space_is_no_word() -> None:
    text = "He left.\nThey came.\n\n“Go,” he said."
    doc, starts, ends = text_doc("t", text)
    assert doc.words == ["He", "left", ".", "They", "came", ".", "“", "Go", ",", "”", "he", "said", "."]
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == doc.words
    assert doc.gaps == [3, 1, 0, 2, 1, 0, 3, 0, 0, 0, 1, 1, 0]
    assert doc.breaks == [0, 3, 6]


def test_an_empty_text_has_no_words() -> None:
    assert text_doc("t", "")[0].words == []


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("Fourth Brigade", "ORG", "MILITARY"),
        ("Sudanese Armed Forces", "ORG", "MILITARY"),
        ("Red Cross", "ORG", "ORG"),
        ("Army Street", "PLACE", "PLACE"),
    ],
)
def test_units_and_armies_are_told_from_other_bodies(words: str, kind: str, expected: str) -> None:
    assert military_or_org(words, kind) == expected


def test_heads_of_a_treebank_count_words_of_the_document(document: tuple[Sentence, ...], labels: Labels) -> None:
    doc = treebank_doc("d", document, labels)
    assert doc.words == "Baku said General Orlov died . Orlov died".split()
    assert doc.pointers["head"] == [1, 1, 1, 2, 1, 1, 7, 7]
    assert doc.tags["sent"] == [1, 0, 0, 0, 0, 0, 1, 0]
    assert (doc.sentence, doc.breaks) == ([0] * 6 + [1] * 2, [0, 6])
    assert [labels.deprel[index] for index in doc.deprel[-2:]] == ["nsubj", "root"]


def test_without_syntax_only_words_and_breaks_are_known(document: tuple[Sentence, ...], labels: Labels) -> None:
    doc = treebank_doc("d", document, labels, syntax=False)
    assert (doc.tags, doc.pointers, doc.deprel, doc.sentence) == ({}, {}, [], [])
    assert doc.breaks == [0, 6]


def test_names_of_gum_lose_their_titles_and_point_to_their_earlier_mention(
    document: tuple[Sentence, ...], labels: Labels
) -> None:
    doc = treebank_doc("d", document, labels)
    add_gum_names(doc, document, labels)
    names = [labels.name[index] if index >= 0 else index for index in doc.tags["name"]]
    outside = [OUTSIDE_OR_UNMARKED] * 2
    assert names == ["B-ORG", outside[0], outside[0], "B-PERSON", *outside, "B-PERSON", outside[0]]
    assert doc.pointers["coref"] == [0, IGNORE, IGNORE, 3, IGNORE, IGNORE, 3, IGNORE]


def test_annotated_names_are_those_of_their_sentence(document: tuple[Sentence, ...], labels: Labels) -> None:
    doc = treebank_doc("d", document, labels)
    add_names(doc, document, {"two": ((0, 1, "PERSON"),), "elsewhere": ((0, 1, "ORG"),)}, labels)
    assert doc.tags["name"] == [OUTSIDE_OR_UNMARKED] * 6 + [labels.name.index("B-PERSON"), OUTSIDE_OR_UNMARKED]


def test_sources_and_contents_point_to_their_cue(labels: Labels) -> None:
    text = "Baku said it left."
    attribution = GoldAttribution((Span(0, 4),), (Span(5, 9),), (Span(10, 17),))
    doc = attributed_doc(AttributedText("a", text, (attribution,)), labels)
    tags = [labels.attr[index] for index in doc.tags["attr"]]
    assert tags == ["B-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT", "O"]
    assert doc.pointers["cue"] == [1, 1, 1, 1, IGNORE]
