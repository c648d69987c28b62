"""The incidents of a store, up to date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tacitus.errors import TacitusError
from tacitus.incidents.link import Join
from tacitus.incidents.link_score import strongest
from tacitus.incidents.store_link import link_store
from tacitus.model.incident import Incident
from tacitus.model.sign import Sign
from tacitus.store import IncidentChoice, Store
from tacitus.store.episodes import EpisodeHead, Tie, read_heads, read_tells, read_ties
from tacitus.store.tie_signs import read_signs


def stored_incidents(store: Store, choice: IncidentChoice | None = None) -> list[Incident]:
    """The chosen incidents, all for ``None``, after linking what was not yet linked.

    Raises:
        StoreError: the store cannot be read; or it is not up to date and cannot be written.
    """
    link_store(store)
    return store.incidents(choice)


def stored_incident(store: Store, incident_id: str) -> Incident:
    """The incident of that id, after linking what was not yet linked.

    Raises:
        TacitusError: there is none.
        StoreError: as for ``stored_incidents``.
    """
    for incident in stored_incidents(store, IncidentChoice(ids=[incident_id])):
        return incident
    raise TacitusError(f"the store holds no incident {incident_id!r}")


def stored_joins(store: Store, incident_id: str) -> list[Join]:
    """Why the tellings of an incident are held for one: every tie between them, the likeliest first.

    Scores and signs are those that were kept when the ties were scored: of news with news, and of news with the history
    that tells of it (``other``). What only a judgement joined has none, nor has history that is no report's news.

    Raises:
        TacitusError: there is no such incident.
        StoreError: as for ``stored_incidents``.
    """
    stored_incident(store, incident_id)
    with store.reading() as connection:
        heads = {head.key: head for head in read_heads(connection, "incident", [incident_id])}
        news = [head.key for head in heads.values() if not head.background]
        ties = [tie for tie in read_ties(connection, news) if tie.other in heads and tie.one < tie.other]
        ties += [tie for tie in read_tells(connection, "news", news) if tie.one in heads]
        signs = read_signs(connection, (tie.ends for tie in ties))
    joins = (_join(tie, heads, signs.get(tie.ends, ())) for tie in ties)
    return sorted(joins, key=lambda join: (-join.score, join.one, join.other))


def _join(tie: Tie, heads: Mapping[int, EpisodeHead], signs: Sequence[Sign]) -> Join:
    one, other = sorted((heads[key] for key in tie.ends), key=lambda head: (head.background, head.id))
    return Join(one.id, other.id, tie.score, strongest(signs))
