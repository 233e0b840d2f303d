"""The styles in two parts: what stands in every page, and what is fetched for paper only.

Material's own stand in a layer: they lose against ours, which stand in none, however they are written. A browser too
old for layers shows ours alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mkdocs.utils import get_theme_dir

from sitebuilder.places import STYLES
from sitebuilder.styles.minify import minified
from sitebuilder.styles.shake import shaken
from sitebuilder.styles.variables import without_unused
from sitebuilder.styles.vocabulary import vocabulary

ORDER = (
    "tokens.css",
    "base.css",
    "header.css",
    "languages.css",
    "footer.css",
    "prose.css",
    "cards.css",
    "chips.css",
    "filters.css",
    "icons.css",
    "search.css",
    "doors.css",
    "choose.css",
    "notes.css",
    "boxes.css",
    "steps.css",
    "case.css",
    "scenario.css",
    "play.css",
    "exercise.css",
    "document.css",
    "actions.css",
    "contrast.css",
)
"""Our files in ``site/styles/`` for the screen; what stands later wins."""

PAPER = ("print.css", "case-print.css")
"""Those for paper."""


@dataclass(frozen=True)
class Styles:
    """``screen`` stands in every page: one text for all of them, so that one hash in the header allows it."""

    screen: str
    paper: str


@cache
def read_styles() -> Styles:
    """The site's styles. `FileNotFoundError` where a file of `ORDER` is missing."""
    return Styles(f"@layer material{{{material()}}}{minified(_ours(ORDER))}", minified(_ours(PAPER)))


@cache
def material() -> str:
    """The part of Material's stylesheet that can apply to our pages."""
    return without_unused(shaken(material_file().read_text("utf-8"), vocabulary()), _ours(ORDER + PAPER))


def material_file() -> Path:
    return next(Path(get_theme_dir("material"), "assets", "stylesheets").glob("main.*.min.css"))


def _ours(names: tuple[str, ...]) -> str:
    return "\n".join((STYLES / name).read_text("utf-8") for name in names)
