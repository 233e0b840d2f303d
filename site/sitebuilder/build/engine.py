"""One language through MkDocs, called as a library.

MkDocs' own `build` command reads a folder, copies all of Material's assets and draws a navigation tree into every
page. Here its pages are made in memory from the views, and only its rendering of Markdown and templates is used.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from sitebuilder.build.inline import refuse_foreign_code
from sitebuilder.build.report import BuildError
from sitebuilder.contract.document import Kind
from sitebuilder.contract.writer import write_body
from sitebuilder.markdown.context import Context
from sitebuilder.places import CONFIG, LANGUAGES
from sitebuilder.views import SiteView, staged_pages

MISSING = "404.html"


class _Compiled(BytecodeCache):
    """Compiled templates, kept by this process and those it forks: compiling takes half the time of a small build."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


@dataclass(frozen=True)
class LanguageJob:
    """One language to build. ``url`` is where it will stand.

    ``texts`` holds the source of each document by its path under ``content/``, ``codes`` keeps QR codes between builds;
    for a single page neither is needed.
    """

    view: SiteView
    context: Context
    output: Path
    url: str
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    codes: Path | None = None

    @property
    def root(self) -> str:
        """Where the whole site will stand."""
        return self.url.removesuffix(f"/{self.view.language.code}/")


def build_language(job: LanguageJob, only: str | None = None) -> int:
    """Writes the language's pages to its folder and gives their number. Raises `BuildError` naming the page.

    With ``only``, just the page staged under that name.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = _config(job)
    files = Files(_staged(job, config))
    env = config.theme.get_env()
    env.bytecode_cache = _COMPILED
    nav = Navigation([], [])
    starts = {document.path.partition("/")[2]: document.front.start for document in job.view.documents()}
    pages = [Page(None, file, config) for file in files if only in (None, file.src_uri)]
    for page in pages:
        with _naming(job, page.file.src_uri):
            config.mdx_configs["sitebuilder.markdown"] = {
                "context": job.context,
                "kind": _kind(page.file.src_uri),
                "start": starts.get(page.file.src_uri, ""),
            }
            _populate_page(page, config, files)
    with _naming(job, MISSING):
        _build_theme_template(MISSING, env, files, config, nav)
    for page in pages:
        with _naming(job, page.file.src_uri):
            _build_page(page, config, (), nav, env)
        refuse_foreign_code(
            Path(page.file.abs_dest_path), f"{job.view.language.code}/{page.file.src_uri}", job.view.assets
        )
    return len(pages)


def _config(job: LanguageJob) -> MkDocsConfig:
    job.output.mkdir(parents=True, exist_ok=True)
    with _naming(job, CONFIG.name):
        config = configure(job.view, job.output, job.url)
    config.plugins.on_startup(command="build", dirty=False)  # As MkDocs' own command begins; its files rely on it.
    return config


def configure(view: SiteView, output: Path, url: str) -> MkDocsConfig:
    """MkDocs' configuration for one language, which has no file of its own."""
    config = load_config(
        config_file=str(CONFIG),
        site_name=view.t("site.name"),
        docs_dir=str(LANGUAGES),  # MkDocs wants a folder that exists; our pages are made in memory.
        site_dir=str(output),
        site_url=url,
        extra={"site": view},
    )
    config.theme["language"] = _known_to_material(view.language.code, config.theme)
    return config


def _known_to_material(code: str, theme: Theme) -> str:
    """The language Material's own words are in, of which our pages show none: English where it lacks this one."""
    return code if any(Path(folder, f"partials/languages/{code}.html").is_file() for folder in theme.dirs) else "en"


def _staged(job: LanguageJob, config: MkDocsConfig) -> list[File]:
    bodies = {document.path.partition("/")[2]: write_body(document) for document in job.view.documents()}
    return [
        File.generated(config, name, content=_with_front_matter(values, bodies.get(name, "")))
        for name, values in staged_pages(job.view).items()
    ]


def _kind(name: str) -> Kind:
    """The kind of the document staged under this name; a page that is no document has no text to read."""
    return next((kind for kind in Kind if name.startswith(f"{kind.section}/")), Kind.GUIDE)


def _with_front_matter(values: dict[str, str], body: str) -> str:
    front = yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{front}---\n\n{body}"


class _naming:
    """Makes any failure inside a `BuildError` that names the page; what the disk says is passed on."""

    def __init__(self, job: LanguageJob, page: str) -> None:
        self._where = f"{job.view.language.code}/{page}"

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, OSError):
            raise BuildError(f"The page {self._where} could not be built: {type(error).__name__}: {error}") from error
