"""What a cue attributes: rules over a UD parse that give sets of token numbers."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.extract.attribution_sources import agent, charges
from tacitus.extract.cue_lexicon import CueMatch, cue_lexicon
from tacitus.extract.parse_view import ParseView

_CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "parataxis", "root", "csubj", "csubj:pass"})
_BESIDE = frozenset({"parataxis", "dep", "discourse"})
_TAIL_MOST = 6  # words that may follow "..., he said": "on state television on Monday"
_SURE, _LIKELY, _GUESS = 0.8, 0.6, 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens of a content, not yet cut into ranges, and how sure the rule that gave them is."""

    tokens: frozenset[int]
    confidence: float


def _all(view: ParseView, heads: list[int]) -> set[int]:
    return {token for head in heads for token in view.subtree(head)}


def verb_content(view: ParseView, verb: int, match: CueMatch) -> Found | None:
    """The content of a verb: the clause said, the clause it is put beside, or the object and what belongs to it."""
    for rule in (_clause, _beside, _complements):
        found = rule(view, verb, match)
        if found is not None:
            tokens = found.tokens - view.subtree(verb) if rule is _beside else found.tokens
            tokens -= set(range(match.start, match.words_end))
            if tokens:
                return Found(tokens, found.confidence)
    return None


def _clause(view: ParseView, verb: int, match: CueMatch) -> Found | None:
    clauses = view.of(verb, "ccomp")
    if view.passive(verb):
        clauses += view.of(verb, "csubj")
    if not clauses and "clause" in match.cue.frames:
        clauses = [child for child in view.of(verb, "parataxis") if _spoken(view, verb, child)]
    if not clauses:
        return None
    return Found(frozenset(_without_mark(view, clauses, _all(view, clauses))), _SURE)


def _spoken(view: ParseView, verb: int, clause: int) -> bool:
    """Whether a clause put beside a verb of saying is what was said: not another verb of saying, not an aside."""
    left = min(view.subtree(clause))
    before = view.words[left - 1] if left else ""
    marks = (":", ",", "“", '"', "‘", "'")
    return clause < verb or before in marks or view.words[left] in marks


def _without_mark(view: ParseView, clauses: list[int], tokens: set[int]) -> set[int]:
    marks = {mark for clause in clauses for mark in view.of(clause, "mark") if view.words[mark] == "that"}
    return tokens - marks


def _beside(view: ParseView, verb: int, match: CueMatch) -> Found | None:
    """Where the parse hangs the verb on what was said: "..., X said" and "as X said"."""
    head = view.heads[verb]
    as_clause = view.deps[verb] == "advcl" and view.case(verb) == "as"
    if head == verb or "clause" not in match.cue.frames or not (view.deps[verb] in _BESIDE or as_clause):
        return None
    if view.of(verb, "obj", "xcomp") and view.pos[head] not in ("VERB", "AUX"):
        return None
    tokens = view.subtree(head) - view.subtree(verb)
    if view.deps[verb] == "parataxis":
        # what else is put beside the clause after the cue is somebody else's turn
        for other in view.of(head, "parataxis"):
            if other > verb:
                tokens -= view.subtree(other)
    return Found(frozenset(tokens), _SURE)


def _complements(view: ParseView, verb: int, match: CueMatch) -> Found | None:
    heads = [child for child in view.children[verb] if _belongs(view, verb, child, match)]
    if view.passive(verb):
        heads = _passive_complements(view, verb, match, heads)
    if not heads or match.cue.frames == {"quote"}:
        return None
    return Found(frozenset(_relative_object(view, verb, _all(view, heads))), _LIKELY)


def _belongs(view: ParseView, verb: int, child: int, match: CueMatch) -> bool:
    """Whether a dependent of a verb is a part of what the verb attributes."""
    relation, base, case = view.deps[child], view.deps[child].partition(":")[0], view.case(child)
    if base in ("xcomp", "ccomp"):
        return True
    if base in ("obj", "iobj"):
        return _content_object(view, verb, match)
    if child < verb or relation in ("obl:agent", "obl:tmod", "obl:unmarked"):
        return False
    if base == "advcl":
        return case in ("to", "of", "for", "from", "against")
    own = match.cue.lemma.split()[1:]
    listed = case in cue_lexicon().complements and "object" in match.cue.frames
    after_words = bool(own) and min(view.subtree(child)) == match.words_end
    return base in ("obl", "acl") and (case in own or listed or after_words)


def _passive_complements(view: ParseView, verb: int, match: CueMatch, heads: list[int]) -> list[int]:
    """In the passive the subject belongs to the content, where something else or an agent stands with the verb."""
    by = agent(view, verb)
    heads = [head for head in heads if head != by] + ([] if by is None else charges(view, by))
    if heads or (by is not None and match.cue.frames & {"object", "gerund"}):
        heads += [child for child in view.of(verb, "nsubj") if not _hearer(match)]
    return heads


def _hearer(match: CueMatch) -> bool:
    return match.cue.lemma.split()[0] in cue_lexicon().hearers and "infinitive" not in match.cue.frames


def _content_object(view: ParseView, verb: int, match: CueMatch) -> bool:
    if _hearer(match):
        return False
    return bool(match.cue.frames & {"object", "gerund"}) or bool(view.of(verb, "xcomp"))


def _relative_object(view: ParseView, verb: int, tokens: set[int]) -> set[int]:
    """In "a toll which the army denied", the pronoun stands for its antecedent."""
    if view.deps[verb] == "acl:relcl" and any(view.relative(token) for token in tokens):
        start, end = view.noun_phrase(view.heads[verb], without=view.subtree(verb))
        return {token for token in tokens if not view.relative(token)} | set(range(start, end))
    return tokens


def noun_content(view: ParseView, noun: int, match: CueMatch, *, sourced: bool) -> Found | None:
    """The content of a noun ("the claim that", "the threat to", "accusations of"); the last two need a source."""
    clauses = [
        child
        for child in view.of(noun, "acl", "ccomp", "acl:relcl")
        if view.case(child) == "that" and view.subject(child) is not None and not view.relative(_first(view, child))
    ]
    if clauses:
        return Found(frozenset(_without_mark(view, clauses, _all(view, clauses))), _LIKELY)
    if not sourced:
        return None
    heads = [child for child in view.of(noun, "acl") if view.case(child) in ("to", "of") and child > noun]
    if match.cue.stance != "assert" or match.cue.lemma in ("claim", "report", "account"):
        heads += [child for child in view.of(noun, "nmod") if view.case(child) in ("of", "for")]
    return Found(frozenset(_all(view, heads)), _GUESS) if heads else None


def _first(view: ParseView, clause: int) -> int:
    subject = view.subject(clause)
    return clause if subject is None else subject


def phrase_content(view: ParseView, phrase: tuple[int, ...], source: int) -> Found | None:
    """The clause that "according to X" belongs to, without the phrase; a clause after it has its own source."""
    aside = view.subtree(source).union(phrase)
    host = view.heads[source]
    if host in phrase or host == source:
        host = view.heads[phrase[0]]
    for _ in range(len(view.doc)):
        coordinated = view.deps[host] == "conj" and view.subject(host) is not None
        if view.deps[host] in _CLAUSES or coordinated or view.heads[host] == host:
            break
        host = view.heads[host]
    tokens = view.subtree(host) - aside
    if min(tokens, default=0) < phrase[0]:
        for other in view.of(host, "conj", "parataxis"):
            if other > phrase[-1] and view.subject(other) is not None:
                tokens -= view.subtree(other)
    tokens -= set(view.of(host, "mark"))
    return Found(frozenset(tokens), _SURE) if tokens else None


def edge_content(view: ParseView, verb: int, source: tuple[int, int]) -> Found | None:
    """What stands before ", X said" at the end of a sentence, where the parse does not join the two."""
    start, end = view.sentences[verb]
    first, last = min(verb, source[0]), max(verb + 1, source[1])
    after = [token for token in range(last, end) if view.pos[token] not in ("PUNCT", "SPACE")]
    before = first - 1
    while before > 0 and view.pos[before] == "SPACE":
        before -= 1
    if before < start and view.words[before] == "," and view.paragraphs[before] == view.paragraphs[verb]:
        start = view.sentences[before][0]
    if before - start < 3 or view.pos[before] != "PUNCT" or len(after) > _TAIL_MOST:
        return None
    if view.deps[start] in ("mark", "case") or view.words[before] in (";", ":", "(", ")"):
        return None
    return Found(frozenset(range(start, before)), _GUESS)
