"""One at a time: a lock on a file, which the kernel lets go of when its process ends, however it ends.

A POSIX record lock, since those are not inherited: builder processes that outlive a killed worker do not hold it
on. Record locks know processes only, so a lock of this process stands before it for its threads.
"""

from __future__ import annotations

import fcntl
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_IN_THIS_PROCESS: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)


class Busy(Exception):
    """Somebody else holds the lock."""


@contextmanager
def holding(file: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock on ``file``, waiting for it; raises `Busy` at once where ``wait`` is false and it is taken."""
    ours = _IN_THIS_PROCESS[file]
    if not ours.acquire(blocking=wait):
        raise Busy(f"{file} is held by another thread.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a") as handle:
            try:
                fcntl.lockf(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError) as error:
                raise Busy(f"{file} is held by another process.") from error
            yield
    finally:
        ours.release()
