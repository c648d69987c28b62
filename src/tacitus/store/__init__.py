"""The store: reports, codings, known actors, judgements and near-copies, in SQLite or PostgreSQL."""

from tacitus.store.adding import Added
from tacitus.store.copies import Voice
from tacitus.store.counts import Count, StoreStats
from tacitus.store.errors import StoreError
from tacitus.store.incidents import IncidentChoice
from tacitus.store.intake import Coder, Taken, take_in
from tacitus.store.judgements import VERDICTS, Judgement, JudgementVerdict
from tacitus.store.known_actors import Alias, KnownActor, KnownActorChoice, Sighting
from tacitus.store.mention_id import MentionId
from tacitus.store.reports import StoredReport
from tacitus.store.standing import Standing
from tacitus.store.store import BATCH, Store

__all__ = [
    "BATCH",
    "VERDICTS",
    "Added",
    "Alias",
    "Coder",
    "Count",
    "IncidentChoice",
    "Judgement",
    "JudgementVerdict",
    "KnownActor",
    "KnownActorChoice",
    "MentionId",
    "Sighting",
    "Standing",
    "Store",
    "StoreError",
    "StoreStats",
    "StoredReport",
    "Taken",
    "Voice",
    "take_in",
]
