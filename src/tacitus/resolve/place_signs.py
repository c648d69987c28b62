"""What the words around a name tell: that it is a place, of what kind, in what, or that it stands for an actor."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.resolve.belonging import Sides
from tacitus.resolve.gazetteer_entry import PlaceKind
from tacitus.resolve.phrases import dateline_end
from tacitus.resolve.place_words import place_words
from tacitus.resolve.roles import role_of
from tacitus.resolve.syntax import Range, Syntax

_ACTING = frozenset(("nsubj", "nsubj:outer", "nmod:poss", "obl:agent", "iobj", "vocative"))
_UNDERGOING = frozenset(("obj", "nsubj:pass"))
_STATES = frozenset(("state", "demonym"))
_BE = frozenset("be is are was were been being".split())
_MOST_CHAIN = 6
_DATELINE = 14  # tokens that a dateline may have


@dataclass(frozen=True, slots=True)
class PlaceSigns:
    """The words around a name.

    ``preposition`` stands before it, "" where none does; ``noun`` is the kind that a word beside it tells; ``done_to``
    tells that it is the object of a verb like "shelled"; ``dateline`` that it is where the report was sent from.
    """

    preposition: str
    noun: PlaceKind | None
    done_to: bool
    dateline: bool

    @property
    def located(self) -> bool:
        """Whether the words make the name one of a place, whoever else has it too."""
        return self.preposition in place_words().where or self.noun is not None or self.dateline or self.done_to

    @property
    def moved(self) -> bool:
        """Whether the words allow a place but others as well ("from X", "of X")."""
        return self.preposition in place_words().motion or self.preposition == "of"


def read_signs(syntax: Syntax, tokens: Range, noun_behind: PlaceKind | None) -> PlaceSigns:
    """The signs around a name at ``tokens``; ``noun_behind`` is the kind that the word behind it tells."""
    before, noun = _before(syntax, tokens[0])
    head = first_of_chain(syntax, syntax.head_of(tokens))
    preposition = before or _case(syntax, head)
    verb = syntax.head[head]
    undergoes = syntax.dep[head] in _UNDERGOING or (syntax.dep[head] == "nsubj" and _passive(syntax, verb))
    done_to = not preposition and undergoes and place_words().done_to_places(syntax.lower[verb])
    dateline = tokens[1] <= dateline_end(syntax) or heads_paragraph(syntax, tokens)
    return PlaceSigns(preposition, noun_behind or noun, done_to, dateline)


def _passive(syntax: Syntax, verb: int) -> bool:
    return any(syntax.lower[child] in _BE for child in syntax.children(verb) if syntax.dep[child].startswith("aux"))


def heads_paragraph(syntax: Syntax, tokens: Range) -> bool:
    """Whether a name is set off from the paragraph that it begins ("BAMAKO, 3 May", "DIOURA: ...").

    It stands in capitals, or begins the text as a dateline does ("Addis Ababa, June 25 (ASNS) - ").
    """
    first, last = tokens
    if first == 0 and syntax.words[last : last + 1] == (",",):
        return any(word in ("-", "–", "—") for word in syntax.words[last : last + _DATELINE])
    begins = first == 0 or syntax.upos[first - 1] == "SPACE"
    off = last < len(syntax.words) and syntax.words[last] in (",", ":", "(", "-", "–", "—", ".", "/")
    return begins and off and syntax.phrase(tokens).isupper()


def first_of_chain(syntax: Syntax, token: int) -> int:
    """The first of several names in a row ("in X, Y and Z"), whose place in the sentence all of them share."""
    for _ in range(_MOST_CHAIN):
        if syntax.dep[token] not in ("conj", "flat", "list") or syntax.upos[syntax.head[token]] not in (
            "PROPN",
            "NOUN",
        ):
            break
        token = syntax.head[token]
    return token


def _before(syntax: Syntax, start: int) -> tuple[str, PlaceKind | None]:
    """The preposition that the phrase around a name begins with, and the kind that a noun before the name tells."""
    words, noun = place_words(), None
    index, first = start - 1, syntax.sentence_range(start)[0]
    if index >= first and syntax.lower[index] in words.nouns and syntax.upos[index] == "NOUN":
        noun, index = words.nouns[syntax.lower[index]], index - 1
    elif index > first and syntax.lower[index] == "of" and syntax.lower[index - 1] in words.nouns:
        noun, index = words.nouns[syntax.lower[index - 1]], index - 2
    while index >= first and (
        (syntax.upos[index] in ("DET", "ADJ", "NUM", "PUNCT") and syntax.lower[index] not in (",", ":", ";"))
        or syntax.lower[index] in words.parts
        or syntax.lower[index] in ("'s", "’s")
        or (noun is not None and syntax.upos[index] in ("NOUN", "PROPN"))
    ):
        index -= 1
    return (syntax.lower[index] if index >= first and syntax.upos[index] in ("ADP", "SCONJ", "ADV") else ""), noun


def _case(syntax: Syntax, head: int) -> str:
    return next((syntax.lower[child] for child in syntax.children(head) if syntax.dep[child] == "case"), "")


def stands_for_actor(syntax: Syntax, tokens: Range, signs: PlaceSigns, *, capital: bool) -> bool:
    """Whether the name of a place acts, owns or is dealt with here ("Moscow said", "talks with Baku").

    ``capital`` tells that the place is one, which stands for its state in more ways than a region does for itself.
    """
    if signs.located:
        return False
    words = place_words()
    if signs.preposition in words.party:
        return True
    head = first_of_chain(syntax, syntax.head_of(tokens))
    dep = syntax.dep[head]
    if not capital:
        return dep == "nsubj" and not signs.preposition
    if dep in _ACTING:
        return not signs.moved
    if dep in _UNDERGOING:
        return True
    return dep == "compound" and role_of(syntax.words[syntax.head[head]]) is not None


def state_before(syntax: Syntax, sides: Sides, start: int) -> str | None:
    """The state that a word right before a name tells it to be in ("Iraq's Anbar province", "the Afghan city of")."""
    index, first = start - 1, syntax.sentence_range(start)[0]
    for _ in range(4):
        if index < first or syntax.upos[index] in ("VERB", "AUX", "PUNCT", "CCONJ") or syntax.lower[index] == "in":
            return None
        match = sides.at.get(index)
        if match is not None:
            follows = syntax.lower[match.end] if match.end < start else ""
            owner = match.name.kind == "demonym" or follows in ("'s", "’s")
            return match.name.side if match.name.kind in _STATES and owner else None
        index -= 1
    return None
