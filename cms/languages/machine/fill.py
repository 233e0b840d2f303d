"""Filling what is missing in a translation with a machine's words: all that can be used of them, or nothing.

Everything is fetched and looked at before anything is saved, so that no transaction waits for a provider; then it is
saved in one. What people translated meanwhile, or before, stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from sitebuilder.contract.document import Kind
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from cms.languages.machine.asking import Patience
from cms.languages.machine.failure import ProviderFailed
from cms.languages.machine.glossary import read_glossary
from cms.languages.machine.masking import Masked, Unfit, mask, unmask
from cms.languages.machine.missing import Place, fits, missing_places, save_words
from cms.languages.machine.original import to_mend
from cms.languages.machine.provider import Provider

MEANING = ".meaning"
"""Where the path of a text ends so, it explains a Norwegian phrase and quotes from it."""


class NotFilled(Exception):
    """Everything is as it was. ``told`` says why and what to do, in the active language."""

    def __init__(self, *told: str) -> None:
        self.told = told
        super().__init__(" ".join(told))


@dataclass(frozen=True)
class Filled:
    """``places`` texts have got words. ``left`` are the beginnings of texts that stay empty for a person."""

    places: int
    left: tuple[str, ...] = ()


def fill(translation: Translation, provider: Provider, user: Any, patience: Patience) -> Filled:
    """Raises `NotFilled`. ``translation`` is of a page of ours, and ``user`` may edit it."""
    places = missing_places(translation)
    if not places:
        return Filled(0)
    if told := to_mend(translation):
        raise NotFilled(_("Nothing was translated. The original must be mended first:"), *told)
    try:
        words = _words(translation, places, provider, patience)
    except ProviderFailed as failed:
        raise NotFilled(_("Nothing was changed."), failed.told(provider.name)) from failed
    left = tuple(dict.fromkeys(place.html for place in places if place.html not in words))
    return Filled(_save(translation, words, provider.name, user), tuple(_beginning(html) for html in left))


def _words(translation: Translation, places: Iterable[Place], provider: Provider, patience: Patience) -> dict[str, str]:
    """For each text what is to stand for it, where it came back as it must. Each text is sent once."""
    source, target = translation.source.locale, translation.target_locale
    pair = provider.pair(source.language_code, target.language_code, patience)
    if pair is None:
        raise NotFilled(
            _("Nothing was changed."),
            _("%(name)s does not translate from %(source)s to %(target)s. Translate this page by hand.")
            % {"name": provider.name, "source": source, "target": target},
        )
    masked = _masked(places, translation)
    words = {html: unmask(each.html, each) for html, each in masked.items() if each.is_all_kept}
    sent = {html: each for html, each in masked.items() if not each.is_all_kept}
    answers = provider.translate([each.html for each in sent.values()], pair, patience)
    for (html, each), answer in zip(sent.items(), answers, strict=True):
        with suppress(Unfit):
            words[html] = unmask(answer, each)
    model = translation.source.specific_content_type.model_class()
    for place in places:
        if place.html in words and not fits(words[place.html], place.path, model):
            del words[place.html]
    return words


def _masked(places: Iterable[Place], translation: Translation) -> dict[str, Masked]:
    """Each text once, as it is sent; without those whose protected words cannot be masked."""
    languages = translation.source.locale.language_code, translation.target_locale.language_code
    plain, quoting = (read_glossary(*languages, quotes=quotes) for quotes in (False, True))
    model = translation.source.specific_content_type.model_class()
    quotes = {place.html for place in places if model.kind is Kind.EXERCISE or place.path.endswith(MEANING)}
    found: dict[str, Masked] = {}
    for place in places:
        with suppress(Unfit):
            found[place.html] = mask(place.html, quoting if place.html in quotes else plain)
    return found


@transaction.atomic
def _save(translation: Translation, words: Mapping[str, str], tool: str, user: Any) -> int:
    saved = save_words(translation, words, tool=tool, user=user)
    if saved:
        try:
            translation.save_target(user=user, publish=False)
        except ValidationError as error:
            raise NotFilled(_("Nothing was changed: the page does not take these words."), *error.messages) from error
    return saved


def _beginning(html: str) -> str:
    return Truncator(" ".join(StringValue(html).render_text().split())).chars(60)
