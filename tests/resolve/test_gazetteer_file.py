from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tacitus.resolve import gazetteer_file as module
from tacitus.resolve.gazetteer_file import cache_folder, gazetteer_file
from tacitus.resolve.gazetteer_index import Gazetteer


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """The files that were built: tiny ones, in a cache folder of the test's own."""
    paths: list[Path] = []

    def build(path: Path, *, lists: dict[str, bytes]) -> None:
        path.write_bytes(b"gazetteer")
        paths.append(path)

    monkeypatch.setattr(module, "build_gazetteer", build)
    monkeypatch.setenv("TACITUS_CACHE", str(tmp_path / "cache"))
    return paths


def test_the_folder_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TACITUS_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("TACITUS_CACHE")
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "tacitus"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "tacitus"


def test_it_is_built_once(built: list[Path], tmp_path: Path) -> None:
    first, second = gazetteer_file(), gazetteer_file()
    assert first == second
    assert first.parent == tmp_path / "cache"
    assert len(built) == 1
    assert [path.name for path in first.parent.iterdir()] == [first.name]


def test_it_is_built_anew_when_a_list_changes(built: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    first = gazetteer_file()
    monkeypatch.setattr(module, "list_files", lambda: {"more.toml": b"place = []"})
    assert gazetteer_file() != first
    assert len(built) == 2


def test_a_cache_that_cannot_be_written_is_done_without(built: list[Path], tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    path = gazetteer_file()
    assert path.read_bytes() == b"gazetteer"
    assert tmp_path not in path.parents


def test_files_of_other_versions_are_kept_for_a_while(built: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    old, recent = folder / "gazetteer-old.sqlite", folder / "gazetteer-recent.sqlite"
    for path in (old, recent):
        path.write_bytes(b"")
    os.utime(old, (0, 0))
    gazetteer_file()
    assert not old.exists()
    assert recent.exists()


def test_a_file_is_never_written_to(tmp_path: Path) -> None:
    index = Gazetteer(gazetteer_file())
    with pytest.raises(sqlite3.OperationalError):
        index._base.execute("DELETE FROM names")
