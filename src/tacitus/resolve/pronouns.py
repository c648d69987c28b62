"""Whom a pronoun stands for, and whose a noun is."""

from __future__ import annotations

from collections.abc import Callable

from tacitus.language.reading import Reading
from tacitus.resolve.entries import Entries, Entry
from tacitus.resolve.roles import role_of
from tacitus.resolve.syntax import Syntax

_PERSONAL = frozenset("he she him her his hers himself herself".split())
_FEMALE = frozenset("she her hers herself".split())
_PLURAL = frozenset("they them their both".split())
_NEUTER = frozenset("it its itself".split())
_PRONOUNS = _PERSONAL | _PLURAL | _NEUTER
# They stand for nobody who was named before ("nobody was hurt").
_INDEFINITE = frozenset(
    "nobody nothing anybody anyone anything somebody someone something everybody everyone everything there".split()
)
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
_HOPS = 6  # antecedents followed before a pronoun is given up
_REACH = 2  # paragraphs back in which one is looked for


def is_pronoun(syntax: Syntax, token: int) -> bool:
    """Whether a token stands for a name or a noun rather than being one."""
    return syntax.upos[token] in ("PRON", "DET") or syntax.lower[token] in _PRONOUNS


def fits(word: str, entry: Entry) -> bool:
    """Whether a pronoun, in lower case, may stand for an actor: by person, gender and number."""
    if word in _PERSONAL:
        wrong = "m" if word in _FEMALE else "f"
        return entry.gender != wrong and (entry.kind == "person" or (entry.role is not None and not entry.plural))
    if word in _NEUTER:
        return entry.kind != "person" and not entry.plural
    return True


def _agrees(syntax: Syntax, word: str, noun: int) -> bool:
    """Whether a pronoun and a common noun are of one number, and a person's pronoun has a person's noun."""
    form = syntax.lower[noun]
    plural = form.endswith(("s", "men", "people")) and not form.endswith("ss")
    if word in _PLURAL:
        return plural
    role = role_of(form)
    return not plural and role is not None and role.body == (word in _NEUTER)


class Pronouns:
    """The pronouns of one report, resolved to its entries and to those of them that spoke.

    ``describe`` gives the actor that a common noun means by its description.
    """

    def __init__(
        self, syntax: Syntax, reading: Reading | None, entries: Entries, describe: Callable[[int], int | None]
    ) -> None:
        self.syntax, self.reading, self.entries, self.describe = syntax, reading, entries, describe
        self._speakers: list[tuple[int, int]] = []

    def speaks(self, number: int, token: int) -> None:
        """Remember that an actor spoke at ``token``: a later pronoun may mean it."""
        self._speakers.append((token, number))

    def last_speaker(self, token: int) -> int | None:
        """The speaker remembered last of those before ``token``."""
        before = [number for position, number in self._speakers if position < token]
        return before[-1] if before else None

    def antecedent(self, token: int) -> int | None:
        """Whom a pronoun stands for: by the language model, else who was last told of, spoke or was named."""
        word = self.syntax.lower[token]
        if word in _INDEFINITE:
            return None
        number = self._read(token, word)
        if number is None:
            number = self._last_fitting(token, word)
        return None if number is None else self.entries.mention(number, (token, token + 1))

    def _read(self, token: int, word: str) -> int | None:
        """The first fitting actor on the way from antecedent to antecedent that the language model reads."""
        if self.reading is None:
            return None
        current = token
        for _ in range(_HOPS):
            current = int(self.reading.antecedent[current])
            if current < 0:
                return None
            number = self.entries.at(current)
            if number is not None and fits(word, self.entries.all[number]):
                return number
        return None

    def _last_fitting(self, token: int, word: str) -> int | None:
        """The subject or speaker that is last before a pronoun, then the last person named, within two paragraphs."""
        near = self.syntax.paragraph[token] - _REACH
        subject = self._subject(token, word)
        for position, number in reversed(self._speakers):
            close = position < token and self.syntax.paragraph[position] >= near
            if close and fits(word, self.entries.all[number]):
                return number if subject is None or position > subject[0] else subject[1]
        if subject is not None:
            return subject[1]
        if word not in _PERSONAL:
            return None
        best: tuple[int, int] | None = None
        for number, entry in enumerate(self.entries.all):
            if entry.kind == "person" and fits(word, entry):
                for start, _ in entry.mentions:
                    if start < token and self.syntax.paragraph[start] >= near and (best is None or start > best[0]):
                        best = (start, number)
        return None if best is None else best[1]

    def _subject(self, token: int, word: str) -> tuple[int, int] | None:
        """Whom the sentence of a pronoun told of before it, or the one before in its paragraph: token and actor."""
        syntax = self.syntax
        first, _ = syntax.sentence_range(token)
        nouns = [*range(first, token)]
        if first and syntax.paragraph[first - 1] == syntax.paragraph[token]:
            nouns += range(*syntax.sentence_range(first - 1))
        for noun in nouns:
            if syntax.dep[noun] not in _SUBJECTS or syntax.upos[noun] != "NOUN" or token < syntax.subtree(noun)[1]:
                continue
            if not _agrees(syntax, word, noun):
                continue
            at = self.entries.at(noun)
            number = at if at is not None else self.describe(noun)
            if number is not None and fits(word, self.entries.all[number]):
                return noun, number
        return None

    def possessor(self, head: int) -> int | None:
        """The actor whose the head noun is, by a possessive ("its soldiers", "the movement's leader")."""
        for child in self.syntax.children(head):
            if self.syntax.dep[child] == "nmod:poss" and child < head:
                if self.syntax.upos[child] == "PRON":
                    return self.antecedent(child)
                return self.entries.at(child)
        return None
