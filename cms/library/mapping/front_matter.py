"""Front matter, both ways: the fields all pages have. What only one kind has is added in ``documents``."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from sitebuilder.contract.document import Audience, FrontMatter, Series, Source, Translation
from sitebuilder.contract.prose import one_line

from cms.library.mapping.links import Links, Outward
from cms.library.mapping.problems import CannotHold
from cms.library.mapping.stream import Ids, Stream, block, field_value, raw

if TYPE_CHECKING:
    from cms.library.models import ToolboxPage


def write_front_matter(page: ToolboxPage, out: Outward, **own: Any) -> FrontMatter:
    """The front matter of a page; ``own`` is what only its kind has. Drafts may have gaps, which stay empty."""
    series = Series(page.series, page.series_order or 0) if page.series else None
    return FrontMatter(
        id=str(page.translation_key),
        type=page.kind,
        title=one_line(page.title),
        summary=one_line(page.summary),
        audience=Audience(page.audience or Audience.BOTH),
        topics=tuple(page.topics or ()),
        minutes=page.minutes or 0,
        together=one_line(page.together),
        published_on=_day(page.first_published_at),
        updated_on=_day(page.last_published_at),
        translation=_write_translation(page),
        phase=page.phase,
        level=page.level,
        series=series,
        related=out.hrefs(stored["value"] for stored in raw(page.related)),
        sources=tuple(_write_source(stored["value"]) for stored in raw(page.sources)),
        authors=tuple(name for name in map(one_line, page.authors.splitlines()) if name),
        reviewed_on=page.reviewed_on,
        review_by=page.review_by,
        sensitive=page.sensitive,
        help=tuple(page.help or ()),
        **own,
    )


def write_lines_of(stream: Stream) -> tuple[str, ...]:
    """A stream of single lines, without the empty ones."""
    return tuple(line for line in (one_line(stored["value"] or "") for stored in stream) if line)


def read_front_matter_into(page: ToolboxPage, front: FrontMatter, links: Links, language: str, ids: Ids) -> None:
    """Sets the fields all pages have. The time of publishing is set when the page is saved."""
    page.translation_key = uuid.UUID(front.id)
    page.title = page.draft_title = front.title
    page.summary, page.audience, page.together = front.summary, front.audience.value, front.together
    page.topics, page.help = list(front.topics), list(front.help)
    page.minutes, page.phase, page.level = front.minutes, front.phase, front.level
    page.series = front.series.id if front.series else ""
    page.series_order = front.series.order if front.series else None
    page.related = field_value(_read_related(front.related, links, language, ids.under("related")))
    page.sources = field_value(
        [block("source", _read_source(s), ids.under("sources", n)) for n, s in enumerate(front.sources)]
    )
    page.authors = "\n".join(front.authors)
    page.reviewed_on, page.review_by, page.sensitive = front.reviewed_on, front.review_by, front.sensitive
    _read_translation(page, front.translation)


def read_lines_into(type: str, lines: tuple[str, ...], ids: Ids) -> str:
    """What is assigned to a stream of single lines."""
    return field_value([block(type, line, ids.under(n)) for n, line in enumerate(lines)])


def published_at(day: dt.date) -> dt.datetime:
    """Noon of a day: the time a page from a file counts as published."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


def _day(moment: dt.datetime | None) -> dt.date:
    return timezone.localdate(moment)


def _write_source(value: dict[str, Any]) -> Source:
    checked = value.get("checked")
    day = parse_date(checked) if isinstance(checked, str) else checked
    title, evidence = one_line(value.get("title") or ""), one_line(value.get("evidence") or "")
    return Source(title, value.get("url") or "", day, evidence)


def _read_source(source: Source) -> dict[str, Any]:
    checked = source.checked.isoformat() if source.checked else None
    return {"title": source.title, "url": source.url, "checked": checked, "evidence": source.evidence}


def _read_related(hrefs: tuple[str, ...], links: Links, language: str, ids: Ids) -> Stream:
    pages = [links.page_id(href, language) for href in hrefs]
    return [block("page", page, ids.under(n)) for n, page in enumerate(pages) if page is not None]


def read_page_id(href: str, links: Links, language: str) -> int | None:
    """The page a single reference leads to; None for none. `CannotHold` where there is no such page."""
    page = links.page_id(href, language) if href else None
    if href and page is None:
        raise CannotHold("other")
    return page


def _write_translation(page: ToolboxPage) -> Translation | None:
    if not page.translated_from:
        return None
    return Translation(
        page.translated_from,
        page.translation_of,
        page.translation_state or "draft",
        page.translation_method or "person",
        one_line(page.translation_reviewed_by),
        page.translation_reviewed_on,
    )


def _read_translation(page: ToolboxPage, translation: Translation | None) -> None:
    page.translated_from = translation.language if translation else ""
    page.translation_of = translation.of if translation else ""
    page.translation_state = translation.state if translation else ""
    page.translation_method = translation.method if translation else ""
    page.translation_reviewed_by = translation.reviewed_by if translation else ""
    page.translation_reviewed_on = translation.reviewed_on if translation else None
