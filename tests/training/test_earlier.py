"""Reports shared out between the network that ships and earlier ones."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tacitus.language.network import WEIGHTS
from training.earlier import Earlier, options, shelves


def test_batches_and_their_weights_are_read_from_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["fit", "--earlier", f"t45-t60={WEIGHTS}", "--earlier", f"t61-t76={WEIGHTS}"])
    assert options("Fit.") == [Earlier("t45", "t60", WEIGHTS), Earlier("t61", "t76", WEIGHTS)]


@pytest.mark.parametrize("wrong", ["t45=.", "t45-t60=/no/such/folder"])
def test_what_names_no_batches_or_no_folder_is_refused(
    wrong: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fit", "--earlier", wrong])
    with pytest.raises(SystemExit):
        options("Fit.")
    assert wrong in capsys.readouterr().err


def test_every_report_is_on_one_shelf(repository: Path) -> None:
    corpus = repository / "corpus" / "reports"
    own, fresh = shelves([Earlier("t45", "t46", WEIGHTS)], corpus)
    assert (own.fresh, fresh.fresh) == (False, True)
    assert {gold.id[:3] for gold in fresh.reports} == {"t45", "t46"}
    assert not {gold.id for gold in own.reports} & {gold.id for gold in fresh.reports}
    assert len(own.reports) + len(fresh.reports) == len(shelves([], corpus)[0].reports)
