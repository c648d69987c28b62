"""Who said what, in the words of a report: neutral verbs by stance, and the words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.export.brief.lexicon import brief_words
from tacitus.export.brief.material import Material
from tacitus.export.brief.names import bare_side, side_text
from tacitus.export.brief.sources import shorten
from tacitus.export.brief.speech_shapes import shape_of
from tacitus.export.event_wording import listed
from tacitus.export.wording import REPORT_VOICE, plain, words_of
from tacitus.model import Claim, Coding, Span

_MOST_QUOTED = 260  # characters
_ABBREVIATED = re.compile(r"(?:^|[\s.])\w\.$")
_MARKS = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"})


def quoted(words: str) -> str:
    """Words of a report between quotation marks, without the stop that closes them; marks within become single."""
    shown = shorten(plain(words), _MOST_QUOTED).strip(" ,;:").translate(_MARKS)
    while '"' in shown:
        shown = shown.replace('"', "‘", 1).replace('"', "’", 1)
    if shown.endswith(".") and not _ABBREVIATED.search(shown):
        shown = shown.rstrip(".")
    return f"“{shown}”"


def claim_said(material: Material, coding: Coding, claim: Claim, *, by: str) -> str:
    """A claim as a sentence: speaker, verb, and the words claimed."""
    return _spoken(material, coding, claim, by=by, words=words_of(claim.content, coding))


def words_said(material: Material, report_id: str, span: Span, *, by: str, says: str) -> str:
    """Words at a place as a sentence, with the verb of the claim that they belong to, if there is one."""
    claim = material.claim_at(report_id, span)
    coding = material.codings[report_id]
    said = _after_cue(claim, span) if claim is not None else span
    words = says if said == span else said.words(coding.report.text)
    if by != REPORT_VOICE and claim is not None:
        return _spoken(material, coding, claim, by=by, words=words)
    verb = "reported" if by == REPORT_VOICE else "said, as reported"
    return f"{material.voice(by, report_id, claim)} {verb}: {quoted(words)}"


def _after_cue(claim: Claim, span: Span) -> Span:
    """What is left of words that begin with the verb of their claim: the brief brings a verb of its own."""
    first = min(part.start for part in claim.content)
    if claim.cue is not None and span.start <= claim.cue.start and claim.cue.end <= first < span.end:
        return Span(first, span.end)
    return span


def _spoken(material: Material, coding: Coding, claim: Claim, *, by: str, words: str) -> str:
    """Speaker, verb and words: ``Azerbaijan accused Armenia, as reported, of “breaking the truce”``."""
    voice = material.voice(by, coding.report.id, claim)
    accused = accused_sides(coding, claim) if claim.stance == "accuse" else []
    mutual = bool(accused) and _own_sides(coding, claim).issuperset(accused)
    told = _each_other(voice) if mutual else listed([side_text(side) for side in accused])
    before, shape = _word_before(coding, claim), shape_of(words)
    names = {bare_side(accused[0]), side_text(accused[0])} if len(accused) == 1 else set()
    for preposition in ("of", "for"):
        name, found, charge = words.partition(f" {preposition} ")
        if found and name in names:
            words, before, shape = charge, preposition, "thing"
    forms = brief_words().spoken.get("charge" if accused else claim.stance, {})
    form = forms.get(f"{before} {shape}", forms.get(shape))
    if form is not None and not (claim.quoted and shape == "clause"):
        manner = "" if claim.quoted else ", as reported,"
        return f"{voice} {form.format(sides=told, manner=manner, words=quoted(words))}"
    verb = f"accused {told}" if accused else brief_words().stances[claim.stance]
    return f"{voice} {verb}{'' if claim.quoted else ', as reported'}: {quoted(words)}"


def _each_other(voice: str) -> str:
    """Whom several accuse who accuse each other: "both sides" each other, "each side" the other."""
    return "the other" if voice.casefold().startswith("each ") else "each other"


def _word_before(coding: Coding, claim: Claim) -> str:
    """The word before the words claimed, which tells how their verb takes them in ("accused it of ...")."""
    before = coding.report.text[: claim.content[0].start].rstrip(" \"'“‘")
    return before.rpartition(" ")[2].casefold()


def accused_sides(coding: Coding, claim: Claim) -> list[str]:
    """The sides that a claim accuses, by the events coded from its words; empty where that is not plain.

    Several who speak together accuse each other where they accuse none but their own sides.
    """
    own = _own_sides(coding, claim)
    charges = [event for event in coding.events if claim.id in event.claims or _touches(claim, event.evidence)]
    for accused in (
        [actor for event in charges if event.type == "ACCUSE" for actor in event.recipients],
        [actor for event in charges if event.type == "ASSAULT" for actor in event.actors],
    ):
        sides = _sides(coding, accused)
        if sides and (own.isdisjoint(sides) or (len(own) > 1 and own.issuperset(sides))):
            return sides
    return []


def _own_sides(coding: Coding, claim: Claim) -> set[str]:
    return {actor.side for actor in coding.meant(claim.speaker) if actor.side is not None}


def _sides(coding: Coding, actor_ids: Sequence[str]) -> list[str]:
    actors = [actor for actor_id in actor_ids for actor in coding.meant(actor_id)]
    return list(dict.fromkeys(actor.side for actor in actors if actor.side is not None))


def _touches(claim: Claim, evidence: Span) -> bool:
    return any(part.overlaps(evidence) for part in claim.content)
