"""Where the reader's site keeps what it is made of."""

from __future__ import annotations

from pathlib import Path

SITE = Path(__file__).resolve().parents[1]
CONFIG = SITE / "mkdocs.yml"
LANGUAGES = SITE / "languages"
STYLES = SITE / "styles"
THEME = SITE / "theme"
SCRIPTS = SITE / "scripts"
