"""A document's tokens, tags and parse as plain lists: read often, so taken out of the container once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from tacitus.model import Span

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the language model: token range and type (PERSON, ORG, PLACE ...)."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Syntax:
    """Parallel lists over the tokens of a document; ``head[i]`` is a token number (the root's own is itself)."""

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    upos: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    names: tuple[Name, ...]
    _children: dict[int, tuple[int, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        found: dict[int, list[int]] = {}
        for index, head in enumerate(self.head):
            if index != head and self.sentence[index] == self.sentence[head]:
                found.setdefault(head, []).append(index)
        self._children.update((head, tuple(tokens)) for head, tokens in found.items())

    def span(self, tokens: Range) -> Span:
        """The characters of a token range, without white space at its ends."""
        first, last = tokens
        while last - 1 > first and self.upos[last - 1] == "SPACE":
            last -= 1
        while first + 1 < last and self.upos[first] == "SPACE":
            first += 1
        return Span(self.starts[first], self.starts[last - 1] + len(self.words[last - 1]))

    def phrase(self, tokens: Range) -> str:
        """The very words of a token range."""
        return self.span(tokens).words(self.text)

    def sentence_range(self, token: int) -> Range:
        """The tokens of the sentence that a token stands in."""
        number = self.sentence[token]
        return bisect_left(self.sentence, number), bisect_right(self.sentence, number)

    def children(self, token: int) -> tuple[int, ...]:
        """Tokens of the same sentence that hang on ``token``, in order."""
        return self._children.get(token, ())

    def subtree(self, token: int) -> Range:
        """The extent of a token and all that hangs on it."""
        first, last = token, token
        for child in self.children(token):
            start, end = self.subtree(child)
            first, last = min(first, start), max(last, end - 1)
        return first, last + 1

    def head_of(self, tokens: Range) -> int:
        """The token of a range that the others hang on: the first whose head lies outside, nominals preferred."""
        outside = [
            index
            for index in range(*tokens)
            if not tokens[0] <= self.head[index] < tokens[1] or self.head[index] == index
        ]
        nominal = [index for index in outside if self.upos[index] in ("NOUN", "PROPN", "PRON", "NUM")]
        return (nominal or outside or [tokens[1] - 1])[0]


def read_syntax(doc: Doc) -> Syntax:
    """Take words, tags, parse, sentences, paragraphs and names out of a document."""
    text = doc.text
    sentence = [0] * len(doc)
    for number, sent in enumerate(doc.sents):
        for index in range(sent.start, sent.end):
            sentence[index] = number
    paragraph, current, end = [], 0, 0
    for token in doc:
        if text.count("\n", end, token.idx) + (token.text.count("\n") if token.is_space else 0) > 1:
            current += 1
        paragraph.append(current)
        end = token.idx + len(token)
    return Syntax(
        text,
        tuple(token.text for token in doc),
        tuple(token.lower_ for token in doc),
        tuple(token.idx for token in doc),
        tuple(token.pos_ for token in doc),
        tuple("root" if token.dep_ == "ROOT" else token.dep_ for token in doc),
        tuple(token.head.i for token in doc),
        tuple(sentence),
        tuple(paragraph),
        tuple(Name(ent.start, ent.end, ent.label_) for ent in doc.ents),
    )
