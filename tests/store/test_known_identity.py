from __future__ import annotations

import pytest

from tacitus.model import ActorKind
from tacitus.store.known_identity import Identity, identity


def of(
    name: str, kind: ActorKind = "person", side: str | None = "AZE", sector: str | None = None, role: str | None = None
) -> Identity | None:
    return identity(name, kind, side=side, sector=sector, role=role)


def described(phrase: str, side: str | None) -> str | None:
    found = of(phrase, "organization", side, "GOV", phrase)
    return " ".join(found.words) if found else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nikol Pashinyan", "Nikol Pashinian"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Munir al-Dweib", "Munir Al Dweib"),
        ("Ilham Äliyev", "ILHAM ALIYEV"),
        ("Jens Stoltenberg Jr.", "Jens Stoltenberg"),
        ("Yusuf O'Hara", "Yusuf O’Hara"),
    ],
)
def test_spellings_of_a_name(one: str, other: str) -> None:
    assert of(one) == of(other)


@pytest.mark.parametrize(("one", "other"), [("Anar Eyvazov", "Elnur Eyvazov"), ("Anar Eyvazov", "Anar Aliyev")])
def test_other_names_are_others(one: str, other: str) -> None:
    assert of(one) != of(other)


@pytest.mark.parametrize(
    ("name", "kind", "role"),
    [
        ("a resident", "person", "a resident"),
        ("New York", "person", "New York"),  # described so by its own words
        ("officials", "population", "officials"),
        ("Armenians", "population", None),
        ("Eyvazov", "person", None),  # a lone surname
        ("aid agencies", "organization", None),
        ("Unit 731", "person", None),
    ],
)
def test_who_is_not_named_is_not_known(name: str, kind: ActorKind, role: str | None) -> None:
    assert of(name, kind, role=role) is None


def test_a_surname_with_side_and_office_is_known() -> None:
    found = of("Eyvazov", role="the defence ministry's spokesman")
    assert found == Identity("person", ("eivazov",), "AZE", None, "spokesman")
    assert of("Eyvazov", side=None, role="the defence ministry's spokesman") is None


@pytest.mark.parametrize(
    ("sector", "sphere"), [("GOV", "public"), ("REB", "public"), ("CVL", "civilian"), ("MED", None), (None, None)]
)
def test_sphere(sector: str | None, sphere: str | None) -> None:
    found = of("Anar Eyvazov", sector=sector)
    assert found is not None
    assert found.sphere == sphere


@pytest.mark.parametrize(
    ("phrase", "side", "body"),
    [
        ("Azerbaijan's defence ministry", "AZE", "defence ministry"),
        ("the Azerbaijani Defense Ministry", "AZE", "defence ministry"),
        ("the Ministry of Defence of Azerbaijan", "AZE", "defence ministry"),
        ("The Defence Ministry in Baku", "AZE", "defence ministry"),
        ("its army", "AZE", "army"),
        ("The State Border Service", "AZE", "border service"),
        ("the Sixth Infantry Division", "SDN", "sixth infantry division"),
        ("the health ministry in Gaza", "PSE", None),  # not the only one of its state
        ("the defence ministry", None, None),
        ("the army", "Hezbollah", None),  # a state has one army, a group is one
        ("an army", "AZE", None),
        ("the government", "AZE", None),
        ("The local authorities", "AZE", None),
        ("both armies", "AZE", None),
    ],
)
def test_bodies_that_are_described(phrase: str, side: str | None, body: str | None) -> None:
    assert described(phrase, side) == body


def test_a_state_is_known_by_its_side() -> None:
    assert of("Azerbaijan", "state") == of("Republic of Azerbaijan", "state")
    assert of("somewhere", "state", None) is None
