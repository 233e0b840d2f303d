"""What a machine's words do to a page, and what they never do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.urls import resolve, reverse
from django.utils.translation import override
from wagtail.models import Revision
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.languages.machine.asking import Patience
from cms.languages.machine.fill import Filled, NotFilled, fill
from cms.languages.machine.libretranslate import LibreTranslate
from cms.languages.machine.marks import approve_words, has_machine_words
from cms.languages.machine.method import method_of
from cms.languages.standing import Made
from cms.library.models import ExercisePage, HelpBox, ScenarioPage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from tests.cms.languages.machine_server import Playing, playing, shouted
from tests.cms.library.pages import make

MACHINE, MANUAL = StringTranslation.TRANSLATION_TYPE_MACHINE, StringTranslation.TRANSLATION_TYPE_MANUAL


@pytest.fixture(scope="module")
def _server() -> Iterator[Playing]:
    with playing() as server:
        yield server


LANGUAGES = [("nb", "Norsk"), ("en", "English"), ("ar", "العربية"), ("ti", "ትግርኛ")]
STORY: dict[str, Any] = {
    "title": "En side som er kort",
    "summary": "En mentor ringer NAV.",
    "together": "Les <den> sammen.",
}
SAID = {"instruction": "Si «jeg heter» høyt.", "front": "Jeg heter Samira.", "back": "", "image": None, "key": ""}


@pytest.fixture(scope="module")
def _pages(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """A Norwegian story and a set, live, and their translations without a word; for all tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(WAGTAIL_CONTENT_LANGUAGES=LANGUAGES):
        places = ensure_places()
        Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
        kari = get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn")
        others = [places.locales[language] for language in ("en", "ar", "ti")]
        for kind, said in ((ScenarioPage, STORY), (ExercisePage, {"slug": "et-sett", "parts": [("flashcard", SAID)]})):
            make(kind, places, **said).save_revision().publish()
            translate_object(kind.objects.get(), others, user=kari)
        box = HelpBox.objects.create(key="politi", title="Politiet", locale=places.locales["nb"])
        translate_object(box, others[:1], user=kari)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def server(_server: Playing, _pages: None, db: None, settings) -> Iterator[Playing]:
    settings.WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
    settings.TOOLBOX_TRANSLATOR, settings.TOOLBOX_TRANSLATOR_URL = "libretranslate", _server.url
    cache.clear()
    _server.translate, _server.fault = shouted, None
    _server.asked.clear()
    with override("en"):
        yield _server
    cache.clear()


def translated(kind: type[Any] = ScenarioPage, language: str = "en") -> Translation:
    found = Translation.objects.select_related("source", "target_locale")
    kept = {"source__specific_content_type__model": kind._meta.model_name, "target_locale__language_code": language}
    return found.get(**kept)


def original() -> ScenarioPage:
    return ScenarioPage.objects.get(locale__language_code="nb")


def filled(translation: Translation, server: Playing, seconds: float = 10) -> Filled:
    kari = get_user_model().objects.get(username="kari")
    return fill(translation, LibreTranslate(server.url), kari, Patience(seconds, pauses=(0, 0)))


def page(translation: Translation) -> Any:
    return translation.get_target_instance()


def draft(translation: Translation) -> Any:
    return page(translation).get_latest_revision_as_object()


def state_of_all(translation: Translation) -> tuple[Any, ...]:
    """All that an attempt could have changed."""
    return (
        list(StringTranslation.objects.order_by("pk").values()),
        list(Revision.objects.order_by("pk").values("pk", "content")),
        type(page(translation)).objects.filter(pk=page(translation).pk).values().get(),
    )


def test_only_what_is_missing_is_filled_and_marked(server: Playing) -> None:
    translation = translated()
    mine = translation.source.stringsegment_set.get(string__data="Vent litt")
    wrong = translation.source.stringsegment_set.get(string__data="Spør rett ut")
    for segment, words in ((mine, "Hold on"), (wrong, "<script>x</script>")):
        where = {"translation_of": segment.string, "context": segment.context, "locale": translation.target_locale}
        StringTranslation.objects.create(**where, data=words, translation_type=MANUAL)
    total, _done = translation.get_progress()

    assert filled(translation, server) == Filled(total - 2)

    assert not {"Vent litt", "Spør rett ut"} & set(server.texts)
    assert len(server.texts) == len(set(server.texts))  # Each text once, however often it stands there.
    assert StringTranslation.objects.get(translation_of=mine.string).data == "Hold on"
    made = StringTranslation.objects.filter(translation_type=MACHINE)
    assert {(each.tool_name, each.last_translated_by.username) for each in made} == {("LibreTranslate", "kari")}
    assert made.count() == total - 2
    assert filled(translation, server) == Filled(0)


def test_the_draft_says_that_a_machine_made_it_and_readers_keep_what_they_have(server: Playing) -> None:
    translation = translated()
    before = page(translation)
    type(before).objects.filter(pk=before.pk).update(live=True, title="As it was", translation_state="reviewed")
    filled(translation, server)
    made, row = draft(translation), page(translation)
    assert (made.translation_method, made.translation_state, made.title) == ("machine", "draft", STORY["title"].upper())
    assert made.to_document().front.translation.method == "machine"
    assert (row.title, row.translation_state, row.has_unpublished_changes) == ("As it was", "reviewed", True)


def test_slug_ids_and_targets_are_never_touched(server: Playing) -> None:
    translation = translated()
    filled(translation, server)
    made, source = draft(translation).to_document(), original().to_document()
    assert not any("en-side" in text for text in server.texts)
    assert made.slug == page(translation).slug == source.slug == "en-side"

    def ways(story: Any) -> list[Any]:
        return [(scene.id, [(each.id, each.onward.target) for each in scene.choices]) for scene in story.scenes]

    assert ways(made.body) == ways(source.body)
    assert made.body.scenes[0].title == "Samira ER STILLE"  # A name of the glossary, which comes with the database.


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda original: original.unpublish(), "Publish the original first"),
        (lambda original: type(original).objects.filter(pk=original.pk).update(role="Ny"), "The original has changed."),
        (lambda original: Topic.objects.update(key="annet"), "arbeid"),
    ],
)
def test_an_original_that_is_not_in_order_is_not_sent(spoil: Callable[[Any], Any], told: str, server: Playing) -> None:
    translation = translated()
    spoil(original())
    before = state_of_all(translation)
    with pytest.raises(NotFilled, match=told):
        filled(translation, server)
    assert server.asked == []
    assert state_of_all(translation) == before


def test_an_original_with_errors_of_its_own_is_not_sent(server: Playing) -> None:
    translation = translated()
    ScenarioPage.objects.filter(locale__language_code="nb").update(start="finnes-ikke")
    translation.source.update_from_db()
    with pytest.raises(NotFilled, match="finnes-ikke"):
        filled(translation, server)
    assert server.asked == []


def without_nav(html: str) -> str:
    """Loses the protected words of one text."""
    return "A mentor calls." if "ringer" in html else shouted(html)


def test_a_text_that_came_back_broken_stays_empty_and_is_named(server: Playing) -> None:
    translation = translated()
    total, _done = translation.get_progress()
    server.translate = without_nav
    found = filled(translation, server)
    assert found == Filled(total - 1, (STORY["summary"],))
    assert not StringTranslation.objects.filter(translation_of__data=STORY["summary"]).exists()
    assert draft(translation).together == "LES <DEN> SAMMEN."  # Text that looks like HTML is text.
    assert draft(translation).translation_method == "machine"


def test_words_that_are_too_long_for_their_field_stay_out(server: Playing) -> None:
    server.translate = lambda html: html * 5
    assert STORY["title"] in filled(translated(), server).left


FAULTS = (
    lambda asked: asked.answer({}, 456),
    lambda asked: asked.answer(b"<html>"),
    lambda asked: asked.answer({"translatedText": []}),
    lambda asked: asked.answer({"translatedText": ["<b>" for _ in asked.server.asked[-1]["q"]]}),
)


def test_what_goes_wrong_leaves_everything_as_it_was(server: Playing) -> None:
    translation = translated()
    before = state_of_all(translation)
    for fault in FAULTS[:3]:
        server.fault = fault
        with pytest.raises(NotFilled, match="Nothing was changed"):
            filled(translation, server)
        assert state_of_all(translation) == before
    server.fault = FAULTS[3]
    total, _done = translation.get_progress()
    assert filled(translation, server).places == 0
    assert state_of_all(translation) == before


def test_a_fault_in_a_later_batch_saves_nothing_of_the_earlier_ones(server: Playing) -> None:
    translation = translated()
    before = state_of_all(translation)
    server.fault = lambda asked: (
        asked.answer({"translatedText": [shouted(text) for text in asked.server.asked[-1]["q"]]})
        if len(server.asked) == 1
        else asked.answer({}, 500)
    )
    LibreTranslate.most_characters, most = 300, LibreTranslate.most_characters
    try:
        with pytest.raises(NotFilled):
            filled(translation, server)
    finally:
        LibreTranslate.most_characters = most
    assert len(server.asked) > 1
    assert state_of_all(translation) == before


def test_a_language_nobody_knows_is_told(server: Playing) -> None:
    translation = translated(language="ti")
    with pytest.raises(NotFilled, match="LibreTranslate does not translate from"):
        filled(translation, server)
    assert server.asked == []


def test_norwegian_to_be_learned_stays_norwegian(server: Playing) -> None:
    translation = translated(ExercisePage)
    filled(translation, server)
    assert not [text for text in server.texts if "Jeg heter Samira." in text]
    made = draft(translation).to_document().body.items[0]
    assert (made.instruction, made.front) == ("SI «jeg heter» HØYT.", "Jeg heter Samira.")


def test_terms_have_the_translation_that_was_agreed_on(server: Playing) -> None:
    translation = translated(language="ar")
    filled(translation, server)
    assert draft(translation).summary == "EN مرشد RINGER NAV."


@pytest.mark.parametrize(
    ("before", "has_machine_words", "method"),
    [
        (Made(), False, "person"),
        (Made(), True, "machine"),
        (Made(method="person", state="reviewed"), True, "machine"),
        (Made(method="machine", state="draft"), False, "machine"),  # Every text corrected, but not yet approved.
        (Made(method="machine", state="reviewed"), True, "machine"),
        (Made(method="machine", state="reviewed"), False, "person"),
    ],
)
def test_whose_work_a_version_is(before: Made, has_machine_words: bool, method: str) -> None:
    assert method_of(before, has_machine_words) == method


def test_a_page_is_a_machines_until_it_is_approved(server: Playing, django_capture_on_commit_callbacks) -> None:
    translation = translated()
    filled(translation, server)
    for each in StringTranslation.objects.all():  # A person writes each of them anew.
        each.data, each.translation_type, each.tool_name = f"Mine {each.data}", MANUAL, ""
        each.save()
    assert not has_machine_words(translation)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    assert (page(translation).live, page(translation).translation_method) == (True, "machine")
    latest = page(translation).latest_revision
    latest.content["translation_state"] = "reviewed"
    latest.save()
    translation.save_target(publish=False)
    assert draft(translation).translation_method == "person"


def test_words_that_were_approved_are_no_machines_any_longer(server: Playing) -> None:
    translation = translated()
    filled(translation, server)
    assert has_machine_words(translation)
    approve_words(translation)
    assert not has_machine_words(translation)
    assert set(StringTranslation.objects.values_list("tool_name", flat=True)) == {"LibreTranslate"}


# At the door.


def press(client, translation: Translation):
    return client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]), follow=True)


def test_localizes_own_view_is_not_reached() -> None:
    view = resolve(reverse("wagtail_localize:machine_translate", args=[1])).func
    assert view.__module__ == "cms.languages.machine.views"


def test_the_button_is_there_where_a_provider_is_chosen(server: Playing, client, settings) -> None:
    translation = translated(language="ti")
    client.force_login(get_user_model().objects.get(username="kari"))
    edit = reverse("wagtailadmin_pages:edit", args=[page(translation).pk])
    assert "&quot;name&quot;: &quot;LibreTranslate&quot;" in client.get(edit).content.decode()
    assert "LibreTranslate does not translate from" in press(client, translation).content.decode()
    assert "LibreTranslate (does not know this language)" in client.get(edit).content.decode()
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert "use_machine_translation" not in client.get(update).content.decode()  # No other door.
    settings.TOOLBOX_TRANSLATOR = ""
    assert "&quot;machineTranslator&quot;: null" in client.get(edit).content.decode()
    assert press(client, translation).status_code == 404


def test_the_one_who_pressed_is_told_what_came_of_it(server: Playing, client) -> None:
    translation = translated()
    client.force_login(get_user_model().objects.get(username="kari"))
    server.fault = lambda asked: asked.answer({}, 456)
    assert "The quota at LibreTranslate is used up." in press(client, translation).content.decode()
    server.fault = None
    server.translate = without_nav
    said = press(client, translation).content.decode()
    assert "texts were filled in by LibreTranslate" in said
    assert f"– {STORY['summary']}" in said
    server.translate = shouted
    assert "1 text was filled in by LibreTranslate" in press(client, translation).content.decode()
    assert "No text is missing here." in press(client, translation).content.decode()


def test_only_who_may_edit_the_page_may_fill_it(server: Playing, client) -> None:
    translation = translated()
    ola = get_user_model().objects.create_user("ola", "ola@example.org", "tre-blå-hester-i-regn")
    client.force_login(ola)
    assert press(client, translation).status_code == 403
    client.force_login(get_user_model().objects.get(username="kari"))
    target = page(translation)
    target.locked, target.locked_by = True, ola
    target.save(update_fields=["locked", "locked_by"])
    assert "The page is locked." in press(client, translation).content.decode()
    assert server.asked == []
    assert not StringTranslation.objects.exists()


def test_help_boxes_are_not_for_machines(server: Playing, client) -> None:
    client.force_login(get_user_model().objects.get(username="kari"))
    assert press(client, translated(HelpBox)).status_code == 404
    box = HelpBox.objects.get(locale__language_code="en")
    edit = reverse("wagtailsnippets_library_helpbox:edit", args=[box.pk])
    assert "&quot;machineTranslator&quot;: null" in client.get(edit).content.decode()


def test_the_glossary_is_kept_in_the_cms(server: Playing, client) -> None:
    client.force_login(get_user_model().objects.get(username="kari"))
    said = {
        "term": "  ringer ",
        "translations-TOTAL_FORMS": "1",
        "translations-INITIAL_FORMS": "0",
        "translations-0-language": "en",
        "translations-0-words": "is calling",
    }
    client.post(reverse("wagtailsnippets_languages_glossaryterm:add"), said)
    found = client.get(reverse("wagtailsnippets_languages_glossaryterm:list"), {"q": "ringer"}).content.decode()
    assert "en: is calling" in found
    assert "Samira" not in found
    filled(translated(), server)
    assert draft(translated()).summary == "EN mentor is calling NAV."
