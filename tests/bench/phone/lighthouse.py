"""Lighthouse, from npm in a folder of its own, with the machine's own Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.chromium import chromium_path

VERSION = "13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--no-sandbox --headless=new --disable-gpu"


@dataclass(frozen=True)
class Marks:
    """Of 100 each, in the order of `CATEGORIES`, and what took from them: audits by name."""

    scores: tuple[int, ...]
    lost: tuple[str, ...]


class Unavailable(Exception):
    """Why there is no Lighthouse here, in one sentence."""


def install(folder: Path) -> Path:
    """The command, installed into ``folder`` where it is not there yet. Raises `Unavailable`."""
    command = folder / VERSION / "node_modules" / ".bin" / "lighthouse"
    if command.exists():
        return command
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable("Lighthouse was left out: npm is not installed.")
    command.parents[2].mkdir(parents=True, exist_ok=True)
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-save"]
    done = subprocess.run(
        [npm, "install", *options, "--prefix", str(folder / VERSION), f"lighthouse@{VERSION}"],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["npm failed"])[0]
        raise Unavailable(f"Lighthouse was left out: it could not be installed ({reason}).")
    return command


def marks(command: Path, url: str, report: Path, tries: int = 3) -> Marks:
    """One run as a slow phone, begun again where Chromium loses its trace. Raises `Unavailable`."""
    for left in reversed(range(tries)):
        try:
            return _marks(command, url, report)
        except Unavailable:
            if not left:
                raise
    raise AssertionError("At least one try is asked for.")


def _marks(command: Path, url: str, report: Path) -> Marks:
    options = ["--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}", "--quiet"]
    only = f"--only-categories={','.join(CATEGORIES)}"
    environment = {**os.environ, "CHROME_PATH": chromium_path(), "CI": "true"}
    try:
        done = subprocess.run(
            [command, url, only, *options], capture_output=True, text=True, env=environment, timeout=120
        )
    except subprocess.TimeoutExpired as error:
        raise Unavailable(f"Lighthouse did not end within two minutes at {url}.") from error
    if done.returncode or not report.exists():
        raise Unavailable(f"Lighthouse failed at {url}: {(done.stderr.strip().splitlines() or ['no word'])[-1]}")
    found = json.loads(report.read_text("utf-8"))
    if found.get("runtimeError"):
        raise Unavailable(f"Lighthouse failed at {url}: {found['runtimeError']['message']}")
    scores = tuple(round(100 * (found["categories"][name]["score"] or 0)) for name in CATEGORIES)
    counted = {ref["id"] for name in CATEGORIES for ref in found["categories"][name]["auditRefs"] if ref["weight"] > 0}
    lost = (id for id in sorted(counted) if (score := found["audits"][id]["score"]) is not None and score < 0.9)
    return Marks(scores, tuple(lost))
