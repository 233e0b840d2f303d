"""What is told of how a page reads while it is written: its words, its LIX, and what makes that high."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from sitebuilder.contract.prose import Paragraph, plain

from cms.editing.lix import Passage, readability
from cms.library.mapping.rich_text import read_rich_text
from cms.library.mapping.stream import raw
from cms.library.written_text import text_blocks, texts_of_page

LANGUAGE = "nb"
FIELDS = ("role", "summary", "mentor", "together")
IN_SCENES = ("consequence", "reason")
BOXES = ("callout", "example", "question")
MOST_SENTENCES = 5
MOST_WORDS = 12

Told = dict[str, Any]


def readability_told(page: Any) -> Told | None:
    """For the panel, in the active language; None for a page that is not in Norwegian.

    Exercises themselves are not looked at: their Norwegian is there to be learned.
    """
    if page.locale.language_code != LANGUAGE:
        return None
    passages = tuple(running_text(page))
    found = readability(passages)
    sentences = [
        {"text": each.text, "note": _words(len(each.words)), **_place(each.passage)}
        for each in found.longest_sentences(MOST_SENTENCES)
    ]
    words = [
        {"text": word, "note": f"× {times}" if times > 1 else "", **_place(passage)}
        for word, times, passage in found.long_words(MOST_WORDS)
    ]
    return {"headline": _headline(found.words, found.lix), "sentences": sentences, "words": words}


def running_text(page: Any) -> Iterator[Passage]:
    """The paragraphs of a page in the order of the form, without lists, headings, tables and exercises."""
    for name in FIELDS:
        yield from _paragraphs("", name, getattr(page, name, "").split("\n"))
    for name in page.keyed_streams:
        yield from _in_blocks(text_blocks(raw(getattr(page, name))))
    for written in texts_of_page(page):
        if written.field in IN_SCENES:
            yield from _paragraphs(written.block, written.field, _said(written.text))


def _in_blocks(blocks: Iterable[dict[str, Any]]) -> Iterator[Passage]:
    for stored in blocks:
        if stored["type"] == "text":
            yield from _paragraphs(stored["id"], "", _said(stored["value"]))
        elif stored["type"] in BOXES:
            yield from _in_blocks(stored["value"].get("body") or ())


def _said(rich_text: str | None) -> Iterator[str]:
    for block in read_rich_text(rich_text or "", lambda _number: None):
        if isinstance(block, Paragraph):
            yield from plain(block.runs).split("\n")


def _paragraphs(block: str, field: str, texts: Iterable[str]) -> Iterator[Passage]:
    yield from (Passage(block, field, text) for text in texts if text.strip())


def _place(passage: Passage) -> Told:
    return {"block": passage.block, "field": passage.field}


def _words(number: int) -> str:
    return ngettext("%(n)d word", "%(n)d words", number) % {"n": number}


def _headline(words: int, lix: int | None) -> str:
    if lix is None:
        return f"{_words(words)}. {_('LIX is told when there is more running text.')}"
    return _("%(words)s. LIX %(lix)d: %(meaning)s") % {"words": _words(words), "lix": lix, "meaning": _meaning(lix)}


def _meaning(lix: int) -> str:
    """Björnsson's scale."""
    if lix < 30:
        return _("very easy, as books for children.")
    if lix < 40:
        return _("easy, as stories and magazines.")
    if lix < 50:
        return _("medium, as newspapers. Readers who are new to Norwegian need it easier: aim for less than 40.")
    if lix < 60:
        return _("hard, as official texts. Divide long sentences, and say it in everyday words.")
    return _("very hard, as laws. Divide long sentences, and say it in everyday words.")
