"""A PostgreSQL server for the tests that need one, with its data in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "postgres"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def is_installed() -> bool:
    return all(shutil.which(name) for name in ("initdb", "pg_ctl")) and (os.getuid() != 0 or _exists(USER))


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


@contextmanager
def running() -> Iterator[str]:
    """The address of a fresh, empty database. The server refuses to run as root, so root lends it another user."""
    folder = Path(tempfile.mkdtemp(prefix="toolbox-postgres-"))
    person = {"user": USER, "group": USER} if os.getuid() == 0 else {}
    if person:
        shutil.chown(folder, **person)
    data, port = folder / "data", free_port()

    def do(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=120, **person)

    try:
        do("initdb", "--pgdata", str(data), "--username", USER, "--auth", "trust", "--encoding", "UTF8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        do("pg_ctl", "start", "--wait", "--pgdata", str(data), "--log", str(folder / "log"), "--options", options)
        try:
            yield f"postgres://{USER}@127.0.0.1:{port}/postgres"
        finally:
            do("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", str(data))
    finally:
        shutil.rmtree(folder)
