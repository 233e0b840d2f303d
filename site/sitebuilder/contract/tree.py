"""The folder ``content/``: which files it has, read whole and written with as few writes as can be."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitebuilder.contract.document import Document, HelpBox, Library, Topic
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.reader import decode, read_document, read_help
from sitebuilder.contract.registers import read_redirects, read_topics, write_redirects, write_topics
from sitebuilder.contract.writer import write_document, write_help_box

TOPICS = "topics.yml"
REDIRECTS = "redirects.yml"
_DOCUMENT = re.compile(r"^[a-z]{2,3}/(?:scenarios|cases|guides|exercises)/[^/]+\.md$")
_HELP = re.compile(r"^[a-z]{2,3}/help/[^/]+\.md$")
_MEDIA = re.compile(r"^media/(?:images/[^/]+\.(?:avif|gif|jpe?g|png|webp)|audio/[^/]+\.(?:m4a|mp3|ogg|opus|wav))$")


@dataclass(frozen=True)
class Tree:
    """What ``content/`` holds: the library, the text of each file it was read from, and the names of its media."""

    library: Library = Library()
    texts: dict[str, str] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Changes:
    """Paths under ``content/`` that were written and deleted."""

    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.written or self.deleted)


def read_tree(content: Path) -> Tree:
    """Everything under ``content``. What cannot be read is a problem, and the rest is read all the same."""
    documents: list[Document] = []
    boxes: list[HelpBox] = []
    topics: tuple[Topic, ...] = ()
    redirects: dict[str, str] = {}
    texts: dict[str, str] = {}
    media: set[str] = set()
    problems: list[Problem] = []
    for path in paths(content):
        if _MEDIA.match(path):
            media.add(path)
            continue
        if not _is_text(path):
            problems.append(_misplaced(path))
            continue
        data = (content / path).read_bytes()
        text, found = decode(data)
        problems.extend(p.at(path) for p in found)
        if text is None:
            continue
        texts[path] = text
        if data != text.encode():
            problems.append(problem("C40", 1, path=path))
        if path == TOPICS:
            topics, found = read_topics(text, path)
        elif path == REDIRECTS:
            redirects, found = read_redirects(text, path)
        elif _HELP.match(path):
            box, found = read_help(text, path)
            boxes.extend([box] if box else [])
        else:
            document, found = read_document(text, path)
            documents.extend([document] if document else [])
        problems.extend(found)
    return Tree(Library(tuple(documents), tuple(boxes), topics, redirects), texts, frozenset(media), tuple(problems))


def is_document(path: str) -> bool:
    """Whether a document stands at this path under ``content``."""
    return bool(_DOCUMENT.match(path))


def paths(content: Path) -> Iterator[str]:
    """Paths of the files under ``content``, sorted; names that begin with a dot are passed over.

    Raises `OSError` for a folder that cannot be read: what stands in it must not be taken for gone.
    """
    for folder, folders, names in os.walk(content, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(folder).relative_to(content)
        yield from sorted((inside / name).as_posix() for name in names if not name.startswith("."))


def files_of(library: Library) -> dict[str, bytes]:
    """The files that say what the library says, except media."""
    texts = {document.path: write_document(document) for document in library.documents}
    texts |= {box.path: write_help_box(box) for box in library.help_boxes}
    if library.topics:
        texts[TOPICS] = write_topics(library.topics)
    if library.redirects:
        texts[REDIRECTS] = write_redirects(library.redirects)
    return {path: text.encode() for path, text in texts.items()}


def write_library(library: Library, content: Path, media: Mapping[str, Path] | None = None) -> Changes:
    """Makes ``content`` say just what ``library`` says: changed files are replaced, files gone are deleted.

    ``media`` names each file under ``media/`` and where its bytes are; None leaves that folder alone. Each file
    is replaced whole or not at all, so a reader never meets half of one. Raises `OSError` as the disk does.
    """
    written: list[str] = []
    files = files_of(library)
    for path, data in sorted(files.items()):
        target = content / path
        if not (target.is_file() and target.read_bytes() == data):
            replace_file(target, data)
            written.append(path)
    for path, source in sorted((media or {}).items()):
        target = content / path
        if not (target.is_file() and _same(source, target)):
            replace_file(target, source.read_bytes())
            written.append(path)
    kept = {*files, *(media or {})}
    deleted = [path for path in paths(content) if path not in kept and _is_ours(path, media is not None)]
    for path in deleted:
        (content / path).unlink()
    return Changes(tuple(written), tuple(deleted))


def copy_tree(content: Path, to: Path) -> None:
    """A copy of ``content`` that costs no space: its files are linked, and are replaced, never changed, later."""
    shutil.copytree(content, to, copy_function=link_file)


def link_file(source: str | Path, target: str | Path) -> None:
    """``target`` as a second name of ``source``, or as a copy where the disk has no links."""
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _raise(error: OSError) -> None:
    raise error


def _is_text(path: str) -> bool:
    return bool(_DOCUMENT.match(path) or _HELP.match(path) or path in (TOPICS, REDIRECTS))


def _is_ours(path: str, media: bool) -> bool:
    return bool(_is_text(path) or media and _MEDIA.match(path))


def _misplaced(path: str) -> Problem:
    what = "a file of another kind or place", "en fil av et annet slag eller på feil sted"
    how = "See docs/content-format.md for what goes where.", "Se docs/content-format.md for hva som skal hvor."
    return problem("C17", 0, path=path, what=what[0], what_nb=what[1], how=how[0], how_nb=how[1])


def _same(source: Path, target: Path) -> bool:
    return source.stat().st_size == target.stat().st_size and source.read_bytes() == target.read_bytes()


def replace_file(target: Path, data: bytes) -> None:
    """Makes ``data`` the file, whole or not at all, and never through another name the old file has."""
    _put(target, data, os.replace)


def create_file(target: Path, data: bytes) -> None:
    """Makes ``data`` a file that was not there, whole or not at all. Raises `FileExistsError`."""
    if os.path.lexists(target):
        raise FileExistsError(target)
    _put(target, data, _link)


def _link(name: str, target: Path) -> None:
    try:
        os.link(name, target)
    except FileExistsError:
        raise
    except OSError:  # A file system without hard links: the name is taken first, so that only one can have it.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL))
        os.replace(name, target)
    else:
        os.unlink(name)


def _put(target: Path, data: bytes, place: Callable[[str, Path], None]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        place(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
