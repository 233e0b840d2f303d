"""``toolbox``: the door for those who write files and those who build the site."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import click

from sitebuilder.cli_options import content_option, language_option
from sitebuilder.contract.checks import check_tree
from sitebuilder.contract.hashing import source_hash
from sitebuilder.contract.problems import Problem
from sitebuilder.contract.reader import read_data
from sitebuilder.contract.tree import files_of, is_document, read_tree, replace_file
from sitebuilder.exercise_cli import exercise
from sitebuilder.places import SITE
from sitebuilder.scenario_cli import scenario

files_argument = click.argument("files", nargs=-1, type=click.Path(path_type=Path))


class _Telling(click.Group):
    """Tells what the disk says in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Telling)
def main() -> None:
    """Check, format, build and look at the texts of the Mentor Toolbox."""


main.add_command(exercise)
main.add_command(scenario)


@main.command()
@files_argument
@content_option
@language_option
def check(files: tuple[Path, ...], content: Path, language: str) -> None:
    """Tell everything that breaks a rule: file, line, code, what is wrong, and how to mend it.

    All texts are read, since rules hold between them; with FILES, only what concerns those is told.
    """
    tree = read_tree(content)
    problems = check_tree(tree, dt.date.today())
    if files:
        wanted = {_inside(file, content) for file in files}
        problems = tuple(p for p in problems if p.path in wanted)
    for p in problems:
        click.echo(_line(p, language))
    wrong = sum(p.severity == "error" for p in problems)
    click.echo(f"{len(tree.texts)} files, {wrong} errors, {len(problems) - wrong} warnings")
    sys.exit(1 if wrong else 0)


@main.command("format")
@files_argument
@content_option
@click.option("--all", "everything", is_flag=True, help="Every file under content/.")
def format_files(files: tuple[Path, ...], content: Path, everything: bool) -> None:
    """Rewrite FILES in the canonical form. A file with an error is left as it is."""
    tree = read_tree(content)
    broken = {p.path for p in tree.problems if p.severity == "error"}
    canonical = files_of(tree.library)
    if not (files or everything):
        raise click.UsageError("Name the files to rewrite, or give --all.")
    chosen = sorted(canonical) if everything else [_inside(file, content) for file in files]
    failed = False
    for path in chosen:
        if path in broken or path not in canonical:
            click.echo(f"{path}: has errors and is left as it is. Run: toolbox check {path}", err=True)
            failed = True
        elif (content / path).read_bytes() != canonical[path]:
            replace_file(content / path, canonical[path])
            click.echo(f"{path}: rewritten")
    sys.exit(1 if failed else 0)


@main.command("hash")
@click.argument("file", type=click.Path(path_type=Path))
@content_option
def print_hash(file: Path, content: Path) -> None:
    """Print the hash of an original, for the ``of`` of its translations."""
    path = _inside(file, content)
    if not is_document(path):
        raise click.UsageError(f"{path} is no document.")
    document, problems = read_data((content / path).read_bytes(), path)
    if document is None:
        raise click.ClickException("\n".join(str(p.at(path)) for p in problems))
    click.echo(source_hash(document))


@main.command()
@content_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=lambda: Path(os.environ.get("TOOLBOX_PUBLIC") or SITE.parent / "public"),
    help="The folder to make (TOOLBOX_PUBLIC; else public/).",
)
def build(content: Path, output: Path) -> None:
    """Build the site. The folder is replaced whole when everything went well, and left alone when not."""
    from sitebuilder.build import BuildError, build_site
    from sitebuilder.build.output import put_in_place

    output = output.absolute()
    made = output.with_name(f"{output.name}.new-{os.getpid()}")
    shutil.rmtree(made, ignore_errors=True)
    try:
        report = build_site(content, made, previous=output)
        put_in_place(made, output)
    except BuildError as error:
        raise click.ClickException(str(error)) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    click.echo(f"{report.pages} pages in {len(report.built)} languages, {report.seconds:.1f} s: {output}")


@main.command()
@click.option("--port", default=8000, show_default=True)
@click.option(
    "--public",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=lambda: Path(os.environ.get("TOOLBOX_PUBLIC") or SITE.parent / "public"),
)
def serve(port: int, public: Path) -> None:
    """Show the built site on this machine only."""
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    handler = partial(SimpleHTTPRequestHandler, directory=str(public))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        click.echo(f"http://127.0.0.1:{port}/ (stop with Ctrl+C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Stopped.")


def _inside(file: Path, content: Path) -> str:
    """A file's path under ``content``, given as it is seen from here or as messages name it."""
    file = file if file.exists() else content / file
    if not file.is_file():
        raise click.UsageError(f"There is no file {file}.")
    try:
        return file.resolve().relative_to(content.resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"{file} is not under {content}. Name a file there, or give --content.") from None


def _line(p: Problem, language: str) -> str:
    message, remedy = p.say(language)
    where = f" [{p.where}]" if p.where else ""
    return f"{p.path}:{p.line}: {p.code} {p.severity}{where}: {message} {remedy}"
