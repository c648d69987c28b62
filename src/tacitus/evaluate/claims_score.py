"""Claims against gold."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.evaluate.annotation import Gold, GoldClaim
from tacitus.evaluate.matching import Merit, best_first
from tacitus.evaluate.prf import PRF, Accuracy
from tacitus.evaluate.speakers import claim_speaker_agrees
from tacitus.evaluate.wording import token_f1
from tacitus.model import Claim, Coding

CONTENT_OVERLAP = 0.5
"""The least token F1 at which two contents count as the same."""


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """Scores of claims.

    ``match``: content overlaps and the speaker agrees. ``content``: content overlaps, whoever speaks. ``speaker``: the
    share of the content matches whose speaker agrees. ``stance``: the share of the full matches whose stance agrees.
    """

    match: PRF = PRF()
    content: PRF = PRF()
    speaker: Accuracy = Accuracy()
    stance: Accuracy = Accuracy()

    def __add__(self, other: ClaimScore) -> ClaimScore:
        return ClaimScore(
            match=self.match + other.match,
            content=self.content + other.content,
            speaker=self.speaker + other.speaker,
            stance=self.stance + other.stance,
        )


def score_claims(gold: Gold, coding: Coding) -> ClaimScore:
    """The claims of one report; full and content-only matches are two matchings made apart."""
    counts = {"gold": len(gold.claims), "coded": len(coding.claims)}
    full = match_claims(gold.claims, coding.claims, coding)
    content = match_contents(gold.claims, coding.claims, coding)
    said_by = sum(claim_speaker_agrees(gold.claims[i], coding.claims[j], coding) for i, j in content)
    stances = sum(gold.claims[i].stance == coding.claims[j].stance for i, j in full)
    return ClaimScore(
        match=PRF.of(matched=len(full), **counts),
        content=PRF.of(matched=len(content), **counts),
        speaker=Accuracy(said_by, len(content)),
        stance=Accuracy(stances, len(full)),
    )


def match_claims(
    gold: tuple[GoldClaim, ...] | list[GoldClaim], coded: tuple[Claim, ...] | list[Claim], coding: Coding
) -> list[tuple[int, int]]:
    """Pairs of claims whose content overlaps and whose speaker agrees: greatest overlap first, then the same stance."""

    def merit(gold_claim: GoldClaim, coded_claim: Claim) -> Merit | None:
        overlap = content_overlap(gold_claim, coded_claim, coding)
        if overlap < CONTENT_OVERLAP or not claim_speaker_agrees(gold_claim, coded_claim, coding):
            return None
        return overlap, gold_claim.stance == coded_claim.stance

    return best_first(gold, coded, merit)


def match_contents(
    gold: tuple[GoldClaim, ...] | list[GoldClaim], coded: tuple[Claim, ...] | list[Claim], coding: Coding
) -> list[tuple[int, int]]:
    """Pairs of claims whose content overlaps: greatest overlap first, then the speaker that agrees.

    The speaker breaks ties because nested claims ("X said Y had said ...") may share one content.
    """

    def merit(gold_claim: GoldClaim, coded_claim: Claim) -> Merit | None:
        overlap = content_overlap(gold_claim, coded_claim, coding)
        if overlap < CONTENT_OVERLAP:
            return None
        return overlap, claim_speaker_agrees(gold_claim, coded_claim, coding)

    return best_first(gold, coded, merit)


def content_overlap(gold: GoldClaim, coded: Claim, coding: Coding) -> float:
    """Token F1 of the gold's content and all the coded content spans joined."""
    return token_f1(gold.content, content_words(coded, coding))


def content_words(claim: Claim, coding: Coding) -> str:
    """The very words of the claim's content, its spans joined by a space."""
    return " ".join(span.words(coding.report.text) for span in claim.content)
