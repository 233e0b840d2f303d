"""What the build writes for the search: the index of a language's documents and the list of their words."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from sitebuilder.build import BuildError, search
from sitebuilder.build.search import words_of, write_search

PAGE = (
    '<!doctype html><html lang="{lang}"><body>Meny<main data-pagefind-body><h1>{title}</h1><p>{text}</p></main></body>'
)


@pytest.fixture
def language(tmp_path: Path) -> Path:
    folder = tmp_path / "nb"
    _write(folder / "guides/cv", "Kort CV", "Skriv en søknad på norsk.")
    _write(folder / "scenarios/valg", "Et valg", "Hva gjør du nå?")
    _write(folder / "topics/work", "Arbeid", "En liste over alt.")
    return folder


def _write(folder: Path, title: str, text: str, lang: str = "nb") -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE.format(lang=lang, title=title, text=text), "utf-8")


def _urls(language: Path) -> list[str]:
    fragments = sorted((language / "pagefind/fragment").iterdir())
    return sorted(json.loads(gzip.decompress(file.read_bytes())[12:])["url"] for file in fragments)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CV-en, og CV!", ["cv", "en", "og"]),
        ("Øve på Å", ["på", "å", "øve"]),
        ("сім’я сім'я 'так'", ["сім'я", "сім’я", "так"]),
        ("می‌شود \u200cبا", ["با", "می‌شود"]),
        ("مُسَاعَدَة؟", ["مُسَاعَدَة"]),
        ("ሓገዝ።ርክብ፣", ["ሓገዝ", "ርክብ"]),
        ("116 117 a_b", ["116", "117", "a", "b"]),
        ("cafe\u0301", ["café"]),
        ("– … ?", []),
    ],
)
def test_words_are_divided_as_readers_of_each_script_do(text: str, words: list[str]) -> None:
    assert words_of([text]) == words


def test_the_documents_are_indexed_and_lists_are_not(language: Path) -> None:
    write_search(language)
    assert _urls(language) == ["/guides/cv/", "/scenarios/valg/"]
    words = (language / "pagefind/words.txt").read_text("utf-8").split("\n")
    assert words == ["cv", "du", "en", "et", "gjør", "hva", "kort", "norsk", "nå", "på", "skriv", "søknad", "valg"]


@pytest.mark.parametrize(("code", "program"), [("nb", "wasm.nb.pagefind"), ("ti", "wasm.unknown.pagefind")])
def test_only_what_a_browser_fetches_is_kept(tmp_path: Path, code: str, program: str) -> None:
    _write(tmp_path / code / "guides/cv", "CV", "CV", lang=code)
    write_search(tmp_path / code)
    kept = {path.name for path in (tmp_path / code / "pagefind").iterdir()}
    (meta,) = [name for name in kept if name.endswith(".pf_meta")]
    assert kept == {"pagefind.js", "pagefind-entry.json", meta, program, "words.txt", "fragment", "index"}


def test_the_same_pages_give_the_same_files(language: Path) -> None:
    def files() -> dict[str, bytes]:
        return {str(file): file.read_bytes() for file in (language / "pagefind").rglob("*") if file.is_file()}

    write_search(language)
    first = files()
    write_search(language)
    assert files() == first


def test_a_language_without_documents_has_an_empty_list_of_words(tmp_path: Path) -> None:
    _write(tmp_path / "so/topics/work", "Shaqo", "Liis")
    write_search(tmp_path / "so")
    assert [(file.name, file.read_text()) for file in (tmp_path / "so/pagefind").iterdir()] == [("words.txt", "")]


def test_where_pagefind_fails_the_build_says_so_in_its_words(
    language: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho 'no space left' >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr(search, "get_executable", lambda: broken)
    with pytest.raises(BuildError, match="The search of nb could not be made. Pagefind says: no space left"):
        write_search(language)


def test_where_pagefind_is_missing_the_build_says_what_to_install(
    language: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(search, "get_executable", missing)
    with pytest.raises(BuildError, match=r"Install pagefind\[bin\]"):
        write_search(language)
