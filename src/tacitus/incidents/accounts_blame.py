"""Who says who did it: accusations, denials and admissions of the violence of an incident."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tacitus.codebook.responsibility import Responsibility
from tacitus.incidents.accounts_lexicon import account_lexicon
from tacitus.incidents.accounts_tellings import Telling, shortened
from tacitus.incidents.tolls_claimants import REPORT_VOICE
from tacitus.model import Span
from tacitus.model.incident import Source, Toll

Stance = Literal["admits", "denies", "accuses"]


@dataclass(frozen=True, slots=True)
class Blame:
    """What one voice says of who did it; ``first``: also of who began. ``words`` are the very words."""

    by: str
    stance: Stance
    blamed: str
    first: bool
    report: str
    words: Span
    says: str

    @property
    def responsibility(self) -> Responsibility:
        """The same as the codebooks take it."""
        return Responsibility(self.by, self.stance, self.blamed, Source(self.report, self.words))


def blames(told: Iterable[Telling], *, fighting: Collection[str]) -> tuple[Blame, ...]:
    """Every accusation, denial and admission of violence, each voice's first of its kind, in the order of the reports.

    The reports' own voice accuses nobody. Of the sides that fight only what is told as an accusation counts, since
    they tell of each other's attacks throughout; third parties accuse also by telling who did it. A side that tells of
    its own attack on an enemy admits nothing.
    """
    found: dict[tuple[str, Stance, str, bool], Blame] = {}
    for telling in told:
        if telling.event.type not in ("ASSAULT", "ACCUSE") or telling.by == REPORT_VOICE:
            continue
        for stance, blamed in _read(telling, fighting):
            blame = _blame(telling, stance, blamed)
            found.setdefault((blame.by, stance, blamed, blame.first), blame)
    return tuple(found.values())


def _read(telling: Telling, fighting: Collection[str]) -> list[tuple[Stance, str]]:
    if telling.event.type == "ACCUSE":
        return _accusation(telling)
    attackers, own = telling.attackers, telling.side
    if telling.denied:
        return [("denies", own)] if own is not None and own in attackers else []
    if own is not None and own in attackers:
        return [("admits", own)] if telling.stance == "admit" and telling.recipients != (own,) else []
    accuses = telling.stance == "accuse" or (telling.stance == "assert" and own not in fighting)
    return [("accuses", attackers[0])] if accuses and len(attackers) == 1 else []


def _accusation(telling: Telling) -> list[tuple[Stance, str]]:
    """An accusation that a claim holds: of whom the speaker's own side accuses."""
    accusers, accused = telling.attackers, telling.recipients
    if telling.denied or telling.stance != "accuse" or telling.side not in accusers or len(accused) != 1:
        return []
    return [("accuses", accused[0])] if accused[0] != telling.side else []


def _blame(telling: Telling, stance: Stance, blamed: str) -> Blame:
    text = telling.coding.report.text
    shown = shortened(text, telling.words)
    first = account_lexicon().first.search(telling.words.words(text)) is not None
    return Blame(telling.by, stance, blamed, first, telling.coding.report.id, shown, shown.words(text))


def responsibilities(
    told: Sequence[Blame], tolls: Iterable[Toll], attacks: Iterable[Telling]
) -> tuple[Responsibility, ...]:
    """What the codebooks are told of who did it.

    A side accepts responsibility where it admits the attack, or where it tells of its own attack and itself counts
    civilians of another side among the dead.
    """
    found = [blame.responsibility for blame in told]
    counted = {
        (toll.by, toll.side): toll.current
        for toll in tolls
        if toll.kind == "killed" and toll.group_type == "civilian" and toll.current and toll.current.best
    }
    for telling in attacks:
        own = telling.side
        if own is None or telling.denied or own not in telling.attackers or telling.event.type != "ASSAULT":
            continue
        for side in telling.recipients:
            stated = counted.get((own, side)) if side != own else None
            if stated is not None:
                found.append(Responsibility(own, "admits", own, Source(stated.report, stated.span)))
    return tuple(dict.fromkeys(found))
