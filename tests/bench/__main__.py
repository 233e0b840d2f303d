"""`make bench`: one table, measured in one run on this machine, also written into the README."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from sitebuilder.build import build_site

from tests.bench.plain import build_plain
from tests.bench.publish import measure_publish
from tests.bench.readme import write_table
from tests.bench.sizes import STARTER, make_content

Row = tuple[int, float, float, float, float]
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
    write_table("bench", table)


def _row(pages: int, folder: Path) -> Row:
    """Pages, and seconds for a first build, for two builds after one changed page, and for a plain build."""
    content, cache = folder / "content", folder / "cache"
    make_content(content, pages)
    first = _seconds(lambda: build_site(content, folder / "first", cache=cache))
    # The first change of an original marks its translations as older, in every language; the next one does not.
    marked = _seconds(lambda: build_site(_changed(content), folder / "second", cache=cache))
    changed = _seconds(lambda: build_site(_changed(content), folder / "third", cache=cache))
    return pages, first, marked, changed, build_plain(content, folder / "plain")


def _changed(content: Path) -> Path:
    """``content`` with one sentence of one page changed."""
    page = min((content / "nb" / "guides").glob("*.md"))
    page.write_text(page.read_text("utf-8").replace("together: ", "together: Nytt. ", 1), "utf-8")
    return content


def _seconds(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


def _copy_of_starter(folder: Path) -> Path:
    import shutil

    return Path(shutil.copytree(STARTER, folder / "starter"))


def _table(rows: list[Row], publish: list[tuple[str, float]]) -> str:
    steps = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in publish)
    lines = [
        f"From Publish to live on disk, starter content, one changed page (median): {steps}.",
        "",
        "| pages × 7 languages | first build | change, translations now older | any other change | plain MkDocs |",
        "| --- | --- | --- | --- | --- |",
        *(f"| {n} | " + " | ".join(f"{seconds:.1f} s" for seconds in times) + " |" for n, *times in rows),
        "",
        f"{os.cpu_count()} processors, Python {platform.python_version()}, {sys.platform}.",
        "Plain MkDocs: its own command with Material's defaults, two languages at a time.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
