"""Where a command writes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from tacitus.errors import TacitusError


@dataclass(slots=True)
class Output:
    """An open place to write to. A file written beside its place is only put there after ``keep``."""

    stream: TextIO
    is_file: bool = False
    _kept: bool = field(default=False, init=False)

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads along."""
        return not self.is_file and self.stream.isatty()

    @property
    def kept(self) -> bool:
        """Whether what was written shall stay."""
        return self._kept

    def keep(self) -> None:
        """What was written is whole: it may take its place."""
        self._kept = True


@contextlib.contextmanager
def open_output(path: Path | None) -> Iterator[Output]:
    """Standard output for ``None``, else a file.

    A regular file is written under a passing name in the same folder and renamed when kept, so that a reader never
    sees half of it and a failure leaves what was there before. Devices and pipes are written directly.

    Raises:
        TacitusError: the file cannot be written; told at the start, before any work.
    """
    if path is None:
        yield Output(sys.stdout)
        return
    path = path.resolve()
    if path.exists() and not path.is_file() and not path.is_dir():
        with telling(path):
            direct = path.open("w", encoding="utf-8")
        with direct:
            yield Output(direct, is_file=True)
        return
    with telling(path):
        temporary, stream = _beside(path)
    try:
        with stream:
            output = Output(stream, is_file=True)
            yield output
        if output.kept:
            with telling(path):
                temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _beside(path: Path) -> tuple[Path, TextIO]:
    if path.is_dir():
        raise IsADirectoryError(0, "it is a folder")
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(0, "it is write-protected")
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask()
    os.close(handle)
    temporary = Path(name)
    temporary.chmod(mode)
    return temporary, temporary.open("w", encoding="utf-8", newline="\n")


def umask() -> int:
    """The bits that new files of this process lack."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def telling(path: Path) -> Iterator[None]:
    """Trouble with writing there becomes a ``TacitusError`` that names the place and the reason."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TacitusError(f"cannot write {path}: {reason}") from error
