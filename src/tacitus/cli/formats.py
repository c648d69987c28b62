"""The formats that codings are written in."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class CodeFormat(StrEnum):
    """How codings are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


TextFormat = Literal[CodeFormat.text, CodeFormat.json, CodeFormat.jsonl]
TableFormat = Literal[CodeFormat.csv, CodeFormat.parquet]
