"""Tables of the places in a text that belong to a thing with an id, and what a row tells of an actor by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tacitus.export.tables.column import REPORT, Table, field, numbered, span_columns
from tacitus.model import Coding, Span

Owners = Callable[[Coding], Iterable[tuple[str, tuple[Span, ...]]]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text; ``number`` counts those of one owner from 1."""

    owner: str
    number: int
    span: Span


def mention_table(name: str, about: str, *, owner: str, place: str, owners: Owners) -> Table[Coding, Mention]:
    """A table with a row for each place in the text of each owner; ``place`` is what such a place is called."""

    def rows(coding: Coding) -> Iterator[Mention]:
        for owner_id, spans in owners(coding):
            for number, span in numbered(spans):
                yield Mention(owner_id, number, span)

    return Table(
        name,
        about,
        rows,
        (
            REPORT,
            field(owner, "text", f"Id of the {owner}.", lambda mention: mention.owner),
            field("number", "integer", f"Which {place} of the {owner}, from 1.", lambda mention: mention.number),
            *span_columns(f"The {place}", lambda mention: mention.span),
        ),
    )


def actor_name(actor_id: str | None, coding: Coding) -> str | None:
    """The name of the actor of that id."""
    actor = coding.actor(actor_id)
    return actor.name if actor else None


def actor_side(actor_id: str | None, coding: Coding) -> str | None:
    """The side of the actor of that id."""
    actor = coding.actor(actor_id)
    return actor.side if actor else None
