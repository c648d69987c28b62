"""Where a report speaks of the truce named before without naming it: "it was broken within hours", "breaking it"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.extract.ceasefire_mentions import MentionReader, TruceMention
from tacitus.resolve.syntax import Range, Syntax

_SELF = frozenset(("it",))
_ONE = "one"  # "the one that began at eight"
_ROLES = frozenset(("nsubj", "nsubj:pass", "obj"))


def pronoun_mentions(syntax: Syntax, named: Sequence[TruceMention]) -> list[TruceMention]:
    """The pronouns that mean a truce that is there, in order: behind it in its sentence and in the next sentence.

    Only verbs that are said of truces more than of fighting make a pronoun mean one (``pronouns`` in the lexicon).
    """
    reader = MentionReader(syntax)
    stated = [mention for mention in named if mention.named and mention.real]
    found: dict[int, TruceMention] = {}
    for number, mention in enumerate(stated):
        last = stated[number + 1].tokens[0] if number + 1 < len(stated) else len(syntax.words)
        for index in range(mention.tokens[1], min(_reach(syntax, mention), last)):
            if index not in found and (head := _meant(syntax, index)) is not None:
                found[index] = reader.mention((index, index + 1), head, named=False, halt=False)
    return [found[index] for index in sorted(found) if not _covered(named, found[index].tokens)]


def _reach(syntax: Syntax, mention: TruceMention) -> int:
    """The end of the sentence behind a mention."""
    stop = syntax.sentence_range(mention.head)[1]
    return syntax.sentence_range(stop)[1] if stop < len(syntax.words) else stop


def _meant(syntax: Syntax, index: int) -> int | None:
    """The token that signs are asked of, where the word at ``index`` may stand for a truce."""
    word, lexicon = syntax.lower[index], ceasefire_lexicon()
    if word == _ONE and syntax.lower[index - 1] in ("the", "new", "second", "first", "earlier"):
        return index if any(syntax.dep[child] == "acl:relcl" for child in syntax.children(index)) else None
    if word not in _SELF or syntax.dep[index] not in _ROLES:
        return None
    verb = syntax.head[index]
    if _has_subject(syntax, syntax.head[verb]) and syntax.dep[verb] == "conj":
        return None  # "the dam was old and it was broken"
    return index if lexicon.pronouns.end(syntax.lower, verb) is not None else None


def _has_subject(syntax: Syntax, verb: int) -> bool:
    """Whether a noun is the subject of a verb."""
    children = syntax.children(verb)
    return any(syntax.dep[at].startswith("nsubj") and syntax.upos[at] == "NOUN" for at in children)


def _covered(mentions: Sequence[TruceMention], tokens: Range) -> bool:
    at = bisect_left([mention.tokens[1] for mention in mentions], tokens[1])
    return at < len(mentions) and mentions[at].tokens[0] <= tokens[0]
