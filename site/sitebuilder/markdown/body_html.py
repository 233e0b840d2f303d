"""Bodies of the four kinds as HTML elements."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

from exercises.answer_keys import answer_keys
from exercises.html import render as render_item
from exercises.model import Item
from sitebuilder.contract.document import Body, Case, ExerciseSet, Guide, Section
from sitebuilder.contract.prose import Block
from sitebuilder.markdown.case_html import case_elements
from sitebuilder.markdown.context import Context
from sitebuilder.markdown.elements import add, element, title_id
from sitebuilder.markdown.prose_html import prose_elements
from sitebuilder.markdown.story_html import story_elements


def body_elements(body: Body, context: Context) -> list[Element]:
    """The elements that stand, one after the other, under a document's title."""
    match body:
        case Guide(sections, intro):
            return [*prose_elements(intro, context), *(_step(section, context) for section in sections)]
        case Case():
            return case_elements(body, context)
        case ExerciseSet(parts):
            return [_part(part, context) for part in parts]
        case _:
            return story_elements(body, context)


def _step(section: Section, context: Context) -> Element:
    made = element("section", class_="step", id=section.id, aria_labelledby=title_id(section.id))
    add(made, "h2", section.title, id=title_id(section.id))
    made.extend(prose_elements(section.blocks, context))
    return made


def _part(part: Block | Item, context: Context) -> Element:
    if isinstance(part, Item):
        return render_item(
            _placed(part, context),
            strings=context.language.strings,
            language=context.language.code,
            keys=answer_keys(part, context.lexicon),
        )
    return prose_elements((part,), context)[0]


def _placed(item: Item, context: Context) -> Item:
    """The item with the addresses its picture and its sound have on the site."""
    audio, image = item.audio, item.image
    if audio:
        audio = replace(audio, normal=context.media(audio.normal), slow=audio.slow and context.media(audio.slow))
    if image:
        image = replace(image, src=context.media(image.src))
    return replace(item, audio=audio, image=image)
