"""The command line: one module a command, each a thin shell over a public function."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tacitus.cli.actors import actors_command
from tacitus.cli.brief import brief_command
from tacitus.cli.code import code_command
from tacitus.cli.evaluate import eval_command
from tacitus.cli.export import export_command
from tacitus.cli.incident import incident_command
from tacitus.cli.incidents import incidents_command
from tacitus.cli.ingest import ingest_command
from tacitus.cli.judge import judge_command
from tacitus.cli.relink import relink_command
from tacitus.cli.stats import stats_command
from tacitus.errors import TacitusError

# Commands import what they need when they run, so that help and usage errors come at once.
COMMANDS = (
    ("code", code_command),
    ("ingest", ingest_command),
    ("incidents", incidents_command),
    ("incident", incident_command),
    ("brief", brief_command),
    ("actors", actors_command),
    ("export", export_command),
    ("judge", judge_command),
    ("relink", relink_command),
    ("stats", stats_command),
    ("eval", eval_command),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from tacitus import __version__

        typer.echo(f"tacitus {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who claims what: attributed, evidence-linked data from news reports of armed conflict."""


def build_app() -> typer.Typer:
    """The application with all commands."""
    app = typer.Typer(
        name="tacitus",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_root)
    for name, command in COMMANDS:
        app.command(name)(command)
    return app


def main() -> None:
    """Run the command line; an error that the package raises on purpose is one line and exit status 1."""
    try:
        build_app()(prog_name="tacitus")
    except TacitusError as error:
        typer.echo(f"tacitus: {error}", err=True)
        sys.exit(1)
