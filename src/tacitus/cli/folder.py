"""Where a command writes several files: a folder that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tacitus.cli.output import telling, umask
from tacitus.errors import TacitusError


@dataclass(slots=True)
class OutputFolder:
    """A folder to write files into; it is only put in its place after ``keep``."""

    path: Path
    _kept: bool = field(default=False, init=False)

    @property
    def kept(self) -> bool:
        """Whether what was written shall stay."""
        return self._kept

    def keep(self) -> None:
        """What was written is whole: it may take its place."""
        self._kept = True


@contextlib.contextmanager
def open_folder(path: Path, *, replaceable: Collection[str]) -> Iterator[OutputFolder]:
    """A folder that is filled under a passing name beside its place and renamed when kept.

    A folder that is there already is replaced if all that it holds are files of the names in ``replaceable``; a
    failure leaves it as it was.

    Raises:
        TacitusError: the folder cannot be written, or it holds other files; told at the start, before any work.
    """
    path = path.resolve()
    with telling(path):
        if path.exists():
            _check_replaceable(path, replaceable)
        passing = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent))
    try:
        passing.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o777 & ~umask())
        output = OutputFolder(passing)
        yield output
        if output.kept:
            with telling(path):
                _put(passing, path)
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def _check_replaceable(path: Path, replaceable: Collection[str]) -> None:
    if not path.is_dir():
        raise NotADirectoryError(0, "it is not a folder")
    others = sorted(file.name for file in path.iterdir() if file.name not in replaceable)
    if others:
        raise TacitusError(f"cannot write {path}: it holds other files ({others[0]})")
    if not os.access(path, os.W_OK):
        raise PermissionError(0, "it is write-protected")


def _put(passing: Path, path: Path) -> None:
    if not path.exists():
        passing.rename(path)
        return
    # No system call of Python's swaps two folders: the old one steps aside and comes back if the new one cannot go in.
    aside = passing.with_suffix(".old")
    path.rename(aside)
    try:
        passing.rename(path)
    except OSError:
        aside.rename(path)
        raise
    shutil.rmtree(aside, ignore_errors=True)
