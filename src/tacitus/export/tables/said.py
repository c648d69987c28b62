"""Tables of who speaks and what is said: reports, actors, claims, figures, checks, warnings."""

from __future__ import annotations

from typing import get_args

from tacitus.export.tables.column import REPORT, Column, Table, field, numbered, one_of, span_columns
from tacitus.export.tables.mention import actor_name, actor_side, mention_table
from tacitus.model import FIGURE_KINDS, GROUP_TYPES, STANCES, Actor, ActorKind, Check, Claim, Coding, Figure, Report
from tacitus.model.check import CheckKind, Verdict

REPORTS: Table[Coding, Report] = Table(
    "reports",
    "A report as it was read; every offset counts characters of its text.",
    lambda coding: (coding.report,),
    (
        REPORT,
        field("title", "text", "Headline.", lambda report: report.title),
        field("published", "day", "Day of publication.", lambda report: report.published),
        field("outlet", "text", "Who published it.", lambda report: report.outlet),
        field("url", "text", "Its address.", lambda report: report.url),
        field("language", "text", "ISO 639-1 code.", lambda report: report.language),
        field("text", "text", "The whole text.", lambda report: report.text),
    ),
)

ACTORS: Table[Coding, Actor] = Table(
    "actors",
    "A person, organisation, state, armed group or population.",
    lambda coding: coding.actors,
    (
        REPORT,
        field("id", "text", "Id of the actor.", lambda actor: actor.id),
        field("name", "text", "Name.", lambda actor: actor.name),
        field("kind", "text", one_of(get_args(ActorKind)), lambda actor: actor.kind),
        field("side", "text", "ISO 3166-1 alpha-3 code, else the group's short name.", lambda actor: actor.side),
        field("sector", "text", "PLOVER sector code.", lambda actor: actor.sector),
        field("role", "text", "Title or description in the report's words.", lambda actor: actor.role),
        field("members", "list", "Ids of the actors that a phrase for several means.", lambda actor: actor.members),
    ),
)

MENTIONS = mention_table(
    "mentions",
    "A place in the text that means an actor.",
    owner="actor",
    place="mention",
    owners=lambda coding: ((actor.id, actor.mentions) for actor in coding.actors),
)

CLAIMS: Table[Coding, Claim] = Table(
    "claims",
    "What a speaker is reported to have said; its words are in claim_contents.",
    lambda coding: coding.claims,
    (
        REPORT,
        field("id", "text", "Id of the claim.", lambda claim: claim.id),
        field("speaker", "text", "Id of the actor who says it; empty: not named.", lambda claim: claim.speaker),
        Column("speaker_name", "text", "The speaker's name.", lambda claim, coding: actor_name(claim.speaker, coding)),
        Column("speaker_side", "text", "The speaker's side.", lambda claim, coding: actor_side(claim.speaker, coding)),
        field("chain", "list", "Ids of the actors through whom it came, outermost first.", lambda claim: claim.chain),
        field("stance", "text", one_of(STANCES), lambda claim: claim.stance),
        field("said", "day", "The day it was said, where the report tells.", lambda claim: claim.said),
        field("quoted", "flag", "Whether the words are a quotation.", lambda claim: claim.quoted),
        field("confidence", "number", "0 to 1.", lambda claim: claim.confidence),
        *span_columns("The words that name the speaker here", lambda claim: claim.source, prefix="source_"),
        *span_columns("The words that attribute", lambda claim: claim.cue, prefix="cue_"),
    ),
)

CLAIM_CONTENTS = mention_table(
    "claim_contents",
    "A stretch of the words that a claim attributes.",
    owner="claim",
    place="stretch",
    owners=lambda coding: ((claim.id, claim.content) for claim in coding.claims),
)

FIGURES: Table[Coding, Figure] = Table(
    "figures",
    "A number of people of one kind, as one speaker or the report itself states it.",
    lambda coding: coding.figures,
    (
        REPORT,
        field("id", "text", "Id of the figure.", lambda figure: figure.id),
        field("kind", "text", one_of(FIGURE_KINDS), lambda figure: figure.kind),
        field("low", "integer", "Lower bound; empty: open.", lambda figure: figure.bounds.low),
        field("best", "integer", "The number to use.", lambda figure: figure.bounds.best),
        field("high", "integer", "Upper bound; empty: open.", lambda figure: figure.bounds.high),
        field("group_side", "text", "Side of the people counted.", lambda figure: figure.group.side),
        field("group_type", "text", f"Whose people: {one_of(GROUP_TYPES)}", lambda figure: figure.group.type),
        field("group_actor", "text", "Id of the actor whose people they are.", lambda figure: figure.group.actor),
        field("by", "text", "Id of the actor who states it; empty: the report's own voice.", lambda figure: figure.by),
        Column("by_name", "text", "That actor's name.", lambda figure, coding: actor_name(figure.by, coding)),
        Column("by_side", "text", "That actor's side.", lambda figure, coding: actor_side(figure.by, coding)),
        field("claim", "text", "Id of the claim that holds it.", lambda figure: figure.claim),
        field("event", "text", "Id of the event that it tells the toll of.", lambda figure: figure.event),
        field("background", "flag", "History, not news.", lambda figure: figure.background),
        field("denied", "flag", "The speaker denies the number.", lambda figure: figure.denied),
        field("revises", "integer", "The earlier number that this one replaces.", lambda figure: figure.revises),
        field("confidence", "number", "0 to 1.", lambda figure: figure.confidence),
        *span_columns("The figure", lambda figure: figure.span),
    ),
)

CHECKS: Table[Coding, tuple[int, Check]] = Table(
    "checks",
    "A comparison of what the report states.",
    lambda coding: numbered(coding.checks),
    (
        REPORT,
        field("number", "integer", "Its place among the report's checks, from 1.", lambda item: item[0]),
        field("kind", "text", one_of(get_args(CheckKind)), lambda item: item[1].kind),
        field("figure", "text", "Id of the total.", lambda item: item[1].figure),
        field("parts", "list", "Ids of the figures that it is compared with.", lambda item: item[1].parts),
        field("events", "list", "Ids of the events compared.", lambda item: item[1].events),
        field("verdict", "text", one_of(get_args(Verdict)), lambda item: item[1].verdict),
        field("detail", "text", "The comparison in words.", lambda item: item[1].detail),
    ),
)

WARNINGS: Table[Coding, tuple[int, str]] = Table(
    "warnings",
    "What could not be coded, and why.",
    lambda coding: numbered(coding.warnings),
    (
        REPORT,
        field("number", "integer", "Its place among the report's warnings, from 1.", lambda item: item[0]),
        field("warning", "text", "The warning.", lambda item: item[1]),
    ),
)
