"""Bringing a live release to a Git remote or to a host's build hook: real Git, real sockets."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from django.utils import timezone

from cms.publishing.delivery import hook as hooks
from cms.publishing.delivery.deliver import ATTEMPTS, ask_again, deliver, deliver_what_is_due
from cms.publishing.delivery.git import GitRemote, push, without_secrets
from cms.publishing.delivery.hook import call
from cms.publishing.delivery.parcel import DeliveryError, Parcel
from cms.publishing.make import make
from cms.publishing.models import Release
from tests.cms.publishing.sample import make_editor, make_guide, publish


def git(*arguments: object, at: Path) -> str:
    command = ["git", *map(str, arguments)]
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    folder = tmp_path / "remote.git"
    git("init", "--quiet", "--bare", "--initial-branch=main", folder, at=tmp_path)
    return folder


def parcel(tmp_path: Path, text: str = "hei", **given: str) -> Parcel:
    content = tmp_path / f"snapshot-{text}"
    (content / "nb/guides").mkdir(parents=True)
    (content / "nb/guides/a.md").write_text(text)
    return Parcel(
        7, content, **{"subject": "A: published", "author": "Kari Nordmann", "email": "k@example.org", **given}
    )


def remote(bare: Path, tmp_path: Path, url: str = "") -> GitRemote:
    return GitRemote(url or str(bare), "main", tmp_path / "var/delivery/git")


def test_texts_are_committed_with_the_editor_as_author(bare: Path, tmp_path: Path) -> None:
    push(parcel(tmp_path), remote(bare, tmp_path))
    assert git("log", "--format=%an <%ae>|%cn|%s", "main", at=bare) == (
        "Kari Nordmann <k@example.org>|Mentor Toolbox|A: published"
    )
    assert git("show", "main:content/nb/guides/a.md", at=bare) == "hei"


def test_only_the_content_of_an_existing_repository_changes(bare: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git("clone", "--quiet", bare, other, at=tmp_path)
    (other / "content/nb").mkdir(parents=True)
    (other / "README.md").write_text("readme")
    (other / "content/nb/gone.md").write_text("gone")
    commit(other, "first")
    push(parcel(tmp_path), remote(bare, tmp_path))
    assert git("ls-tree", "-r", "--name-only", "main", at=bare).split() == ["README.md", "content/nb/guides/a.md"]


def commit(folder: Path, message: str) -> None:
    git("add", "-A", at=folder)
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", message, at=folder)
    git("push", "--quiet", "origin", "HEAD:main", at=folder)


def test_what_others_pushed_meanwhile_is_kept(bare: Path, tmp_path: Path) -> None:
    push(parcel(tmp_path, "one"), remote(bare, tmp_path))
    other = tmp_path / "other"
    git("clone", "--quiet", bare, other, at=tmp_path)
    (other / "README.md").write_text("readme")
    commit(other, "readme")
    push(parcel(tmp_path, "two"), remote(bare, tmp_path))
    assert git("log", "--format=%s", "main", at=bare).split("\n") == ["A: published", "readme", "A: published"]
    assert git("show", "main:README.md", at=bare) == "readme"


def test_nothing_new_makes_no_commit(bare: Path, tmp_path: Path) -> None:
    push(parcel(tmp_path, "one"), remote(bare, tmp_path))
    push(parcel(tmp_path / "again", "one"), remote(bare, tmp_path))
    assert git("rev-list", "--count", "main", at=bare) == "1"


def test_an_attempt_that_was_stopped_is_no_hindrance(bare: Path, tmp_path: Path) -> None:
    place = remote(bare, tmp_path)
    push(parcel(tmp_path, "one"), place)
    (place.clone / ".git/index.lock").touch()
    (place.clone / "content/half.md").write_text("half")
    push(parcel(tmp_path, "two"), place)
    assert git("show", "main:content/nb/guides/a.md", at=bare) == "two"
    assert "half" not in git("ls-tree", "-r", "--name-only", "main", at=bare)


def test_a_name_cannot_become_a_part_of_git(bare: Path, tmp_path: Path) -> None:
    push(parcel(tmp_path, author="--evil <x>\n\nSigned", subject="--amend\n$(touch x)"), remote(bare, tmp_path))
    assert git("log", "--format=%an|%s", "main", at=bare) == "--evil x Signed|--amend $(touch x)"


def test_a_secret_in_the_address_is_in_no_message(tmp_path: Path) -> None:
    url = "https://kari:hemmelig@127.0.0.1:9/x.git"
    with pytest.raises(DeliveryError) as caught:
        push(parcel(tmp_path), GitRemote(url, "main", tmp_path / "clone"))
    assert "hemmelig" not in str(caught.value)
    assert without_secrets("fatal: https://token@host/x: no\nhint", "other") == "fatal: https://host/x: no hint"


def test_without_an_address_one_is_told_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="TOOLBOX_GIT_REMOTE is empty"):
        push(parcel(tmp_path), GitRemote("", "main", tmp_path / "clone"))


class Host(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(self.server.status)
        self.send_header("Location", "http://127.0.0.1:9/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def host() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Host)
    server.bodies, server.status = [], 200
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_hook_is_called_once(host: HTTPServer, tmp_path: Path) -> None:
    call(parcel(tmp_path), f"http://127.0.0.1:{host.server_port}/hook/secret")
    assert host.bodies == [b'{"release": 7, "title": "A: published"}']


@pytest.mark.parametrize("status", [302, 404, 500])
def test_an_answer_that_is_not_yes_is_a_failure_that_names_the_host_only(
    host: HTTPServer, tmp_path: Path, status: int
) -> None:
    host.status = status
    with pytest.raises(DeliveryError) as caught:
        call(parcel(tmp_path), f"http://127.0.0.1:{host.server_port}/hook/secret")
    assert caught.value.failure == {"code": "delivery-hook", "host": "127.0.0.1", "why": f"it answered {status}."}


def test_a_host_that_does_not_answer_is_given_up_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setattr(hooks, "SECONDS", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(DeliveryError, match="timed out"):
            call(parcel(tmp_path), f"http://127.0.0.1:{silent.getsockname()[1]}/")


@pytest.mark.parametrize("hook", ["", "http://example.org/x", "ftp://127.0.0.1/", "file:///etc/passwd", "https://[x"])
def test_only_safe_addresses_are_called(tmp_path: Path, hook: str) -> None:
    with pytest.raises(DeliveryError, match="TOOLBOX_BUILD_HOOK"):
        call(parcel(tmp_path), hook)


def release_now() -> Release:
    made = make(Release.objects.get(state="waiting").pk)
    assert made is not None
    assert made.state == "live"
    return made


@pytest.mark.usefixtures("library")
def test_a_failed_delivery_is_told_and_tried_again_until_it_arrives(settings, bare: Path, tmp_path: Path) -> None:
    settings.TOOLBOX_DELIVERY, settings.TOOLBOX_GIT_REMOTE = "git", str(tmp_path / "nowhere.git")
    publish(make_guide("kort-cv"))
    release = release_now()
    assert release.delivery_state == "pending"
    deliver_what_is_due()
    release.refresh_from_db()
    assert (release.state, release.delivery_state, release.delivery_attempts) == ("live", "failed", 1)
    assert "Git could not deliver the texts" in release.delivery_message
    settings.TOOLBOX_GIT_REMOTE = str(bare)
    deliver_what_is_due()
    release.refresh_from_db()
    assert release.delivery_state == "failed", "its time has not come yet"
    Release.objects.update(delivery_due_at=timezone.now() - timedelta(seconds=1))
    deliver_what_is_due()
    release.refresh_from_db()
    assert (release.delivery_state, release.delivery_message) == ("delivered", "")
    assert git("log", "--format=%an|%s", "main", at=bare).startswith("kari|Kort cv: ")


@pytest.mark.usefixtures("library")
def test_after_many_attempts_it_waits_for_an_editor_to_ask(settings) -> None:
    settings.TOOLBOX_DELIVERY, settings.TOOLBOX_BUILD_HOOK = "hook", "http://127.0.0.1:9/"
    publish(make_guide("kort-cv"))
    release = release_now()
    for _attempt in range(ATTEMPTS):
        deliver(release.pk)
    release.refresh_from_db()
    assert (release.delivery_state, release.delivery_due_at) == ("failed", None)
    ask_again(release)
    deliver_what_is_due()
    release.refresh_from_db()
    assert release.delivery_attempts == 1


@pytest.mark.usefixtures("library")
def test_only_the_live_release_is_delivered(settings, host: HTTPServer) -> None:
    settings.TOOLBOX_DELIVERY, settings.TOOLBOX_BUILD_HOOK = "hook", f"http://127.0.0.1:{host.server_port}/"
    page = publish(make_guide("kort-cv"))
    first = release_now()
    publish(page)
    second = release_now()
    deliver_what_is_due()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.delivery_state, second.delivery_state) == ("superseded", "delivered")
    assert len(host.bodies) == 1


@pytest.mark.usefixtures("library")
def test_a_delivery_nobody_knows_is_told_as_a_setting_to_mend(settings) -> None:
    settings.TOOLBOX_DELIVERY = "pigeon"
    publish(make_guide("kort-cv"))
    release = release_now()
    deliver_what_is_due()
    release.refresh_from_db()
    assert "“pigeon”; use none, git or hook" in release.delivery_message
    assert make_editor() == release.requested_by
