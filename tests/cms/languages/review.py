"""People with roles, and what they do with a guide that wagtail-localize translates."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.library.models import GuidePage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from tests.cms.library.pages import make

ORIGINAL, ENGLISH = "nb", "en"


class Person:
    """Someone with these roles, signed in."""

    def __init__(self, name: str, *groups: str) -> None:
        self.user = get_user_model().objects.create_user(name, f"{name}@example.org", first_name=name, last_name="Dahl")
        self.user.groups.set(Group.objects.filter(name__in=groups))
        self.client = Client(headers={"accept-language": "en"})
        self.client.force_login(self.user)
        self.form: dict[str, str] = {}

    def open(self) -> None:
        """Remembers the page as it is now: what the bar's hidden fields say in an editor that is opened now."""
        self.form = {"revision": str(page().latest_revision_id), "opened": timezone.now().isoformat()}

    def look(self) -> str:
        """What stands in the editor."""
        shown = self.client.get(editor()).content.decode()
        self.form = dict(re.findall(r'name="(revision|opened)" value="([^"]*)"', shown))
        return html.unescape(shown)

    def take(self, step: str, **said: str) -> str:
        """What is told after a step from the page as it was opened last."""
        url = reverse("languages:review", args=[page().pk])
        return told(self.client.post(url, {**self.form, "step": step, **said}))

    def write(self, old: str, new: str) -> int:
        """Changes the words of one text, as localize's editor does. Returns the status of the answer."""
        written = StringTranslation.objects.get(data=old)
        translation = Translation.objects.get()
        segment = translation.source.stringsegment_set.get(
            string_id=written.translation_of_id, context_id=written.context_id
        )
        url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        sent = self.client.put(url, f"value={new}", content_type="application/x-www-form-urlencoded")
        return int(sent.status_code)


@dataclass(frozen=True)
class People:
    translator: Person
    other: Person
    reviewer: Person
    stranger: Person
    publisher: Person


def told(answer: Any) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def everyone() -> People:
    return People(
        translator=Person("tara", "Translator (en)"),
        other=Person("olav", "Translator (en)"),
        reviewer=Person("rosa", "Reviewer (en)"),
        stranger=Person("nils", "Reviewer (nb)"),
        publisher=Person("pia", "Publisher"),
    )


def make_guide() -> None:
    """A Norwegian guide that is published, and its English translation in which every text has words."""
    places = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
    make(GuidePage, places).save_revision().publish()
    translate_object(page(ORIGINAL), [Locale.objects.get(language_code=ENGLISH)])
    translate_all()


def translate_all() -> None:
    translation = Translation.objects.get()
    for segment in translation.source.stringsegment_set.select_related("string"):
        place = {"translation_of": segment.string, "context": segment.context, "locale": translation.target_locale}
        StringTranslation.objects.get_or_create(**place, defaults={"data": f"EN {segment.string.data}"})


def page(language: str = ENGLISH) -> GuidePage:
    return GuidePage.objects.get(locale__language_code=language)


def draft() -> Any:
    return page().get_latest_revision_as_object()


def editor(language: str = ENGLISH) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page(language).pk])


def change_original(title: str) -> None:
    original = page(ORIGINAL).get_latest_revision_as_object()
    original.title = title
    original.save_revision().publish()
