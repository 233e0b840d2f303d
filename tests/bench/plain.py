"""The peer: the same files through MkDocs' own command with Material's defaults."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sitebuilder.languages import ORDER

CONFIG = """\
site_name: Plain
docs_dir: {docs}
site_dir: {site}
theme:
  name: material
markdown_extensions: [admonition, attr_list, pymdownx.details, pymdownx.superfences, pymdownx.tasklist]
"""


def build_plain(content: Path, folder: Path) -> float:
    """Seconds for all languages, as many at a time as there are processors."""
    folder.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        list(pool.map(lambda language: _build(content / language, folder / language), ORDER))
    return time.monotonic() - started


def _build(docs: Path, folder: Path) -> None:
    config = folder.with_suffix(".yml")
    config.write_text(CONFIG.format(docs=docs, site=folder))
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, check=True, capture_output=True, env=environment)
