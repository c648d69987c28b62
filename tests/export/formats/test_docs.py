from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tacitus.cli.export import ExportFormat
from tacitus.export.formats.acled import ACLED_FIELDS
from tacitus.export.formats.catalogue import FILE_FORMATS, FOLDER_FORMATS
from tacitus.export.formats.ceasefires import CEASEFIRE_FIELDS
from tacitus.export.formats.columns import Field
from tacitus.export.formats.hxl import HXL_FIELDS, HXL_TAGS
from tacitus.export.formats.incident_tables import INCIDENT_TABLES
from tacitus.export.formats.known_tables import KNOWN_TABLES
from tacitus.export.formats.plover import PLOVER_FIELDS
from tacitus.export.formats.ucdp import UCDP_FIELDS
from tacitus.export.tables.markdown import described


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "fields"),
    [("acled", ACLED_FIELDS), ("ucdp", UCDP_FIELDS), ("plover", PLOVER_FIELDS), ("ceasefires", CEASEFIRE_FIELDS)],
)
def test_the_page_tells_what_stays_empty(page: str, name: str, fields: Sequence[Field[Any]]) -> None:
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    listed = " ".join(section.split("\n\n")[-1].split())
    assert listed.strip() == ", ".join(f"`{field.name}`" for field in fields if field.value is None)


def test_the_page_tells_every_hashtag(page: str) -> None:
    for field, tag in zip(HXL_FIELDS, HXL_TAGS, strict=True):
        assert f"| `{field.name}` | `{tag}` |" in page


def test_the_page_tells_every_table(page: str) -> None:
    assert described(INCIDENT_TABLES) in page
    assert described(KNOWN_TABLES) in page


def test_every_format_has_a_command_and_a_line(page: str) -> None:
    every = {*FILE_FORMATS, *FOLDER_FORMATS}
    assert {member.value for member in ExportFormat} == every
    assert all(f"| `{name}` |" in page for name in every)
