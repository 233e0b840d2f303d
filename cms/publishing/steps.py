"""The parts a release is made with. Tests may replace one to make it fail; nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sitebuilder.build import BuildReport, build_site
from sitebuilder.contract.checks import check_library, check_tree
from sitebuilder.contract.document import Library
from sitebuilder.contract.problems import Problem
from sitebuilder.contract.tree import Tree, read_tree

from cms.publishing.export import export_content, live_library


class Build(Protocol):
    def __call__(
        self, content: Path, output: Path, *, cache: Path | None, tree: Tree, previous: Path | None
    ) -> BuildReport: ...


@dataclass(frozen=True)
class Steps:
    live: Callable[[], Library] = live_library
    """What is live in the CMS, as documents."""
    check_library: Callable[[Library], tuple[Problem, ...]] = check_library
    write: Callable[[Library, Path], object] = export_content
    """Write the documents and the pictures and sounds they use; delete what is gone."""
    read: Callable[[Path], Tree] = read_tree
    check_tree: Callable[[Tree], tuple[Problem, ...]] = check_tree
    build: Build = build_site
