"""The registry of actors for a reader: a table for the terminal, and JSON."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from tacitus.export.sections.layout import headed
from tacitus.export.wording import plain
from tacitus.resolve.state_names import state_name
from tacitus.store import KnownActor, Sighting

_WIDE = 120
"""Characters from which on other names, first and last day have columns of their own."""
_NAMES = 3


class KnownActorsTable:
    """One row an actor, as wide as the terminal allows."""

    def __init__(self, actors: Sequence[KnownActor]) -> None:
        self._actors = actors

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table for the width that there is."""
        yield _table(self._actors, wide=options.max_width >= _WIDE)


def known_actor_to_dict(known: KnownActor) -> dict[str, object]:
    """An actor as JSON: values that no report tells are null, days ISO days, reports by day."""
    return {
        "id": known.id,
        "name": known.name,
        "kind": known.kind,
        "side": known.side,
        "sector": known.sector,
        "role": known.role,
        "aliases": [{"name": alias.name, "mentions": alias.mentions} for alias in known.aliases],
        "mentions": known.mentions,
        "first": _seen(known.first),
        "last": _seen(known.last),
        "reports": list(known.reports),
    }


def _seen(sighting: Sighting | None) -> dict[str, object] | None:
    if sighting is None or sighting.published is None:
        return None
    return {"day": sighting.published.isoformat(), "report": sighting.report}


def _table(actors: Sequence[KnownActor], *, wide: bool) -> Table:
    table = headed()
    if wide:
        table.add_column("id", no_wrap=True)
    table.add_column("actor", ratio=2, overflow="fold")
    table.add_column("side", max_width=20, overflow="fold")
    table.add_column("sector", no_wrap=True)
    table.add_column("role", ratio=1, overflow="fold")
    if wide:
        table.add_column("also", ratio=1, overflow="fold")
        table.add_column("first", no_wrap=True)
        table.add_column("last", no_wrap=True)
    table.add_column("reports", justify="right", no_wrap=True)
    for known in actors:
        start = [Text(known.id, style="cyan")] if wide else []
        ends = (_day(known.first), _day(known.last))
        more = [Text(_also(known), style="dim"), *map(Text, ends)] if wide else []
        side = Text(plain(state_name(known.side) or known.side) if known.side else "")
        told = Text(f"{len(known.reports):,}")
        name, role = Text(plain(known.name), style="bold"), Text(plain(known.role or ""))
        table.add_row(*start, name, side, Text(known.sector or "", style="dim"), role, *more, told)
    return table


def _also(known: KnownActor) -> str:
    others = [plain(alias.name) for alias in known.aliases if alias.name != known.name]
    rest = len(others) - _NAMES
    return ", ".join(others[:_NAMES]) + (f" and {rest} more" if rest > 0 else "")


def _day(sighting: Sighting | None) -> str:
    return sighting.published.isoformat() if sighting and sighting.published else ""
