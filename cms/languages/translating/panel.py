"""What stands above wagtail-localize's editor: how far the translation is, and what the original said before.

The editor is wagtail-localize's own page, which asks no one what else to show: this is put into it as it goes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.languages.progress import progress
from cms.languages.translating.earlier import earlier
from cms.languages.translating.texts import Kept, Text, kept_words, texts_of
from cms.languages.written import translation_in_use

_EDITOR = b'<div class="js-translation-editor"'


@dataclass(frozen=True)
class Changed:
    """A text of the original that has no words yet, what it said before, and the words for that."""

    text: Text
    before: Kept

    @property
    def marked(self) -> SafeString:
        """What it says now, with what was taken out and put in."""
        return _marked(self.before.text, self.text.text)


def changed_texts(translation: Translation) -> list[Changed]:
    """In the order of the page."""
    texts = texts_of(translation)
    asked = [text for text in texts if not text.words]
    if not asked:
        return []
    known = earlier(asked, texts, kept_words(translation, texts))
    return [Changed(asked[index], known[index]) for index in sorted(known)]


_TO_ALIAS = re.compile(rb"(&quot;convertToAliasUrl&quot;: )&quot;[^&]*&quot;")
"""The door by which a page is made a copy of its original: readers would lose the translation."""


def with_panel(response: HttpResponse, request: HttpRequest, page: Page) -> HttpResponse:
    """``response`` with the panel, where it shows the editor."""
    if response is None or request.method != "GET" or _EDITOR not in response.content:
        return response
    translation = translation_in_use(page)
    if translation:
        panel = _panel(request, page, translation).encode()
        response.content = _TO_ALIAS.sub(rb"\1null", response.content.replace(_EDITOR, panel + _EDITOR, 1))
    return response


def _panel(request: HttpRequest, page: Page, translation: Translation) -> str:
    done, total = progress(translation)
    context = {
        "page": page,
        "done": done,
        "total": total,
        "changed": changed_texts(translation),
        "original": translation.source.locale.language_code,
        "language": translation.target_locale,
        "may_stop": page.permissions_for_user(request.user).can_publish(),
        "opened": timezone.now().isoformat(),
    }
    return render_to_string("languages/translator.html", context, request)


def _marked(before: str, now: str) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in _parts(before.split(" "), now.split(" "))))


def _parts(before: list[str], now: list[str]) -> Iterator[SafeString]:
    for kind, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        gone, here = " ".join(before[a:b]), " ".join(now[c:d])
        if kind == "equal":
            yield format_html("{} ", here)
            continue
        if gone:
            yield format_html("<del>{}</del> ", gone)
        if here:
            yield format_html("<ins>{}</ins> ", here)
