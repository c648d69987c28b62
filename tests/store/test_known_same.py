from __future__ import annotations

from itertools import permutations

import pytest

from tacitus.store.known_identity import Identity, Sphere
from tacitus.store.known_same import same_actors


def person(name: str, side: str | None = "AZE", *, sphere: Sphere | None = None, office: str | None = None) -> Identity:
    return Identity("person", tuple(name.split()), side, sphere, office)


def groups(*identities: Identity) -> set[frozenset[int]]:
    """Who is one, by place among the identities; those of no actor are left out."""
    same = same_actors(identities)
    actors = {same[one] for one in identities} - {None}
    return {frozenset(at for at, one in enumerate(identities) if same[one] == actor) for actor in actors}


def parted(*sets: set[int]) -> set[frozenset[int]]:
    return set(map(frozenset, sets))


@pytest.mark.parametrize(
    ("identities", "actors"),
    [
        ([person("anar eivazov"), person("anar eivazov", office="spokesman")], [{0, 1}]),
        ([person("anar eivazov"), person("anar eivazov", None)], [{0, 1}]),
        ([person("anar eivazov"), person("anar eivazov", "ARM")], [{0}, {1}]),
        ([person("anar eivazov"), person("anar eivazov", "ARM"), person("anar eivazov", None)], [{0}, {1}, {2}]),
        ([person("anar eivazov", sphere="public"), person("anar eivazov")], [{0, 1}]),
        ([person("anar eivazov", sphere="public"), person("anar eivazov", sphere="civilian")], [{0}, {1}]),
        ([person("anar r eivazov"), person("anar eivazov"), person("a eivazov")], [{0, 1, 2}]),
        ([person("anar eivazov"), person("elnur eivazov")], [{0}, {1}]),
        ([person("anar eivazov"), person("arif eivazov"), person("a eivazov")], [{0}, {1}, {2}]),
    ],
)
def test_who_is_one(identities: list[Identity], actors: list[set[int]]) -> None:
    assert groups(*identities) == parted(*actors)


class TestASurname:
    told = person("eivazov", office="spokesman")

    def test_joins_who_holds_the_office(self) -> None:
        other = person("elnur eivazov", office="minister")
        assert groups(person("anar eivazov", office="spokesman"), other, self.told) == parted({0, 2}, {1})

    @pytest.mark.parametrize(
        "others",
        [
            [],
            [person("anar eivazov")],
            [person("anar eivazov", office="minister")],
            [person("anar eivazov", "ARM", office="spokesman")],
            [person("anar eivazov", office="spokesman"), person("elnur eivazov", office="spokesman")],
        ],
    )
    def test_is_of_nobody_else(self, others: list[Identity]) -> None:
        assert same_actors([*others, self.told])[self.told] is None


def test_bodies_are_one_by_name_and_side() -> None:
    mali, sudan, untold = (Identity("body", ("army",), side) for side in ("MLI", "SDN", None))
    assert groups(mali, untold) == parted({0, 1})
    assert groups(mali, sudan, untold) == parted({0}, {1}, {2})


def test_the_order_is_of_no_account() -> None:
    every = [
        person("anar r eivazov", None),
        person("anar eivazov"),
        person("anar eivazov", "ARM"),
        person("a eivazov", office="spokesman"),
        person("eivazov", office="spokesman"),
    ]
    assert len({frozenset(same_actors(order).items()) for order in permutations(every)}) == 1
