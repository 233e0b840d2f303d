"""``toolbox scenario``: stories in from other programs and out to them, checked and drawn one at a time."""

from __future__ import annotations

import datetime as dt
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path

import click

from exchange.csv_strings import read_csv, write_csv
from exchange.intake import text_of
from exchange.names import slug
from exchange.po_strings import read_po, write_po
from exchange.remark import ExchangeError, Finding
from scenarios.checks import check_story
from scenarios.exchange.h5p_writer import write_h5p, write_package
from scenarios.exchange.ink_writer import write_ink
from scenarios.exchange.remark import remark
from scenarios.exchange.strings import FORM
from scenarios.exchange.twee_writer import write_twee
from scenarios.map.svg import write_map
from scenarios.model import Story
from sitebuilder import scenario_files as files
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
from sitebuilder.exchange_files import format_of, known_words, translation_of
from sitebuilder.languages import ORDER, site_languages
from sitebuilder.views.story_map import map_words

_SECTION = "scenarios"


@click.group()
def scenario() -> None:
    """Exchange scenarios with Twine, H5P, ink and translators; check one; draw its map."""


@scenario.command("import")
@file_argument
@click.option("--to", "target", help="Where it goes, as nb/scenarios/slug.md. Else named for its title, in Norwegian.")
@click.option("--format", "kind", type=click.Choice(files.FORMATS), help="Of FILE; else told by its name.")
@content_option
@force_option
@language_option
def import_file(file: Path, target: str | None, kind: str | None, content: Path, force: bool, language: str) -> None:
    """Make a scenario of FILE, or a translation of the words in FILE. On any error nothing is written."""
    with Refusals(file, language):
        kind = _format(file.name, kind)
        data = read_some(file)
        wanted = path_in(_SECTION, target, content) if target else ""
        if kind in files.STRINGS:
            sent = read_csv(FORM, text_of(data)) if kind == "csv" else read_po(FORM, text_of(data))
            path, taken = wanted, translation_of(files.ROOM, sent, wanted, content)
        else:
            draft = files.read_story_file(data, kind, _onward((wanted or "nb").split("/")[0]))
            name = slug(draft.cover.title) or slug(file.stem) or "scenario"
            path = wanted or f"{_known(draft.cover.language)}/scenarios/{name}.md"
            taken = files.take_in(draft, path, dt.date.today())
        keep(path, taken, file, content, force, language)


@scenario.command()
@file_argument
@click.option("--format", "kind", type=click.Choice(files.FORMATS), help="Else told by the name of OUTPUT.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to make; else it is printed.")
@click.option("--for", "into", type=click.Choice(ORDER), help="The language to translate to (po, csv).")
@content_option
@force_option
@language_option
def export(
    file: Path, kind: str | None, output: Path | None, into: str | None, content: Path, force: bool, language: str
) -> None:
    """Write the scenario FILE in another format. What it cannot carry is told; on any error nothing is written."""
    with Refusals(file, language):
        kind = _format(output.name if output else "", kind)
        document, problems = files.document_of(file.read_bytes(), place_in(_SECTION, file, content))
        story, cover = document.body, files.cover_of(document)
        assert isinstance(story, Story)
        lost: Iterable[Finding] = ()
        if kind == "twee":
            text = write_twee(story, cover)
        elif kind == "ink":
            text, lost = write_ink(story, cover)
        elif kind == "h5p":
            text, lost = write_h5p(story, cover)
        else:
            known = known_words(files.ROOM, document, content, into) if into else {}
            texts = list(files.strings_of(document))
            story_id = document.front.id
            text = (
                write_po(FORM, story_id, into or "", texts, known)
                if kind == "po"
                else write_csv(FORM, story_id, texts, known)
            )
        data = text.encode()
        if kind == "h5p" and output and output.suffix.casefold() == ".h5p":
            data = write_package(text, cover)
        tell((*errors(problems), *from_findings(lost)), language, file)
        if output is None:
            click.echo(text, nl=False)
            return
        if kind == "csv":
            data = BOM_UTF8 + data  # Else Excel takes æ, ø and å for two letters each.
        put(output, data, force, file)
        click.echo(f"{output}: written.", err=True)


@scenario.command()
@file_argument
@click.option("--format", "kind", type=click.Choice(("md", *files.STORIES)), help="Of FILE; else told by its name.")
@content_option
@language_option
def check(file: Path, kind: str | None, content: Path, language: str) -> None:
    """Tell everything that is wrong with the scenario FILE, in our form or another program's."""
    with Refusals(file, language):
        if kind == "md" or (kind is None and file.suffix == ".md"):
            problems = read_data(file.read_bytes(), place_in(_SECTION, file, content))[1]
        else:
            kind = _format(file.name, kind)
            if kind not in files.STORIES:
                raise ExchangeError([remark("X01.format", known=", ".join(files.STORIES))])
            problems = files.draft_problems(files.read_story_file(read_some(file), kind, _onward("nb")))
        tell(problems, language, file, err=False)
        click.echo(counts(problems))
        sys.exit(1 if errors(problems) else 0)


@scenario.command("map")
@file_argument
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The SVG to make; else it is printed.")
@content_option
@force_option
@language_option
def draw(file: Path, output: Path | None, content: Path, force: bool, language: str) -> None:
    """Draw where the choices of the scenario FILE lead, as SVG."""
    with Refusals(file, language):
        if file.suffix == ".md":
            document, _ = files.document_of(file.read_bytes(), place_in(_SECTION, file, content))
            story, spoken = document.body, document.language
        else:
            draft = files.read_story_file(read_some(file), _format(file.name, None), _onward("nb"))
            story, spoken = draft.reading().story, draft.cover.language
        assert isinstance(story, Story)
        words = site_languages()[_known(spoken)]
        text = write_map(story, map_words(words), check_story(story), direction=words.direction)
        if output is None:
            click.echo(text, nl=False)
            return
        put(output, text.encode(), force, file)
        click.echo(f"{output}: written.", err=True)


def _format(name: str, wanted: str | None) -> str:
    return format_of(name, wanted, files.ENDINGS, files.FORMATS)


def _known(language: str) -> str:
    return language if language in ORDER else "nb"


def _onward(language: str) -> str:
    """What a way on is called where the story that is read has no words for it."""
    return site_languages()[_known(language)].t("scenario.onward")
