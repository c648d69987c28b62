"""The vocabulary: frozen, typed dataclasses that every stage speaks. Imports nothing else of the package."""

from tacitus.model.actor import Actor, ActorKind
from tacitus.model.check import Check
from tacitus.model.claim import STANCES, Claim, Stance
from tacitus.model.coding import Coding
from tacitus.model.figure import FIGURE_KINDS, GROUP_TYPES, Bounds, Figure, FigureKind, Group, GroupType
from tacitus.model.report import Report
from tacitus.model.span import Span

__all__ = [
    "FIGURE_KINDS",
    "GROUP_TYPES",
    "STANCES",
    "Actor",
    "ActorKind",
    "Bounds",
    "Check",
    "Claim",
    "Coding",
    "Figure",
    "FigureKind",
    "Group",
    "GroupType",
    "Report",
    "Span",
    "Stance",
]
