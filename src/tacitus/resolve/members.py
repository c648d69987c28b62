"""Who is meant where several sides are named in one phrase: the members of such an actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tacitus.model import ActorKind
from tacitus.resolve.belonging import Sides
from tacitus.resolve.entries import Entries, Entry
from tacitus.resolve.syntax import Syntax
from tacitus.resolve.together import NOT_PARTIES, Together, coordinated

# Sentences back in which names joined by "and" are those meant: with 3 and more, right ones turn wrong.
_NEAR = 1
_OF_STATES = frozenset(("state", "demonym", "capital", "seat", "forces", "historic"))


class Members:
    """The actors of one report that are several, put among its entries."""

    def __init__(self, syntax: Syntax, sides: Sides, entries: Entries) -> None:
        self.syntax, self.sides, self.entries = syntax, sides, entries
        self.states = frozenset(match.name.side for match in sides.matches if match.name.kind in _OF_STATES)
        self._bodies = frozenset(match.name.side for match in sides.matches if match.name.kind == "organization")

    def put(self, entry: Entry, together: Together, head: int) -> int:
        """The number of the actor that a phrase for several names, its members known where they are told near it."""
        sides = together.told or self._joined_before(head, together)
        entry.key, entry.together = ("together", self.syntax.lower[head], *sorted(sides)), together
        number = self.entries.put(entry)
        if sides and not self.entries.all[number].members:
            self._give(number, sides, near=head)
        return number

    def both(self, head: int, together: Together) -> int | None:
        """The actor that "both" or "the two" means by itself, ``None`` where nothing near tells who they are."""
        numbers = self._of_sides(self._joined_before(head, together), near=head)
        return self.joined(numbers) if numbers else None

    def joined(self, numbers: Sequence[int]) -> int | None:
        """The actor that several named ones are together, ``None`` unless they are of different sides, all known."""
        members = [self.entries.all[number] for number in numbers]
        sides = {member.side for member in members}
        if None in sides or len(sides) < len(members) or len(members) < 2:
            return None
        names = [member.name for member in members]
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        sectors = {member.sector for member in members}
        entry = Entry(
            ("together", "and", *map(str, sorted(numbers))),
            name,
            _kind({member.kind for member in members}),
            None,
            sectors.pop() if len(sectors) == 1 else None,
            None,
            plural=True,
            together=Together(len(numbers)),
            members=tuple(numbers),
        )
        return self.entries.put(entry)

    def open(self) -> list[int]:
        """The actors that are several and whose members are not told near where they are named."""
        return [number for number, entry in enumerate(self.entries.all) if entry.together and not entry.members]

    def give(self, number: int, sides: Iterable[str]) -> None:
        """Tell whose sides an open actor means; one that is then another's double becomes that one.

        Nothing is told where a side has no actor in the report.
        """
        entry = self.entries.all[number]
        self._give(number, sides, near=min(entry.mentions)[0])
        twin = self._twin(number, entry) if entry.members else None
        if twin is not None:
            self.entries.join(twin, number)

    def _twin(self, number: int, entry: Entry) -> int | None:
        for other, twin in enumerate(self.entries.all):
            known = other != number and twin.same_as is None and twin.key[:2] == entry.key[:2]
            if known and set(twin.members) == set(entry.members):
                return other
        return None

    def _give(self, number: int, sides: Iterable[str], *, near: int) -> None:
        self.entries.all[number].members = self._of_sides(sides, near=near)

    def _of_sides(self, sides: Iterable[str], *, near: int) -> tuple[int, ...]:
        found = [self.entries.of_side(side, near=near) for side in sides]
        return tuple(number for number in found if number is not None) if None not in found else ()

    def _joined_before(self, head: int, together: Together) -> tuple[str, ...]:
        """The sides of the names that "and" joins last before a phrase, as many as it means."""
        syntax, number = self.syntax, together.count or 2
        for token in range(head - 1, -1, -1):
            if syntax.sentence[head] - syntax.sentence[token] > _NEAR:
                break
            names = coordinated(syntax, token)
            sides = tuple(side for name in names if (side := self._side_at(name)) is not None)
            fit = not together.states or self.states.issuperset(sides)
            if len(names) == number == len(set(sides)) and fit:
                return sides
        return ()

    def _side_at(self, token: int) -> str | None:
        match = self.sides.at.get(token)
        if match is not None:
            return None if match.name.kind in NOT_PARTIES else match.name.side
        number = self.entries.at(token)
        side = self.entries.all[number].side if number is not None else None
        return None if side in self._bodies else side


def _kind(kinds: set[ActorKind]) -> ActorKind:
    """Of several of one kind that kind, but several persons are a population."""
    if len(kinds) > 1:
        return "organization"
    kind = kinds.pop()
    return "population" if kind == "person" else kind
