from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from tacitus.cli.brief import brief_command
from tacitus.errors import TacitusError
from tacitus.store import Store, StoreError
from tests.export.brief_incidents import border_clashes, sample_codings


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of the samples."""
    path = str(tmp_path_factory.mktemp("store") / "store.db")
    with Store(path) as store:
        store.add(sample_codings().values())
    return path


def run(*arguments: str) -> Result:
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(brief_command)
    return CliRunner().invoke(app, arguments)


@pytest.mark.parametrize(
    ("form", "beginning"), [("md", "# Fighting"), ("txt", "Fighting"), ("html", "<!DOCTYPE html>")]
)
def test_an_incident_is_written_up_in_each_format(location: str, form: str, beginning: str) -> None:
    result = run(border_clashes().id, "--format", form, "--db", location)
    assert result.exit_code == 0, result.output
    assert result.output.startswith(beginning)
    assert "Azerbaijan said, as reported on 16 September, that 77" in result.output


def test_it_is_written_to_a_file(location: str, tmp_path: Path) -> None:
    result = run(border_clashes().id, "-o", str(tmp_path / "brief.md"), "--db", location)
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "brief.md").read_text(encoding="utf-8").startswith("# Fighting")


def test_an_unknown_incident_is_told_and_leaves_no_file(location: str, tmp_path: Path) -> None:
    result = run("i000", "-o", str(tmp_path / "brief.md"), "--db", location)
    assert isinstance(result.exception, TacitusError)
    assert "no incident 'i000'" in str(result.exception)
    assert list(tmp_path.iterdir()) == []


def test_without_a_store_there_is_nothing_to_write_up(tmp_path: Path) -> None:
    result = run("i000", "--db", str(tmp_path / "none.db"))
    assert isinstance(result.exception, StoreError)
