from __future__ import annotations

import pytest

from tacitus.export.formats.countries import country, ucdp_country


@pytest.mark.parametrize(
    ("code", "numeric", "gw", "acled_name", "acled_region", "ucdp_name", "ucdp_region"),
    [
        ("ARM", 51, 371, "Armenia", "Caucasus and Central Asia", "Armenia", "Europe"),
        ("COD", 180, 490, "Democratic Republic of Congo", "Middle Africa", "DR Congo (Zaire)", "Africa"),
        ("YEM", 887, 678, "Yemen", "Middle East", "Yemen (North Yemen)", "Middle East"),
        ("MMR", 104, 775, "Myanmar", "Southeast Asia", "Myanmar (Burma)", "Asia"),
        ("SDN", 729, 625, "Sudan", "Northern Africa", "Sudan", "Africa"),
        ("EGY", 818, 651, "Egypt", "Northern Africa", "Egypt", "Middle East"),
        ("VNM", 704, 816, "Vietnam", "Southeast Asia", "Vietnam (North Vietnam)", "Asia"),
        ("XKX", None, 347, "Kosovo", "Europe", "Kosovo", "Europe"),
        ("COL", 170, 100, "Colombia", "South America", "Colombia", "Americas"),
        ("MEX", 484, 70, "Mexico", None, "Mexico", "Americas"),
    ],
)
def test_a_state(
    code: str,
    numeric: int | None,
    gw: int,
    acled_name: str,
    acled_region: str | None,
    ucdp_name: str,
    ucdp_region: str,
) -> None:
    found = country(code)
    assert found is not None
    assert (found.numeric, found.gw) == (numeric, gw)
    assert (found.acled_name, found.acled_region) == (acled_name, acled_region)
    assert (found.ucdp_name, found.ucdp_region) == (ucdp_name, ucdp_region)


@pytest.mark.parametrize("side", ["M23", "UN", "Hamas", None])
def test_no_state(side: str | None) -> None:
    assert country(side) is None
    assert ucdp_country(side) is None
