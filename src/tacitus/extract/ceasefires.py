"""Ceasefires: the truces that a report tells of, who made and brokered them, since when, and whether they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.extract.ceasefire_mentions import TruceMention, find_mentions
from tacitus.extract.ceasefire_roles import Breach, Roles
from tacitus.extract.ceasefire_sides import Rivals
from tacitus.extract.ceasefire_times import TruceTimes
from tacitus.extract.claims import DraftClaim
from tacitus.model import CeasefireStatus, DateExpression, Span
from tacitus.resolve.actors import ActorBook
from tacitus.resolve.syntax import Syntax

_BESIDE = 0.5  # what standing in the sentence of a truce counts towards being its party, beside being told to be one


@dataclass(frozen=True, slots=True)
class DraftViolation:
    """An alleged breach; ``claim`` is the place among the drafts of the claim that tells of it."""

    by: str | None
    alleged_by: str | None
    claim: int | None


@dataclass(frozen=True, slots=True)
class DraftCeasefire:
    """A truce of one report, before it has an id; the fields are those of ``model.Ceasefire``."""

    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    date: date | None
    hour: str | None
    status: CeasefireStatus
    violations: tuple[DraftViolation, ...]
    background: bool
    evidence: Span


def draft_ceasefires(
    syntax: Syntax,
    book: ActorBook,
    claims: Sequence[DraftClaim],
    dates: Sequence[DateExpression],
    published: date | None,
) -> list[DraftCeasefire]:
    """The truces of a report: the one that it is about, else those of the past that it recalls, as background.

    All mentions of a truce that is there are one truce. Truces that are only called for, offered or refused are none.
    A truce that one side declares for itself has that side as its only party; else the parties are the two sides that
    the words about it name, or that the report shows to be at war.
    """
    mentions = [mention for mention in find_mentions(syntax) if mention.real]
    if not any(mention.named for mention in mentions):
        return []
    times = TruceTimes(syntax, dates, published)
    history = [mention for mention in mentions if times.is_history(mention)]
    current = [mention for mention in mentions if mention not in history]
    drafter = _Drafter(syntax, book, claims, times)
    if any(mention.named for mention in current):
        draft = drafter.draft(current, background=False)
    else:
        draft = drafter.draft([mention for mention in history if mention.named][:1], background=True)
    return [draft] if draft is not None else []


class _Drafter:
    def __init__(self, syntax: Syntax, book: ActorBook, claims: Sequence[DraftClaim], times: TruceTimes) -> None:
        self.syntax, self.book, self.claims, self.times = syntax, book, claims, times
        self.roles, self.rivals = Roles(syntax, book), Rivals(syntax, book)

    def draft(self, mentions: list[TruceMention], *, background: bool) -> DraftCeasefire | None:
        brokers = list(dict.fromkeys(side for mention in mentions for side in self.roles.mediators(mention)))
        told = self._told(mentions, brokers)
        parties = self._parties(mentions, told, frozenset(brokers))
        if not parties:
            return None
        if not brokers and len(parties) > 1:
            brokers = self.roles.known_mediators()
        makers = [side for mention in mentions for side in self.roles.makers(mention)]
        others = [side for side in makers if side not in parties and self.rivals.may_mediate(side)]
        mediators = tuple(dict.fromkeys(side for side in [*brokers, *others] if side not in parties))
        breaches = [breach for mention in mentions for breach in self.roles.breaches(mention)]
        violations = tuple(dict.fromkeys(self._violations(breaches, parties)))
        effect = self._effect(mentions)
        day = effect.start if effect is not None else None
        return DraftCeasefire(
            parties=parties,
            mediators=mediators,
            date=day,
            hour=effect.time if effect is not None else None,
            status=self._status(mentions, day, violated=bool(violations)),
            violations=violations,
            background=background,
            evidence=self._evidence(mentions),
        )

    def _told(self, mentions: list[TruceMention], brokers: list[str]) -> dict[str, float]:
        """How often each side is named as a party of the truce; beside it in a paragraph counts a little."""
        told: defaultdict[str, float] = defaultdict(float)
        for mention in mentions:
            for side in self.roles.parties(mention):
                told[side] += 1
            for side in self.roles.beside(mention):
                told[side] += _BESIDE
        return {side: count for side, count in told.items() if side not in brokers}

    def _parties(
        self, mentions: list[TruceMention], told: Mapping[str, float], mediators: frozenset[str]
    ) -> tuple[str, ...]:
        first = next((mention for mention in mentions if mention.named), mentions[0])
        if self._is_unilateral(first):
            declarers = [side for side in self.roles.declarers(first) if self.rivals.is_party(side)]
            if len(declarers) == 1:
                return (declarers[0],)
        for mention in mentions:
            joined = self.roles.joined_parties(mention)
            if len(joined) == 2 and all(map(self.rivals.is_party, joined)):
                return tuple(joined)
        return self.rivals.pair(told, without=mediators) or ()

    def _is_unilateral(self, mention: TruceMention) -> bool:
        start, stop = self.syntax.sentence_range(mention.head)
        words, lexicon = self.syntax.lower, ceasefire_lexicon()
        if any(lexicon.unilateral.end(words, index) is not None for index in range(start, stop)):
            return True
        if any(lexicon.both.end(words, index) is not None for index in range(start, stop)):
            return False
        agreed = any(words[sign.token] in lexicon.agreeing for sign in mention.signs)
        return mention.halt and mention.named and not agreed

    def _effect(self, mentions: list[TruceMention]) -> DateExpression | None:
        """The day of effect: from where the truce is told to begin, else to be made, else from any mention."""
        for kind in ("begun", "made", None):
            for mention in mentions:
                found = self.times.effect(mention) if kind is None or mention.tells(kind) else None
                if found is not None:
                    return found
        return None

    def _status(self, mentions: list[TruceMention], day: date | None, *, violated: bool) -> CeasefireStatus:
        """What the report leaves the truce at; what it tells last of ending or holding weighs most."""
        if any(mention.tells("ended") for mention in mentions):
            return "collapsed"
        failed = any(sign.kind in ("held", "begun") and sign.negated for mention in mentions for sign in mention.signs)
        if any(mention.tells("held") and not mention.tells("wished") for mention in mentions) and not failed:
            return "in_force"
        if violated or failed or any(mention.tells("broken") for mention in mentions):
            return "violated"
        if any(mention.tells("begun") for mention in mentions):
            return "in_force"
        published = self.times.published
        return "in_force" if day is not None and published is not None and day < published else "announced"

    def _violations(self, breaches: list[Breach], parties: tuple[str, ...]) -> Iterator[DraftViolation]:
        for breach in breaches:
            claim = self._claim_at(breach.token)
            speaker = self.claims[claim].speaker if claim is not None else None
            said = self.book.entries[speaker].side if speaker is not None else None
            if breach.mutual and len(parties) == 2:
                yield DraftViolation(parties[0], parties[1], claim)
                yield DraftViolation(parties[1], parties[0], claim)
            elif breach.by is not None and not self._is_denied(breach, said, claim):
                yield DraftViolation(breach.by, breach.accuser or said, claim)

    def _is_denied(self, breach: Breach, said: str | None, claim: int | None) -> bool:
        """Whether a side only speaks of its own breach to deny it."""
        own = breach.accuser is None and said == breach.by
        return own and claim is not None and self.claims[claim].stance not in ("admit", "promise")

    def _claim_at(self, token: int) -> int | None:
        """The claim that a token stands in, the innermost."""
        offset = self.syntax.starts[token]
        inside = [
            (span.end - span.start, number)
            for number, claim in enumerate(self.claims)
            for span in claim.content
            if span.start <= offset < span.end
        ]
        return min(inside)[1] if inside else None

    def _evidence(self, mentions: list[TruceMention]) -> Span:
        """The sentence that tells most plainly of the truce: where it begins, else where it is made."""
        named = [mention for mention in mentions if mention.named] or mentions
        best = max(named, key=lambda mention: 2 * mention.tells("begun") + mention.tells("made"))
        return self.syntax.span(self.syntax.sentence_range(best.head))
