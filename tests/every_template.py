"""A site with an example of every template: the starter content, and in nb, ar and ti what that has no example of.

What is added stands under its language in Norwegian words: layout and roles are looked at, not the text.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sitebuilder.build import build_site
from sitebuilder.build.site import Address
from sitebuilder.contract.document import Document, Kind, Library, Translation
from sitebuilder.contract.hashing import source_hash
from sitebuilder.contract.tree import read_tree, write_library
from sitebuilder.contract.writer import write_body
from sitebuilder.languages import load_languages
from sitebuilder.places import LANGUAGES
from sitebuilder.views import SiteView, build_views
from sitebuilder.views.page import PageKind, PageView

STARTER = Path(__file__).resolve().parents[1] / "content"
READ = ("nb", "ar", "ti")
"""The languages that are looked at: one Latin, one from right to left, one with tall letters."""

CHOOSER = {"choose a language": "/#languages", "nowhere": "/404.html"}
"""The pages above the languages."""

Addresses = dict[str, dict[str, str]]


def build_every_template(folder: Path, url: str) -> Addresses:
    """Builds into ``folder / "public"``. For each language of `READ` the address of one page for every template."""
    content = folder / "content"
    media = {path: STARTER / path for path in read_tree(STARTER).media}
    write_library(_library(), content, media)
    build_site(content, folder / "public", address=Address(url))
    return addresses_of_every_template()


def addresses_of_every_template() -> Addresses:
    return _addresses(_library())


def _library() -> Library:
    starter = read_tree(STARTER).library
    return replace(starter, documents=(*starter.documents, *_missing(starter)))


def _missing(library: Library) -> Iterator[Document]:
    norwegian = [document for document in library.documents if document.language == "nb"]
    longest = {document.front.type: document for document in sorted(norwegian, key=_length)}
    secret = _sensitive(longest[Kind.GUIDE], library)
    yield secret
    there = {(document.language, document.front.type) for document in library.documents}
    for language in READ[1:]:
        yield _translated(secret, language)
        for kind in Kind:
            if (language, kind) not in there:
                yield _translated(longest[kind], language)


def _sensitive(guide: Document, library: Library) -> Document:
    help_box = next(box for box in library.help_boxes if box.language == "nb")
    front = replace(
        guide.front,
        id=str(uuid.uuid5(uuid.NAMESPACE_URL, "sensitive")),
        title="Når noe er vanskelig",
        sensitive=True,
        help=(help_box.id,),
        series=None,
        related=(),
        scenario="",
    )
    return replace(guide, slug="nar-noe-er-vanskelig", front=front)


def _translated(source: Document, language: str) -> Document:
    translation = Translation("nb", source_hash(source), "draft", "machine")
    return replace(source, language=language, front=replace(source.front, translation=translation))


def _length(document: Document) -> int:
    return len(write_body(document))


def _cards(page: PageView) -> int:
    return sum(len(group.cards) for group in page.groups)


def _addresses(library: Library) -> Addresses:
    views = build_views(library, load_languages(LANGUAGES), lambda box: "")
    return {language: dict(_first_of_each(views[language])) for language in READ}


def _first_of_each(view: SiteView) -> Iterator[tuple[str, str]]:
    """Name and address of the fullest page of each kind, and of the longest document of each kind."""
    found: dict[str, str] = {}
    for page in sorted(view.generated.values(), key=_cards, reverse=True):
        found.setdefault(page.kind.value, page.url)
    for document in sorted(view.documents(), key=_length, reverse=True):
        found.setdefault("sensitive" if document.front.sensitive else document.front.type.value, document.url)
    lacking = {kind.value for kind in PageKind} - {PageKind.DOCUMENT.value} - found.keys()
    assert not lacking, f"No page shows the templates {lacking}."
    yield from found.items()
