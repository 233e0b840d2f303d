"""`make bench`: one table, measured in one run on this machine, also written into the README."""

from __future__ import annotations

import os
import platform
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from sitebuilder.build import build_site

from tests.bench.plain import build_plain
from tests.bench.publish import measure_publish
from tests.bench.sizes import STARTER, make_content

README = Path(__file__).resolve().parents[2] / "README.md"
SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "200 1000").split()]


def main() -> None:
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        rows = []
        for pages in SIZES:
            rows.append(_row(pages, folder / str(pages)))
            print(rows[-1], flush=True)
        publish = measure_publish(folder / "cms", _copy_of_starter(folder))
    table = _table(rows, publish)
    print(table)
    text = README.read_text("utf-8")
    README.write_text(re.sub(r"(?s)(<!-- bench -->\n).*?(<!-- /bench -->)", rf"\1{table}\n\2", text), "utf-8")


def _row(pages: int, folder: Path) -> tuple[int, float, float, float]:
    """Pages, and seconds for a first build, a build after one changed page, and a plain build of the same files."""
    content, cache = folder / "content", folder / "cache"
    make_content(content, pages)
    first = _seconds(lambda: build_site(content, folder / "first", cache=cache))
    page = next((content / "nb" / "guides").glob("*.md"))
    page.write_text(page.read_text("utf-8").replace("together: ", "together: Nytt. ", 1), "utf-8")
    changed = _seconds(lambda: build_site(content, folder / "second", cache=cache))
    return pages, first, changed, build_plain(content, folder / "plain")


def _seconds(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


def _copy_of_starter(folder: Path) -> Path:
    import shutil

    return Path(shutil.copytree(STARTER, folder / "starter"))


def _table(rows: list[tuple[int, float, float, float]], publish: list[tuple[str, float]]) -> str:
    steps = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in publish)
    lines = [
        f"From Publish to live on disk, starter content, one changed page (median): {steps}.",
        "",
        "| pages × 7 languages | first build | after one changed page | plain `mkdocs build`, Material's defaults |",
        "| --- | --- | --- | --- |",
        *(f"| {n} | {first:.1f} s | {changed:.1f} s | {plain:.1f} s |" for n, first, changed, plain in rows),
        "",
        f"{os.cpu_count()} processors, Python {platform.python_version()}, {sys.platform}. Ours also checks.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
