from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from tacitus.export.formats.acled import ACLED_FIELDS, write_acled
from tacitus.export.formats.acled_rules import sub_event_types
from tacitus.export.formats.case import Case
from tacitus.export.formats.columns import names
from tacitus.model import Actor, EventType
from tacitus.model.incident import Estimates, IncidentPlace
from tests.export.formats.cases import someone, told, written

# Table of columns of the codebook of October 2024, in the order of the data export.
COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
ARMENIA, AZERBAIJAN = someone("a", "ARM", "MIL"), someone("b", "AZE", "MIL")
REBELS, TOWNSPEOPLE = someone("r", "M23", "REB"), someone("t", "ARM", "CVL")


def test_columns_are_the_codebooks_then_the_evidence() -> None:
    heads = names(ACLED_FIELDS)
    assert heads[: len(COLUMNS)] == COLUMNS
    assert all(head.startswith("tacitus_") for head in heads[len(COLUMNS) :])


def test_a_shelling_is_one_row(case: Case) -> None:
    (row,) = written(write_acled, case)
    expected = {
        "event_date": "2022-09-13",
        "year": "2022",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "actor1": "Military Forces of Azerbaijan",
        "inter1": "External/Other forces",
        "actor2": "Military Forces of Armenia",
        "inter2": "State forces",
        "interaction": "State forces-External/Other forces",
        "iso": "51",
        "region": "Caucasus and Central Asia",
        "country": "Armenia",
        "admin1": "Vayots Dzor",
        "location": "Jermuk",
        "latitude": "39.84",
        "longitude": "45.67",
        "geo_precision": "1",
        "source": "Valley Post",
        "fatalities": "49",
        "notes": "Shelling at Jermuk. As Armenia says",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["event_id_cnty"].startswith("ARM")


def test_a_row_leads_to_its_words(case: Case) -> None:
    (row,) = written(write_acled, case)
    text = case.codings["r2"].report.text
    words = [text[start:end] for _, start, end in json.loads(row["tacitus_spans"])]
    assert "shelling the town of Jermuk" in words
    assert json.loads(row["tacitus_reports"]) == ["r2", "gone"]
    ((report, start, end),) = json.loads(row["tacitus_fatality_spans"])
    assert (report, text[start:end]) == ("r2", "shelling the town of Jermuk")


@pytest.mark.parametrize(
    ("kind", "mode", "recipient", "sub_event"),
    [
        ("ASSAULT", None, ARMENIA, "Armed clash"),
        ("ASSAULT", "firearms", ARMENIA, "Armed clash"),
        ("ASSAULT", "firearms", TOWNSPEOPLE, "Attack"),
        ("ASSAULT", "aerial", TOWNSPEOPLE, "Air/drone strike"),
        ("ASSAULT", "drone", ARMENIA, "Air/drone strike"),
        ("ASSAULT", "suicide-attack", ARMENIA, "Suicide bomb"),
        ("ASSAULT", "explosives", ARMENIA, "Remote explosive/landmine/IED"),
        ("ASSAULT", "sexual", TOWNSPEOPLE, "Sexual violence"),
        ("ASSAULT", "abduct", TOWNSPEOPLE, "Abduction/forced disappearance"),
        ("ASSAULT", "abduct", ARMENIA, ""),  # prisoners of war
        ("ASSAULT", "crowd-control", TOWNSPEOPLE, "Excessive force against protesters"),
        ("PROTEST", "demo", ARMENIA, "Peaceful protest"),
        ("PROTEST", "riot", ARMENIA, "Violent demonstration"),
        ("RETREAT", "ceasefire", ARMENIA, "Agreement"),
        ("AGREE", None, ARMENIA, "Agreement"),
        ("COERCE", "arrest", TOWNSPEOPLE, "Arrests"),
    ],
)
def test_sub_events(case: Case, kind: EventType, mode: str | None, recipient: Actor, sub_event: str) -> None:
    (row,) = written(write_acled, told(case, kind=kind, mode=mode, actors=(AZERBAIJAN,), recipients=(recipient,)))
    assert row["sub_event_type"] == sub_event
    assert not sub_event or sub_event in sub_event_types()


@pytest.mark.parametrize(
    ("kind", "mode"), [("CONSULT", "phone"), ("ACCUSE", None), ("PROTEST", "strike"), ("MOBILIZE", "troops")]
)
def test_talk_is_no_event(case: Case, kind: EventType, mode: str | None) -> None:
    assert written(write_acled, told(case, kind=kind, mode=mode, actors=(ARMENIA,))) == []


def test_an_agreement_without_a_truce_is_no_event(case: Case) -> None:
    trade = told(case, kind="AGREE", actors=(ARMENIA, AZERBAIJAN))
    assert written(write_acled, replace(trade, incident=replace(trade.incident, ceasefire=None))) == []


def test_denied_violence_did_not_happen(case: Case) -> None:
    (event,) = (event for event in case.codings["r2"].events if event.id == "e4")
    assert event.aspect == "denied"
    denied = replace(case, incident=replace(case.incident, events=(("r2", "e4"),)))
    assert written(write_acled, denied) == []


def test_history_is_no_event(case: Case) -> None:
    assert written(write_acled, replace(case, incident=replace(case.incident, background=True))) == []


@pytest.mark.parametrize(("seizer", "sub_event"), [(ARMENIA, "Government regains"), (AZERBAIJAN, "Non-state actor")])
def test_a_town_taken_in_a_clash(case: Case, seizer: Actor, sub_event: str) -> None:
    fight = told(case, actors=(ARMENIA, AZERBAIJAN))
    (clash,) = fight.codings["r2"].events
    seized = replace(clash, id="e2", type="COERCE", mode="seize", actors=(seizer.id,))
    both = replace(
        fight,
        incident=replace(fight.incident, events=(("r2", "e1"), ("r2", "e2"))),
        codings={"r2": replace(fight.codings["r2"], events=(clash, seized))},
    )
    (row,) = written(write_acled, both)
    assert row["sub_event_type"].startswith(sub_event)
    assert row["event_type"] == "Battles"


def test_what_most_reports_tell_decides(case: Case) -> None:
    shots = told(case, mode="firearms", actors=(AZERBAIJAN,), recipients=(ARMENIA,), report="one")
    raids = [told(case, mode="aerial", actors=(AZERBAIJAN,), recipients=(ARMENIA,), report=f"r{n}") for n in range(2)]
    every = [shots, *raids]
    merged = Case(
        replace(case.incident, events=tuple(one.incident.events[0] for one in every)),
        {name: coding for one in every for name, coding in one.codings.items()},
    )
    (row,) = written(write_acled, merged)
    assert row["sub_event_type"] == "Air/drone strike"


def test_civilians_are_targeted(case: Case) -> None:
    (row,) = written(write_acled, told(case, mode="firearms", actors=(REBELS,), recipients=(TOWNSPEOPLE,)))
    assert (row["actor1"], row["inter1"]) == ("M23", "Rebel group")
    assert (row["actor2"], row["inter2"]) == ("Civilians (Armenia)", "Civilians")
    assert (row["interaction"], row["civilian_targeting"]) == ("Rebel group-Civilians", "Civilian targeting")


def test_protesters_alone(case: Case) -> None:
    (row,) = written(write_acled, told(case, kind="PROTEST", mode="demo", actors=(TOWNSPEOPLE,)))
    assert (row["actor1"], row["inter1"], row["interaction"]) == (
        "Protesters (Armenia)",
        "Protesters",
        "Protesters only",
    )


def test_whom_a_protest_is_against_takes_no_part(case: Case) -> None:
    opposition = someone("o", "ARM", "OPP")
    march = told(case, kind="PROTEST", mode="demo", actors=(opposition,), recipients=(ARMENIA,))
    (row,) = written(write_acled, march)
    assert (row["actor1"], row["actor2"]) == ("Protesters (Armenia)", "")


def test_police_break_up_a_protest(case: Case) -> None:
    police = someone("p", "ARM", "COP")
    (row,) = written(write_acled, told(case, mode="crowd-control", actors=(police,), recipients=(TOWNSPEOPLE,)))
    assert (row["actor1"], row["inter1"]) == ("Protesters (Armenia)", "Protesters")
    assert (row["actor2"], row["inter2"]) == ("Police Forces of Armenia", "State forces")
    assert row["interaction"] == "State forces-Protesters"
    assert row["disorder_type"] == "Political violence; Demonstrations"


def test_soldiers_and_police_of_one_side_are_no_pair(case: Case) -> None:
    police = someone("p", "ARM", "COP")
    (row,) = written(write_acled, told(case, mode="aerial", actors=(AZERBAIJAN,), recipients=(police, ARMENIA)))
    assert (row["actor1"], row["actor2"]) == ("Military Forces of Azerbaijan", "Military Forces of Armenia")
    (alone,) = written(write_acled, told(case, mode="aerial", actors=(ARMENIA,), recipients=(police,)))
    assert (alone["actor1"], alone["actor2"]) == ("Military Forces of Armenia", "")


def test_ground_unknown_leaves_forces_unlabelled(case: Case) -> None:
    nowhere = replace(case, incident=replace(case.incident, place=None))
    (row,) = written(write_acled, nowhere)
    empty = ("inter1", "inter2", "interaction", "iso", "region", "country", "location", "latitude", "geo_precision")
    assert {name: row[name] for name in empty} == dict.fromkeys(empty, "")


def test_a_country_is_no_location(case: Case) -> None:
    country = IncidentPlace("Armenia", "ARM", 40.0, 45.0, "country")
    (row,) = written(write_acled, replace(case, incident=replace(case.incident, place=country)))
    assert (row["country"], row["location"], row["latitude"]) == ("Armenia", "", "")


@pytest.mark.parametrize(
    ("end", "precision"),
    [
        (date(2022, 9, 13), "1"),
        (date(2022, 9, 19), "2"),
        (date(2022, 10, 13), "3"),
        (date(2022, 12, 1), ""),
        (None, ""),
    ],
)
def test_time_precision(case: Case, end: date | None, precision: str) -> None:
    (row,) = written(write_acled, replace(case, incident=replace(case.incident, end=end)))
    assert row["time_precision"] == precision


def test_no_dead_told_is_none_counted_and_said_so(case: Case) -> None:
    (row,) = written(write_acled, replace(case, incident=replace(case.incident, estimates=Estimates(None, None, None))))
    assert (row["fatalities"], row["tacitus_fatality_why"]) == ("0", "no report gives a number of dead")


def test_sides_stand_for_unnamed_actors(case: Case) -> None:
    (row,) = written(write_acled, told(case, mode="heavy-weapons"))
    assert (row["actor1"], row["actor2"]) == ("Military Forces of Armenia", "Military Forces of Azerbaijan")
