"""What stands above the languages: the page that chooses one, the sitemap, and where moved pages went."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sitebuilder.build.headers import write_headers
from sitebuilder.build.inline import refuse_foreign_code
from sitebuilder.build.offline import write_worker
from sitebuilder.machine import write_root_for_machines
from sitebuilder.places import SITE
from sitebuilder.views import SiteView
from sitebuilder.views.assets import Assets
from sitebuilder.views.page import PageKind


def write_root(
    output: Path, views: Mapping[str, SiteView], assets: Assets, redirects: Mapping[str, str], url: str
) -> None:
    """Writes the files at the top of the site, its headers, the rules for old addresses and a page at each."""
    env = Environment(
        loader=FileSystemLoader(SITE / "root"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    languages = [view.language for view in views.values()]
    facts = {"languages": languages, "assets": assets, "url": url}
    moved = {old: new for old, new in redirects.items() if not (output / old.strip("/") / "index.html").exists()}
    _write(output / "index.html", env.get_template("index.html").render(facts, missing=False))
    _write(output / "404.html", env.get_template("index.html").render(facts, missing=True))
    _write(output / "sitemap.xml", env.get_template("sitemap.xml").render(facts, pages=list(_pages(views))))
    for name in ("index.html", "404.html"):
        refuse_foreign_code(output / name, name, assets)
    write_headers(output, assets.inline_styles)
    for language in languages:
        write_worker(output / language.code, assets.offline)
    _write(output / "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {url}/sitemap.xml\n")
    write_root_for_machines(views, output, url)
    rules = [f"{old} {new} 301!" for old, new in sorted(moved.items())]
    rules += [f"/{language.code}/* /{language.code}/404.html 404" for language in languages]
    _write(output / "_redirects", "\n".join(rules) + "\n")
    for old, new in moved.items():
        _write(output / old.strip("/") / "index.html", env.get_template("moved.html").render(facts, new=new))


def _pages(views: Mapping[str, SiteView]) -> list[list[tuple[str, str]]]:
    """For each page the versions it has, as pairs of language and address; every version begins one such list."""
    versions: dict[str, list[tuple[str, str]]] = {}
    for code, view in views.items():
        hidden = (PageKind.MISSING, PageKind.MAP)
        addresses = [page.url for page in view.generated.values() if page.kind not in hidden]
        addresses += [document.url for document in view.documents()]
        for address in addresses:
            versions.setdefault(address.removeprefix(f"/{code}"), []).append((code, address))
    return list(versions.values())


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
