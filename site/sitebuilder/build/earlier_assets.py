"""Scripts and styles of the release before, kept for pages that are open while a new release comes.

Their addresses change with what stands in them, so an open page asks for its own, and must still find them.
"""

from __future__ import annotations

from pathlib import Path

from sitebuilder.contract.tree import link_file

KEPT = "_earlier.txt"
"""Lists what was kept, so that it goes when the assets change once more and does not pile up. Hosts do not serve it."""


def keep_earlier_assets(previous: Path, output: Path) -> None:
    """Links into ``output`` the assets of the site ``previous`` that it has not itself.

    What ``previous`` had kept from an earlier site is passed on only where its own assets are just those of
    ``output``: many releases change nothing but texts. No ``previous``, nothing to keep.
    """
    kept_before = _kept(previous)
    before, now = _assets(previous), _assets(output)
    own_before = before - kept_before
    keep = own_before - now if own_before != now else kept_before & before
    for path in sorted(keep):
        link_file(previous / path, output / path)
    (output / KEPT).write_text("".join(f"{path}\n" for path in sorted(keep)), "utf-8")


def _kept(site: Path) -> set[str]:
    file = site / KEPT
    return set(file.read_text("utf-8").splitlines()) if file.is_file() else set()


def _assets(site: Path) -> set[str]:
    files = (file for file in (site / "assets").rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix() for file in files}
