from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from tacitus import component
from tacitus.coder import code
from tacitus.errors import ModelError, SourceError
from tacitus.language.network import Network
from tacitus.model import Report, Span

TEXTS = (
    "Armenia said on Tuesday that 49 of its soldiers had been killed.",
    "Azerbaijan's defence ministry said 50 of its servicemen had died. “They fired first,” a spokesman said.",
    "Residents of Sotk spoke of shelling through the night.\n\nMoscow urged both sides to hold their fire.",
    "The road to Jermuk was closed.",
    "Medics counted nine wounded in Goris.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("tacitus", config={"batch": 2})
    return nlp


@pytest.fixture
def parsed() -> Doc:
    """A sentence with the parse that another UD pipeline would set, and without names."""
    return Doc(
        spacy.blank("en").vocab,
        words=["Azerbaijan", "said", "50", "soldiers", "had", "died", "."],
        spaces=[True, True, True, True, True, False, False],
        pos=["PROPN", "VERB", "NUM", "NOUN", "AUX", "VERB", "PUNCT"],
        tags=["NNP", "VBD", "CD", "NNS", "VBD", "VBN", "."],
        heads=[1, 1, 3, 5, 5, 1, 1],
        deps=["nsubj", "ROOT", "nummod", "nsubj", "aux", "ccomp", "punct"],
        sent_starts=[True, False, False, False, False, False, False],
    )


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Network:
        raise AssertionError("the language model was asked for")

    monkeypatch.setattr(component, "default_network", refuse)


def test_spacy_finds_the_component_without_an_import_of_the_package() -> None:
    script = (
        "import spacy\n"
        "nlp = spacy.blank('en')\n"
        "nlp.add_pipe('tacitus')\n"
        f"doc = nlp({TEXTS[0]!r})\n"
        "print([doc.text[span.start:span.end] for claim in doc._.claims for span in claim.content])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "soldiers" in done.stdout


@pytest.mark.parametrize("text", TEXTS)
def test_a_document_gets_the_coding_that_code_gives(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.coding == code(Report(id=doc._.coding.report.id, text=text))
    assert doc._.claims == doc._.coding.claims
    assert doc._.figures == doc._.coding.figures


def test_a_document_gets_sentences_tags_parse_and_names(nlp: Language) -> None:
    doc = nlp(TEXTS[1])
    for annotation in ("SENT_START", "POS", "TAG", "DEP", "HEAD", "ENT_IOB"):
        assert doc.has_annotation(annotation), annotation
    assert len(list(doc.sents)) > 1
    assert any(name.text.startswith("Azerbaijan") for name in doc.ents)


def test_claims_and_attributions_point_into_the_document(nlp: Language) -> None:
    doc = nlp(TEXTS[0])
    assert any("soldiers" in span.words(doc.text) for claim in doc._.claims for span in claim.content)
    assert any("soldiers" in doc[slice(*tokens)].text for item in doc._.attributions for tokens in item.content)
    assert all(0 <= start < end <= len(doc) for item in doc._.attributions for start, end in item.content)


def test_a_document_that_was_not_coded_has_nothing() -> None:
    doc = spacy.blank("en")("Armenia spoke.")
    assert doc._.coding is None
    assert (doc._.claims, doc._.figures, doc._.attributions) == ((), (), ())


@pytest.mark.parametrize("text", ["", " ", "\n\n \n"])
def test_a_document_without_words_has_an_empty_coding(nlp: Language, text: str) -> None:
    assert nlp(text)._.coding.report.text == text
    assert nlp(text)._.claims == ()


def test_coding_a_document_again_changes_nothing(nlp: Language) -> None:
    doc = nlp(TEXTS[1])
    before, tags = doc._.coding, [token.tag_ for token in doc]
    nlp(doc)
    assert doc._.coding == before
    assert [token.tag_ for token in doc] == tags


def test_pipe_gives_the_same_in_the_same_order(nlp: Language) -> None:
    assert [doc._.coding for doc in nlp.pipe(TEXTS)] == [nlp(text)._.coding for text in TEXTS]


def test_pipe_keeps_contexts(nlp: Language) -> None:
    pairs = [(text, {"number": number}) for number, text in enumerate(TEXTS)]
    out = [(doc.text, context) for doc, context in nlp.pipe(pairs, as_tuples=True)]
    assert out == pairs


def test_pipe_reads_no_further_than_a_batch(nlp: Language) -> None:
    taken: list[int] = []

    def source() -> Iterator[Doc]:
        for number, text in enumerate(TEXTS):
            taken.append(number)
            yield nlp.make_doc(text)

    coder = nlp.get_pipe("tacitus")
    assert isinstance(coder, component.TacitusComponent)
    first = next(coder.pipe(source(), batch_size=1000))
    assert first._.coding is not None
    assert taken == [0, 1]


def test_pipe_runs_in_several_processes(nlp: Language) -> None:
    alone = [doc._.coding for doc in nlp.pipe(TEXTS)]
    assert [doc._.coding for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)] == alone


def test_what_is_known_of_the_report_comes_from_the_document_then_the_settings() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tacitus", config={"published": "2022-09-14", "outlet": "Valley Post"})
    doc = nlp.make_doc(TEXTS[3])
    doc.user_data["tacitus"] = {"id": "r7", "title": "Road shut", "published": "2022-09-13", "url": "https://x.test/7"}
    assert nlp(doc)._.coding.report == Report(
        "r7", TEXTS[3], "Road shut", date(2022, 9, 13), "Valley Post", "https://x.test/7"
    )
    other = nlp(TEXTS[3])._.coding.report
    assert (other.published, other.title) == (date(2022, 9, 14), None)


def test_reports_without_an_id_are_told_apart_by_their_text(nlp: Language) -> None:
    ids = [doc._.coding.report.id for doc in nlp.pipe([*TEXTS, TEXTS[0]])]
    assert len(set(ids)) == len(TEXTS)
    assert ids[0] == ids[-1]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [({"published": "yesterday"}, "published"), ({"date": "2022-09-14"}, "date"), (["r1"], "dictionary")],
)
def test_wrong_facts_are_named(nlp: Language, facts: object, reason: str) -> None:
    doc = nlp.make_doc(TEXTS[0])
    doc.user_data["tacitus"] = facts
    with pytest.raises(SourceError, match=reason):
        nlp.get_pipe("tacitus")(doc)


@pytest.mark.parametrize("settings", [{"batch": 0}, {"published": "yesterday"}])
def test_wrong_settings_are_refused(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"batch must be|isoformat"):
        spacy.blank("en").add_pipe("tacitus", config=settings)


def test_a_pipeline_is_stored_with_its_settings_alone(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tacitus", config={"outlet": "Valley Post", "batch": 3})
    nlp.to_disk(tmp_path)
    assert not (tmp_path / "tacitus").exists()
    again = spacy.load(tmp_path)
    assert again.get_pipe("tacitus") == nlp.get_pipe("tacitus")
    assert again(TEXTS[0])._.coding == nlp(TEXTS[0])._.coding


@pytest.mark.usefixtures("no_network")
def test_making_and_pickling_the_component_loads_no_language_model() -> None:
    made = spacy.blank("en").add_pipe("tacitus")
    stored = pickle.dumps(made)
    assert len(stored) < 1000
    assert pickle.loads(stored) == made


def test_a_coded_document_survives_bytes_and_docbin(nlp: Language) -> None:
    doc = nlp(TEXTS[1])
    doc.user_data["weights"] = np.arange(3)
    (binned,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    for again in (Doc(nlp.vocab).from_bytes(doc.to_bytes()), binned, pickle.loads(pickle.dumps(doc))):
        assert again._.coding == doc._.coding
        assert again._.attributions == doc._.attributions
        assert again.user_data["weights"].tolist() == [0, 1, 2]


def test_other_data_of_a_document_is_left_alone(nlp: Language) -> None:
    doc = nlp(TEXTS[0])
    doc.user_data["notes"] = {"tacitus.coded": "a note", "by": None}
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes()).user_data["notes"] == {"tacitus.coded": "a note", "by": None}


@pytest.mark.usefixtures("no_network")
def test_the_parse_of_another_pipeline_is_used_and_kept(parsed: Doc) -> None:
    nlp = Language(parsed.vocab)
    nlp.add_pipe("tacitus", config={"use_parse": True})
    before = json.dumps(parsed.to_json())
    doc = nlp(parsed)
    (claim,) = doc._.claims
    assert [span.words(doc.text) for span in claim.content] == ["50 soldiers had died"]
    assert claim.source == Span(0, len("Azerbaijan"))
    assert [item.source for item in doc._.attributions] == [(0, 1)]
    assert json.dumps(doc.to_json()) == before


@pytest.mark.usefixtures("no_network")
def test_a_document_without_a_parse_is_refused_where_one_is_to_be_used() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tacitus", config={"use_parse": True})
    with pytest.raises(ModelError, match="missing: SENT_START, POS, DEP"):
        nlp(TEXTS[0])
