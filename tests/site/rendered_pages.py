"""Pages drawn with our templates in MkDocs' own environment, from a library that holds something of everything."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from bs4 import BeautifulSoup, Tag
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from sitebuilder.build.engine import configure
from sitebuilder.contract.document import Document, Kind, Series, Source
from sitebuilder.views import SiteView, staged_pages

from tests.site.sample_library import document, help_box, translated, views

HOSTILE = '<script>alert("1")</script> & \' {{ site }}'

ORIGINALS = (
    document("cv-1", topics=("cv",), series=Series("cv", 1), phase="goal-work", title=HOSTILE, summary=HOSTILE),
    document("cv-2", topics=("cv",), series=Series("cv", 2), related=("../cases/sak.md",), mentor=HOSTILE),
    document("farlig", sensitive=True, help=("alarm",), authors=(HOSTILE,), together=HOSTILE),
    document(
        "sak",
        kind=Kind.CASE,
        fictional=True,
        scenario="../scenarios/valg.md",
        sources=(Source(HOSTILE, "https://a.no/"),),
    ),
    document("valg", kind=Kind.SCENARIO, role=HOSTILE, goals=(HOSTILE,), reflection=(HOSTILE,)),
    document("hils", kind=Kind.EXERCISE, topics=("norwegian",), can_do=HOSTILE),
)
LIBRARY: tuple[Document, ...] = (
    *ORIGINALS,
    translated(ORIGINALS[0], "ar", state="draft", method="machine", of="0" * 16),
    translated(ORIGINALS[0], "ti", state="draft", method="machine"),
    *(document(original.slug, "en", original.front.type) for original in ORIGINALS),
)
SITES = views(*LIBRARY, help_boxes=(help_box("alarm"),))


def config_of(site: SiteView, folder: Path, site_url: str = "") -> MkDocsConfig:
    return configure(site, folder, site_url)


def render(config: MkDocsConfig, environment: Environment, src_uri: str, template: str) -> str:
    page = SimpleNamespace(file=SimpleNamespace(src_uri=src_uri), content="<p>Teksten.</p>")
    return environment.get_template(template).render(config=config, page=None if src_uri == "404.html" else page)


def rendered(code: str, folder: Path, site_url: str = "") -> dict[str, BeautifulSoup]:
    """Every page of a language, parsed, by the name of its staged file."""
    site = SITES[code]
    config = config_of(site, folder, site_url)
    environment = config.theme.get_env()
    templates = {src_uri: values["template"] for src_uri, values in staged_pages(site).items()} | {
        "404.html": "404.html"
    }
    return {
        src_uri: BeautifulSoup(render(config, environment, src_uri, template), "html.parser")
        for src_uri, template in templates.items()
    }


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found
