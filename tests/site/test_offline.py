"""What the build does for saving pages: sizes that are told, the worker, and the files of the release before."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from sitebuilder.build.earlier_assets import KEPT, keep_earlier_assets
from sitebuilder.build.offline import NEEDED, Weights, offline_wanted, size_in_words, write_worker
from sitebuilder.places import SCRIPTS

from tests.site.sample_library import ALL_LANGUAGES

BY_CODE = {language.code: language for language in ALL_LANGUAGES}
STYLE = "p{top:0}" * 50


def site(folder: Path, **files: str | bytes) -> Path:
    """A folder with these files; ``__`` stands for a slash and ``_`` for a dot."""
    for name, content in files.items():
        target = folder / name.replace("__", "/").replace("_", ".")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def compressed(text: str) -> int:
    return len(zlib.compress(text.encode()))


# Sizes


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        (
            '<img src="/media/images/a.webp"><audio src="/media/audio/a.mp3">',
            ["/media/images/a.webp", "/media/audio/a.mp3"],
        ),
        ('<link rel="stylesheet" href="/assets/paper.1.css" media="print">', ["/assets/paper.1.css"]),
        ('import { a } from "/assets/a.1.js"; import("/assets/b.1.js");', ["/assets/a.1.js", "/assets/b.1.js"]),
        ('<a href="/nb/guides/a/">/media/images/a.webp "/assets/a.js"</a>', []),
        ('<img loading="lazy" src="/nb/guides/a/qr.svg">', ["/nb/guides/a/qr.svg"]),
        ('<script src="//elsewhere.example/a.js"></script>', []),
        ('<img src="https://elsewhere.example/media/images/a.webp">', []),
    ],
)
def test_a_page_needs_what_it_shows_and_what_its_scripts_import(text: str, needed: list[str]) -> None:
    assert NEEDED.findall(text) == needed


def test_the_script_that_saves_finds_what_a_page_needs_by_the_same_rule() -> None:
    rule = re.search(r"const NEEDED =\s+/(.+)/g;", (SCRIPTS / "offline-store.js").read_text("utf-8"))
    assert rule
    assert rule[1].replace("\\/", "/") == NEEDED.pattern


def test_everything_that_is_fetched_is_weighed_once(tmp_path: Path) -> None:
    page = '<script src="/assets/a.js"></script><img src="/media/images/b.png">'
    script, other = 'import "/assets/c.js"', 'import("/assets/a.js")'
    site(
        tmp_path,
        nb__index_html=f"<style>{STYLE}</style>{page}",
        nb__offline__index_html=page,
        assets__a_js=script,
        assets__c_js=other,
        media__images__b_png=b"x" * 1234,
    )
    pages = 2 * compressed(STYLE) + compressed(f"<style></style>{page}") + compressed(page)
    assert Weights(tmp_path, STYLE).of_pages("/nb/", "/nb/offline/") == (
        pages + compressed(script) + compressed(other) + 1234,
        0,
    )


def test_recordings_are_weighed_apart(tmp_path: Path) -> None:
    page = '<audio src="/media/audio/b.mp3"></audio>'
    site(tmp_path, nb__index_html=page, media__audio__b_mp3=b"x" * 777)
    assert Weights(tmp_path, "").of_pages("/nb/")[1] == 777


@pytest.mark.parametrize(
    ("code", "silent", "sound", "words"),
    [
        ("nb", 40_001, 0, "≈ 45 kB"),
        ("nb", 40_000, 20_000, "≈ 60 kB"),
        ("nb", 40_000, 1_110_000, "≈ 40 kB + lyd 1,2 MB"),
        ("en", 995_001, 0, "≈ 1.0 MB"),
        ("en", 10_000, 100_000, "≈ 10 KB + audio 100 KB"),
    ],
)
def test_a_size_is_rounded_up_and_large_recordings_are_named(code: str, silent: int, sound: int, words: str) -> None:
    assert size_in_words(silent, sound, BY_CODE[code]) == words


# The worker


def test_the_worker_is_written_or_the_one_that_undoes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    for value in ("", "OFF"):
        monkeypatch.setenv("TOOLBOX_SERVICE_WORKER", value)
        write_worker(tmp_path, offline_wanted())
        written.append("unregister" in (tmp_path / "sw.js").read_text("utf-8"))
    assert written == [False, True]


# The files of the release before


def release(tmp_path: Path, name: str, *assets: str, previous: Path | None = None) -> Path:
    """A site with these files under ``assets/``, built where ``previous`` stood."""
    folder = site(tmp_path / name, **{f"assets__{asset}": asset for asset in assets})
    if previous:
        keep_earlier_assets(previous, folder)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / "assets").iterdir())


def test_the_files_of_the_release_before_stay_for_one_more(tmp_path: Path) -> None:
    first = release(tmp_path, "first", "a1", "b1")
    second = release(tmp_path, "second", "a2", "b1", previous=first)
    third = release(tmp_path, "third", "a3", "b1", previous=second)
    assert (names(second), names(third)) == (["a1", "a2", "b1"], ["a2", "a3", "b1"])
    assert (third / KEPT).read_text("utf-8") == "assets/a2\n"


def test_a_release_of_texts_only_leaves_what_was_kept(tmp_path: Path) -> None:
    first = release(tmp_path, "first", "a1")
    second = release(tmp_path, "second", "a2", previous=first)
    third = release(tmp_path, "third", "a2", previous=second)
    fourth = release(tmp_path, "fourth", "a4", previous=third)
    assert (names(third), names(fourth)) == (["a1", "a2"], ["a2", "a4"])


def test_what_comes_back_is_no_longer_kept_but_its_own(tmp_path: Path) -> None:
    first = release(tmp_path, "first", "a1")
    second = release(tmp_path, "second", "a2", previous=first)
    third = release(tmp_path, "third", "a1", previous=second)
    fourth = release(tmp_path, "fourth", "a4", previous=third)
    assert (names(third), names(fourth)) == (["a1", "a2"], ["a1", "a4"])


def test_where_nothing_stood_before_nothing_is_kept(tmp_path: Path) -> None:
    folder = release(tmp_path, "first", "a1", previous=tmp_path / "nowhere")
    assert (names(folder), (folder / KEPT).read_text("utf-8")) == (["a1"], "")
