from __future__ import annotations

from itertools import product
from pathlib import Path

from tacitus.export.formats.catalogue import FILE_FORMATS
from tacitus.export.formats.from_store import StoreMaterial
from tacitus.store import Store
from tests.export.brief_incidents import sample_codings, sample_incidents


def test_a_store_gives_the_incidents_of_its_reports(tmp_path: Path) -> None:
    with Store(str(tmp_path / "store.db")) as store:
        store.add(sample_codings().values())
        material = StoreMaterial(store)
        found = list(material.incidents())
    assert {one.id: one for one in found} == {one.id: one for one in sample_incidents()}
    days = [one.start for one in found if one.start]
    assert days == sorted(days)


def test_a_judgement_parts_an_incident(tmp_path: Path) -> None:
    incident = max(sample_incidents(), key=lambda incident: len(incident.main_reports))
    one, other = incident.main_reports[:2]
    told = {name: [event for report, event in incident.events if report == name] for name in (one, other)}
    with Store(str(tmp_path / "store.db")) as store:
        store.add(sample_codings().values())
        for mine, theirs in product(told[one], told[other]):
            store.judge(f"{one}#{mine}", f"{other}#{theirs}", "different", who="reviewer")
        found = list(StoreMaterial(store).incidents())
    assert not any({one, other} <= set(incident.main_reports) for incident in found)


def test_every_incident_with_a_death_is_written(tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    with Store(str(tmp_path / "store.db")) as store, path.open("w", encoding="utf-8") as file:
        store.add(sample_codings().values())
        FILE_FORMATS["ucdp"](StoreMaterial(store), file)
    deadly = [one for one in sample_incidents() if one.estimates.ucdp and not one.background]
    assert len(path.read_text(encoding="utf-8").splitlines()) == len(deadly) + 1
    assert deadly
