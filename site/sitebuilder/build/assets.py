"""What pages of all languages share: the stylesheet for paper, scripts, pictures and sound."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitebuilder.build.report import BuildError
from sitebuilder.contract.tree import link_file
from sitebuilder.places import SCRIPTS, THEME
from sitebuilder.styles import read_styles
from sitebuilder.views.assets import Assets

_IMPORT = re.compile(r'(?:from|import)\s*\(?\s*"\./([a-z0-9-]+)\.js"')
"""How a module of ours names another: always in double quotation marks, always beside it. One that it takes nothing
from, `import "./page.js";`, is put where it is named: a request less, so the two share their names."""

_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
"""A comment on lines of its own. A quarter of a module is comments: for who changes it, not for a phone."""


def write_assets(output: Path) -> Assets:
    """Writes the shared files, all but the icon under ``assets/``, and gives their addresses."""
    shutil.copyfile(THEME / "assets" / "images" / "favicon.svg", output / "favicon.svg")
    for address, text in _files():
        target = output / address.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return read_assets()


def read_assets() -> Assets:
    """What stands on a site built by this code, and where."""
    paper, *scripts = (address for address, _ in _files())
    styles = read_styles()
    return Assets(styles.screen, styles.own, paper, {_name(address): address for address in scripts})


def _files() -> Iterator[tuple[str, str]]:
    paper = read_styles().paper
    yield _address("paper", "css", paper), paper
    done: dict[str, tuple[str, str]] = {}
    for name in sorted(path.stem for path in SCRIPTS.glob("*.js")):
        yield from _module(name, done, ())


def _module(name: str, done: dict[str, tuple[str, str]], asking: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A module after those it imports, whose addresses its text then names. ``done``: address and text by name."""
    if name in done:
        return
    if name in asking:
        raise BuildError(f"The scripts {', '.join(asking)} import one another in a circle.")
    file = SCRIPTS / f"{name}.js"
    if not file.exists():
        raise BuildError(f"The script {asking[-1]}.js imports {name}.js, and there is none.")
    text = _COMMENT.sub("", file.read_text("utf-8"))
    for other in dict.fromkeys(_IMPORT.findall(text)):
        yield from _module(other, done, (*asking, name))
        address, its_text = done[other]
        text = text.replace(f'import "./{other}.js";\n', its_text).replace(f'"./{other}.js"', f'"{address}"')
    done[name] = _address(name, "js", text), text
    yield done[name]


def _address(name: str, ending: str, text: str) -> str:
    return f"/assets/{name}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}"


def _name(address: str) -> str:
    return address.rpartition("/")[2].partition(".")[0]


def link_media(content: Path, output: Path, media: Iterable[str]) -> None:
    """Puts every picture and sound, as it was uploaded, under ``media/``."""
    for path in sorted(media):
        link_file(content / path, output / path)
