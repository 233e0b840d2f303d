"""What several commands of ``toolbox`` may be told."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sitebuilder.places import SITE

content_option = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=lambda: Path(os.environ.get("TOOLBOX_CONTENT") or SITE.parent / "content"),
    help="The folder with the texts (TOOLBOX_CONTENT; else content/).",
)
language_option = click.option("--language", type=click.Choice(["en", "nb"]), default="en", help="Of the messages.")
