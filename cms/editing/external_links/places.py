"""Where links to other sites stand: in what is live, as the contract's documents say it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urldefrag

from django.db import transaction
from django.db.models import Q
from sitebuilder.contract.href import make_href
from sitebuilder.contract.prose_walk import hrefs_in, hrefs_of
from wagtail.fields import StreamField

from cms.editing.external_links.models import LONGEST, ExternalLink, LinkPlace, apply_exceptions
from cms.library.live import live_help_boxes, live_pages
from cms.library.mapping.documents import Surroundings, to_document, to_help_box
from cms.library.mapping.links import Links
from cms.library.mapping.stream import raw
from cms.library.models import HelpBox, ToolboxPage

_WEB = ("http://", "https://")
_HREF = re.compile(r'href="([^"]*)"')
Holder = ToolboxPage | HelpBox


class Spot(NamedTuple):
    url: str
    block: str
    """The id of the block it stands in; empty where it stands in none."""


def spots_of(holder: Holder) -> set[Spot]:
    """The links to other sites in a page or a help box, as it stands in memory, and the blocks they stand in."""
    found = [url for url in map(_address, _hrefs(holder)) if url]
    blocks = [Spot(url, block) for written, block in _written(holder) if (url := _address(written))]
    placed = {spot for spot in blocks if spot.url in found}
    return placed | {Spot(url, "") for url in found if all(url != spot.url for spot in placed)}


def refresh(holder: Holder) -> None:
    """Remember where links stand in this one, which has changed; nowhere, where readers do not see it."""
    spots = spots_of(holder) if holder.live and not getattr(holder, "alias_of_id", None) else set()
    with transaction.atomic():
        _write(_own(holder), _places(holder, spots))


def refresh_all() -> None:
    """The same for everything that is live. Links that stand nowhere any more are forgotten."""
    places = [place for holder in (*live_pages(), *live_help_boxes()) for place in _places(holder, spots_of(holder))]
    with transaction.atomic():
        _write(Q(), places)
        ExternalLink.objects.filter(places=None).delete()


def _hrefs(holder: Holder) -> Iterator[str]:
    """What links to pages and files are called matters to nobody here."""
    if isinstance(holder, HelpBox):
        yield from hrefs_in(to_help_box(holder, Links()).blocks)
    else:
        document = to_document(holder, Surroundings())
        yield from hrefs_of(document.body)
        yield from (source.url for source in document.front.sources)


def _address(href: str) -> str:
    """An address of the web as it is asked, without what follows ``#``; empty for any other."""
    url = urldefrag(make_href(html.unescape(href))).url
    return url if url.lower().startswith(_WEB) and len(url) <= LONGEST else ""


def _written(holder: Holder) -> Iterator[tuple[str, str]]:
    """Every address that is written somewhere in a stream, with the id of the innermost block."""
    for field in type(holder)._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _written_in(raw(getattr(holder, field.name)), "")


def _written_in(value: Any, block: str) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield from ((href, block) for href in (_HREF.findall(value) if "<a" in value else [value]))
        case list():
            for each in value:
                yield from _written_in(each, block)
        case {"type": _, "value": inner, **more}:
            yield from _written_in(inner, more.get("id") or block)
        case dict():
            for each in value.values():
                yield from _written_in(each, block)


def _own(holder: Holder) -> Q:
    return Q(help_box_id=holder.pk) if isinstance(holder, HelpBox) else Q(page_id=holder.pk)


def _places(holder: Holder, spots: Iterable[Spot]) -> list[tuple[str, LinkPlace]]:
    """Each place, not saved yet, with the address that stands there."""
    box = isinstance(holder, HelpBox)
    about = {
        "page_id": None if box else holder.pk,
        "help_box_id": holder.pk if box else None,
        "language": holder.locale.language_code,
        "title": holder.title,
    }
    return [(spot.url, LinkPlace(block=spot.block, **about)) for spot in sorted(spots)]


def _write(those: Q, places: list[tuple[str, LinkPlace]]) -> None:
    """Replace ``those`` places. What is known of their links is kept."""
    LinkPlace.objects.filter(those).delete()
    wanted = {url for url, _ in places}
    known = dict(ExternalLink.objects.filter(url__in=wanted).values_list("url", "pk"))
    if wanted - known.keys():
        ExternalLink.objects.bulk_create([ExternalLink(url=url) for url in sorted(wanted - known.keys())])
        known = dict(ExternalLink.objects.filter(url__in=wanted).values_list("url", "pk"))
        apply_exceptions()
    for url, place in places:
        place.link_id = known[url]
    LinkPlace.objects.bulk_create(place for _, place in places)
