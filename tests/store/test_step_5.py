from __future__ import annotations

from sqlalchemy import Select, func, select, text

from tacitus.incidents.store_link import link_store
from tacitus.store import Store
from tacitus.store.links import linked_state
from tacitus.store.schema_episodes import EPISODE_SIGNS, EPISODE_TIES
from tacitus.store.step_5 import keep_signs
from tests.store.shapes import shapes
from tests.store.test_tie_signs import CLASH


def test_an_older_store_gets_the_table_of_a_new_one_and_is_linked_anew(store: Store) -> None:
    store.add(CLASH)
    link_store(store)
    incidents = store.incidents()
    with store.writing() as connection:
        held = list(connection.execute(_signs()))
        expected = shapes(connection, [EPISODE_SIGNS])
        connection.execute(text(f"DROP TABLE {EPISODE_SIGNS.name}"))
        keep_signs(connection)
        assert shapes(connection, [EPISODE_SIGNS]) == expected
        assert linked_state(connection) is None
        assert connection.scalar(select(func.count()).select_from(EPISODE_TIES))
        assert not connection.scalar(select(func.count()).select_from(EPISODE_SIGNS))
    assert store.incidents() == incidents
    link_store(store)
    with store.reading() as connection:
        assert list(connection.execute(_signs())) == held
    assert store.incidents() == incidents


def _signs() -> Select[tuple[object, ...]]:
    return select(EPISODE_SIGNS).order_by(*EPISODE_SIGNS.primary_key.columns)
