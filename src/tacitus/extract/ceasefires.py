"""Ceasefires: the truces that a report tells of, who made and brokered them, since when, and whether they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, product

from tacitus.extract.ceasefire_after import Aftermath, Clash
from tacitus.extract.ceasefire_lexicon import ceasefire_lexicon
from tacitus.extract.ceasefire_mentions import TruceMention, find_mentions
from tacitus.extract.ceasefire_pronouns import pronoun_mentions
from tacitus.extract.ceasefire_roles import Breach, Roles
from tacitus.extract.ceasefire_several import part_truces
from tacitus.extract.ceasefire_sides import Rivals
from tacitus.extract.ceasefire_times import TruceTimes
from tacitus.extract.claims import DraftClaim
from tacitus.extract.events import DraftEvent, event_fights
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
    *,
    events: Sequence[DraftEvent] = (),
) -> list[DraftCeasefire]:
    """The truces of a report: the one it is about and one that failed before it, else one of the past as background.

    Mentions of a truce that is there are of one truce but where they are told apart. Truces that are only called for,
    offered or refused are none. A truce that one side declares for itself has that side as its only party; else the
    parties are the two sides that the words about it name, or that the report shows to be at war. Those of a truce of
    the past need not be at war now, so that it is left out where neither they nor its mediators are named. ``events``
    are those of the report: fighting of the parties later than the day of effect breaks a truce, and what another side
    says they did then is an alleged violation.
    """
    found = find_mentions(syntax)
    told = sorted([*found, *pronoun_mentions(syntax, found)], key=lambda mention: mention.tokens)
    mentions = [mention for mention in told if mention.real]
    if not any(mention.named for mention in mentions):
        return []
    times = TruceTimes(syntax, dates, published)
    history = [mention for mention in mentions if times.is_history(mention)]
    current = [mention for mention in mentions if mention not in history]
    drafter = _Drafter(syntax, book, claims, times, Aftermath(syntax, dates, events))
    if any(mention.named for mention in current):
        truces = part_truces(syntax, current, times)
        drafts = [drafter.draft(group, background=False) for group in (truces.last, truces.before) if group]
    else:
        drafts = [drafter.draft([mention for mention in history if mention.named][:1], background=True)]
    return [draft for draft in drafts if draft is not None]


class _Drafter:
    def __init__(
        self,
        syntax: Syntax,
        book: ActorBook,
        claims: Sequence[DraftClaim],
        times: TruceTimes,
        aftermath: Aftermath,
    ) -> None:
        self.syntax, self.book, self.claims, self.times, self.aftermath = syntax, book, claims, times, aftermath
        self.roles, self.rivals = Roles(syntax, book), Rivals(syntax, book, event_fights(aftermath.events))

    def draft(self, mentions: list[TruceMention], *, background: bool) -> DraftCeasefire | None:
        brokers = list(dict.fromkeys(side for mention in mentions for side in self.roles.mediators(mention)))
        told = self._told(mentions, brokers)
        parties = self._parties(mentions, told, frozenset(brokers))
        if not parties or (background and not brokers and not told.keys() >= set(parties)):
            return None
        if not brokers and len(parties) > 1:
            brokers = self.roles.known_mediators()
        makers = [side for mention in mentions for side in self.roles.makers(mention)]
        makers.extend(side for mention in mentions for side in self._announcers(mention))
        others = [side for side in makers if side not in parties and self.rivals.may_mediate(side)]
        mediators = tuple(dict.fromkeys(side for side in [*brokers, *others] if side not in parties))
        breaches = [breach for mention in mentions for breach in self.roles.breaches(mention)]
        effect = self._effect(mentions)
        day = effect.start if effect is not None else None
        clashes = self.aftermath.clashes(mentions, parties, day) if not background else []
        found = (*self._violations(breaches, parties), *self._fought(clashes))
        violations = tuple(dict.fromkeys(found))
        return DraftCeasefire(
            parties=parties,
            mediators=mediators,
            date=day,
            hour=effect.time if effect is not None else None,
            status=self._status(mentions, day, violated=bool(violations or clashes)),
            violations=violations,
            background=background,
            evidence=self._evidence(mentions),
        )

    def _announcers(self, mention: TruceMention) -> list[str]:
        """Who says that others made a truce which no report knew of yet ("Israel agreed to stop, Washington said")."""
        if mention.definite or not mention.tells("made"):
            return []
        made = (sign.token for sign in mention.signs if sign.kind == "made")
        claims = (claim for token in made if (claim := self._claim_at(token)) is not None)
        speakers = (speaker for claim in claims if (speaker := self.claims[claim].speaker) is not None)
        return [side for speaker in speakers if (side := self.book.entries[speaker].side) is not None]

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
        """Whether one side declares a truce for itself: in so many words, or by halting its own fire.

        "Agreed to" stop may be said of either: one side agrees to halt what it does ("raids"), two to "a truce".
        """
        start, stop = self.syntax.sentence_range(mention.head)
        words, lexicon = self.syntax.lower, ceasefire_lexicon()
        if lexicon.unilateral.within(words, start, stop):
            return True
        if lexicon.both.within(words, start, stop):
            return False
        if any(words[sign.token] in lexicon.agreeing for sign in mention.signs):
            return mention.halt and words[mention.tokens[1] - 1] in lexicon.own_fire
        return mention.halt and mention.named

    def _effect(self, mentions: list[TruceMention]) -> DateExpression | None:
        """The day of effect: by which the truce is called, else from where it begins, is made, or is only named.

        Where it is broken or refused, the day is that of the breach or the refusal.
        """
        called = (self.times.called(mention) for mention in mentions)
        begun = (self.times.effect(mention) for mention in mentions if mention.tells("begun"))
        named = sorted(mentions, key=lambda mention: not mention.named)
        made = (self.times.effect(mention) for mention in named if mention.tells("made"))
        other = (self.times.effect(mention) for mention in mentions if not mention.tells("broken", "refused"))
        return next((found for found in chain(called, begun, made, other) if found is not None), None)

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
            elif breach.by is None:
                other = _other(parties, breach.accuser or said)
                if other is not None and (claim is None or self.claims[claim].stance != "deny"):
                    yield DraftViolation(other, breach.accuser or said, claim)
            elif not self._is_denied(breach, said, claim):
                yield DraftViolation(breach.by, breach.accuser or said, claim)

    def _fought(self, clashes: list[Clash]) -> Iterator[DraftViolation]:
        """The breaches that a side alleges against a party by telling what it did; nobody alleges its own."""
        for clash in clashes:
            for side, claim in product(clash.by, clash.claims):
                speaker = self.claims[claim].speaker
                said = self.book.entries[speaker].side if speaker is not None else None
                if said is not None and said != side:
                    yield DraftViolation(side, said, claim)

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


def _other(parties: tuple[str, ...], side: str | None) -> str | None:
    """Whom one of two parties means by a breach of which it names nobody that the report tells the side of."""
    return next((party for party in parties if party != side), None) if side in parties else None
