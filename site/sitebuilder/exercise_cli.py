"""``toolbox exercise``: what authors of exercise sets do from the command line."""

from __future__ import annotations

import click

from sitebuilder.exercise_exchange_cli import check, export, import_file


@click.group()
def exercise() -> None:
    """Exchange exercise sets with Moodle, H5P, Anki and translators; check one."""


exercise.add_command(import_file)
exercise.add_command(export)
exercise.add_command(check)
