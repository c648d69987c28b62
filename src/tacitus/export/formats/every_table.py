"""All that a folder of tables holds: codings, incidents and known actors."""

from __future__ import annotations

from typing import Any

from tacitus.export.formats.incident_tables import INCIDENT_TABLES
from tacitus.export.formats.known_tables import KNOWN_TABLES
from tacitus.export.tables import TABLES, Table

EVERY_TABLE: tuple[Table[Any, Any], ...] = (*TABLES, *INCIDENT_TABLES, *KNOWN_TABLES)
"""Every table, those of the codings first."""
