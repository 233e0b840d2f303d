"""Delivery by Git: the texts are committed, with the editor as author, and pushed.

It works in a clone of its own under ``var/delivery/``, never in a checkout that someone works in, and never forces:
where somebody else pushed meanwhile, the next attempt begins from what they pushed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from cms.publishing.delivery.parcel import DeliveryError, Parcel
from cms.publishing.snapshot import restore

SECONDS = 120
"""How long one Git command may take."""

COMMITTER = {"GIT_COMMITTER_NAME": "Mentor Toolbox", "GIT_COMMITTER_EMAIL": "toolbox@localhost"}


@dataclass(frozen=True)
class GitRemote:
    """``url`` may hold a secret; it is in no message."""

    url: str
    branch: str
    clone: Path


def push(parcel: Parcel, remote: GitRemote) -> None:
    """Commit ``parcel`` as ``content/`` of the remote's branch and push it; nothing where nothing changed."""
    if not remote.url:
        raise DeliveryError("delivery-setup", why="TOOLBOX_GIT_REMOTE is empty.")
    _prepare(remote)
    content = remote.clone / "content"
    content.mkdir(exist_ok=True)
    restore(parcel.content, content)
    _git(remote, "add", "--all", "--", "content")
    if not _git(remote, "status", "--porcelain", "--", "content"):
        return
    author = f"{_plain(parcel.author) or 'Mentor Toolbox'} <{_plain(parcel.email) or 'toolbox@localhost'}>"
    _git(remote, "commit", "--quiet", "--no-verify", f"--author={author}", f"--message={parcel.subject}")
    _git(remote, "push", "--quiet", "origin", f"HEAD:refs/heads/{remote.branch}")


def _prepare(remote: GitRemote) -> None:
    """A clone that holds exactly what the remote's branch holds; an empty one where there is no such branch."""
    if not (remote.clone / ".git").is_dir():
        shutil.rmtree(remote.clone, ignore_errors=True)
        remote.clone.mkdir(parents=True)
        _git(remote, "init", "--quiet")
        _git(remote, "remote", "add", "--", "origin", remote.url)
    _git(remote, "remote", "set-url", "--", "origin", remote.url)
    (remote.clone / ".git" / "index.lock").unlink(missing_ok=True)  # Left by an attempt that was stopped.
    if _git(remote, "ls-remote", "--heads", "origin", f"refs/heads/{remote.branch}"):
        _git(remote, "fetch", "--quiet", "--depth=1", "origin", f"refs/heads/{remote.branch}")
        _git(remote, "checkout", "--quiet", "--force", "--detach", "FETCH_HEAD")
        _git(remote, "clean", "--quiet", "-ffdx")
    else:
        shutil.rmtree(remote.clone / ".git")
        _git(remote, "init", "--quiet")
        _git(remote, "remote", "add", "--", "origin", remote.url)


def _git(remote: GitRemote, *arguments: str) -> str:
    command = ["git", "-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false", *arguments]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        **COMMITTER,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "file:https:ssh",
        "LC_ALL": "C.UTF-8",
    }
    try:
        done = subprocess.run(
            command,
            cwd=remote.clone,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise DeliveryError("delivery-setup", why="Git is not installed on this machine.") from error
    except subprocess.TimeoutExpired:
        # Not chained: the exception holds the command line, and with it the address.
        raise DeliveryError("delivery-git", why=f"git {arguments[0]} took longer than {SECONDS} seconds.") from None
    if done.returncode != 0:
        raise DeliveryError("delivery-git", why=without_secrets(done.stderr or done.stdout, remote.url))
    return done.stdout.strip()


def without_secrets(text: str, url: str) -> str:
    """``text`` on one line, without ``url`` and without any name or password in an address."""
    line = " ".join(text.replace(url, "the remote").split())
    return re.sub(r"(\w+://)[^\s/@]+@", r"\1", line)[:400] or "it gave no reason."


def _plain(name: str) -> str:
    """A name that cannot end the author's line early."""
    return re.sub(r"[<>\s\x00-\x1f]+", " ", name).strip()
