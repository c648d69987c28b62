from __future__ import annotations

from datetime import date

import pytest

from tacitus.resolve.calendar_zones import told_hour


@pytest.mark.parametrize(
    ("zone", "when", "told"),
    [
        (None, date(2022, 9, 13), "09:00"),
        ("+00:00", None, "09:00+00:00"),
        ("Europe/Moscow", date(2022, 9, 13), "09:00+03:00"),
        ("Europe/Moscow", date(2013, 9, 13), "09:00+04:00"),
        ("Europe/Moscow", None, "09:00"),
        ("Nowhere/Atlantis", date(2022, 9, 13), "09:00"),
    ],
)
def test_an_hour_has_the_offset_of_its_zone_on_its_day(zone: str | None, when: date | None, told: str) -> None:
    assert told_hour(9, 0, zone=zone, when=when) == told
