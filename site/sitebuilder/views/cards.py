"""Cards: a document in a few words, as every list of the site shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitebuilder.contract.document import Document
from sitebuilder.languages import Language
from sitebuilder.views.page import Card


def make_card(document: Document, reader: str, languages: Mapping[str, Language]) -> Card:
    """The card of ``document`` in a list for readers of ``reader``."""
    front = document.front
    return Card(
        title=front.title,
        summary=front.summary,
        url=document.url,
        kind=front.type.value,
        minutes=front.minutes,
        level=front.level,
        phase=front.phase,
        audience=front.audience.value,
        topics=front.topics,
        together=front.together,
        language=document.language,
        direction=languages[document.language].direction,
        foreign=document.language != reader,
        sensitive=front.sensitive,
        series=front.series.id if front.series else "",
        part=front.series.order if front.series else 0,
    )


def in_reading_order(cards: Iterable[Card]) -> tuple[Card, ...]:
    """The reader's own language first; in it first each series in its order, then the shortest."""
    return tuple(
        sorted(cards, key=lambda card: (card.foreign, not card.series, card.series, card.part, card.minutes, card.url))
    )
