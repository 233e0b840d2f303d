"""What a list can be narrowed by: topic, level, time and kind, each only where it divides the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitebuilder.contract.document import LEVELS, Kind
from sitebuilder.views.page import Card, Choice, Filter, Group

FEWEST_CARDS = 6
"""A shorter list is seen at a glance."""

MINUTES = (5, 10, 20)
"""The bounds a reader can choose between."""


def filters_of(
    groups: Iterable[Group], topic_order: tuple[str, ...], topic_name: Callable[[str], str], t: Callable[..., str]
) -> tuple[Filter, ...]:
    """The filters of a list; none for a short one. ``t`` gives the strings of the interface."""
    cards = {card.url: card for group in groups for card in group.cards}
    if len(cards) < FEWEST_CARDS:
        return ()
    found = cards.values()
    topics = {topic for card in found for topic in card.topics}
    filters = (
        Filter("topics", tuple(Choice(topic, topic_name(topic)) for topic in topic_order if topic in topics)),
        Filter("level", _present(found, LEVELS, lambda card: card.level, lambda level: t(f"level.{level}"))),
        Filter("minutes", _bounds(found, t), bound=True),
        Filter("kind", _present(found, tuple(Kind), lambda card: card.kind, lambda kind: t(f"kind.{kind}.many"))),
    )
    return tuple(each for each in filters if len(each.choices) > 1 or (each.bound and each.choices))


def _present(
    cards: Iterable[Card], order: Iterable[str], value: Callable[[Card], str], text: Callable[[str], str]
) -> tuple[Choice, ...]:
    present = {value(card) for card in cards}
    return tuple(Choice(each, text(each)) for each in order if each in present)


def _bounds(cards: Iterable[Card], t: Callable[..., str]) -> tuple[Choice, ...]:
    """The bounds that leave some cards and not all."""
    times = [card.minutes for card in cards]
    useful = (most for most in MINUTES if any(time <= most for time in times) and any(time > most for time in times))
    return tuple(Choice(str(most), t("filter.up_to", n=most)) for most in useful)
