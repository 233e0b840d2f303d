"""``toolbox exercise judge``: what an answer to an item would be told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from exercises.lexicon import lexicon_of
from exercises.model import Item
from exercises.trying import CannotTryError, try_answer
from exercises.verdict_words import in_words
from sitebuilder.cli_options import content_option, language_option
from sitebuilder.contract.document import ExerciseSet
from sitebuilder.contract.problems import Problem
from sitebuilder.contract.reader import LARGEST, read_data

_LONGEST_QUOTE = 60


@click.command("judge")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("item")
@click.argument("answer")
@click.option("--gap", default="", help="The place the answer is for, where the item has several.")
@content_option
@language_option
def judge_answer(file: Path, item: str, answer: str, gap: str, content: Path, language: str) -> None:
    """Tell what ANSWER to the item ITEM of the exercise set FILE is: its verdict, and what is said of it.

    \b
    gap, gap-select, dictation   what a reader types or chooses
    order-words                  the words in their order
    order-lines                  the numbers of the lines as they stand in FILE: 2 1 3
    choice                       the text of an option, or ids: riktig
    match                        one pair: "holdeplass = stedet der bussen stopper"
    mark-words                   the words to mark, with blanks between them

    The words of all sets under the content folder are words no answer is taken for a slip of. Put -- before an answer
    that begins with a dash.
    """
    items, problems = _read(file, content)
    chosen = next((one for one in items if one.id == item), None)
    if chosen is None:
        for problem in problems:
            message, remedy = problem.say(language)
            click.echo(f"{file}:{problem.line}: {problem.code} {problem.severity}: {message} {remedy}", err=True)
        raise click.UsageError(_no_item(item, [one.id for one in items], language))
    lexicon = lexicon_of([*items, *_items_of(content)])
    try:
        tried = try_answer(chosen, answer, lexicon, gap)
    except CannotTryError as error:
        raise click.UsageError(error.words[language]) from None
    click.echo(f"{tried.judgement.verdict}: {in_words(tried, language)}")


def _no_item(item: str, known: list[str], language: str) -> str:
    wanted = item if len(item) <= _LONGEST_QUOTE else f"{item[:_LONGEST_QUOTE]}…"
    listed = ", ".join(known) or "–"
    if language == "nb":
        return f"Settet har ingen oppgave «{wanted}» som kan leses. Det har: {listed}."
    return f"The set has no item “{wanted}” that can be read. It has: {listed}."


def _items_of(content: Path) -> Iterator[Item]:
    """The items of every set in Norwegian; a set that cannot be read has none."""
    for file in sorted((content / "nb" / "exercises").glob("*.md")):
        yield from _read(file, content)[0]


def _read(file: Path, content: Path) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """The items of a file, which may stand anywhere, and its problems."""
    try:
        place = file.resolve().relative_to(content.resolve()).as_posix()
    except ValueError:
        place = ""
    if place.count("/") != 2 or "/exercises/" not in place:
        place = "nb/exercises/set.md"
    with file.open("rb") as opened:
        document, problems = read_data(opened.read(LARGEST + 1), place)
    body = document.body if document else None
    return (body.items if isinstance(body, ExerciseSet) else ()), problems
