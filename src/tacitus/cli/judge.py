"""``tacitus judge``: a reviewer's decision on two events or two incidents."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import Annotated

import typer

from tacitus.cli.store_option import StoreLocation
from tacitus.errors import TacitusError


class Verdict(StrEnum):
    """What may be decided."""

    same = "same"
    different = "different"
    unsure = "unsure"


def judge_command(
    one: Annotated[str, typer.Argument(metavar="ONE", help="An event (REPORT#EVENT) or an incident.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another one.")],
    verdict: Annotated[Verdict, typer.Argument(help="Whether they are the same happening.")],
    *,
    who: Annotated[str | None, typer.Option(help="Who judges; else the user's name on this machine.")] = None,
    reason: Annotated[list[str] | None, typer.Option(help="Why; may be given several times.")] = None,
    db: StoreLocation = None,
) -> None:
    """Store a judgement on whether two events, or two incidents, are the same.

    An earlier judgement of the same reviewer on the same pair is superseded and kept.
    """
    from tacitus.store import Store

    with Store(db, create=False) as store:
        judgement = store.judge(one, other, verdict.value, who=who or _user(), reasons=reason or ())
    typer.echo(f"{judgement.one} and {judgement.other}: {judgement.verdict}, says {judgement.who}")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # no such user: a container
        raise TacitusError("nobody is named who judges; give --who") from error
