"""``toolbox exercise``: what authors of exercise sets do from the command line."""

from __future__ import annotations

import click

from sitebuilder.exercise_judge_cli import judge_answer


@click.group()
def exercise() -> None:
    """Exchange exercise sets with Moodle, H5P, Anki and translators; check one; try an answer."""


exercise.add_command(judge_answer)
