"""Bytes from a stranger to text: bounded, never unpacked to disk, never trusted."""

from __future__ import annotations

import io
import json
import re
import stat
import struct
import zipfile
import zlib
from typing import Any

from exchange.remark import ExchangeError, remark

LARGEST = 10_000_000
"""So many bytes are read, of a file or of all that a package holds."""
MOST_LINES = 100_000
MOST_ENTRIES = 1_000
_NESTED = (".zip", ".h5p", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz", ".jar", ".whl")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, IndexError)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def text_of(data: bytes) -> str:
    """The text of a file, its line ends made one kind. Raises `ExchangeError`."""
    if len(data) > LARGEST:
        raise ExchangeError([remark("X01.large")])
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ExchangeError([remark("X01.utf8", line=data.count(b"\n", 0, error.start) + 1)]) from None
    control = CONTROL.search(text)
    if control:
        raise ExchangeError([remark("X01.control", line=text.count("\n", 0, control.start()) + 1)])
    if not text.strip():
        raise ExchangeError([remark("X01.empty")])
    if text.count("\n") > MOST_LINES:
        raise ExchangeError([remark("X01.lines", line=MOST_LINES, most=MOST_LINES)])
    return text


def json_of(text: str) -> Any:
    """The value of a JSON text. Raises `ExchangeError` with the line where it breaks off."""
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        why = remark("X03.broken", line=error.lineno, column=error.colno, why=error.msg)
        raise ExchangeError([why]) from None
    except RecursionError:
        raise ExchangeError([remark("X03.deep")]) from None
    except ValueError as error:
        raise ExchangeError([remark("X03.broken", line=1, column=1, why=error)]) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object. Of two values for one key no reader knows which is meant. Raises `ExchangeError`."""
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        again = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ExchangeError([remark("X03.twice", where=again)])
    return made


def is_zip(data: bytes) -> bool:
    return data[:2] == b"PK"


def members_of(data: bytes, wanted: tuple[str, ...]) -> dict[str, bytes]:
    """The members of a package with these names, read into memory. Raises `ExchangeError`.

    Everything in the package is looked at, also what is not read: one hostile entry refuses the whole.
    """
    if len(data) > LARGEST:
        raise ExchangeError([remark("X01.large")])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _look_at(entries)
            return {entry.filename: _read(package, entry) for entry in entries if entry.filename in wanted}
    except ExchangeError:
        raise
    except _BROKEN as error:
        raise ExchangeError([remark("X02.broken", why=error)]) from None


def _look_at(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise ExchangeError([remark("X02.many", count=len(entries), most=MOST_ENTRIES)])
    names: set[str] = set()
    for entry in entries:
        kind = _hostile(entry)
        if not kind and entry.filename in names:
            kind = "twice"
        if kind:
            raise ExchangeError([remark(f"X02.{kind}", where=entry.filename)])
        names.add(entry.filename)
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise ExchangeError([remark("X02.bomb")])


def _hostile(entry: zipfile.ZipInfo) -> str:
    """The variant of X02 that says what is wrong with an entry; empty where nothing is."""
    name = entry.filename
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        return "path"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "link"
    if entry.flag_bits & 0x1:
        return "locked"
    if name.casefold().endswith(_NESTED):
        return "nested"
    return "" if entry.compress_type in _METHODS else "method"


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with package.open(entry) as member:
        data = member.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ExchangeError([remark("X02.bomb")])
    return data
