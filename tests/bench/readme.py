"""Tables that stand in the README between marks, where each run of a benchmark puts its newest."""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"


def write_table(name: str, table: str) -> None:
    """Puts ``table`` between ``<!-- name -->`` and ``<!-- /name -->``."""
    text = README.read_text("utf-8")
    mark = re.compile(rf"(?s)(<!-- {name} -->\n).*?(<!-- /{name} -->)")
    README.write_text(mark.sub(lambda found: f"{found[1]}{table}\n{found[2]}", text), "utf-8")
