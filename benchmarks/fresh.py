"""Measured code runs in a process of its own: thread settings and memory are then its own, too."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

_ROOT = Path(__file__).resolve().parent.parent
_THREADS = ("TACITUS_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

Result = TypeVar("Result")


def cores() -> list[int]:
    """The numbers of the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


@contextmanager
def _pinned(cpus: Sequence[int]) -> Iterator[None]:
    """Bind this thread, and so the processes that it starts, to some cores, where the system can (Linux)."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cpus)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def start(arguments: Sequence[str], *, cpus: Sequence[int], threads: int | None) -> subprocess.Popen[str]:
    """Start Python with ``arguments`` on some cores; ``threads`` of ``None`` leaves the choice to each library."""
    environment = {name: value for name, value in os.environ.items() if name not in _THREADS}
    if threads is not None:
        environment |= dict.fromkeys(_THREADS, str(threads))
    with _pinned(cpus):
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=_ROOT,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


def output_of(process: subprocess.Popen[str]) -> str:
    """What a started process printed, once it has ended.

    Raises:
        RuntimeError: it failed; the message holds what it wrote to standard error.
    """
    output, errors = process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"{process.args!r} failed:\n{errors}")
    return output


def result_of(process: subprocess.Popen[str], kind: type[Result]) -> Result:
    """What a started worker printed as JSON, once it has ended."""
    return TypeAdapter(kind).validate_json(output_of(process))
