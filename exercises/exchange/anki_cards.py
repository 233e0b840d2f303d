"""The cards an item makes in Anki, each with an id of its own that no later export changes.

Anki knows a card again by that id: who imports a set once more gets what has changed, and keeps what was learned.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from exchange.cover import Cover
from exchange.names import Names, slug
from exchange.remark import ExchangeError, Remark
from exercises.exchange.draft import Part, Prose
from exercises.exchange.ours import note_of_item, note_of_set
from exercises.exchange.remark import remark
from exercises.exchange.strings import sentence_of
from exercises.exchange.unseen import unseen
from exercises.model import Choice, Flashcard, Gap, GapField, GapSelect, Item, MatchPairs, OrderWords
from exercises.template import gap_names, pieces

NOTETYPE = "Mentor Toolbox"
FIELDS = ("Front", "Back", "Example", "Task", "Toolbox")
"""The fields of a note in Anki. The last is shown on no card: it holds our note on the item."""
BLANK = "_____"
_SHOWN = ("explanation", "gloss", "others", "bank")


class Card(NamedTuple):
    """One card. ``name`` tells it apart from the others of its set; every text may have several lines."""

    name: str
    front: str
    back: str
    example: str = ""
    task: str = ""
    note: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.front, self.back, self.example, self.task, self.note)

    @property
    def seen(self) -> tuple[str, ...]:
        """What somebody can see and change, without the blanks around it."""
        return tuple(" ".join(text.split()) for text in self.fields[:-1])


class Deck(NamedTuple):
    """The cards of a set, what no card carries, and the note on the whole."""

    cards: tuple[Card, ...]
    lost: tuple[Remark, ...]
    note: str


def deck_of(cover: Cover, parts: Iterable[Part], *, returns: bool = True) -> Deck:
    """The cards of a set. Raises `ExchangeError` where no item makes any.

    ``returns`` tells whether what comes of them can be read here again.
    """
    made: list[Card] = []
    rest: list[tuple[int, Part]] = []
    lost: list[Remark] = []
    for place, part in enumerate(parts):
        cards = [] if isinstance(part, Prose) else cards_of(part)
        if isinstance(part, Prose):
            lost.append(remark("X75.prose" if returns else "X75.away", where="", form="Anki", words=part.markdown))
        elif not cards:
            lost.append(remark("X75" if returns else "X75.item", where=part.id, type=part.type, form="Anki"))
        else:
            lost += unseen(part, _SHOWN, "Anki", returns=returns)
            made += [cards[0]._replace(note=note_of_item(place, part)), *cards[1:]]
        if not cards:
            rest.append((place, part))
    if not made:
        raise ExchangeError([*lost, remark("X14", form="Anki")])
    return Deck(tuple(made), tuple(lost), note_of_set(cover, rest))


def guid_of(cover: Cover, card: Card) -> str:
    """The id Anki knows a card by: that of the set, and that of the card in it."""
    return f"{cover.id}/{card.name}"


def cards_of(item: Item) -> list[Card]:
    """The cards that ask what the item asks; none where a card cannot."""
    match item:
        case Flashcard():
            return [Card(item.id, item.front, item.back, item.example, item.instruction)] if item.front else []
        case MatchPairs():
            return _pairs(item)
        case Choice():
            right = [option.text for option in item.options if option.correct]
            return [_card(item, _lines(item.stem, *_listed([o.text for o in item.options])), *right)] if right else []
        case Gap():
            return _gap(item)
        case OrderWords():
            words = " / ".join(sorted(item.tokens, key=str.casefold))
            return [_card(item, _lines(item.lead, words), sentence_of(item))]
    return []


def _card(item: Item, front: str, *back: str) -> Card:
    return Card(item.id, front, _lines(*back, item.gloss), item.explanation, item.instruction)


def _pairs(item: MatchPairs) -> list[Card]:
    """A card for each pair. It is named by its left side, so that it stays the same when pairs change places."""
    names = Names(set())
    return [
        Card(f"{item.id}/{names.fresh(slug(p.left) or 'ord')}", p.left, p.right or p.answer, task=item.instruction)
        for p in item.pairs
    ]


def _gap(item: Gap) -> list[Card]:
    gaps = {gap.name: gap for gap in item.gaps if gap.accept}
    names = gap_names(item.text)
    if not names or set(names) != set(gaps):
        return []
    offered = [_offered(item, gaps[name]) for name in names] if isinstance(item, GapSelect) else []
    front = "".join(piece.words or BLANK for piece in pieces(item.text))
    words = {name: " / ".join(accepted.text for accepted in gap.accept) for name, gap in gaps.items()}
    back = "".join(piece.words or words[piece.gap] for piece in pieces(item.text))
    return [_card(item, _lines(front, *dict.fromkeys(offered)), back)]


def _offered(item: GapSelect, gap: GapField) -> str:
    words = item.bank or (*(a.text for a in gap.accept), *(error.text for error in gap.errors))
    return f"({' / '.join(sorted(set(words), key=str.casefold))})"


def _listed(texts: list[str]) -> list[str]:
    return [f"• {text}" for text in texts]


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))
