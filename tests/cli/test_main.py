from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import tacitus
from tacitus.cli import COMMANDS, build_app, main
from tacitus.errors import ModelError


def test_version() -> None:
    result = CliRunner().invoke(build_app(), ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"tacitus {tacitus.__version__}\n")


def test_help_loads_none_of_the_heavy_libraries() -> None:
    program = (
        "import sys; from tacitus.cli import main\n"
        "sys.argv = ['tacitus', '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'onnxruntime', 'numpy', 'trafilatura', 'httpx', 'pydantic', 'torch'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_error_meant_for_the_user_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise ModelError("the weights are missing")

    monkeypatch.setattr("tacitus.cli.COMMANDS", (("code", fail),))
    monkeypatch.setattr(sys, "argv", ["tacitus", "code"])
    with pytest.raises(SystemExit) as exit_info:
        main()
    assert exit_info.value.code == 1
    assert capsys.readouterr().err == "tacitus: the weights are missing\n"


@pytest.mark.parametrize("output_format", ["text", "json", "jsonl"])
def test_a_reader_that_stops_reading_is_no_error_message(tmp_path: Path, output_format: str) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(f"{number} men died. " * 100)
    program = (
        "import sys, types\n"
        "from tacitus.model import Coding\n"
        "coder = types.ModuleType('tacitus.coder')\n"
        "coder.code_many = lambda reports, options=None: map(Coding, reports)\n"
        "sys.modules['tacitus.coder'] = coder\n"
        "from tacitus.cli import main; main()\n"
    )
    words = [sys.executable, "-c", program, "code", str(tmp_path), "--format", output_format]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


class TestReference:
    """docs/cli.md tells every command with every option, and no other."""

    @staticmethod
    def page(repository: Path) -> str:
        return re.sub(r"\s+", " ", (repository / "docs" / "cli.md").read_text(encoding="utf-8"))

    @pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
    def test_commands_and_options(self, repository: Path, name: str) -> None:
        command = typer.main.get_command(build_app()).commands[name]  # type: ignore[attr-defined]
        page = self.page(repository)
        assert f"## tacitus {name} " in page
        for parameter in command.params:
            told = [*parameter.opts, getattr(parameter, "help", None) or ""]
            missing = [words for words in told if words.startswith("-") or " " in words if words not in page]
            assert not missing, "run make docs"

    def test_no_option_that_is_gone(self, repository: Path) -> None:
        group = typer.main.get_command(build_app())
        known = {"--help"} | {
            option
            for command in (group, *group.commands.values())  # type: ignore[attr-defined]
            for parameter in command.params
            for option in parameter.opts
        }
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", self.page(repository))) <= known, "run make docs"

    def test_the_generator_writes_these_pages(self, repository: Path) -> None:
        pages = runpy.run_path(str(repository / "docs" / "generate.py"))["pages"]()
        assert set(pages) == {"cli.md", "coding.schema.json", "incident.schema.json", "formats.md"}
        assert all(content.endswith("\n") for content in pages.values())
