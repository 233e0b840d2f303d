"""An item as HTML that works without scripts: the page's JavaScript only adds comfort to what stands here."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from exercises.controls import add_controls
from exercises.elements import Page, add, add_labelled
from exercises.judge import AnswerKey
from exercises.keys import add_hints, add_key
from exercises.model import Audio, Flashcard, Item
from exercises.page_data import add_page_data

STRINGS: tuple[str, ...] = (
    "exercise.hint",
    "exercise.show_answer",
    "exercise.explanation",
    "exercise.meaning",
    "exercise.gap",
    "exercise.right",
    "exercise.not_right",
    "exercise.also_right",
    "exercise.common_mistakes",
    "exercise.choose_one",
    "exercise.choose_all",
    "exercise.number_words",
    "exercise.number_lines",
    "exercise.mark_words",
    "exercise.find_partner",
    "exercise.choose",
    "exercise.write_here",
    "exercise.checklist",
    "exercise.show_models",
    "exercise.listen",
    "exercise.listen_slowly",
    "exercise.what_is_said",
    "exercise.voice",
    "exercise.dialect",
    "exercise.my_part",
)
"""The page's own words an item needs, in its language.

"exercise.gap" has a place for ``{number}``, "exercise.my_part" for ``{name}``.
"""


def render(
    item: Item, *, strings: Mapping[str, str], language: str, keys: Mapping[str, AnswerKey] | None = None
) -> Element:
    """A ``<section>`` with the item, its hints and its key; its id is "item-" and the item's.

    ``strings`` holds at least `STRINGS`; ``KeyError`` names one that is missing. Paths of pictures and sound are
    passed on as they stand in the item. With ``keys``, those of the item's typed answers, the section holds what the
    page's script has to know.
    """
    page = Page(strings, language)
    prefix = f"item-{item.id}"
    title = f"{prefix}-instruction"
    # A group and no landmark: several items of a set can have the same instruction.
    attributes = {"class": f"item item-{item.type}", "id": prefix, "role": "group", "aria-labelledby": title}
    section = Element("section", attributes)
    add(section, "p", item.instruction, class_="item-instruction", id=title, dir="auto")
    if item.image:
        add(section, "img", src=item.image.src, alt=item.image.alt, loading="lazy")
    if item.audio:
        _add_audio(section, item.audio, page, prefix)
    add_controls(section, item, page, prefix)
    add_labelled(_below(section, item), page.say("meaning"), item.gloss, dir="auto", class_="item-gloss")
    add_hints(section, item, page)
    add_key(section, item, page)
    if keys is not None:
        add_page_data(section, item, keys)
    return section


def _below(section: Element, item: Item) -> Element:
    """Where the meaning stands: on the back of a card, and for everything else right below it."""
    return section[-1] if isinstance(item, Flashcard) else section


def _add_audio(section: Element, audio: Audio, page: Page, prefix: str) -> None:
    sounds = add(section, "div", class_="item-audio")
    for key, source in (("listen", audio.normal), ("listen_slowly", audio.slow)):
        if source:
            label = f"{prefix}-{key}"
            add(sounds, "span", page.say(key), id=label)
            named = {"aria-labelledby": label}
            add(sounds, "audio", src=source, controls="controls", preload="none", **named)
    add_labelled(sounds, page.say("voice"), audio.speaker, dir="auto")
    add_labelled(sounds, page.say("dialect"), audio.dialect, dir="auto")
