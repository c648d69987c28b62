"""Truces as rows shaped like the ETH/PRIO Civil Conflict Ceasefire Dataset: a row for each party of a ceasefire.

Source: the variables of the release of October 2022 (Clayton and others 2022, https://doi.org/10.1177/00220027221129195);
its links between ceasefires and its coders' own marks are left out. What the dataset codes as unclear is empty here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TextIO

from tacitus.export.formats.case import Case, stable_number
from tacitus.export.formats.columns import Field, Value, lifted, unfilled, write_table
from tacitus.export.formats.countries import Country, country, ucdp_country
from tacitus.export.formats.sources import PREFIX, source_fields, spans_text
from tacitus.export.wording import plain
from tacitus.model.incident import IncidentCeasefire, Source, TruceStep

_MEDIATED = 1
_Moment = Literal["declared", "in_effect", "ended"]
_OF_MOMENT = {"declared": ("declared", "renewed"), "in_effect": ("in_effect",), "ended": ("ended",)}


@dataclass(frozen=True, slots=True)
class _Row:
    case: Case
    truce: IncidentCeasefire
    party: str | None

    @property
    def where(self) -> Country | None:
        """The state that the incident is in, as UCDP numbers it."""
        place = self.case.incident.place
        return ucdp_country(place.country) if place else None


def write_ceasefires(cases: Iterable[Case], stream: TextIO) -> None:
    """A row for each party of each incident's truce, one without a party where none is told."""
    write_table(CEASEFIRE_FIELDS, _rows(cases), stream)


def _rows(cases: Iterable[Case]) -> Iterator[_Row]:
    for case in cases:
        truce = case.incident.ceasefire
        if truce is not None:
            yield from (_Row(case, truce, party) for party in truce.parties or (None,))


def _actor(row: _Row) -> str | None:
    state = country(row.party)
    return f"Government of {state.ucdp_name}" if state else row.party


def _date_fields(prefix: str, moment: _Moment) -> tuple[Field[_Row], ...]:
    def day(row: _Row) -> date | None:
        found: date | None = getattr(row.truce, moment)
        return found

    def part(attribute: str) -> Field[_Row]:
        name = f"{prefix}_{'yr' if attribute == 'year' else attribute}"
        return Field(name, lambda row: getattr(day(row), attribute) if day(row) else None)

    return tuple(part(attribute) for attribute in ("year", "month", "day"))


def _evidence(moment: _Moment) -> Field[_Row]:
    def words(row: _Row) -> str | None:
        found = (_words(row, step) for step in row.truce.steps if step.kind in _OF_MOMENT[moment])
        return next((text for text in found if text), None)

    return Field("evidence_onset" if moment == "declared" else "evidence_end", words)


def _words(row: _Row, step: TruceStep) -> str | None:
    coding = row.case.codings.get(step.source.report)
    return plain(step.source.span.words(coding.report.text)) if coding else None


def _spans(kind: str) -> Field[_Row]:
    def spans(row: _Row) -> str:
        moments = _OF_MOMENT.get(kind, (kind,))
        return spans_text(step.source for step in row.truce.steps if step.kind in moments)

    return Field(f"{PREFIX}{kind}_spans", spans)


def _sided(row: _Row) -> Value:
    count = len(row.truce.parties)
    return ("unilateral", "bilateral", "multilateral")[min(count, 3) - 1] if count else None


def _violations(row: _Row) -> str:
    """Who is said to have broken it, and who says so: ``ARM alleged by AZE``, each once."""
    alleged = (f"{step.against or 'unknown'} alleged by {step.by or 'unknown'}" for step in row.truce.violations)
    return ";".join(dict.fromkeys(alleged))


def _violation_sources(row: _Row) -> Iterator[Source]:
    return (step.source for step in row.truce.violations)


CEASEFIRE_FIELDS: tuple[Field[_Row], ...] = (
    Field("cc", lambda row: row.where.gw if row.where else None),
    Field("location", lambda row: row.where.ucdp_name if row.where else None),
    Field("region", lambda row: row.where.ucdp_region if row.where else None),
    Field("cf_id", lambda row: stable_number(row.case.incident.id)),
    *unfilled("uniq_id", "ucdp_actor_id"),
    Field("actor_name", _actor),
    *unfilled("ucdp_acd_id", "ucdp_dyad", "pax_id"),
    *_date_fields("cf_dec", "declared"),
    *_date_fields("cf_effect", "in_effect"),
    _evidence("declared"),
    *unfilled("side", "partial", "written"),
    *unfilled("p_humanitarian", "p_peaceprocess", "p_holiday", "p_election", "p_other", "p_unclear", "p_other_comment"),
    *unfilled("ceasefire_class", "timing"),
    Field("mediator_nego", lambda row: _MEDIATED if row.truce.mediators else None),
    *unfilled("mediator_send", "implement", "enforcement", "ddr", "nsa_frac", "splinter", "cf_pp"),
    *unfilled("fixed", "fixed_time", "ended"),
    *_date_fields("end", "ended"),
    _evidence("ended"),
    Field("comment", lambda row: plain(row.case.incident.title)),
    *lifted(source_fields(), lambda row: row.case),
    Field(f"{PREFIX}side", lambda row: row.party),
    Field(f"{PREFIX}sided", _sided),
    Field(f"{PREFIX}mediators", lambda row: ";".join(row.truce.mediators)),
    Field(f"{PREFIX}status", lambda row: row.truce.status),
    Field(f"{PREFIX}violations", _violations),
    _spans("declared"),
    _spans("in_effect"),
    Field(f"{PREFIX}violation_spans", lambda row: spans_text(_violation_sources(row))),
    _spans("ended"),
)
"""The columns of the export; those that no value fills stay empty."""
