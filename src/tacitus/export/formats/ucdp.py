"""Incidents as rows shaped like those of UCDP's Georeferenced Event Dataset (GED).

Source: UCDP GED codebook, version 25.1 (https://ucdp.uu.se/downloads), whose 49 columns are those of 24.1. An event is
armed force of an organised actor against another, or against civilians, with at least one death by its low, best or
high estimate.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TextIO

from tacitus.export.formats.case import Case, stable_number
from tacitus.export.formats.columns import Field, lifted, unfilled, write_table
from tacitus.export.formats.countries import Country, country, ucdp_country
from tacitus.export.formats.parties import Party, pair, parts, target
from tacitus.export.formats.sources import PREFIX, reports, source_fields, spans_text
from tacitus.export.formats.ucdp_codes import TypeOfViolence, date_precision, type_of_violence, where_precision
from tacitus.export.wording import plain
from tacitus.model import EventType
from tacitus.model.incident import SideRange, UcdpEstimate

_STATE_BASED: Final = 1
_ONE_SIDED: Final = 3
_VIOLENCE: tuple[EventType, ...] = ("ASSAULT",)
_CELL, _CELLS_AROUND = 0.5, 720


@dataclass(frozen=True, slots=True)
class _Row:
    case: Case
    estimate: UcdpEstimate
    type: TypeOfViolence | None
    a: Party | None
    b: Party | None
    where: Country | None


def write_ucdp(cases: Iterable[Case], stream: TextIO) -> None:
    """A row for each incident with a death; history is none."""
    write_table(UCDP_FIELDS, _rows(cases), stream)


def prio_grid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID 2.0 that holds a point: half a degree wide, counted eastward and from the South Pole."""
    row = min(math.floor((lat + 90) / _CELL), 359)
    column = min(math.floor((lon + 180) / _CELL), _CELLS_AROUND - 1)
    return row * _CELLS_AROUND + column + 1


def _rows(cases: Iterable[Case]) -> Iterator[_Row]:
    for case in cases:
        estimate = case.incident.estimates.ucdp
        if case.incident.background or estimate is None or not (estimate.best or estimate.high):
            continue
        first, second = _sides(case)
        place = case.incident.place
        where = ucdp_country(place.country) if place else None
        kind = type_of_violence(first, second)
        if kind == _STATE_BASED and first and second and _is_state(second) and not _is_state(first):
            first, second = second, first  # side A of state-based conflict is a government
        yield _Row(case, estimate, kind, first, second, where)


def _sides(case: Case) -> tuple[Party | None, Party | None]:
    found = parts(case, _VIOLENCE)
    against = [target(mention) for mention in case.happened() if mention.event.type in _VIOLENCE]
    only_civilians = "civilians" in against and "armed" not in against
    return pair(found, against="civilians" if only_civilians else "armed")


def _is_state(party: Party) -> bool:
    return party.kind in ("state", "police")


def _side(party: Party | None) -> str | None:
    if party is None:
        return None
    if not party.armed:
        return "Civilians"
    state = country(party.side) if _is_state(party) else None
    return f"Government of {state.ucdp_name}" if state else plain(party.name)


def _dyad(row: _Row) -> str | None:
    a, b = _side(row.a), _side(row.b)
    return f"{a} - {b}" if a and b else None


def _gw(party: Party | None) -> int | None:
    state = country(party.side) if party and _is_state(party) else None
    return state.gw if state else None


def _combatants(row: _Row, party: Party | None) -> int | None:
    if row.type is None or party is None or not party.armed:
        return None
    return sum(deaths.best for deaths in row.estimate.combatants if deaths.side == party.side)


def _civilians(row: _Row) -> int:
    if row.type == _ONE_SIDED:
        return row.estimate.best
    return _best(row.estimate.civilians)


def _unknown(row: _Row) -> int:
    """All other dead, so that the four numbers add up to ``best``."""
    told = [_combatants(row, row.a), _combatants(row, row.b), _civilians(row)]
    return max(row.estimate.best - sum(number or 0 for number in told), 0)


def _best(deaths: SideRange | None) -> int:
    return deaths.best if deaths else 0


def _date_precision(row: _Row) -> int | None:
    start, end = row.case.incident.start, row.case.incident.end
    if start is None or end is None:
        return None
    return date_precision((end - start).days + 1)


def _date(row: _Row, which: Literal["start", "end"]) -> str | None:
    incident = row.case.incident
    day = incident.start if which == "start" else incident.end
    return f"{day.isoformat()} 00:00:00.000" if day else None


def _point(row: _Row) -> tuple[float, float] | None:
    where = row.case.incident.place
    return (where.lat, where.lon) if where and where.lat is not None and where.lon is not None else None


def _latitude(row: _Row) -> float | None:
    point = _point(row)
    return point[0] if point else None


def _longitude(row: _Row) -> float | None:
    point = _point(row)
    return point[1] if point else None


def _wkt(row: _Row) -> str | None:
    point = _point(row)
    return f"POINT ({point[1]} {point[0]})" if point else None


def _grid(row: _Row) -> int | None:
    point = _point(row)
    return prio_grid(*point) if point else None


def _place_name(row: _Row) -> str | None:
    where = row.case.incident.place
    return where.name if where else None


def _where_precision(row: _Row) -> int | None:
    where = row.case.incident.place
    return where_precision(where.precision) if where else None


def _admin1(row: _Row) -> str | None:
    place = row.case.place()
    return place.admin1 if place else None


def _articles(row: _Row) -> str:
    """Outlet, day and headline of each report, as GED cites them."""
    cited = ([report.outlet, report.published, report.title] for report in reports(row.case))
    return ";".join(f'"{",".join(_cell(part) for part in parts)}"' for parts in cited)


def _listed(row: _Row, which: Literal["outlet", "published", "title"]) -> str:
    return ";".join(_cell(getattr(report, which)) for report in reports(row.case))


def _cell(value: object) -> str:
    return "" if value is None else plain(str(value)).replace('"', "'").replace(";", ",")


def _claimants(row: _Row) -> str:
    """Who gives the numbers that GED's estimate rests on; the reports' own voice is nobody."""
    tolls = (toll for toll in row.case.incident.figures if toll.kind == "killed" and toll.by != "report")
    return ";".join(dict.fromkeys(_cell(_state_name(toll.by)) for toll in tolls))


def _state_name(side: str) -> str:
    state = country(side)
    return state.name if state else side


UCDP_FIELDS: tuple[Field[_Row], ...] = (
    Field("id", lambda row: stable_number(row.case.incident.id)),
    *unfilled("relid"),
    Field("year", lambda row: row.case.incident.start.year if row.case.incident.start else None),
    *unfilled("active_year", "code_status"),
    Field("type_of_violence", lambda row: row.type),
    *unfilled("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id"),
    Field("dyad_name", _dyad),
    *unfilled("side_a_dset_id", "side_a_new_id"),
    Field("side_a", lambda row: _side(row.a)),
    *unfilled("side_b_dset_id", "side_b_new_id"),
    Field("side_b", lambda row: _side(row.b)),
    Field("number_of_sources", lambda row: row.case.incident.voices),
    Field("source_article", _articles),
    Field("source_office", lambda row: _listed(row, "outlet")),
    Field("source_date", lambda row: _listed(row, "published")),
    Field("source_headline", lambda row: _listed(row, "title")),
    Field("source_original", _claimants),
    Field("where_prec", _where_precision),
    Field("where_coordinates", _place_name),
    *unfilled("where_description"),
    Field("adm_1", _admin1),
    *unfilled("adm_2"),
    Field("latitude", _latitude),
    Field("longitude", _longitude),
    Field("geom_wkt", _wkt),
    Field("priogrid_gid", _grid),
    Field("country", lambda row: row.where.ucdp_name if row.where else None),
    Field("country_id", lambda row: row.where.gw if row.where else None),
    Field("region", lambda row: row.where.ucdp_region if row.where else None),
    *unfilled("event_clarity"),
    Field("date_prec", _date_precision),
    Field("date_start", lambda row: _date(row, "start")),
    Field("date_end", lambda row: _date(row, "end")),
    Field("deaths_a", lambda row: _combatants(row, row.a)),
    Field("deaths_b", lambda row: _combatants(row, row.b)),
    Field("deaths_civilians", _civilians),
    Field("deaths_unknown", _unknown),
    Field("best", lambda row: row.estimate.best),
    Field("high", lambda row: row.estimate.high),
    Field("low", lambda row: row.estimate.low),
    Field("gwnoa", lambda row: _gw(row.a)),
    Field("gwnob", lambda row: _gw(row.b)),
    *lifted(source_fields(), lambda row: row.case),
    Field(f"{PREFIX}death_spans", lambda row: spans_text(row.estimate.sources)),
    Field(f"{PREFIX}death_why", lambda row: plain(row.estimate.why)),
)
"""The columns of the export; those that no value fills stay empty."""
