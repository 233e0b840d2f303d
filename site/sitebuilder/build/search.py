"""The search of one language: Pagefind's index of its documents, and the list of every word that stands in them.

Pagefind knows stems and ranks what it finds, but a word it does not know it cuts down until something begins with
it: ``påminnelse`` finds ``på``. So the reader's browser looks her words up in the list first, by every spelling she
may have meant (``site/scripts/query.js``), and asks Pagefind only for words that are there.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from pagefind_bin import get_executable

from sitebuilder.build.report import BuildError
from sitebuilder.contract.document import Kind

FOLDER = "pagefind"
"""Where it stands in the folder of its language."""

WORDS = "words.txt"

_SECTIONS = tuple(kind.section for kind in Kind)
_SECONDS = 300
_MARK = b"pagefind_dcd"
"""What Pagefind writes before the text of each of its files."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u0670\u0640]|[\u200c'’ʼ](?=[^\W_]))*")
"""Letters and digits with their marks, and what joins them: the Persian half space and Ukrainian apostrophes."""


def write_search(language: Path) -> None:
    """Indexes the documents built under ``language`` into its folder ``pagefind/``.

    There stays what a reader's browser fetches, and nothing else. Raises `BuildError` where Pagefind fails.
    """
    target = language / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    if any(any(language.glob(f"{section}/*/index.html")) for section in _SECTIONS):
        _run_pagefind(language, target)
        _remove_unused(target)
    target.mkdir(exist_ok=True)
    (target / WORDS).write_text("\n".join(words_of(_texts(target))), "utf-8")


def words_of(texts: Iterable[str]) -> list[str]:
    """Every word that stands in the texts, once, in small letters, sorted."""
    return sorted({word for text in texts for word in _WORD.findall(unicodedata.normalize("NFC", text).lower())})


def _run_pagefind(language: Path, target: Path) -> None:
    where = f"The search of {language.name} could not be made"
    documents = f"{{{','.join(_SECTIONS)}}}/*/index.html"
    command = [str(_executable(where)), "--silent", "--site", str(language), "--glob", documents]
    try:
        # The program and its arguments are ours, and no shell reads them.
        done = subprocess.run(
            [*command, "--output-path", str(target)], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise BuildError(f"{where}: Pagefind was not done after {_SECONDS} seconds.") from error
    if done.returncode != 0 or not (target / "pagefind-entry.json").exists():
        raise BuildError(f"{where}. Pagefind says: {(done.stderr or done.stdout).strip() or 'nothing'}")


def _executable(where: str) -> Path:
    try:
        return Path(get_executable())
    except FileNotFoundError as error:
        raise BuildError(f"{where}: Pagefind is not installed. Install pagefind[bin].") from error


def _remove_unused(target: Path) -> None:
    """Removes Pagefind's own interfaces, its worker, and the program for languages it does not know."""
    entry = json.loads((target / "pagefind-entry.json").read_text("utf-8"))
    programs = {f"wasm.{index['wasm'] or 'unknown'}.pagefind" for index in entry["languages"].values()}
    for file in target.iterdir():
        keep = file.is_dir() or file.suffix == ".pf_meta" or file.name in ("pagefind.js", "pagefind-entry.json")
        if not keep and file.name not in programs:
            file.unlink()


def _texts(target: Path) -> Iterator[str]:
    """The text of every document as Pagefind has indexed it, with its title."""
    for file in sorted((target / "fragment").glob("*.pf_fragment")):
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))
        yield f"{fragment['meta'].get('title', '')} {fragment['content']}"
