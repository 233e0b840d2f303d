"""What every command that exchanges files does: tell what was refused, read no more than is allowed, write whole."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from exchange.intake import LARGEST
from exchange.remark import ExchangeError, remark, shown
from sitebuilder.contract.front_matter import SLUG
from sitebuilder.contract.problems import Problem, errors
from sitebuilder.contract.reader import read_data
from sitebuilder.contract.rooms import from_findings
from sitebuilder.contract.tree import create_file, replace_file
from sitebuilder.exchange_files import Taken, UnreadableError
from sitebuilder.languages import ORDER

file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
force_option = click.option("--force", is_flag=True, help="Replace a file that is there already.")

_UNREADABLE = ("C01", "C02", "C05")
"""What keeps a file from being read at all."""


class Refusals:
    """Tells what refuses a file, line by line, and ends the command."""

    def __init__(self, file: Path, language: str) -> None:
        self.file, self.language = file, language

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ExchangeError | UnreadableError):
            refused = from_findings(error.remarks) if isinstance(error, ExchangeError) else error.problems
            tell(refused, self.language, self.file)
            raise click.ClickException(f"{self.file}: refused. Nothing was written.") from None


def read_some(file: Path) -> bytes:
    """The bytes of a file, and no more of them than shows that it is too large."""
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def put(target: Path, data: bytes, force: bool, source: Path | None = None) -> None:
    """Makes ``data`` the file, whole or not at all. Raises `ExchangeError`.

    Without ``force`` another command that makes the same file at the same time is not overwritten either.
    """
    if source and target.exists() and target.samefile(source):
        raise ExchangeError([remark("X01.output")])
    try:
        if force:
            replace_file(target, data)
        else:
            create_file(target, data)
    except OSError as error:
        if isinstance(error, FileExistsError) and os.path.lexists(target):
            raise ExchangeError([remark("X01.there", target=target.name)]) from None
        raise ExchangeError([remark("X01.write", target=target.name, why=error.strerror or error)]) from None


def keep(path: str, taken: Taken, file: Path, content: Path, force: bool, language: str) -> None:
    """Writes what ``file`` became at ``path`` under ``content``, and tells what is to be said of it.

    Raises `UnreadableError` for what could not be read again from there. One that lacks a field is a draft.
    """
    data = taken.text.encode()
    lost = tuple(p for p in read_data(data, path)[1] if p.code in _UNREADABLE)
    if lost:
        raise UnreadableError(lost)
    put(content / path, data, force, file)
    tell(taken.problems, language, file)
    click.echo(f"{content / path}: written. {counts(taken.problems)}")


def tell(problems: Iterable[Problem], language: str, file: Path, *, err: bool = True) -> None:
    for p in problems:
        message, remedy = p.say(language)
        where = f" [{shown(p.where)}]" if p.where else ""
        name = p.path if p.path and not p.code.startswith("X") else file
        click.echo(f"{name}:{p.line}: {p.code} {p.severity}{where}: {message} {remedy}", err=err)


def counts(problems: tuple[Problem, ...]) -> str:
    wrong = len(errors(problems))
    return f"{wrong} errors, {len(problems) - wrong} warnings"


def path_in(section: str, target: str, content: Path) -> str:
    """A place under ``content``, given as messages name it or as it is seen from here."""
    try:
        place = Path(target).resolve().relative_to(content.resolve()).as_posix()
    except ValueError:
        place = target
    parts = place.split("/")
    fits = len(parts) == 3 and parts[0] in ORDER and parts[1] == section and parts[2].endswith(".md")
    if not fits or not SLUG.match(parts[2].removesuffix(".md")):
        raise click.UsageError(f"{shown(target)} is no place for this. Name one as nb/{section}/slug.md.")
    return place


def place_in(section: str, file: Path, content: Path) -> str:
    """The path a file has under ``content``; one elsewhere counts as Norwegian."""
    try:
        place = file.resolve().relative_to(content.resolve()).as_posix()
    except ValueError:
        place = ""
    return place if place.count("/") == 2 and f"/{section}/" in place else f"nb/{section}/{file.name}"
