"""The whole site: every language side by side, then what stands above the languages."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitebuilder.build.assets import link_media, write_assets
from sitebuilder.build.cache import LanguageCache, fingerprint, language_key
from sitebuilder.build.earlier_assets import keep_earlier_assets
from sitebuilder.build.jobs import make_jobs
from sitebuilder.build.offline import offline_wanted
from sitebuilder.build.pictures import write_pictures
from sitebuilder.build.report import BuildError, BuildReport
from sitebuilder.build.root import write_root
from sitebuilder.build.side_by_side import build_side_by_side
from sitebuilder.contract.checks import check_tree
from sitebuilder.contract.problems import errors
from sitebuilder.contract.tree import Tree, read_tree
from sitebuilder.languages import Language, LanguageError, load_languages
from sitebuilder.places import LANGUAGES


@dataclass(frozen=True)
class Address:
    """Where the site will stand, such as ``https://toolbox.example``; asked for by the sitemap and canonical links."""

    url: str

    @classmethod
    def from_environment(cls) -> Address:
        return cls((os.environ.get("TOOLBOX_URL") or "http://127.0.0.1:8000").rstrip("/"))


def build_site(
    content: Path,
    output: Path,
    *,
    cache: Path | None = None,
    redirects: Mapping[str, str] | None = None,
    tree: Tree | None = None,
    address: Address | None = None,
    previous: Path | None = None,
) -> BuildReport:
    """Builds ``content`` into the new or empty folder ``output``.

    With ``cache``, a language in which nothing a reader can see has changed since the last build is linked from
    there instead of being built. ``redirects`` (old address to new) come beside those of the content.
    ``tree`` is ``content`` where it has been read and checked already. ``previous`` is the site this one takes the
    place of, if any: its scripts and styles stay for pages that are open. Raises `BuildError` where the content has
    errors or a page fails; ``output`` is then of no use.
    """
    started = time.monotonic()
    tree = tree or _checked(content)
    address = address or Address.from_environment()
    languages = _languages()
    output.mkdir(parents=True, exist_ok=True)
    assets = replace(write_assets(output), offline=offline_wanted())
    link_media(content, output, tree.media)
    pictures = write_pictures(content, output, tree.media, cache and cache / "pictures")
    jobs = make_jobs(tree.library, languages, output, assets, pictures, address.url)
    codes = cache / "qr" if cache else None
    jobs = {code: replace(job, texts=tree.texts, codes=codes) for code, job in jobs.items()}
    store = LanguageCache(cache) if cache else None
    weights = [(path, (content / path).stat().st_size) for path in sorted(tree.media)]
    base = fingerprint(address.url, assets, pictures, weights)
    keys = {code: language_key(job.view, tree.texts, base, job.context.lexicon) for code, job in jobs.items() if store}
    kept = tuple(code for code in jobs if store and store.restore(code, keys[code], output / code))
    pages = build_side_by_side([job for code, job in jobs.items() if code not in kept])
    if store:
        for code in jobs.keys() - set(kept):
            store.save(code, keys[code], output / code)
    write_root(
        output,
        {code: job.view for code, job in jobs.items()},
        assets,
        {**tree.library.redirects, **(redirects or {})},
        address.url,
    )
    if previous:
        keep_earlier_assets(previous, output)
    built = tuple(code for code in jobs if code not in kept)
    return BuildReport(time.monotonic() - started, pages, built, kept)


def _languages() -> tuple[Language, ...]:
    try:
        return load_languages(LANGUAGES)
    except LanguageError as error:
        raise BuildError(str(error)) from error


def _checked(content: Path) -> Tree:
    tree = read_tree(content)
    wrong = errors(check_tree(tree))
    if wrong:
        raise BuildError("\n".join(map(str, wrong)))
    return tree
