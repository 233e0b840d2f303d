"""The pages that are no document: home, doors, lists by section, topic and phase, about, saved pages, and not found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scenarios.model import Story
from sitebuilder.contract.document import Audience, Kind
from sitebuilder.views import groups
from sitebuilder.views.documents import series_title
from sitebuilder.views.filters import filters_of
from sitebuilder.views.page import Alternate, Card, Group, Link, PageKind, PageView
from sitebuilder.views.story_map import map_page

if TYPE_CHECKING:
    from sitebuilder.views.site import SiteView


FILTERED = (PageKind.DOOR, PageKind.LIST, PageKind.TOPIC)
"""The pages that are lists."""


def generated_pages(site: SiteView) -> Iterator[PageView]:
    """Every page of a language that is no document."""
    yield _home(site)
    yield _door(site, Audience.MENTOR)
    yield _door(site, Audience.MENTEE)
    yield _page(site, PageKind.ABOUT, "about.md", site.t("about.title"), site.t("about.summary"))
    yield _search(site)
    yield _page(site, PageKind.OFFLINE, "offline.md", site.t("offline.title"), site.t("offline.summary"))
    yield _page(site, PageKind.REVIEW, "review.md", site.t("review.title"), site.t("review.summary"))
    for kind in Kind:
        yield _section(site, kind)
    for topic in site.shelf.used_topics:
        yield _topic(site, topic)
    for phase in site.shelf.used_phases:
        yield _phase(site, phase)
    for document in site.documents():
        if isinstance(document.body, Story):
            yield map_page(document, document.body, site)
    yield _missing(site)


def _page(
    site: SiteView,
    kind: PageKind,
    src_uri: str,
    title: str,
    summary: str,
    groups: tuple[Group, ...] = (),
    links: tuple[Link, ...] = (),
    audience: str = "",
) -> PageView:
    """A page that stands at the same path in every language."""
    path = src_uri.removesuffix(".md").removesuffix("index").strip("/")
    tail = f"{path}/" if path else ""
    alternates = tuple(
        Alternate(other.code, other.name, other.direction, f"/{other.code}/{tail}", True, other == site.language)
        for other in site.languages
    )
    url = f"/{site.language.code}/{tail}"
    filters = filters_of(groups, tuple(site.shelf.topics), site.topic_name, site.t) if kind in FILTERED else ()
    return PageView(kind, src_uri, url, title, summary, alternates, audience, groups, links, filters)


def _home(site: SiteView) -> PageView:
    picks = groups.for_next_meeting(site.cards)
    next_meeting = Group("next-meeting", site.t("home.next_meeting"), picks, total=len(picks))
    links = _topic_links(site, site.cards)
    summary = site.t("site.description")
    return _page(site, PageKind.HOME, "index.md", site.t("home.title"), summary, (next_meeting,), links)


def _door(site: SiteView, who: Audience) -> PageView:
    cards = tuple(card for card in site.cards if card.audience in (who, Audience.BOTH))
    home = f"/{site.language.code}"
    if who is Audience.MENTOR:
        found = groups.by_phase(cards, site.language)
        shown = groups.shortened(found, lambda group: f"{home}/phases/{group.id}/")
    else:
        found = groups.by_topic(cards, tuple(site.shelf.topics), site.topic_name)
        shown = groups.shortened(found, lambda group: f"{home}/topics/{group.id}/")
    title, lead = site.t(f"door.{who}.title"), site.t(f"door.{who}.lead")
    return _page(site, PageKind.DOOR, f"{who}.md", title, lead, shown, _topic_links(site, cards), audience=who)


def _section(site: SiteView, kind: Kind) -> PageView:
    cards = tuple(card for card in site.cards if card.kind == kind)
    links: tuple[Link, ...] = ()
    match kind:
        case Kind.EXERCISE:
            found = groups.by_level(cards, site.language)
            links = (Link(site.t("review.title"), f"/{site.language.code}/review/"),)
        case _:
            series = tuple(_series(site, kind))
            in_series = {card.url for group in series for card in group.cards}
            rest = tuple(card for card in cards if card.url not in in_series)
            found = series + groups.by_topic(rest, tuple(site.shelf.topics), site.topic_name)
    title, lead = site.t(f"kind.{kind}.many"), site.t(f"kind.{kind}.lead")
    return _page(site, PageKind.LIST, f"{kind.section}/index.md", title, lead, found, links)


def _search(site: SiteView) -> PageView:
    title, lead = site.t("search.title"), site.t("search.lead")
    return _page(site, PageKind.SEARCH, "search.md", title, lead, links=_topic_links(site, site.cards))


def _series(site: SiteView, kind: Kind) -> Iterator[Group]:
    """The series that have documents of this kind, each in its own order."""
    for series_id in site.shelf.series_ids:
        cards = tuple(card for card in site.series_cards(series_id) if card.kind == kind)
        if cards:
            title = series_title(series_id, cards, site.shelf, site.language)
            yield Group(f"series-{series_id}", title, cards, total=len(cards), ordered=True)


def _topic(site: SiteView, topic: str) -> PageView:
    by_kind = groups.by_kind(site.cards_by_topic.get(topic, ()), site.language)
    title, lead = site.topic_name(topic), site.t("list.topic_lead")
    return _page(site, PageKind.TOPIC, f"topics/{topic}.md", title, lead, by_kind)


def _phase(site: SiteView, phase: str) -> PageView:
    by_kind = groups.by_kind((card for card in site.cards if card.phase == phase), site.language)
    name = phase or groups.NO_PHASE
    title, lead = site.t(f"phase.{name}"), site.t("list.phase_lead")
    return _page(site, PageKind.TOPIC, f"phases/{name}.md", title, lead, by_kind)


def _topic_links(site: SiteView, cards: tuple[Card, ...]) -> tuple[Link, ...]:
    """The topics of these cards."""
    code, used = site.language.code, {topic for card in cards for topic in card.topics}
    return tuple(
        Link(site.topic_name(topic), f"/{code}/topics/{topic}/") for topic in site.shelf.used_topics if topic in used
    )


def _missing(site: SiteView) -> PageView:
    """The page for an address that leads nowhere: no language has it, so each leads to its own home."""
    alternates = tuple(
        Alternate(other.code, other.name, other.direction, f"/{other.code}/", False, other == site.language)
        for other in site.languages
    )
    title, text = site.t("missing.title"), site.t("missing.text")
    return PageView(PageKind.MISSING, "404.html", f"/{site.language.code}/404.html", title, text, alternates)
