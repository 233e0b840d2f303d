"""Small helpers around ElementTree, which escapes every text and attribute it is given."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement


def element(tag: str, text: str = "", **attributes: str) -> Element:
    """An element; ``class_`` and ``for_`` lose their underscore, others turn it into a hyphen."""
    return Element(tag, _names(attributes)) if not text else _with_text(Element(tag, _names(attributes)), text)


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last child of ``parent``."""
    child = SubElement(parent, tag, _names(attributes))
    return _with_text(child, text) if text else child


def add_text(parent: Element, text: str) -> None:
    """Text after whatever ``parent`` holds so far."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def title_id(id: str) -> str:
    """The id of the heading of what has ``id``: an underscore can stand in no id an author gives."""
    return f"{id}_title"


def _with_text(made: Element, text: str) -> Element:
    made.text = text
    return made


def _names(attributes: dict[str, str]) -> dict[str, str]:
    return {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items() if value}
