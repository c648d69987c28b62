"""A parsed document as plain lists: words, tags, heads, children, subtrees, in token numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from tacitus.language.reading import Range

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")
_RELATIVES = frozenset({"who", "whom", "which", "that"})


@dataclass(frozen=True)
class ParseView:
    """What rules ask of a ``Doc`` with UPOS tags, UD dependencies and sentences."""

    doc: Doc

    @cached_property
    def words(self) -> list[str]:
        """The tokens in lower case."""
        return [token.text.lower() for token in self.doc]

    @cached_property
    def pos(self) -> list[str]:
        """The UPOS tags."""
        return [token.pos_ for token in self.doc]

    @cached_property
    def deps(self) -> list[str]:
        """The UD relations, "root" in lower case."""
        return [token.dep_.lower() if token.dep_ == "ROOT" else token.dep_ for token in self.doc]

    @cached_property
    def heads(self) -> list[int]:
        """The head of each token, itself for a root."""
        return [token.head.i for token in self.doc]

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each token from left to right."""
        table: list[list[int]] = [[] for _ in self.heads]
        for token, head in enumerate(self.heads):
            if head != token:
                table[head].append(token)
        return table

    @cached_property
    def sentences(self) -> list[Range]:
        """The sentence that each token lies in."""
        table: list[Range] = []
        for sentence in self.doc.sents:
            table.extend([(sentence.start, sentence.end)] * len(sentence))
        return table

    @cached_property
    def paragraphs(self) -> list[int]:
        """The number of the paragraph that each token lies in: an empty line, or a line's end, begins a new one."""
        table, number = [], 0
        for token in self.doc:
            table.append(number)
            number += "\n" in token.text
        return table

    def subtree(self, token: int) -> set[int]:
        """The token and all that hangs on it."""
        found, rest = {token}, [token]
        while rest:
            for child in self.children[rest.pop()]:
                if child not in found:
                    found.add(child)
                    rest.append(child)
        return found

    def of(self, token: int, *relations: str) -> list[int]:
        """The dependents of ``token`` by any of these relations, named in full or without their subtype."""
        return [
            child
            for child in self.children[token]
            if self.deps[child] in relations or self.deps[child].partition(":")[0] in relations
        ]

    def subject(self, verb: int) -> int | None:
        """The head word of the verb's own subject."""
        found = [child for child in self.children[verb] if self.deps[child] in _SUBJECTS]
        return found[0] if found else None

    def passive(self, verb: int) -> bool:
        """Whether the verb is in the passive."""
        return any(self.deps[child] in ("nsubj:pass", "csubj:pass", "aux:pass") for child in self.children[verb])

    def case(self, token: int) -> str:
        """The preposition (or "to", "of", "that" of a clause) that marks ``token``, or the empty string."""
        marks = [child for child in self.children[token] if self.deps[child] in ("case", "mark") and child < token]
        return self.words[marks[0]] if marks else ""

    def relative(self, token: int) -> bool:
        """Whether the token is a relative pronoun."""
        return self.pos[token] == "PRON" and self.words[token] in _RELATIVES

    def noun_phrase(self, head: int, *, without: Iterable[int] = ()) -> Range:
        """The words around ``head`` that name it: its subtree without preposition and ``without``.

        A ``without`` that holds ``head`` itself takes nothing away.
        """
        apart = set(without)
        tokens = self.subtree(head) if head in apart else self.subtree(head) - apart
        for child in self.children[head]:
            if self.deps[child] in ("case", "parataxis", "cop", "mark"):
                tokens -= self.subtree(child)
        start, end = head, head + 1
        while start - 1 in tokens or (start - 2 in tokens and self._inner(start - 1)):
            start -= 1
        while end in tokens or (end + 1 in tokens and self._inner(end)):
            end += 1
        return self.trimmed(start, end)

    def _inner(self, token: int) -> bool:
        return self.pos[token] in ("PUNCT", "SPACE")

    def trimmed(self, start: int, end: int) -> Range:
        """The range without punctuation and white space at its ends; at least one token stays."""
        while end - start > 1 and self._inner(end - 1):
            end -= 1
        while end - start > 1 and self._inner(start):
            start += 1
        return start, end

    def runs(self, tokens: Iterable[int]) -> Iterator[Range]:
        """Runs of neighbouring tokens; white space neither begins nor ends nor parts one."""
        words = [token for token in sorted(tokens) if self.pos[token] != "SPACE"]
        for index, token in enumerate(words):
            if index == 0 or any(self.pos[between] != "SPACE" for between in range(words[index - 1] + 1, token)):
                start = token
            if index + 1 == len(words) or any(
                self.pos[between] != "SPACE" for between in range(token + 1, words[index + 1])
            ):
                yield start, token + 1
