"""Releases on disk, and the copies of the texts they hold."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from cms.publishing import snapshot
from cms.publishing.release_folder import ReleaseFolder, folders, make_folder, prune

NOW = dt.datetime(2026, 11, 23, 12, 0, 0, tzinfo=dt.UTC)


def finished(releases: Path, number: int) -> ReleaseFolder:
    folder = make_folder(releases, number, NOW + dt.timedelta(minutes=number))
    folder.public.mkdir()
    (folder.public / "index.html").write_text(str(number))
    folder.complete({"nb:1": "/nb/guides/a/"}, {"/nb/guides/b/": "/nb/guides/a/"})
    return folder


def test_a_release_is_complete_once_its_manifest_is_there(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, 7, NOW)
    folder.public.mkdir()
    (folder.public / "index.html").write_text("hei")
    assert folder.path.name == "20261123-120000-00007"
    assert not folder.is_complete
    folder.complete({"nb:1": "/nb/guides/a/"}, {})
    assert folder.is_complete
    assert folder.files == {"index.html": 3}
    assert folder.addresses == {"nb:1": "/nb/guides/a/"}
    assert folder.redirects == {}


def test_the_newest_ten_are_kept_and_the_rest_deleted(tmp_path: Path) -> None:
    made = [finished(tmp_path, number) for number in range(13)]
    prune(tmp_path, live=made[-1].path, keep=10)
    assert [folder.path for folder in folders(tmp_path)] == [folder.path for folder in reversed(made[3:])]


def test_the_live_release_is_kept_however_old(tmp_path: Path) -> None:
    made = [finished(tmp_path, number) for number in range(5)]
    prune(tmp_path, live=made[0].path, keep=2)
    assert {folder.path for folder in folders(tmp_path)} == {made[0].path, made[3].path, made[4].path}


def test_what_was_never_finished_is_deleted(tmp_path: Path) -> None:
    made = finished(tmp_path, 1)
    half = make_folder(tmp_path, 2, NOW)
    (half.path / "public").mkdir()
    prune(tmp_path, live=made.path, keep=10)
    assert [folder.path for folder in folders(tmp_path)] == [made.path]


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_going_back_brings_back_the_texts_exactly(tmp_path: Path) -> None:
    content, copy = tmp_path / "content", tmp_path / "copy"
    write(content / "nb/guides/a.md", "a")
    write(content / "nb/guides/b.md", "b")
    snapshot.take(content, copy, None)
    write(content / "nb/guides/a.md", "changed")
    (content / "nb/guides/b.md").unlink()
    write(content / "nb/cases/new.md", "new")
    snapshot.restore(copy, content)
    assert sorted(snapshot.files_in(content)) == ["nb/guides/a.md", "nb/guides/b.md"]
    assert (content / "nb/guides/a.md").read_text() == "a"
    assert not (content / "nb/cases").exists()


def test_unchanged_files_share_their_bytes_with_the_copy_before_and_changed_ones_do_not(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content / "a.md", "a")
    write(content / "b.md", "b")
    snapshot.take(content, tmp_path / "one", None)
    write(content / "b.md", "bb")
    snapshot.take(content, tmp_path / "two", tmp_path / "one")
    assert os.path.samefile(tmp_path / "one/a.md", tmp_path / "two/a.md")
    assert (tmp_path / "one/b.md").read_text() == "b"
    assert (tmp_path / "two/b.md").read_text() == "bb"


def test_editing_a_file_in_place_does_not_reach_into_a_copy(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content / "a.md", "a")
    snapshot.take(content, tmp_path / "one", None)
    write(content / "a.md", "z")
    assert (tmp_path / "one/a.md").read_text() == "a"


def test_a_git_folder_in_the_content_is_left_alone(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write(content / ".git/config", "mine")
    write(content / "a.md", "a")
    snapshot.take(content, tmp_path / "one", None)
    snapshot.restore(tmp_path / "one", content)
    assert (content / ".git/config").read_text() == "mine"
    assert list(snapshot.files_in(tmp_path / "one")) == ["a.md"]
