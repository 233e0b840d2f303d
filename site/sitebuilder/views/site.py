"""The site in one language: every page's view, found by the name of its staged file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sitebuilder.contract.document import Document, Kind, Library
from sitebuilder.languages import Language
from sitebuilder.views.assets import NONE, Assets
from sitebuilder.views.cards import make_card
from sitebuilder.views.documents import HelpHtml, view_document, view_help
from sitebuilder.views.page import Alternate, Card, HelpView, PageKind, PageView
from sitebuilder.views.pages import generated_pages
from sitebuilder.views.share import Share, share_of
from sitebuilder.views.shelf import Shelf


@dataclass(frozen=True)
class SiteView:
    """The site in ``language``. Lists and pages are computed when they are first asked for."""

    language: Language
    languages: tuple[Language, ...]
    shelf: Shelf = field(repr=False)
    help_html: HelpHtml = field(repr=False)
    assets: Assets = field(default=NONE, repr=False)

    kinds = tuple(kind.value for kind in Kind)

    def t(self, key: str, **values: object) -> str:
        """A string of the interface; see `Language.t`."""
        return self.language.t(key, **values)

    def page(self, src_uri: str) -> PageView:
        """The view of the page staged as ``src_uri``; `KeyError` if there is no such page."""
        if src_uri in self.generated:
            return self.generated[src_uri]
        section, _, name = src_uri.partition("/")
        work = self.shelf.works[section, name.removesuffix(".md")]
        return self._document_page(src_uri, work.texts[self.language.code])

    @cached_property
    def generated(self) -> Mapping[str, PageView]:
        """The pages that are no document, by the name of their staged file."""
        return {page.src_uri: page for page in generated_pages(self)}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """One card for every text of the toolbox, in this language where it can be."""
        code = self.language.code
        return tuple(make_card(text, code, self._by_code) for text in self.shelf.texts_for(code))

    @cached_property
    def cards_by_topic(self) -> Mapping[str, tuple[Card, ...]]:
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            for topic in card.topics:
                found.setdefault(topic, []).append(card)
        return {topic: tuple(cards) for topic, cards in found.items()}

    def series_cards(self, series_id: str) -> tuple[Card, ...]:
        """The cards of a series in its own order."""
        code = self.language.code
        return tuple(make_card(text, code, self._by_code) for text in self.shelf.series(series_id, code))

    def topic_name(self, topic: str) -> str:
        return self.shelf.topic_name(topic, self.language.code)

    def share(self, page: PageView, root: str) -> Share:
        """What is said of a page where it is shared; ``root`` is where the whole site stands."""
        return share_of(page, self.language, root)

    def help_of(self, document: Document) -> tuple[HelpView, ...]:
        return view_help(document, self.shelf, self._by_code, self.help_html)

    def documents(self) -> Iterator[Document]:
        """The texts that have a page in this language."""
        code = self.language.code
        return (work.texts[code] for work in self.shelf.works.values() if code in work.texts)

    @cached_property
    def _by_code(self) -> Mapping[str, Language]:
        return {language.code: language for language in self.languages}

    def _document_page(self, src_uri: str, document: Document) -> PageView:
        front = document.front
        texts = self.shelf.works[front.type.section, document.slug].texts
        alternates = tuple(
            Alternate(
                other.code,
                other.name,
                other.direction,
                texts[other.code].url if other.code in texts else f"/{other.code}/{front.type.section}/",
                other.code in texts,
                other.code == document.language,
            )
            for other in self.languages
        )
        view = view_document(document, self.shelf, self._by_code, self.help_html)
        return PageView(
            PageKind.DOCUMENT,
            src_uri,
            document.url,
            front.title,
            front.summary,
            alternates,
            front.audience.value,
            document=view,
        )


def build_views(
    library: Library, languages: Iterable[Language], help_html: HelpHtml, assets: Assets = NONE
) -> dict[str, SiteView]:
    """The site in each language, by its code, in the order of ``languages``."""
    offered = tuple(languages)
    shelf = Shelf(library)
    return {language.code: SiteView(language, offered, shelf, help_html, assets) for language in offered}
