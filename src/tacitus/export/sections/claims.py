"""Claims under their speakers, in the order in which these first speak."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tacitus.export.page_options import PageOptions
from tacitus.export.sections.layout import grid, heading, indented
from tacitus.export.wording import UNNAMED, actor_text, claim_words, plain, sureness, words_of
from tacitus.model import Claim, Coding

_STANCE_STYLES = {"deny": "yellow", "accuse": "red", "threaten": "red", "admit": "magenta"}
_STANCE_WIDTH = 8
_CUE_WIDTH = 14


def claims_section(coding: Coding, options: PageOptions) -> Iterator[RenderableType]:
    """Stance, cue and words of every claim."""
    if not coding.claims:
        yield Text("No claims.", style="dim")
        return
    yield heading("Claims")
    for speaker, claims in _by_speaker(coding):
        yield indented(_speaker(speaker, coding))
        yield indented(_table(claims, coding, options), levels=2)


def _by_speaker(coding: Coding) -> list[tuple[str | None, list[Claim]]]:
    groups: dict[str | None, list[Claim]] = {}
    for claim in coding.claims:
        groups.setdefault(claim.speaker, []).append(claim)
    return list(groups.items())


def _speaker(actor_id: str | None, coding: Coding) -> Text:
    actor = coding.actor(actor_id)
    if actor_id is None or actor is None:
        return Text(UNNAMED, style="italic")
    line = Text(actor_text(actor_id, coding), style="cyan")
    if actor.role:
        line.append(f", {plain(actor.role)}", style="not bold dim")
    return line


def _table(claims: list[Claim], coding: Coding, options: PageOptions) -> Table:
    table = grid()
    table.add_column(width=_STANCE_WIDTH, no_wrap=True)
    table.add_column(width=_CUE_WIDTH, style="dim", overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for claim in claims:
        cue = words_of((claim.cue,), coding) if claim.cue else ""
        words = Text(claim_words(claim, coding))
        words.append(_circumstances(claim, coding), style="dim")
        if options.explain:
            words.append(f" [{_explained(claim, coding)}]", style="dim italic")
        table.add_row(Text(claim.stance, style=_STANCE_STYLES.get(claim.stance, "")), Text(cue), words)
    return table


def _circumstances(claim: Claim, coding: Coding) -> str:
    through = ", ".join(actor_text(link, coding) for link in claim.chain if link != claim.speaker)
    parts = [f"through {through}" if through else "", f"on {claim.said.isoformat()}" if claim.said else ""]
    told = "; ".join(part for part in parts if part)
    return f" [{told}]" if told else ""


def _explained(claim: Claim, coding: Coding) -> str:
    source = f"speaker from “{words_of((claim.source,), coding)}”" if claim.source else "speaker from the context"
    return "; ".join([claim.id, source, sureness(claim.confidence)])
