"""The ``toolbox`` command as people run it: what it says, what it changes, how it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sitebuilder.contract.document import Kind
from sitebuilder.contract.tree import write_library

from tests.site.test_documents import TREE

ROOT = Path(__file__).parents[2]
GUIDE = "nb/guides/det-forste-motet.md"
RUN = "import runpy; runpy.run_module('sitebuilder', run_name='__main__')"
"""What the `toolbox` command in the environment runs."""
WATCHED = """
import sys
class Refuse:
    def find_spec(self, name, *others):
        if name.split('.')[0] in ('django', 'wagtail'):
            raise ImportError(f'{name} is imported')
sys.meta_path.insert(0, Refuse())
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The guides of the starter content in two languages, without what leads out of them."""
    library = TREE.library
    guides = (each for each in library.documents if each.front.type is Kind.GUIDE and each.language in ("nb", "en"))
    alone = tuple(replace(each, front=replace(each.front, related=())) for each in guides)
    write_library(replace(library, documents=alone), tmp_path / "content", {})
    return tmp_path / "content"


def toolbox(*args: object, program: str = RUN) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(str(folder) for folder in (ROOT, ROOT / "site"))
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, args)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
    )


def _spoil(content: Path) -> int:
    """Breaks a rule and gives the line where."""
    file = content / GUIDE
    file.write_text(file.read_text("utf-8").replace("minutes: ", "minutes:   99", 1), "utf-8")
    return next(n for n, line in enumerate(file.read_text("utf-8").split("\n"), 1) if line.startswith("minutes"))


def test_a_clean_toolbox_is_checked_with_success(content: Path) -> None:
    done = toolbox("check", "--content", content)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^\d+ files, 0 errors, \d+ warnings$", done.stdout, re.MULTILINE)


def test_an_error_is_told_with_file_line_and_code_in_the_language_asked_for(content: Path) -> None:
    line = _spoil(content)
    done = toolbox("check", GUIDE, "--content", content, "--language", "nb")
    assert done.returncode == 1
    assert f"{GUIDE}:{line}: C05 error: «minutes» er" in done.stdout
    assert "et helt tall fra 1 til 90" in done.stdout


def test_only_what_concerns_the_files_named_is_told(content: Path) -> None:
    _spoil(content)
    done = toolbox("check", content / "nb/guides/cv-hva-er-en-cv.md", "--content", content)
    assert (done.returncode, GUIDE in done.stdout) == (0, False)


@pytest.mark.parametrize("command", ["check", "format", "hash"])
def test_a_file_that_is_not_there_is_told_in_one_line(command: str, content: Path) -> None:
    done = toolbox(command, "nb/guides/borte.md", "--content", content)
    assert done.returncode == 2
    assert "There is no file" in done.stderr
    assert "Traceback" not in done.stderr


def test_formatting_writes_the_canonical_form_and_leaves_broken_files_and_other_names_of_a_file_alone(
    content: Path, tmp_path: Path
) -> None:
    loose = content / "nb/guides/cv-hva-er-en-cv.md"
    canonical = loose.read_bytes()
    loose.write_bytes(canonical.replace(b"\n", b"\r\n"))
    os.link(loose, tmp_path / "other-name.md")
    _spoil(content)
    broken = (content / GUIDE).read_bytes()
    done = toolbox("format", loose, content / GUIDE, "--content", content)
    assert done.returncode == 1
    assert "cv-hva-er-en-cv.md: rewritten" in done.stdout
    assert f"{GUIDE}: has errors and is left as it is" in done.stderr
    assert loose.read_bytes() == canonical
    assert (content / GUIDE).read_bytes() == broken
    assert (tmp_path / "other-name.md").read_bytes() != canonical
    assert toolbox("format", "--all", "--content", content).stdout == ""


def test_formatting_nothing_is_no_success(content: Path) -> None:
    assert toolbox("format", "--content", content).returncode == 2


def test_the_hash_of_an_original_is_the_one_its_translations_tell(content: Path) -> None:
    done = toolbox("hash", GUIDE, "--content", content)
    assert done.returncode == 0
    assert f"of: {done.stdout.strip()}" in (content / "en/guides/det-forste-motet.md").read_text("utf-8").replace(
        "'", ""
    )


def test_what_is_no_document_has_no_hash(content: Path) -> None:
    assert toolbox("hash", "topics.yml", "--content", content).returncode == 2
    _spoil(content)
    done = toolbox("hash", GUIDE, "--content", content)
    assert (done.returncode, f"{GUIDE}:" in done.stderr) == (1, True)


def test_a_build_replaces_the_site_without_django_and_without_writing_through_a_link(
    content: Path, tmp_path: Path
) -> None:
    release = tmp_path / "release"
    release.mkdir()
    (release / "mark.txt").write_text("kept")
    (release / "assets").mkdir()
    (release / "assets" / "page.old.js").write_text("of pages that are open")
    (tmp_path / "public").symlink_to(release)
    done = toolbox("build", "--content", content, "--output", tmp_path / "public", program=WATCHED + RUN)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "public").is_symlink()
    assert (tmp_path / "public/nb/index.html").is_file()
    assert (tmp_path / "public/assets/page.old.js").is_file()
    assert sorted(file.name for file in release.iterdir()) == ["assets", "mark.txt"]
    _spoil(content)
    failed = toolbox("build", "--content", content, "--output", tmp_path / "public")
    assert failed.returncode == 1
    assert f"{GUIDE}:" in failed.stderr
    assert (tmp_path / "public/nb/index.html").is_file()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["content", "public", "release"]


def test_the_command_in_the_environment_runs_the_door_that_is_tested_here() -> None:
    assert "-m sitebuilder " in (ROOT / "tools" / "environment.sh").read_text("utf-8")
