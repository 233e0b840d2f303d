"""How lists are divided: by topic, phase, level, kind and series, each group under its heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sitebuilder.contract.document import LEVELS, PHASES, Kind
from sitebuilder.languages import Language
from sitebuilder.views.cards import in_reading_order
from sitebuilder.views.page import Card, Group

NO_PHASE = "none"
"""Where texts stand that fit at any time."""

DOOR_CARDS = 6
"""So many cards of a group stand behind a door; the rest is one tap away."""


def by_key(
    cards: Iterable[Card], key: Callable[[Card], str], order: Sequence[str], title: Callable[[str], str]
) -> tuple[Group, ...]:
    """One group for each value of ``key``, in ``order``; what has a value outside it comes last."""
    found: dict[str, list[Card]] = {}
    for card in cards:
        found.setdefault(key(card), []).append(card)
    ids = [*(value for value in order if value in found), *sorted(found.keys() - set(order))]
    return tuple(Group(value, title(value), in_reading_order(found[value]), total=len(found[value])) for value in ids)


def by_topic(cards: Iterable[Card], order: Sequence[str], title: Callable[[str], str]) -> tuple[Group, ...]:
    """Each card once, under the first of its topics."""
    return by_key(cards, lambda card: card.topics[0] if card.topics else "", order, title)


def by_phase(cards: Iterable[Card], language: Language) -> tuple[Group, ...]:
    return by_key(
        cards, lambda card: card.phase or NO_PHASE, (*PHASES, NO_PHASE), lambda phase: language.t(f"phase.{phase}")
    )


def by_level(cards: Iterable[Card], language: Language) -> tuple[Group, ...]:
    return by_key(
        cards,
        lambda card: card.level,
        LEVELS,
        lambda level: language.t(f"level.{level}") if level else language.t("list.other"),
    )


def by_kind(cards: Iterable[Card], language: Language) -> tuple[Group, ...]:
    return by_key(cards, lambda card: card.kind, tuple(Kind), lambda kind: language.t(f"kind.{kind}.many"))


def shortened(groups: Iterable[Group], more: Callable[[Group], str]) -> tuple[Group, ...]:
    """Groups with at most `DOOR_CARDS` cards each, and the address of all of them where some are left out."""
    return tuple(
        Group(group.id, group.title, group.cards[:DOOR_CARDS], more(group), group.total)
        if group.total > DOOR_CARDS
        else group
        for group in groups
    )


def for_next_meeting(cards: Iterable[Card]) -> tuple[Card, ...]:
    """One card of each kind to do together next time: the shortest that is not sensitive, the same at every build."""
    picks: dict[str, Card] = {}
    fitting = (card for card in cards if not card.sensitive)
    for card in sorted(fitting, key=lambda card: (card.foreign, card.minutes, card.url)):
        picks.setdefault(card.kind, card)
    return tuple(picks[kind] for kind in (Kind.GUIDE, Kind.EXERCISE, Kind.SCENARIO, Kind.CASE) if kind in picks)
