"""Options, the reports, and the table at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.fresh import cores
from benchmarks.generated import generated_reports
from benchmarks.reports import mixed_reports, write_reports
from benchmarks.results import Findings
from benchmarks.table import render, rows
from tacitus.model import Report

_FINDINGS = pytest.StashKey[Findings]()
_SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("tacitus benchmarks")
    group.addoption("--reports", type=int, default=200, metavar="N", help="reports to code")
    group.addoption("--roberta-reports", type=int, default=20, metavar="N", help="of these, for RoBERTa-base's size")
    group.addoption("--ingest", type=int, default=500, metavar="N", help="generated reports to ingest from end to end")
    group.addoption("--archive", type=int, default=10_000, metavar="N", help="codings in the store that is linked")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_FINDINGS] = Findings(cores=len(cores()))
    # its own table shows the time of whole processes, which says little
    config.option.benchmark_quiet = True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    findings = config.stash[_FINDINGS]
    if rows(findings):
        terminalreporter.section("Tacitus")
        terminalreporter.write(render(findings))


@pytest.fixture(scope="session")
def findings(pytestconfig: pytest.Config) -> Findings:
    return pytestconfig.stash[_FINDINGS]


@pytest.fixture(scope="session")
def samples() -> Path:
    return _SAMPLES


@pytest.fixture(scope="session")
def archived(pytestconfig: pytest.Config) -> int:
    count: int = pytestconfig.getoption("--archive")
    return count


@pytest.fixture(scope="session")
def generated_file(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("benchmarks") / "generated.jsonl"
    write_reports(generated_reports(_SAMPLES, pytestconfig.getoption("--ingest")), path)
    return path


@pytest.fixture(scope="session")
def reports(pytestconfig: pytest.Config, findings: Findings) -> list[Report]:
    made = mixed_reports(_SAMPLES, pytestconfig.getoption("--reports"))
    findings.reports, findings.words = len(made), sum(len(report.text.split()) for report in made)
    return made


@pytest.fixture(scope="session")
def reports_file(reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("benchmarks") / "reports.jsonl"
    write_reports(reports, path)
    return path


@pytest.fixture(scope="session")
def roberta_file(reports: list[Report], pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("benchmarks") / "roberta.jsonl"
    write_reports(reports[: pytestconfig.getoption("--roberta-reports")], path)
    return path
