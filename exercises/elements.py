"""Small pieces of HTML every item is made of. Text is only ever set as text, so nothing in it can become markup."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from xml.etree.ElementTree import Element, SubElement

NORWEGIAN = "nb"

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Page:
    """The page an item is shown on: its language, and its own words by key (see `exercises.html.STRINGS`)."""

    strings: Mapping[str, str]
    language: str

    @property
    def norwegian(self) -> dict[str, str]:
        """Attributes for text that is Norwegian whatever the language of the page."""
        return {} if self.language == NORWEGIAN else {"lang": NORWEGIAN, "dir": "ltr"}

    @property
    def own(self) -> dict[str, str]:
        """Attributes for the page's own words where they stand inside Norwegian text."""
        return {} if self.language == NORWEGIAN else {"lang": self.language, "dir": "auto"}

    def say(self, key: str, number: int | None = None) -> str:
        """The page's own words for a key; ``KeyError`` if its language file lacks them."""
        words = self.strings[f"exercise.{key}"]
        return words if number is None else words.replace("{number}", str(number))


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last child. ``class_`` and ``for_`` stand for the attributes of that name."""
    element = SubElement(parent, tag, {name.rstrip("_"): value for name, value in attributes.items()})
    element.text = text or None
    return element


def add_text(parent: Element, text: str) -> None:
    """Text after whatever the parent holds already."""
    children = list(parent)
    if children:
        children[-1].tail = (children[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add_folded(parent: Element, summary: str, class_: str) -> Element:
    """A box that is closed until the reader opens it."""
    details = add(parent, "details", class_=class_)
    add(details, "summary", summary)
    return details


def add_list(parent: Element, texts: Iterable[str], *, tag: str = "ul", **attributes: str) -> None:
    """A list with an entry for each text, if there are any; the attributes are those of each entry."""
    texts = list(texts)
    if texts:
        items = add(parent, tag)
        for text in texts:
            add(items, "li", text, **attributes)


def add_group(parent: Element, legend: str, described_by: str = "") -> Element:
    """Controls that belong together, under the words that say what they are for."""
    attributes = {"aria-describedby": described_by} if described_by else {}
    group = add(parent, "fieldset", class_="item-controls", **attributes)
    add(group, "legend", legend)
    return group


def add_labelled(parent: Element, label: str, text: str, **attributes: str) -> None:
    """A paragraph that says what it is before it says it; the attributes are those of the text. Nothing if empty."""
    if text:
        paragraph = add(parent, "p")
        add(paragraph, "strong", f"{label}:").tail = " "
        add(paragraph, "span", text, **attributes)


def shuffled(values: Sequence[_Value], seed: str) -> tuple[_Value, ...]:
    """The values in an order that follows from the seed alone, and that is not the one they came in.

    Every build and every language has the same order. Only values that are all alike stay as they were.
    """
    places = sorted(range(len(values)), key=lambda place: hashlib.sha256(f"{seed}/{place}".encode()).digest())
    for turn in range(len(places)):
        order = tuple(values[place] for place in places[turn:] + places[:turn])
        if order != tuple(values):
            return order
    return tuple(values)
