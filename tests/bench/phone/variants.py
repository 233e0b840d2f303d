"""The same five pages three times over: ours, bare HTML with the same text, and plain Material."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from tests.bench.plain import CONFIG

KINDS = ("home", "list", "guide", "scenario", "exercise")
LANGUAGE = "nb"
_KEPT = ("href", "id", "lang", "dir", "type", "value", "name", "for")
_WORDS = ("h1", "h2", "h3", "p", "li", "label", "summary")
_NO_FONT = CONFIG.replace("name: material\n", "name: material\n  font: false\n")


def write_floor(page: Path, target: Path) -> None:
    """One bare file: the main text of ``page`` with its structure and links, and no style, script or drawing."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    main = _main(soup)
    for drawing in main.select("svg, img, script, style"):
        drawing.decompose()
    for tag in main.find_all(True):
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in _KEPT}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        f'<!doctype html><html lang="{LANGUAGE}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<link rel="icon" href="data:,">'
        f"<title>{soup.title.get_text() if soup.title else ''}</title><main>{main.decode_contents()}</main></html>",
        "utf-8",
    )


def build_material(content: Path, public: Path, home: str, listing: str, work: Path, output: Path) -> None:
    """Plain Material with its own defaults, but web fonts: the Norwegian texts, and ours for home and the list."""
    docs = work / "docs"
    shutil.copytree(content / LANGUAGE, docs)
    for address in (home, listing):
        target = docs / address.removeprefix(f"/{LANGUAGE}/") / "index.md"
        target.write_text(_markdown(public / address[1:] / "index.html"), "utf-8")
    config = work / "mkdocs.yml"
    config.write_text(_NO_FONT.format(docs=docs, site=output / LANGUAGE))
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def _markdown(page: Path) -> str:
    """The words of a page that has no Markdown of its own, as an author would have typed them."""
    lines = []
    for tag in _main(BeautifulSoup(page.read_text("utf-8"), "html.parser")).find_all(_WORDS):
        if tag.find(_WORDS):
            continue
        link = tag.find("a")
        words = " ".join(tag.get_text(" ").split())
        text = f"[{words}]({link['href']})" if link else words
        mark = "#" * int(tag.name[1]) + " " if tag.name[0] == "h" else "- " if tag.name == "li" else ""
        lines.append(f"{mark}{text}\n")
    return "\n".join(lines)


def _main(soup: BeautifulSoup) -> Tag:
    main = soup.find("main")
    if not isinstance(main, Tag):
        raise SystemExit("A page of ours has no main part.")
    return main
