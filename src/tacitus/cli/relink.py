"""``tacitus relink``: all incidents and known actors made anew."""

from __future__ import annotations

import typer

from tacitus.cli.store_option import StoreLocation


def relink_command(*, db: StoreLocation = None) -> None:
    """Link all reports of the store anew, and the actors they name, from their codings and reviewers' judgements alone.

    The other commands link what was added since; the result is the same. This one is for a store that was linked by
    another version of the program, or in doubt.
    """
    from tacitus.cli.linked_store import linking_progress
    from tacitus.incidents.store_link import link_store
    from tacitus.store import Store

    with Store(db, create=False) as store, linking_progress() as watch:
        store.register_anew()
        linked = link_store(store, anew=True, watch=watch)
    gone = f", {linked.gone:,} gone" if linked.gone else ""
    typer.echo(f"incidents: {linked.incidents:,}{gone}")
