"""``toolbox exercise import|export|check``: sets in from other programs and out to them, and one checked at a time."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from exchange.csv_strings import read_csv
from exchange.intake import text_of
from exchange.names import slug
from exchange.po_strings import read_po
from exchange.remark import ExchangeError, Remark
from exercises.exchange.remark import remark
from exercises.exchange.strings import FORM
from sitebuilder import exercise_files as files
from sitebuilder import exercise_words as words
from sitebuilder.cli_options import content_option, language_option
from sitebuilder.contract.problems import errors
from sitebuilder.contract.reader import read_data
from sitebuilder.contract.rooms import from_findings
from sitebuilder.exchange_cli import (
    Refusals,
    counts,
    file_argument,
    force_option,
    keep,
    path_in,
    place_in,
    put,
    read_some,
    tell,
)
from sitebuilder.exchange_files import known_words, translation_of
from sitebuilder.languages import ORDER, site_languages

_SECTION = "exercises"
_INSTRUCTIONS = {
    "choice": "exercise.choose_one",
    "gap": "exercise.write_here",
    "gap-select": "exercise.choose",
    "match": "exercise.find_partner",
    "mark-words": "exchange.mark_words",
    "flashcard": "exchange.flashcard",
    "write": "exercise.write_here",
}


@click.command("import")
@file_argument
@click.option("--to", "target", help="Where it goes, as nb/exercises/slug.md. Else named for its title, in Norwegian.")
@click.option("--format", "kind", type=click.Choice(files.FORMATS), help="Of FILE; else told by its name.")
@content_option
@force_option
@language_option
def import_file(file: Path, target: str | None, kind: str | None, content: Path, force: bool, language: str) -> None:
    """Make an exercise set of FILE, or a translation of the words in FILE. On any error nothing is written."""
    with Refusals(file, language):
        data = read_some(file)
        kind = files.format_of_file(file.name, kind, data)
        wanted = path_in(_SECTION, target, content) if target else ""
        if kind in files.STRINGS:
            sent = read_csv(FORM, text_of(data)) if kind == "csv" else read_po(FORM, text_of(data))
            path, taken = wanted, translation_of(words.ROOM, sent, wanted, content)
        else:
            draft = files.read_set_file(data, kind, _words((wanted or "nb").split("/")[0]))
            name = slug(draft.cover.title) or slug(file.stem) or "exercise"
            path = wanted or f"{_known(draft.cover.language)}/exercises/{name}.md"
            taken = files.take_in(draft, path, dt.date.today())
        keep(path, taken, file, content, force, language)


@click.command()
@file_argument
@click.option("--format", "kind", type=click.Choice(files.MADE), help="Else told by the name of OUTPUT.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to make; else it is printed.")
@click.option("--for", "into", type=click.Choice(ORDER), help="The language to translate to (po, csv).")
@content_option
@force_option
@language_option
def export(
    file: Path, kind: str | None, output: Path | None, into: str | None, content: Path, force: bool, language: str
) -> None:
    """Write the exercise set FILE in another format. What it cannot carry is told; on any error nothing is written."""
    with Refusals(file, language):
        kind = files.format_to_make(output.name if output else "", kind)
        source = read_some(file)
        document, problems = files.document_of(source, place_in(_SECTION, file, content))
        lost: tuple[Remark, ...] = ()
        if kind in files.STRINGS:
            known = known_words(words.ROOM, document, content, into) if into else {}
            data = words.write_strings(document, kind, into or "", known)
        else:
            packed = output is not None and output.suffix.casefold() == ".h5p"
            data, lost = files.write_set_file(document, kind, dt.datetime.now(), packed=packed)
        tell((*errors(problems), *from_findings(files.placed(lost, document, source))), language, file)
        if output is not None:
            put(output, data, force, file)
            click.echo(f"{output}: written.", err=True)
        elif kind in files.BINARY:
            raise click.UsageError(f"Say where it goes: --output name.{kind}")
        else:
            click.echo(data.decode("utf-8-sig"), nl=False)


@click.command()
@file_argument
@click.option("--format", "kind", type=click.Choice(("md", *files.SETS)), help="Of FILE; else told by its name.")
@content_option
@language_option
def check(file: Path, kind: str | None, content: Path, language: str) -> None:
    """Tell everything that is wrong with the exercise set FILE, in our form or another program's."""
    with Refusals(file, language):
        if kind == "md" or (kind is None and file.suffix == ".md"):
            problems = read_data(read_some(file), place_in(_SECTION, file, content))[1]
        else:
            data = read_some(file)
            kind = files.format_of_file(file.name, kind, data)
            if kind not in files.SETS:
                raise ExchangeError([remark("X01.format", known=", ".join(files.SETS))])
            problems = files.draft_problems(files.read_set_file(data, kind, _words("nb")))
        tell(problems, language, file, err=False)
        click.echo(counts(problems))
        sys.exit(1 if errors(problems) else 0)


def _known(language: str) -> str:
    return language if language in ORDER else "nb"


def _words(language: str) -> dict[str, str]:
    """What an item asks the reader to do where the file that is read has no words for it, by type."""
    return {kind: site_languages()[_known(language)].t(key) for kind, key in _INSTRUCTIONS.items()}
