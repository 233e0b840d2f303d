"""What is told of a story while it is written, beside its problems: its scenes and its map."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, tostring

from django.utils.translation import gettext as _
from sitebuilder.languages import site_languages
from sitebuilder.views.story_map import map_words

from cms.library.form_problems import language_of_admin
from cms.library.story_form import WrittenStory
from scenarios.map import draw_map, list_map


def story_told(written: WrittenStory) -> dict[str, Any]:
    scenes = [{"key": s.id, "title": s.title, "block": written.blocks[s.id]} for s in written.story.scenes]
    return {"scenes": scenes, **_maps(written)}


def _maps(written: WrittenStory) -> dict[str, str]:
    if not written.stream:
        return {"map": "", "list": "", "headline": _("Add the first scene, and the map grows here.")}
    words = map_words(site_languages()[language_of_admin()])

    def href(id: str) -> str:
        return f"#block-{written.blocks.get(id, '')}-section"

    drawn = draw_map(written.story, words, written.errors, href=href)
    listed = list_map(written.story, words, written.errors, href=href)
    return {"map": _markup(drawn), "list": _markup(listed)}


def _markup(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")
