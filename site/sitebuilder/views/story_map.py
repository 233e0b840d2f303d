"""The map of a story: its words in a language of the site, and the page it stands on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from scenarios.map import MapWords, draw_map, list_map
from scenarios.model import Choice, Outcome, Quality, Scene, Story
from scenarios.paper import paper_numbers
from sitebuilder.contract.document import Document
from sitebuilder.languages import Language
from sitebuilder.views.page import Alternate, Link, MapView, PageKind, PageView

if TYPE_CHECKING:
    from sitebuilder.views.site import SiteView


def map_words(language: Language) -> MapWords:
    """The words `scenarios.map` needs."""
    return MapWords(
        name=language.t("map.name"),
        start=language.t("map.start"),
        unreached=language.t("map.unreached"),
        problems=language.t("map.problems"),
        goes_on=language.t("scenario.onward"),
        qualities={quality: language.t(f"quality.{quality}") for quality in Quality},
        outcomes={outcome: language.t(f"outcome.{outcome}") for outcome in Outcome},
    )


def map_url(document: Document) -> str:
    """The address of the map of a document, empty where there is no story to draw."""
    return f"{document.url}map/" if isinstance(document.body, Story) and document.body.scenes else ""


def map_page(document: Document, story: Story, site: SiteView) -> PageView:
    """The page of a story's map. It is no part of the story's page: it gives the story away, and weighs as much."""
    code, front = document.language, document.front
    texts = site.shelf.works[front.type.section, document.slug].texts
    alternates = tuple(
        Alternate(
            other.code,
            other.name,
            other.direction,
            map_url(texts[other.code]) if other.code in texts else f"/{other.code}/{front.type.section}/",
            other.code in texts,
            other.code == code,
        )
        for other in site.languages
    )
    return PageView(
        PageKind.MAP,
        f"{front.type.section}/{document.slug}/map.md",
        map_url(document),
        site.t("play.map_title", title=front.title),
        site.t("play.map_lead"),
        alternates,
        front.audience.value,
        map=_drawn(document, story, site),
    )


def _drawn(document: Document, story: Story, site: SiteView) -> MapView:
    numbered, words, direction = _numbered(story), map_words(site.language), site.language.direction

    def href(id: str) -> str:
        return f"{document.url}#{id}"

    picture = draw_map(numbered, words, href=href, direction=direction)
    listed = list_map(numbered, words, href=href, direction=direction)
    link = Link(document.front.title, document.url)
    help = site.help_of(document) if document.front.sensitive else ()
    return MapView(link, _html(picture), _html(listed), document.front.sensitive, help)


def _html(made: Element) -> str:
    return tostring(made, encoding="unicode", method="html")


def _numbered(story: Story) -> Story:
    """The story with its numbers on paper before its titles."""
    numbers = paper_numbers(story)

    def choice(one: Choice) -> Choice:
        return replace(one, title=f"{numbers[one.id]}. {one.title}")

    def scene(one: Scene) -> Scene:
        return replace(one, title=f"{numbers[one.id]}. {one.title}", choices=tuple(map(choice, one.choices)))

    return replace(story, scenes=tuple(map(scene, story.scenes)))
