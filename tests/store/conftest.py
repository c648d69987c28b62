"""Stores in both databases: every test that takes ``location`` runs in each."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tacitus.store import Store

_NAMES = count(1)


def _binaries() -> Path | None:
    """The folder of the PostgreSQL server's programs."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def _server_user() -> str | None:
    """PostgreSQL refuses to run as root: then somebody else's name, ``None`` for the present user."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    pytest.skip("PostgreSQL does not run as root, and there is no user postgres or nobody")


def _run(command: list[str | Path], *, user: str | None, folder: Path) -> None:
    groups: list[int] | None = [] if user else None
    group = pwd.getpwnam(user).pw_gid if user else None
    with (folder / "output").open("ab") as output:
        subprocess.run(
            command,
            check=True,
            user=user,
            group=group,
            extra_groups=groups,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            timeout=60,
        )


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A private server on a socket in a folder of its own; gives the URL to put a database's name into."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server is installed (initdb is neither on the path nor in /usr/lib/postgresql)")
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="tacitus-pg-"))
    data = folder / "data"
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    try:
        initdb = [binaries / "initdb", "-D", data, "-A", "trust", "-U", "tacitus", "-E", "UTF8", "--no-sync"]
        _run([*initdb, "--locale=C"], user=user, folder=folder)
        _run([binaries / "pg_ctl", "-D", data, "-w", "-o", settings, "start"], user=user, folder=folder)
        try:
            yield f"postgresql://tacitus@/NAME?host={folder}"
        finally:
            _run([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"], user=user, folder=folder)
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres(postgres_server: str) -> str:
    """The address of an empty PostgreSQL database."""
    name = f"store_{next(_NAMES)}"
    address = postgres_server.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(address.replace("NAME", "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return postgres_server.replace("NAME", name)


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no store yet, in each database."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    address: str = request.getfixturevalue("postgres")
    return address


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """An empty store in each database."""
    with Store(location) as opened:
        yield opened


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of one MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("no small disk can be mounted here (needs root)")
    yield folder
    subprocess.run(["umount", folder], check=True)
