"""One link decides what readers see."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from cms.publishing import switch as switching
from cms.publishing.switch import live_folder, switch


def release(folder: Path, name: str) -> Path:
    public = folder / "var" / "releases" / name / "public"
    public.mkdir(parents=True)
    (public / "index.html").write_text(name)
    return public


def test_the_first_release_goes_live(tmp_path: Path) -> None:
    switch(tmp_path / "public", release(tmp_path, "one"))
    assert (tmp_path / "public/index.html").read_text() == "one"
    assert live_folder(tmp_path / "public") == tmp_path / "var/releases/one"


def test_the_link_still_leads_there_when_everything_is_moved(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    switch(here / "public", release(here, "one"))
    here.rename(there)
    assert (there / "public/index.html").read_text() == "one"


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_real_folder_is_moved_aside_with_all_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(switching, "exchange", lambda one, other: False)
    (tmp_path / "public.before-1").mkdir()
    (tmp_path / "public").mkdir()
    (tmp_path / "public/index.html").write_text("made by make build")
    switch(tmp_path / "public", release(tmp_path, "one"))
    assert (tmp_path / "public/index.html").read_text() == "one"
    assert (tmp_path / "public.before-2/index.html").read_text() == "made by make build"


def test_what_a_killed_switch_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".public.next").mkdir()
    (tmp_path / ".public.next/index.html").write_text("made by make build")
    switch(tmp_path / "public", release(tmp_path, "one"))
    (tmp_path / ".public.next").symlink_to("nowhere")
    switch(tmp_path / "public", release(tmp_path, "two"))
    assert (tmp_path / "public/index.html").read_text() == "two"
    assert (tmp_path / "public.before-1/index.html").read_text() == "made by make build"


def test_a_reader_never_meets_a_missing_page_while_releases_are_switched(tmp_path: Path) -> None:
    releases = [release(tmp_path, name) for name in ("one", "two")]
    public = tmp_path / "public"
    public.mkdir()
    (public / "index.html").write_text("made by make build")
    done, read = threading.Event(), []

    def reader() -> None:
        while not done.is_set():
            read.append((public / "index.html").read_text())

    thread = threading.Thread(target=reader)
    thread.start()
    for turn in range(200):
        switch(public, releases[turn % 2])
    done.set()
    thread.join()
    assert {"one", "two"} <= set(read) <= {"one", "two", "made by make build"}


def test_a_folder_or_a_broken_link_is_no_live_release(tmp_path: Path) -> None:
    assert live_folder(tmp_path / "public") is None
    os.symlink("nowhere", tmp_path / "public")
    assert live_folder(tmp_path / "public") is None
    (tmp_path / "public").unlink()
    (tmp_path / "public").mkdir()
    assert live_folder(tmp_path / "public") is None
