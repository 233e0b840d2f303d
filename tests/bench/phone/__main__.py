"""`make bench-phone`: one table, measured in one run on this machine, also written into the README."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.phone import lighthouse, table
from tests.bench.phone.measure import PROFILES, middle, visit
from tests.bench.phone.table import Counted, Timed
from tests.bench.phone.variants import KINDS, LANGUAGE, build_material, write_floor
from tests.bench.readme import write_table
from tests.chromium import started
from tests.every_template import Addresses, build_every_template
from tests.served import served

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
VAR = Path(os.environ.get("TOOLBOX_VAR") or Path(__file__).resolve().parents[3] / "var")


def main() -> None:
    with TemporaryDirectory(prefix="bench-phone-") as name, ExitStack() as stack:
        folder = Path(name)
        for variant in ("public", "floor", "material"):
            (folder / variant).mkdir()
        servers = [stack.enter_context(served(folder / one, 11)) for one in ("public", "floor", "material")]
        addresses = build_every_template(folder, servers[0].url)
        _build_others(folder, addresses[LANGUAGE])
        timed, counted = _measure([server.url for server in servers], addresses[LANGUAGE])
        marks, why_not = _lighthouse(servers[0].url, addresses, folder)
    where = f"{os.cpu_count()} processors, {platform.system()}, median of {ROUNDS} visits"
    text = table.write(timed, counted, marks, f"{why_not}\n\n{where}." if why_not else f"{where}.")
    print(text)
    write_table("bench-phone", text)


def _build_others(folder: Path, addresses: dict[str, str]) -> None:
    public = folder / "public"
    for kind in KINDS:
        page = Path(addresses[kind][1:]) / "index.html"
        write_floor(public / page, folder / "floor" / page)
    (folder / "work").mkdir()
    home, listing = addresses["home"], addresses["list"]
    build_material(folder / "content", public, home, listing, folder / "work", folder / "material")


def _measure(urls: list[str], addresses: dict[str, str]) -> tuple[Timed, Counted]:
    """The median of `ROUNDS` visits to each page as ours, bare and plain Material, one after the other in turn."""
    timed: Timed = {}
    counted: Counted = {}
    with started() as browser:
        for kind in KINDS:
            pages = [url + addresses[kind] for url in urls]
            # Not timed: from here on files are compressed and programs warm. All that comes is counted.
            counted[kind] = tuple(visit(browser, page, PROFILES[0], "networkidle") for page in pages)
            for profile in PROFILES:
                rounds = [[visit(browser, page, profile) for page in pages] for _ in range(ROUNDS)]
                ours, floor, material = (middle(list(visits)) for visits in zip(*rounds, strict=True))
                timed[kind, profile] = ours, floor, material
                print(f"{kind}, {profile.name}: {ours.first_paint:.0f} / {floor.first_paint:.0f} ms", flush=True)
    return timed, counted


def _lighthouse(url: str, addresses: Addresses, folder: Path) -> tuple[table.AllMarks, str]:
    """Marks by page and language as far as there are any, and why there are no more."""
    found: table.AllMarks = {}
    try:
        command = lighthouse.install(VAR / "lighthouse")
        for kind, language in _lighthouse_pages():
            report = folder / f"{kind}-{language}.json"
            found[kind, language] = lighthouse.marks(command, url + addresses[language][kind], report)
            print(kind, language, found[kind, language], flush=True)
    except lighthouse.Unavailable as error:
        return found, str(error)
    return found, ""


def _lighthouse_pages() -> Iterator[tuple[str, str]]:
    return ((kind, language) for kind in KINDS for language in ("nb", "ar"))


if __name__ == "__main__":
    main()
