"""A migrated database, made once and copied: some 250 migrations take longer than most tests together."""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def migrated_database(folder: Path) -> Path:
    """An SQLite file with every migration run, kept in ``folder`` under a name that changes with them."""
    made = folder / f"migrated-{_state()}.sqlite3"
    with (folder / "migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            for old in folder.glob("migrated-*"):
                old.unlink()
            unfinished = folder / "unfinished.sqlite3"
            unfinished.unlink(missing_ok=True)
            environment = {**os.environ, "DATABASE_URL": f"sqlite:///{unfinished}", "TOOLBOX_VAR": str(folder / "var")}
            command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)
            _fold_in_journal(unfinished)
            unfinished.rename(made)
    return made


def forget_migrations(database: Path, app: str) -> None:
    """Makes the database one from before ``app`` was installed, on which nothing else may depend."""
    with sqlite3.connect(database) as connection:
        tables = "select name from sqlite_master where type = 'table' and name like ? escape '\\'"
        for (table,) in connection.execute(tables, (f"{app}\\_%",)).fetchall():
            connection.execute(f"drop table {table}")
        connection.execute("delete from django_migrations where app = ?", (app,))
    connection.close()


def _state() -> str:
    """A hash of all that migrations come from: our own files, and the versions of the libraries."""
    found = hashlib.sha256()
    for file in sorted((ROOT / "cms").glob("*/migrations/*.py")):
        found.update(file.read_bytes())
    found.update((ROOT / "cms/accounts/role_table.py").read_bytes())
    found.update(repr(sorted((d.metadata["Name"], d.version) for d in distributions())).encode())
    return found.hexdigest()[:16]


def _fold_in_journal(database: Path) -> None:
    """Everything in the one file, so that it can be copied."""
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


if __name__ == "__main__":
    migrated_database(Path(sys.argv[1]))
