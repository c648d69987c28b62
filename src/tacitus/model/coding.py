"""A coding: all that one report was found to say."""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.model.actor import Actor
from tacitus.model.ceasefire import Ceasefire
from tacitus.model.check import Check
from tacitus.model.claim import Claim
from tacitus.model.event import Event
from tacitus.model.figure import Figure
from tacitus.model.place import Place
from tacitus.model.report import Report
from tacitus.model.serialize import coding_to_dict
from tacitus.model.territory import Relation, Territory
from tacitus.model.when import DateExpression


@dataclass(frozen=True, slots=True)
class Coding:
    """The coding of one report: every value points to the characters of ``report.text`` that it rests on.

    ``warnings`` tell what could not be coded and why (relative dates of a report without a published date).
    """

    report: Report
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    territories: tuple[Territory, ...] = ()
    relations: tuple[Relation, ...] = ()
    ceasefires: tuple[Ceasefire, ...] = ()
    checks: tuple[Check, ...] = ()
    warnings: tuple[str, ...] = ()

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor of that id, ``None`` for ``None``.

        Raises:
            KeyError: no actor of this coding has that id.
        """
        if actor_id is None:
            return None
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def meant(self, actor_id: str | None) -> tuple[Actor, ...]:
        """Whom the actor of that id stands for: its members where it is several, else itself; nobody for ``None``.

        Raises:
            KeyError: no actor of this coding has that id, or that of one of its members.
        """
        actor = self.actor(actor_id)
        if actor is None:
            return ()
        members = (self.actor(member) for member in actor.members)
        return tuple(member for member in members if member is not None) or (actor,)

    def to_dict(self) -> dict[str, object]:
        """The coding in the form of the published JSON contract (``docs/coding.schema.json``)."""
        return coding_to_dict(self)
