"""Writes what is generated in the documentation: the command reference, the JSON Schema, and the outputs shown.

Run it as ``python docs/generate.py`` with the package installed; tests fail when the pages no longer match the code.

A page shows what a command prints between two comments, and a table of another file likewise; what stands between is
written anew. A command that ends in a lone ``-`` gets the code block above it on its standard input. ::

    <!-- output: tacitus code samples/s01.json | head -20 -->
    <!-- end -->
    <!-- table: src/tacitus/language/weights/README.md ## Scores -->
    <!-- end -->

The commands of a page run one after the other in a folder of their own, which holds links to the repository's files and
is gone afterwards. ``TACITUS_DB`` names a store in it: what one command ingests or exports, those below it find.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from tacitus.cli import COMMANDS, build_app
from tacitus.export.schema import coding_schema
from tacitus.export.schema_incident import incidents_schema
from tacitus.export.tables.catalogue import tables_markdown

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent
SHOWING = ("README.md", "docs/guide.md", "docs/methods.md", "docs/model-card.md", "docs/corpus.md")
"""The pages that show outputs and tables, from the repository's folder."""

_PREFACE = """# The command line

Written by `make docs` from the commands' own help.
"""
_FORMATS = """# The formats of codings

Written by `make docs` from the code. `tacitus code --format FORMAT` writes

| format | what it is |
| --- | --- |
| `text` | A page to read, in colour on a terminal. |
| `json` | One object for one report, a list for several, as [coding.schema.json](coding.schema.json) says. |
| `jsonl` | An object a line. |
| `csv` | A folder with a CSV file for each table below (RFC 4180, UTF-8, a line of heads); `-o FOLDER` names it. |
| `parquet` | The same tables as Parquet files; needs `pip install 'tacitus[parquet]'`. |

The folder appears whole or not at all. One that is there already is replaced if it holds nothing but such tables.
Both formats are written report by report, so that memory does not grow with the number of reports.

## Tables

The first column of every table is the id of the report; an id of anything else is unique within its report, so that
tables are joined on both. Columns that end in `start`, `end` and `words` are a span: `text[start:end]` of the report
are the very words, counted in characters. Days are in columns of their own that end in `day`, or are named for what
happened on them (`published`, `said`). What is unknown is empty. Values stand as they are: bring them into a
spreadsheet as text, for it may take words that begin with `=` for a formula.

{tables}
"""
_BLOCK = re.compile(r"<!-- (?P<kind>output|table): (?P<what>.+?) -->\n.*?<!-- end -->", re.DOTALL)
_CODE = re.compile(r"^```\w*\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)
_SECONDS = 600


class PageError(Exception):
    """A page shows what cannot be made; the text names it and the reason."""


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


def schema_text(schema: dict[str, object]) -> str:
    """A JSON Schema as it is published."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def formats_text() -> str:
    """The formats, and every table with its columns, as Markdown."""
    return _FORMATS.format(tables=tables_markdown())


def pages() -> dict[str, str]:
    """The files of this folder that are generated as a whole: name to content."""
    return {
        "cli.md": command_reference(),
        "coding.schema.json": schema_text(coding_schema()),
        "incident.schema.json": schema_text(incidents_schema()),
        "formats.md": formats_text(),
    }


def shown(page: str) -> list[str]:
    """What a page shows: its commands, and its tables as "FILE ## HEADING"."""
    return [match["what"] for match in _BLOCK.finditer(page)]


def filled(page: str) -> str:
    """A page with every output and table as it is now.

    Raises:
        PageError: a command fails, or a table is not where the page says; a file that is not there has an empty table.
    """
    with tempfile.TemporaryDirectory(prefix="tacitus-docs-") as name:
        folder = Path(name)
        _link_repository(folder)

        def fill(match: re.Match[str]) -> str:
            if match["kind"] == "table":
                block = _table(match["what"])
            else:
                given = _code_above(page[: match.start()]) if match["what"].endswith(" -") else ""
                block = _output(match["what"], given, folder)
            return f"<!-- {match['kind']}: {match['what']} -->\n{block}<!-- end -->"

        return _BLOCK.sub(fill, page)


def _link_repository(folder: Path) -> None:
    for entry in ROOT.iterdir():
        if not entry.name.startswith("."):
            (folder / entry.name).symlink_to(entry, target_is_directory=entry.is_dir())


def _code_above(text: str) -> str:
    blocks = _CODE.findall(text)
    if not blocks:
        raise PageError("no code block above a command that reads its standard input")
    code: str = blocks[-1]
    return code


def _output(command: str, given: str, folder: Path) -> str:
    """What a command prints when it is run in ``folder``, as a code block under the command."""
    environment = os.environ | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
        "COLUMNS": "80",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
        "TACITUS_DB": str(folder / "tacitus.db"),
    }
    done = subprocess.run(
        ["sh", "-c", command],
        input=given,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode or not done.stdout.strip():
        raise PageError(f"{command}: exit status {done.returncode}, {done.stderr.strip() or 'prints nothing'}")
    prompt = "" if given else f"$ {command}\n"
    printed = "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines())
    return f"```\n{prompt}{printed}\n```\n"


def _table(what: str) -> str:
    """The first table under a heading of a file; nothing where the file is not there."""
    name, _, heading = what.partition(" ## ")
    file = ROOT / name
    if not file.exists():
        return ""
    below = file.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in below.splitlines() if line.startswith("|")]
    if not rows:
        raise PageError(f"{name} has no table under '{heading}'")
    return "\n" + "\n".join(rows) + "\n\n"


def main() -> None:
    """Write every page that is generated as a whole, then what the others show."""
    for name, content in pages().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
    for name in SHOWING:
        page = ROOT / name
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except PageError as error:
        sys.exit(str(error))
