"""``toolbox exercise``: what authors of exercise sets do from the command line."""

from __future__ import annotations

import click

from sitebuilder.exercise_exchange_cli import check, export, import_file
from sitebuilder.exercise_judge_cli import judge_answer


@click.group()
def exercise() -> None:
    """Exchange exercise sets with Moodle, H5P, Anki and translators; check one; try an answer."""


for command in (import_file, export, check, judge_answer):
    exercise.add_command(command)
