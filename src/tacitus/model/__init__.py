"""The vocabulary: frozen, typed dataclasses that every stage speaks. Imports nothing else of the package."""

from tacitus.model.actor import Actor, ActorKind
from tacitus.model.ceasefire import CEASEFIRE_STATUSES, Ceasefire, CeasefireStatus, Violation
from tacitus.model.check import Check
from tacitus.model.claim import STANCES, Claim, Stance
from tacitus.model.coding import Coding
from tacitus.model.event import ASPECTS, EVENT_TYPES, Aspect, Event, EventType
from tacitus.model.figure import FIGURE_KINDS, GROUP_TYPES, Bounds, Figure, FigureKind, Group, GroupType
from tacitus.model.place import PLACE_PRECISIONS, Place, PlacePrecision
from tacitus.model.report import Report
from tacitus.model.span import Span
from tacitus.model.territory import RELATION_KINDS, Relation, RelationKind, Territory
from tacitus.model.when import DATE_PRECISIONS, DateExpression, DatePrecision

__all__ = [
    "ASPECTS",
    "CEASEFIRE_STATUSES",
    "DATE_PRECISIONS",
    "EVENT_TYPES",
    "FIGURE_KINDS",
    "GROUP_TYPES",
    "PLACE_PRECISIONS",
    "RELATION_KINDS",
    "STANCES",
    "Actor",
    "ActorKind",
    "Aspect",
    "Bounds",
    "Ceasefire",
    "CeasefireStatus",
    "Check",
    "Claim",
    "Coding",
    "DateExpression",
    "DatePrecision",
    "Event",
    "EventType",
    "Figure",
    "FigureKind",
    "Group",
    "GroupType",
    "Place",
    "PlacePrecision",
    "Relation",
    "RelationKind",
    "Report",
    "Span",
    "Stance",
    "Territory",
    "Violation",
]
