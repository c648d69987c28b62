"""The public data sets as training documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tacitus.evaluate.conllu import Sentence, gaps_of, mentions, read_documents
from tacitus.evaluate.names import read_re3d, read_uner
from tacitus.evaluate.polnear import AttributedText, read_polnear
from tacitus.evaluate.word_offsets import word_range
from tacitus.language.labels import Labels
from tacitus.language.tokenizer import english
from training.documents import IGNORE, OUTSIDE_OR_UNMARKED, TrainingDoc, write_spans
from training.treebank_names import Names, read_names

_TOKENIZER = english().tokenizer
_MILITARY = re.compile(
    r"\b(army|armies|navy|forces?|brigades?|battalions?|regiments?|divisions?|corps|guards?|squadrons?|troops|militia"
    r"|air force|artillery|infantry|marines|fleet|legion)\b",
    re.I,
)
_TITLES = frozenset(
    "president prime minister mr mrs ms dr sir king queen prince pope general gen col colonel lt lieutenant major maj"
    " captain capt sgt sergeant senator sen rep governor gov secretary judge professor prof chancellor sheikh".split()
)
_GUM_NAMES = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
_CORE_RELATION_WORDS = frozenset("of the and & for de al - la el".split())


def military_or_org(words: str, kind: str) -> str:
    """MILITARY for an organisation whose name is a unit's or an army's."""
    return "MILITARY" if kind == "ORG" and _MILITARY.search(words) else kind


def text_doc(name: str, text: str) -> tuple[TrainingDoc, list[int], list[int]]:
    """A document tokenised as at run time, with the character range of each word; white space is no word."""
    words, gaps, starts, ends = [], [], [], []
    last = 0
    for token in _TOKENIZER(text):
        if token.is_space:
            continue
        gap = text[last : token.idx]
        breaks = gap.count("\n")
        gaps.append(0 if not gap else 1 if not breaks else 2 if breaks == 1 else 3)
        words.append(token.text)
        starts.append(token.idx)
        ends.append(token.idx + len(token))
        last = ends[-1]
    if gaps:
        gaps[0] = 3
    window_breaks = [0] + [
        index
        for index in range(1, len(words))
        if gaps[index] >= 2 or (words[index - 1] in '.?!”"' and gaps[index] and words[index][:1].isupper())
    ]
    return TrainingDoc(name, words, gaps, window_breaks), starts, ends


def treebank_doc(name: str, document: tuple[Sentence, ...], labels: Labels, *, syntax: bool = True) -> TrainingDoc:
    """A treebank document; without ``syntax`` only its words and breaks."""
    words = [word for sentence in document for word in sentence.words]
    breaks, sentence_of, heads = [], [], []
    base = 0
    for number, sentence in enumerate(document):
        breaks.append(base)
        for index, word in enumerate(sentence.words):
            sentence_of.append(number)
            heads.append(base + word.head - 1 if word.head else base + index)
        base += len(sentence.words)
    doc = TrainingDoc(name, [word.form for word in words], gaps_of(document), breaks)
    if syntax:
        starts = set(breaks)
        doc.tags["sent"] = [int(index in starts) for index in range(len(words))]
        doc.tags["upos"] = [labels.upos.index(word.upos) for word in words]
        doc.tags["xpos"] = [labels.xpos.index(word.xpos) for word in words]
        doc.pointers["head"] = heads
        doc.deprel = [labels.deprel.index(word.deprel) for word in words]
        doc.sentence = sentence_of
    return doc


def _core(document: tuple[Sentence, ...], start: int, end: int, head: int, kind: str) -> tuple[int, int] | None:
    """The proper name inside a mention: proper nouns around its head, joined by "of", "the", "and"."""
    words = [word for sentence in document for word in sentence.words]
    if words[head].upos != "PROPN":
        return None
    first, last = head, head + 1
    while first > start and (
        words[first - 1].upos == "PROPN" or (words[first - 1].form in "-'" and first - 2 >= start)
    ):
        first -= 1
    while last < end:
        step = last
        while step < end and words[step].form.lower() in _CORE_RELATION_WORDS:
            step += 1
        if step < end and words[step].upos in ("PROPN", "NUM") and words[step].form[:1].isalnum():
            last = step + 1
        else:
            break
    while kind == "PERSON" and first + 1 < last and words[first].form.lower().rstrip(".") in _TITLES:
        first += 1
    return first, last


def add_gum_names(doc: TrainingDoc, document: tuple[Sentence, ...], labels: Labels) -> None:
    """Names and coreference of a GUM document."""
    words = [word for sentence in document for word in sentence.words]
    names: list[tuple[int, int, str]] = []
    last_head: dict[str, int] = {}
    coref = doc.blank("coref")
    taken: set[int] = set()
    for mention in sorted(mentions(document), key=lambda m: (m.start, -m.end)):
        if mention.head not in taken:
            taken.add(mention.head)
            coref[mention.head] = last_head.get(mention.group, mention.head)
            last_head[mention.group] = mention.head
        if mention.type in _GUM_NAMES:
            core = _core(document, mention.start, mention.end, mention.head, _GUM_NAMES[mention.type])
            if core:
                phrase = " ".join(word.form for word in words[core[0] : core[1]])
                names.append((*core, military_or_org(phrase, _GUM_NAMES[mention.type])))
        elif mention.type == "time" and any(
            word.upos in ("PROPN", "NUM") for word in words[mention.start : mention.end]
        ):
            names.append((mention.start, mention.end, "TIME"))
    column = doc.blank("name")
    free = [True] * len(words)
    kept = []
    for start, end, kind in sorted(names, key=lambda name: name[0] - name[1]):
        if all(free[start:end]):
            free[start:end] = [False] * (end - start)
            kept.append((start, end, kind))
    write_spans(column, kept, labels.name, outside=OUTSIDE_OR_UNMARKED)


def add_names(doc: TrainingDoc, document: tuple[Sentence, ...], names: Mapping[str, Names], labels: Labels) -> None:
    """Names of a treebank's document by the id of its sentences; sentences without any have no names."""
    spans = []
    for base, sentence in zip(doc.breaks, document, strict=True):
        for first, last, kind in names.get(sentence.id, ()):
            words = " ".join(doc.words[base + first : base + last])
            spans.append((base + first, base + last, military_or_org(words, kind)))
    write_spans(doc.blank("name"), spans, labels.name, outside=OUTSIDE_OR_UNMARKED)


def uner_docs(treebank: Path, names: Path, labels: Labels) -> list[TrainingDoc]:
    """UNER's names on the documents of the treebank part that they annotate, without its syntax."""
    tagged = {sentence.id: sentence for sentence in read_uner(names)}
    docs = []
    for number, document in enumerate(read_documents(treebank)):
        doc = treebank_doc(f"uner-{number}", document, labels, syntax=False)
        column = doc.blank("name")
        for start, sentence in zip(doc.breaks, document, strict=True):
            tags = tagged[sentence.id].tags if sentence.id in tagged else ()
            if len(tags) != len(sentence.words):
                continue
            column[start : start + len(tags)] = [
                OUTSIDE_OR_UNMARKED if tag == "O" else labels.name.index(tag) for tag in tags
            ]
            _relabel_military(doc, column, start, start + len(tags), labels)
        docs.append(doc)
    return docs


def _relabel_military(doc: TrainingDoc, column: list[int], start: int, end: int, labels: Labels) -> None:
    begin_org, in_org = labels.name.index("B-ORG"), labels.name.index("I-ORG")
    index = start
    while index < end:
        stop = index + 1
        if column[index] == begin_org:
            while stop < end and column[stop] == in_org:
                stop += 1
            if military_or_org(" ".join(doc.words[index:stop]), "ORG") == "MILITARY":
                write_spans(column, [(index, stop, "MILITARY")], labels.name, outside=None)
        index = stop


def re3d_docs(folder: Path, labels: Labels) -> list[TrainingDoc]:
    """re3d's documents; its nominal mentions ("the rebels") are left unlabelled, its names kept without articles."""
    docs = []
    for article in read_re3d(folder):
        doc, starts, ends = text_doc(f"re3d-{article.id}", article.text)
        column = doc.blank("name")
        column[:] = [labels.name.index("O")] * len(doc.words)
        for span, kind in article.names:
            first, last = word_range(span, starts, ends)
            last = min(last, len(doc.words))
            while first + 1 < last and doc.words[first].lower() in ("the", "a", "an"):
                first += 1
            words = doc.words[first:last]
            proper = all(
                word[:1].isupper() or word.lower() in _CORE_RELATION_WORDS or not word.isalpha() for word in words
            )
            if kind in ("NATIONALITY", "WEAPON", "TIME") or (proper and words and words[0][:1].isupper()):
                while kind == "PERSON" and first + 1 < last and doc.words[first].lower().rstrip(".") in _TITLES:
                    first += 1
                write_spans(column, [(first, last, military_or_org(" ".join(words), kind))], labels.name, outside=None)
            else:
                column[first:last] = [IGNORE] * (last - first)
        docs.append(doc)
    return docs


def attributed_doc(article: AttributedText, labels: Labels) -> TrainingDoc:
    """An article of PolNeAR: tags of its sources, cues and contents, and for each word of them where its cue begins."""
    doc, starts, ends = text_doc(f"polnear-{article.id}", article.text)
    tags, cues = doc.blank("attr"), doc.blank("cue")
    tags[:] = [0] * len(tags)
    size = len(doc.words)
    for attribution in article.attributions:
        cue = min((word_range(span, starts, ends)[0] for span in attribution.cue), default=None)
        if cue is not None and cue >= size:
            continue
        for kind, spans in (
            ("SOURCE", attribution.source),
            ("CUE", attribution.cue),
            ("CONTENT", attribution.content),
        ):
            for span in spans:
                first, last = word_range(span, starts, ends)
                last = min(last, size)
                if first >= last:
                    continue
                write_spans(tags, [(first, last, kind)], labels.attr, outside=None)
                for index in range(first, last):
                    cues[index] = index if cue is None else cue
    return doc


def public_docs(data: Path, labels: Labels) -> dict[str, list[TrainingDoc]]:
    """The training parts of every public set, by name."""
    ewt, names = [], read_names()
    for number, document in enumerate(read_documents(data / "ud_ewt" / "train.conllu")):
        doc = treebank_doc(f"ewt-{number}", document, labels)
        add_names(doc, document, names, labels)
        ewt.append(doc)
    gum = []
    for number, document in enumerate(read_documents(data / "ud_gum" / "train.conllu")):
        doc = treebank_doc(f"gum-{number}", document, labels)
        add_gum_names(doc, document, labels)
        gum.append(doc)
    return {
        "ewt": ewt,
        "gum": gum,
        "uner": uner_docs(data / "ud_ewt" / "dev.conllu", data / "uner_ewt" / "en_ewt-ud-dev.iob2", labels),
        "re3d": re3d_docs(data / "re3d", labels),
        "polnear": [attributed_doc(article, labels) for article in read_polnear(data / "polnear" / "train")],
    }


def treebank_labels(data: Path) -> Labels:
    """Tags and relations of both treebanks' training parts."""
    words = [
        word
        for name in ("ud_ewt", "ud_gum")
        for document in read_documents(data / name / "train.conllu")
        for sentence in document
        for word in sentence.words
    ]
    return Labels(
        upos=tuple(sorted({word.upos for word in words})),
        xpos=tuple(sorted({word.xpos for word in words})),
        deprel=tuple(sorted({word.deprel for word in words})),
    )
