"""The styles in three parts: what stands in every page, what one kind of page adds, and what is fetched for paper.

Material's own stand in a layer: they lose against ours, which stand in none, however they are written. A browser too
old for layers shows ours alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
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
    "document.css",
    "actions.css",
    "contrast.css",
)
"""Our files in ``site/styles/`` for the screen; what stands later wins."""

OWN: Mapping[str, tuple[str, ...]] = {
    "scenario": ("scenario.css", "play.css"),
    "map": ("play.css",),
    "case": ("case.css",),
    "exercise": ("exercise.css", "practice.css", "review.css"),
    "review": ("exercise.css", "practice.css", "review.css"),
}
"""Those that only one kind of page or of document has. They win over the ones of every page."""

PAPER = ("print.css", "case-print.css", "exercise-print.css")
"""Those for paper."""


@dataclass(frozen=True)
class Styles:
    """``screen`` stands in every page and ``own``, by its kind, beside it: few texts, allowed by a hash each."""

    screen: str
    own: Mapping[str, str]
    paper: str

    @property
    def inline(self) -> tuple[str, ...]:
        """Every text that may stand in a page."""
        return (self.screen, *self.own.values())


@cache
def read_styles() -> Styles:
    """The site's styles. `FileNotFoundError` where a file of `ORDER` is missing."""
    own = {kind: minified(_ours(names)) for kind, names in OWN.items()}
    return Styles(f"@layer material{{{material()}}}{minified(_ours(ORDER))}", own, minified(_ours(PAPER)))


@cache
def material() -> str:
    """The part of Material's stylesheet that can apply to our pages."""
    return without_unused(
        shaken(material_file().read_text("utf-8"), vocabulary()), _ours((*ORDER, *chain(*OWN.values()), *PAPER))
    )


def material_file() -> Path:
    return next(Path(get_theme_dir("material"), "assets", "stylesheets").glob("main.*.min.css"))


def _ours(names: tuple[str, ...]) -> str:
    return "\n".join((STYLES / name).read_text("utf-8") for name in names)
