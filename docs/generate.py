"""Writes the generated pages of the documentation: the command reference and the JSON Schema of a coding.

Run it as ``python docs/generate.py``; a test fails when the pages no longer match the code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from tacitus.cli import COMMANDS, build_app
from tacitus.export.schema import coding_schema

FOLDER = Path(__file__).resolve().parent
_PREFACE = """# The command line

Written by `make docs` from the commands' own help.
"""


def command_reference() -> str:
    """The help of the program and of each command, as Markdown."""
    return _PREFACE + "".join(f"\n## {title}\n\n```\n{text}\n```\n" for title, text in _helps())


def _helps() -> Iterator[tuple[str, str]]:
    for command in ("", *(name for name, _ in COMMANDS)):
        words = [command] if command else []
        result = CliRunner().invoke(
            build_app(), [*words, "--help"], prog_name="tacitus", terminal_width=80, catch_exceptions=False
        )
        yield " ".join(["tacitus", *words]), "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


def schema_text() -> str:
    """The JSON Schema of a coding."""
    return json.dumps(coding_schema(), indent=2, ensure_ascii=False) + "\n"


def pages() -> dict[str, str]:
    """The generated files: name in this folder to content."""
    return {"cli.md": command_reference(), "coding.schema.json": schema_text()}


def main() -> None:
    """Write every page."""
    for name, content in pages().items():
        (FOLDER / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
