"""Which tests run in one worker: those of a file, which share what its fixtures make, and files that share even more.

pytest-xdist's own ``--dist loadgroup`` finds no groups under pytest 9.2, whose items keep their names elsewhere.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

TOGETHER = {
    "installation": ("tests/browser/test_translation_way.py", "tests/browser/test_whole_way.py"),
    "forked processes": tuple(
        f"tests/cms/publishing/test_{name}.py"
        for name in ("failures", "killed", "postgres", "progress_strip", "worker")
    ),
}
"""Files that use one running toolbox, or whose processes are forked from one that has loaded everything."""

_GROUP_OF = {file: group for group, files in TOGETHER.items() for file in files}


class ByFile(LoadScopeScheduling):
    """Gives out whole files, in the order they are collected in: those of the browser and the CMS take longest."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return _GROUP_OF.get(file, file)
