"""A dialogue for two: what each of them wants, what is said, and the lines of each alone to practise with."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from exercises.elements import Page, add, add_folded, add_text
from exercises.model import Dialogue


def add_dialogue(section: Element, item: Dialogue, page: Page) -> None:
    """The parts, the lines, and for each part a folded card with its own lines, where the other's are dots."""
    if any(part.task for part in item.parts):
        tasks = add(section, "ul", class_="item-tasks")
        for part in item.parts:
            if part.task:
                told = add(tasks, "li", dir="auto")
                add(told, "strong", f"{part.name}:").tail = f" {part.task}"
    names = {part.id: part.name for part in item.parts}
    spoken = add(section, "ol", class_="item-spoken")
    for line in item.lines:
        said = add(spoken, "li")
        add(said, "strong", f"{names.get(line.part, line.part)}:", dir="auto")
        add_text(said, " ")
        add(said, "span", line.text, **page.norwegian)
    for part in item.parts:
        card = add_folded(section, page.say("my_part").replace("{name}", part.name), "item-part")
        own = add(card, "ol")
        for line in item.lines:
            mine = line.part == part.id
            row = add(own, "li", **({} if mine else {"class_": "item-other"}))
            add(row, "span", line.text if mine else "…", **page.norwegian)
