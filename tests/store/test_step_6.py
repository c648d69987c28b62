from __future__ import annotations

import json

from sqlalchemy import Connection, bindparam, select, text, update

from tacitus.incidents.episodes_json import episode_from_json
from tacitus.incidents.link_score import score_pair
from tacitus.incidents.store_link import is_linked, link_store
from tacitus.incidents.stored import stored_joins
from tacitus.store import Store
from tacitus.store.engine import open_engine
from tacitus.store.location import store_url
from tacitus.store.migrations import prepare
from tacitus.store.schema_episodes import EPISODE_SIGNS, EPISODES
from tests.store.test_tie_signs import CLASH


def contents(connection: Connection) -> dict[int, str]:
    return {row.key: row.content for row in connection.execute(select(EPISODES.c.key, EPISODES.c.content))}


def as_of_schema_5(store: Store) -> None:
    """Take out of a linked store what schema 6 brought."""
    with store.writing() as connection:
        rows = [
            {"at": key, "as_then": json.dumps({name: value for name, value in told.items() if name != "gist"})}
            for key, told in ((key, json.loads(content)) for key, content in contents(connection).items())
        ]
        connection.execute(
            update(EPISODES).where(EPISODES.c.key == bindparam("at")).values(content=bindparam("as_then")), rows
        )
        connection.execute(EPISODE_SIGNS.delete().where(EPISODE_SIGNS.c.name == "wording"))
        connection.execute(text("UPDATE store_schema SET version = 5"))


def test_an_older_store_opens_and_is_linked_anew_with_the_sign_that_it_lacked(location: str) -> None:
    with Store(location) as store:
        store.add(CLASH)
        link_store(store)
        incidents = store.incidents()
        joins = {incident.id: stored_joins(store, incident.id) for incident in incidents}
        with store.reading() as connection:
            held = contents(connection)
        as_of_schema_5(store)
    with Store(location) as store:
        assert not is_linked(store)
        assert store.incidents() == incidents
        assert {incident.id: stored_joins(store, incident.id) for incident in incidents} == joins
        assert any(sign.name == "wording" for found in joins.values() for join in found for sign in join.signs)
        with store.reading() as connection:
            assert contents(connection) == held


def test_an_episode_of_before_is_read_and_compared_without_the_sign(store: Store) -> None:
    store.add(CLASH)
    link_store(store)
    as_of_schema_5(store)
    with store.reading() as connection:
        one, other = [episode_from_json(content) for content in contents(connection).values()][:2]
    assert one.gist == ""
    sign = next(sign for sign in score_pair(one, other).signs if sign.name == "wording")
    assert (sign.value, sign.reason) == (0.0, "no vector")


def test_the_step_runs_once(location: str) -> None:
    with Store(location) as store:
        store.add(CLASH)
        link_store(store)
        as_of_schema_5(store)
    with Store(location) as store:
        link_store(store)
    engine = open_engine(store_url(location), create=False)
    prepare(engine)
    engine.dispose()
    with Store(location) as store:
        assert is_linked(store)
