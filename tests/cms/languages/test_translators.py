"""Two translators on one page, an original that changes under them, and old words as a start."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.test.client import encode_multipart
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.languages.progress import progress
from cms.languages.translating.panel import changed_texts
from cms.languages.translating.saving import replaced_on
from tests.cms.languages.conftest import publish
from tests.cms.languages.translated import english, original, rename_choice, segments, unsaid


class Translator:
    """A person with the page open in a browser, as wagtail-localize's editor and our script save from it."""

    def __init__(self, name: str) -> None:
        self.client = Client(headers={"accept-language": "en"})
        self.user = get_user_model().objects.create_user(name, f"{name}@example.org")
        self.user.groups.add(Group.objects.get(name="Translator (en)"))
        self.client.force_login(self.user)
        self.page = self.open()

    def open(self) -> str:
        self.page = self.client.get(reverse("wagtailadmin_pages:edit", args=[english().pk])).content.decode()
        self.opened = re.search(r'data-opened="([^"]+)"', self.page)[1]
        self.segments = {each.string.data: each for each in segments(Translation.objects.get())}
        return self.page

    def save(self, text: str, words: str) -> dict[str, Any]:
        segment = self.segments[text]
        body = encode_multipart("x", {"value": words, "path": segment.context.path, "source": text})
        answer = self._send(segment, self.client.put, body, "multipart/form-data; boundary=x")
        assert answer.status_code in (200, 201), answer.content
        return answer.json()

    def empty(self, text: str) -> Any:
        return self._send(self.segments[text], self.client.delete)

    def _send(self, segment: Any, send: Any, *body: Any) -> Any:
        url = reverse("wagtail_localize:edit_string_translation", args=[Translation.objects.get().pk, segment.pk])
        return send(url, *body, query_params={"opened": self.opened})


@pytest.fixture
def amina(translation: Translation) -> Translator:
    return Translator("amina")


@pytest.fixture
def ola(translation: Translation) -> Translator:
    return Translator("ola")


def words(text: str) -> str:
    return StringTranslation.objects.get(translation_of__data=text).data


TOLD = "had written something else here at"


def test_who_saves_over_newer_words_of_another_is_told_and_both_are_kept(amina: Translator, ola: Translator) -> None:
    assert TOLD not in amina.save("Vent litt", "Wait a little")["comment"]
    said = ola.save("Vent litt", "Hold on")
    assert f"amina {TOLD}" in said["comment"]
    assert "“Wait a little”" in said["comment"]
    assert words("Vent litt") == "Hold on"
    lost = {(each.by, each.words, each.now) for _entry, each in replaced_on(english(), 10)}
    assert lost == {("", "EN Vent litt", "Wait a little"), ("amina", "Wait a little", "Hold on")}
    history = get_user_model().objects.get(username="kari")
    ola.client.force_login(history)
    page = ola.client.get(reverse("wagtailadmin_pages:history", args=[english().pk])).content.decode()
    assert "What amina had written, “Wait a little”, was replaced with “Hold on”" in page


def test_words_one_has_seen_are_replaced_without_a_word_and_kept_all_the_same(
    amina: Translator, ola: Translator
) -> None:
    amina.save("Vent litt", "Wait a little")
    ola.open()
    assert TOLD not in ola.save("Vent litt", "Hold on")["comment"]
    assert TOLD not in ola.save("Vent litt", "Hold on!")["comment"]
    assert {each.words for _entry, each in replaced_on(english(), 10)} >= {"Wait a little"}


def test_words_that_are_taken_away_are_kept(amina: Translator, ola: Translator) -> None:
    amina.save("Vent litt", "Wait a little")
    answer = ola.empty("Vent litt")
    assert answer.status_code == 200
    assert answer.json()["progress"] == list(progress(english()))
    assert unsaid(Translation.objects.get()) == ["Vent litt"]
    assert {each.words for _entry, each in replaced_on(english(), 10)} >= {"Wait a little"}


def test_a_text_that_has_got_another_number_is_found_by_its_place(amina: Translator) -> None:
    publish(original(), lambda scenes: scenes[0]["value"]["choices"].reverse())
    number = amina.segments["Vent litt"].pk
    assert not StringSegment.objects.filter(pk=number).exists()
    answer = amina.save("Vent litt", "Wait a little")
    assert (answer["data"], answer["segment_id"], words("Vent litt")) == ("Wait a little", number, "Wait a little")


def test_words_for_a_text_that_was_changed_meanwhile_become_its_suggestion(amina: Translator) -> None:
    rename_choice("Vent litt til")
    answer = amina.save("Vent litt", "Wait a little")
    assert "Your words are kept" in answer["error"]
    assert answer["progress"] == list(progress(english()))
    (changed,) = changed_texts(Translation.objects.get())
    assert (changed.text.text, changed.before.text, changed.before.words) == (
        "Vent litt til",
        "Vent litt",
        "Wait a little",
    )
    assert "Vent litt <ins>til</ins>" in amina.open()


def test_only_who_may_edit_the_page_saves_a_text(amina: Translator) -> None:
    amina.user.groups.set([Group.objects.get(name="Translator (nb)")])
    segment = amina.segments["Vent litt"]
    assert amina._send(segment, amina.client.put, b"", "multipart/form-data; boundary=x").status_code == 403
    for name, *args in (("files",), ("kept",), ("download", "po"), ("use-words", segment.pk)):
        url = reverse(f"languages:{name}", args=[english().pk, *args])
        send = amina.client.post if name == "use-words" else amina.client.get
        assert send(url).status_code in (302, 403), name
    assert words("Vent litt") == "EN Vent litt"


def use(translator: Translator, text: str, old: str) -> str:
    segment = next(each for each in segments(Translation.objects.get()) if each.string.data == text)
    url = reverse("languages:use-words", args=[english().pk, segment.pk])
    return translator.client.post(url, {"source": text, "words": old}, follow=True).content.decode()


def test_old_words_are_taken_as_a_start_and_checked(amina: Translator, ola: Translator) -> None:
    rename_choice("Vent litt til")
    page = amina.open()
    assert page.index("Changed in the original") < page.index("js-translation-editor")
    assert ">EN Vent litt</textarea>" in page
    assert "&lt;b&gt;Wait" in use(amina, "Vent litt til", "<b>Wait")
    assert unsaid(Translation.objects.get()) == ["Vent litt til"]
    assert "Saved: “EN Vent litt til”" in use(amina, "Vent litt til", "EN Vent litt til")
    assert "Changed in the original" not in amina.open()
    assert "Somebody has translated this meanwhile: “EN Vent litt til”" in use(ola, "Vent litt til", "Wait more")
    assert words("Vent litt til") == "EN Vent litt til"
    kept = amina.client.get(reverse("languages:kept", args=[english().pk])).content.decode()
    assert "EN Vent litt</td>" in kept


def test_a_text_that_changed_again_is_not_given_words_for_another(amina: Translator) -> None:
    rename_choice("Vent litt til")
    segment = next(each for each in segments(Translation.objects.get()) if each.string.data == "Vent litt til")
    url = reverse("languages:use-words", args=[english().pk, segment.pk])
    rename_choice("Vent en time")
    page = amina.client.post(url, {"source": "Vent litt til", "words": "Wait"}, follow=True).content.decode()
    assert "The original has changed again meanwhile." in page
    assert unsaid(Translation.objects.get()) == ["Vent en time"]


def test_only_who_publishes_a_translation_stops_it(translation: Translation) -> None:
    page = english()
    person = get_user_model().objects.create_user("lina", "lina@example.org")
    person.groups.set(Group.objects.filter(name="Translator (en)"))
    client = Client()
    client.force_login(person)
    url = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'data-may-stop="no"' in shown
    assert "convert_to_alias" not in shown
    client.post(url)
    client.post(reverse("wagtail_localize:convert_to_alias", args=[page.pk]))
    translation.refresh_from_db()
    assert translation.enabled
    assert english().alias_of_id is None
    client.force_login(get_user_model().objects.create_superuser("rut", "rut@example.org"))
    client.post(url)
    translation.refresh_from_db()
    assert not translation.enabled
