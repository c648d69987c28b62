"""Whether a coded actor is the speaker that the gold names."""

from __future__ import annotations

from tacitus.evaluate.annotation import REPORT_VOICE, Gold, GoldClaim, GoldFigure
from tacitus.evaluate.side_spelling import is_state_code, one_spelling, same_side
from tacitus.evaluate.wording import share_name_word
from tacitus.model import Actor, Claim, Coding, Figure


def claim_speaker_agrees(gold: GoldClaim, coded: Claim, coding: Coding) -> bool:
    """Same side where both have one; where either has none, a shared name word.

    The gold's speaker is compared with the actor's name, role and mentions and with the words that name the speaker at
    the claim. A coded claim without a speaker agrees with none.
    """
    actor = coding.actor(coded.speaker)
    if actor is None:
        return False
    if gold.side is not None and actor.side is not None:
        return same_side(gold.side, actor.side)
    here = [] if coded.source is None else [coded.source.words(coding.report.text)]
    return share_name_word(gold.speaker, [*actor_names(actor, coding), *here])


def figure_speaker_agrees(gold: Gold, figure: GoldFigure, coded: Figure, coding: Coding) -> bool:
    """Whether both say that the same side, or the report itself, states the number.

    Gold that does not know matches any. The report's own voice agrees only with a coded figure by nobody. A gold side
    is the coded actor's side; where either has no side, a shared name word decides, as for claims. What stands in the
    gold's ``by`` is a side if it is three capitals (a state) or a side elsewhere in the report's gold, else a name.
    """
    if figure.by is None:
        return True
    actor = coding.actor(coded.by)
    if actor is None or figure.by == REPORT_VOICE:
        return actor is None and figure.by == REPORT_VOICE
    if actor.side is not None and (same_side(actor.side, figure.by) or is_side(figure.by, gold)):
        return same_side(actor.side, figure.by)
    return share_name_word(figure.by, actor_names(actor, coding))


def is_side(name: str, gold: Gold) -> bool:
    """Whether a name in the gold is a side: three capitals (a state), or the side of a speaker or a counted group."""
    return is_state_code(name) or one_spelling(name) in map(one_spelling, gold.sides)


def actor_names(actor: Actor, coding: Coding) -> list[str]:
    """The names that a coding has for an actor: its name, its role and the words of its mentions."""
    mentions = [mention.words(coding.report.text) for mention in actor.mentions]
    return [actor.name, *([] if actor.role is None else [actor.role]), *mentions]
