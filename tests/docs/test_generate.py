from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

import tacitus

REPOSITORY = Path(__file__).resolve().parents[2]
GENERATE = runpy.run_path(str(REPOSITORY / "docs" / "generate.py"))
PAGES: tuple[str, ...] = GENERATE["SHOWING"]
LINK = re.compile(r"\[[^\]]+\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)(#[^)]*)?\)")


def read(page: str) -> str:
    return (REPOSITORY / page).read_text(encoding="utf-8")


def filled(page: str) -> str:
    text: Any = GENERATE["filled"](page)
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_its_commands_print_now(page: str) -> None:
    text = read(page)
    assert filled(text).splitlines() == text.splitlines(), "run make docs"


def test_the_readme_and_the_guide_show_real_outputs() -> None:
    assert any(command.startswith("tacitus code") for command in GENERATE["shown"](read("README.md")))
    assert any("tacitus incidents" in command for command in GENERATE["shown"](read("README.md")))
    for name in ("eval", "incident ", "brief", "judge"):
        assert any(command.startswith(f"tacitus {name}") for command in GENERATE["shown"](read("docs/guide.md")))


def test_an_output_that_drifted_is_written_anew() -> None:
    page = "<!-- output: echo 49 -->\n```\n$ echo 49\n50\n```\n<!-- end -->\n"
    assert filled(page) == page.replace("\n50\n", "\n49\n")


def test_an_empty_block_is_filled() -> None:
    assert filled("<!-- output: echo 49 -->\n<!-- end -->") == (
        "<!-- output: echo 49 -->\n```\n$ echo 49\n49\n```\n<!-- end -->"
    )


def test_commands_find_what_those_above_them_wrote_and_leave_nothing_behind() -> None:
    page = "<!-- output: echo 49 | tee written.txt -->\n<!-- end -->\n<!-- output: cat written.txt -->\n<!-- end -->"
    assert filled(page).endswith("```\n$ cat written.txt\n49\n```\n<!-- end -->")
    assert not (REPOSITORY / "written.txt").exists()


def test_every_page_has_a_store_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TACITUS_DB", "the-users-own.db")
    page = '<!-- output: test ! -e "$TACITUS_DB"; echo "$? $TACITUS_DB"; echo x > "$TACITUS_DB" -->\n<!-- end -->'
    first, second = (GENERATE["filled"](page).splitlines()[3] for _ in range(2))
    assert first.startswith("0 /")
    assert first.endswith("/tacitus.db")
    assert first != second


def test_a_command_that_reads_standard_input_gets_the_code_above_it() -> None:
    page = "```sh\necho no\n```\n\n```sh\necho yes\n```\n\n<!-- output: sh - -->\n<!-- end -->"
    assert filled(page).endswith("<!-- output: sh - -->\n```\nyes\n```\n<!-- end -->")


@pytest.mark.parametrize(
    ("command", "reason"), [("echo why >&2; exit 3", "exit status 3, why"), ("true", "prints nothing")]
)
def test_a_command_that_fails_is_told(command: str, reason: str) -> None:
    with pytest.raises(GENERATE["PageError"], match=reason):
        filled(f"<!-- output: {command} -->\n<!-- end -->")


def test_a_table_is_taken_from_the_file_and_heading_named() -> None:
    page = "<!-- table: corpus/README.md ## What a folder holds -->\nto be replaced\n<!-- end -->"
    assert "| `claims` |" in filled(page)
    assert "to be replaced" not in filled(page)


def test_a_heading_without_a_table_is_told() -> None:
    with pytest.raises(GENERATE["PageError"], match="no table under 'Licence'"):
        filled("<!-- table: corpus/README.md ## Licence -->\n<!-- end -->")


def test_a_table_of_a_file_that_is_not_there_is_empty() -> None:
    page = "<!-- table: no/such/file.md ## Scores -->\nto be replaced\n<!-- end -->"
    assert filled(page) == page.replace("to be replaced\n", "")


@pytest.mark.parametrize(
    "page",
    [*PAGES, "CONTRIBUTING.md", "CHANGELOG.md", "corpus/README.md", "docs/exports.md", "docs/performance.md"],
)
def test_links_within_the_repository_lead_somewhere(page: str) -> None:
    folder = (REPOSITORY / page).parent
    written_by_training = REPOSITORY / "src" / "tacitus" / "language" / "weights" / "README.md"
    targets = {(folder / match["target"]).resolve() for match in LINK.finditer(read(page))}
    assert [target for target in targets - {written_by_training} if not target.exists()] == []


@pytest.mark.parametrize("page", ["README.md", "docs/methods.md"])
def test_the_way_to_cite_names_the_version(page: str) -> None:
    assert f"Version {tacitus.__version__}" in read(page)


def test_the_readme_is_read_in_one_go() -> None:
    assert len(read("README.md").splitlines()) < 200
