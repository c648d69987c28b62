from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from tacitus.export.formats.case import Case, gather, stable_number
from tacitus.model import Coding
from tacitus.model.incident import Incident


def test_codings_are_read_a_page_at_a_time(incident: Incident, full: Coding) -> None:
    asked: list[set[str]] = []

    def read(ids: Collection[str]) -> Iterable[Coding]:
        asked.append(set(ids))
        return [full]

    many = (replace(incident, id=f"i{n}", reports=("r2", f"r{n + 10}")) for n in range(5))
    cases = gather(many, read, page=2)
    assert next(cases).incident.id == "i0"
    assert asked == [{"r2", "r10", "r11"}]
    assert [case.incident.id for case in cases] == ["i1", "i2", "i3", "i4"]
    assert len(asked) == 3


def test_a_report_that_is_gone_is_left_out(incident: Incident, full: Coding) -> None:
    (case,) = gather([incident], lambda ids: [full])
    assert list(case.codings) == ["r2"]
    assert [mention.event.id for mention in case.mentions()] == ["e1", "e2", "e4"]


def test_what_did_not_happen_is_told_apart(case: Case) -> None:
    assert [mention.event.id for mention in case.happened()] == ["e1", "e2"]


def test_numbers_are_stable_and_apart() -> None:
    numbers = [stable_number(f"i{n}") for n in range(2000)]
    assert numbers == [stable_number(f"i{n}") for n in range(2000)]
    assert len(set(numbers)) == 2000
    assert max(numbers) < 10**15
