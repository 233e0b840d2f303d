"""From an error to the failure an editor is told (see `wording`)."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from pathlib import Path

from django.db import DatabaseError, InterfaceError, OperationalError
from sitebuilder.build import BuildError

Failure = dict[str, object]

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Refused(Exception):
    """Checks found errors. ``problems`` are as `Release.problems` keeps them."""

    def __init__(self, problems: list[dict[str, object]]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class Failed(Exception):
    """A failure that is already in words."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.failure: Failure = {"code": code, **facts}


def explain(error: BaseException, *, root: Path) -> Failure:
    """The failure for ``error``; files are named from ``root``, the folder the toolbox stands in."""
    for cause in _chain(error):
        match cause:
            case Failed():
                return cause.failure
            case Refused():
                return {"code": "refused"}
            case OSError() if cause.errno in NO_ROOM:
                return {"code": "disk-full", "where": _where(cause, root)}
            case FileNotFoundError():
                return {"code": "missing-file", "where": _where(cause, root)}
            case OSError() if cause.errno:
                return {"code": "disk", "where": _where(cause, root), "why": cause.strerror}
            case DatabaseError() | InterfaceError():
                return _database(cause)
    if isinstance(error, BuildError):
        return {"code": "build", "why": _sentence(str(error))}
    return {"code": "unexpected", "why": _sentence(f"{type(error).__name__}: {error}")}


def is_locked(error: BaseException) -> bool:
    """Whether the database was only busy, so that trying again is all there is to do."""
    return isinstance(error, OperationalError) and re.search(r"lock|timeout|deadlock", str(error)) is not None


def _database(error: Exception) -> Failure:
    if re.search(r"disk is full|no space", str(error), re.IGNORECASE):
        return {"code": "disk-full", "where": "the database"}
    if is_locked(error):
        return {"code": "database-busy"}
    return {"code": "unexpected", "why": _sentence(f"{type(error).__name__}: {error}")}


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what caused it, outermost first."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def _where(error: OSError, root: Path) -> str:
    name = error.filename2 or error.filename
    if name is None or isinstance(name, int):
        return str(root.name)
    path = Path(str(name if not isinstance(name, bytes) else name.decode("utf-8", "replace")))
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _sentence(text: str) -> str:
    """One line of at most 600 characters that ends like a sentence."""
    line = " ".join(text.split())[:600]
    return line if line.endswith((".", "!", "?")) else f"{line}."
