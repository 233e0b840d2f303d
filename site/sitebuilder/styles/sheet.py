"""The one stylesheet of the site: Material's own in a layer of its own, and ours above it.

What stands in a layer loses against what stands in none, however it is written: so ours needs no tricks to win, and a
browser too old for layers shows ours alone.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.utils import get_theme_dir

ORDER = (
    "tokens.css",
    "base.css",
    "header.css",
    "languages.css",
    "footer.css",
    "prose.css",
    "cards.css",
    "chips.css",
    "doors.css",
    "choose.css",
    "notes.css",
    "boxes.css",
    "steps.css",
    "scenario.css",
    "exercise.css",
    "document.css",
    "contrast.css",
    "print.css",
)
"""Our files in ``site/styles/``; what stands later wins."""


def read_stylesheet(folder: Path) -> str:
    """The text of the whole stylesheet. `FileNotFoundError` where a file of `ORDER` is missing in ``folder``."""
    material = next(Path(get_theme_dir("material"), "assets", "stylesheets").glob("main.*.min.css"))
    # Its map is not shipped, and a browser's developer tools would ask for it; @charset may not stand in a layer.
    theirs = re.sub(r"/\*# sourceMappingURL=.*?\*/|@charset [^;]*;", "", material.read_text("utf-8"))
    ours = "\n".join((folder / name).read_text("utf-8") for name in ORDER)
    return f"@layer material {{\n{theirs.strip()}\n}}\n{ours}"
