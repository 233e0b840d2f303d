"""A case as it is read: one part after the other, then the perspectives, the strengths, and the leader's notes.

The first part stands open. The others are folded until the reader asks for them, and so is each perspective: one is to
think before one reads on. It works without a script, and paper shows everything (``site/styles/case-print.css``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree.ElementTree import Element

from sitebuilder.contract.case_checks import ends_in_question
from sitebuilder.contract.document import Case, Role, Section
from sitebuilder.markdown.context import Context
from sitebuilder.markdown.elements import add, element, title_id
from sitebuilder.markdown.prose_html import prose_elements

GROUP = "case_perspectives"
"""The id of the heading over the perspectives: an underscore can stand in no id an author gives."""

_LABEL = {"data_pagefind_ignore": "all"}
"""Words of ours that are no text of the case."""


def case_elements(case: Case, context: Context) -> list[Element]:
    """The introduction and the sections, in the order of the file."""
    return [*prose_elements(case.intro, context), *_sections(case.sections, context)]


def _sections(sections: tuple[Section, ...], context: Context) -> Iterator[Element]:
    parts = [section for section in sections if section.role is Role.PART]
    for role, group in groupby(sections, key=lambda section: section.role):
        match role:
            case Role.PART:
                yield from (_part(part, parts.index(part) + 1, len(parts), context) for part in group)
            case Role.PERSPECTIVE:
                yield _perspectives(group, context)
            case Role.FACILITATOR:
                yield from (_notes(section, context) for section in group)
            case _:
                yield from (_strengths(section, context) for section in group)


def _part(part: Section, number: int, total: int, context: Context) -> Element:
    made = _named(part, "part")
    here = context.language.t("case.part", n=number, total=total)
    if number == 1:
        inside = made
        add(made, "p", here, class_="part-place", **_LABEL)
        add(made, "h2", part.title, id=title_id(part.id))
    else:
        inside = add(made, "details", class_="folded")
        summary = add(inside, "summary")
        onward = context.language.t("case.onward", n=number, total=total)
        add(summary, "span", onward, class_="part-onward", **_LABEL)
        add(summary, "span", here, class_="part-place", **_LABEL)
        add(summary, "h2", part.title, id=title_id(part.id))
    inside.extend(prose_elements(part.blocks, context))
    if ends_in_question(part) and inside[-1].tag == "details":
        inside[-1].set("open", "open")  # To stop at: whoever reads on has met the question.
    return made


def _perspectives(sections: Iterable[Section], context: Context) -> Element:
    group = element("section", class_="perspectives", aria_labelledby=GROUP)
    add(group, "h2", context.language.t("case.perspectives"), id=GROUP, **_LABEL)
    for section in sections:
        made = _named(section, f"perspective {section.whose}")
        group.append(made)
        inside = add(made, "details", class_="folded")
        summary = add(inside, "summary")
        add(summary, "h3", section.title, id=title_id(section.id))
        add(summary, "span", context.language.t(f"case.seen_by_{section.whose}"), class_="seen-by", **_LABEL)
        inside.extend(prose_elements(section.blocks, context))
    return group


def _strengths(section: Section, context: Context) -> Element:
    made = _named(section, "strengths")
    add(made, "h2", section.title, id=title_id(section.id))
    made.extend(prose_elements(section.blocks, context))
    return made


def _notes(section: Section, context: Context) -> Element:
    """Folded so that nobody reads the answers first, and left out of the search, which shows what stands around."""
    made = _named(section, "facilitator", **_LABEL)
    inside = add(made, "details", class_="folded")
    summary = add(inside, "summary")
    add(summary, "h2", section.title, id=title_id(section.id))
    add(summary, "span", context.language.t("case.show_notes"), class_="show-notes")
    inside.extend(prose_elements(section.blocks, context))
    return made


def _named(section: Section, classes: str, **attributes: str) -> Element:
    return element("section", class_=classes, id=section.id, aria_labelledby=title_id(section.id), **attributes)
