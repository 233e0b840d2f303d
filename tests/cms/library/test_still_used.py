"""What is used stays: pictures, recordings, topics, help boxes and pages, by whatever way they were to go."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from cms.library.models import ExercisePage, GuidePage, HelpBox, ToolboxAudio, ToolboxImage, Topic
from cms.library.still_used import StillUsed
from cms.library.uses import thing_of, uses_of
from cms.publishing.load_places import Places
from tests.cms.library.conftest import upload
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db
TEXT = [("text", "<p>Mer.</p>")]


@pytest.fixture
def editor(places: Places, client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    return client


def showing(picture: ToolboxImage) -> list:
    body = [("image", {"image": picture, "alt_text": "Et hus", "decorative": False})]
    return [("step", {"title": "Se", "body": body, "key": "se"})]


def linking(*pages: Page) -> list:
    links = "".join(f'<p><a linktype="page" id="{page.pk}">les</a></p>' for page in pages)
    return [("step", {"title": "Les", "body": [("text", links)], "key": "les"})]


def going_live(page: GuidePage, **changes: object) -> GuidePage:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def told(answer) -> str:
    """The messages on the page a person is led to."""
    return "".join(str(message) for message in answer.context["messages"])


def used_by(thing: Model) -> list[tuple[str, bool]]:
    return [(use.holder.slug, use.is_live) for use in uses_of(thing_of(thing))]


def test_a_picture_is_used_by_what_is_live_and_by_drafts(places: Places, picture: ToolboxImage) -> None:
    make(GuidePage, places, "utkast", steps=showing(picture))
    live = going_live(make(GuidePage, places, "fremme"), steps=showing(picture))
    changed = going_live(make(GuidePage, places, "endret"))
    changed.steps = showing(picture)
    changed.save_revision()  # Wagtail's own index of references does not know this one.
    assert used_by(picture) == [("fremme", True), ("utkast", False), ("endret", False)]
    live.steps = make(GuidePage, places, "tom").steps
    live.save_revision()
    assert ("fremme", True) in used_by(picture)  # Readers still see it.


def test_a_picture_in_a_draft_of_a_live_page_cannot_be_deleted(
    editor: Client, places: Places, picture: ToolboxImage
) -> None:
    page = going_live(make(GuidePage, places, "endret"))
    page.steps = showing(picture)
    page.save_revision()
    answer = editor.post(reverse("wagtailimages:delete", args=[picture.pk]), follow=True)
    assert ToolboxImage.objects.filter(pk=picture.pk).exists()
    assert picture.file.storage.exists(picture.file.name)
    assert "was not deleted: it is used here" in told(answer)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert f'<li><a class="w-text-white w-underline" href="{edit}">Endret (nb)</a> – draft</li>' in told(answer)
    assert answer.request["PATH_INFO"] == reverse("wagtailimages:edit", args=[picture.pk])


def test_of_many_pictures_none_is_deleted_while_one_is_used(
    editor: Client, places: Places, picture: ToolboxImage
) -> None:
    free = upload("Fjell", (30, 20))
    make(GuidePage, places, steps=showing(picture))
    url = reverse("wagtail_bulk_action", args=["library", "toolboximage", "delete"])
    answer = editor.post(f"{url}?id={picture.pk}&id={free.pk}", follow=True)
    assert "Hus ved sjøen" in told(answer)
    assert ToolboxImage.objects.count() == 2
    editor.post(f"{url}?id={free.pk}")
    assert ToolboxImage.objects.get().pk == picture.pk


def test_a_recording_in_use_stays(editor: Client, places: Places) -> None:
    audio = ToolboxAudio(title="Hei", file=ContentFile(b"ID3 lyd", name="hei.mp3"), transcript="Hei!")
    audio.save()
    item = {"instruction": "Lytt.", "front": "Hei!", "back": "", "key": "", "audio": {"normal": audio}}
    page = make(ExercisePage, places, parts=[("flashcard", item)])
    assert used_by(audio) == [("en-side", False)]
    editor.post(reverse("wagtaildocs:delete", args=[audio.pk]))
    bulk = reverse("wagtail_bulk_action", args=["library", "toolboxaudio", "delete"])
    editor.post(f"{bulk}?id={audio.pk}")
    assert ToolboxAudio.objects.exists()
    page.delete()
    editor.post(reverse("wagtaildocs:delete", args=[audio.pk]))
    assert not ToolboxAudio.objects.exists()


def test_a_topic_in_use_stays_one_by_one_in_bulk_and_by_code(editor: Client, places: Places) -> None:
    topic = Topic.objects.get(key="arbeid")
    going_live(make(GuidePage, places, "arbeid-1"))
    make(GuidePage, places, "arbeid-2", language="en")
    answer = editor.post(reverse("wagtailsnippets_library_topic:delete", args=[topic.pk]), follow=True)
    assert "Arbeid 1 (nb)" in told(answer)
    assert "Arbeid 2 (en)" in told(answer)
    bulk = reverse("wagtail_bulk_action", args=["library", "topic", "delete"])
    editor.post(f"{bulk}?id={topic.pk}")
    with pytest.raises(StillUsed, match="Arbeid 1"), transaction.atomic():
        Topic.objects.all().delete()
    assert Topic.objects.filter(key="arbeid").exists()
    Topic(key="ledig").save()
    Topic.objects.get(key="ledig").delete()


def test_a_help_box_stays_until_pages_have_it_in_another_language(places: Places) -> None:
    norwegian, english = (
        HelpBox(key="politi", title="Politi", text=TEXT, locale=places.locales[language], live=language == "nb")
        for language in ("nb", "en")
    )
    norwegian.save()
    english.save()
    make(GuidePage, places, "trygg", help=["politi"])
    with pytest.raises(StillUsed), transaction.atomic():
        norwegian.delete()
    HelpBox.objects.filter(pk=english.pk).update(live=True)
    norwegian.delete()


@pytest.mark.parametrize("uses", ["text", "related"])
def test_a_page_others_lead_to_is_neither_deleted_nor_unpublished(editor: Client, places: Places, uses: str) -> None:
    goal = going_live(make(GuidePage, places, "maal"))
    changes = {"text": {"steps": linking(goal)}, "related": {"related": [("page", goal)]}}[uses]
    start = going_live(make(GuidePage, places, "start"), **changes)
    unpublish, delete = (reverse(f"wagtailadmin_pages:{name}", args=[goal.pk]) for name in ("unpublish", "delete"))
    answer = editor.post(unpublish, follow=True)
    assert "was not unpublished: readers are led to it from here" in told(answer)
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[start.pk])}">Start (nb)</a>' in told(answer)
    assert "was not deleted" in told(editor.get(delete, follow=True))
    for action in ("unpublish", "delete"):
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        editor.post(f"{bulk}?id={goal.pk}")
    assert Page.objects.get(pk=goal.pk).live
    start.unpublish()
    editor.post(unpublish)  # Now only a draft leads to it.
    assert not Page.objects.get(pk=goal.pk).live
    editor.post(delete)
    assert Page.objects.filter(pk=goal.pk).exists()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    editor.post(f"{bulk}?id={goal.pk}&id={start.pk}")  # Both go, so neither needs the other.
    assert not GuidePage.objects.exists()


def test_an_original_may_go_while_readers_are_led_to_its_translation_and_not_all_of_them(
    editor: Client, places: Places
) -> None:
    original = going_live(make(GuidePage, places, "maal"))
    version = {"translated_from": "nb", "translation_of": "0" * 16, "translation_key": original.translation_key}
    english = going_live(make(GuidePage, places, "maal", language="en", title="Goal", **version))
    going_live(make(GuidePage, places, "start"), steps=linking(original))
    url = reverse("wagtailadmin_pages:unpublish", args=[original.pk])
    assert "Start (nb)" in told(editor.post(url, {"translations": "too"}, follow=True))
    assert GuidePage.objects.live().filter(pk__in=[original.pk, english.pk]).count() == 2
    editor.post(url, {"translations": "stay"})
    assert not GuidePage.objects.get(pk=original.pk).live
    assert GuidePage.objects.get(pk=english.pk).live


def test_finding_uses_asks_the_database_equally_often(places: Places, picture: ToolboxImage) -> None:
    make(GuidePage, places, "en", steps=showing(picture)).save_revision()
    with CaptureQueriesContext(connection) as once:
        uses_of(thing_of(picture))
    for number in range(3):
        page = going_live(make(GuidePage, places, f"side-{number}"))
        page.steps = showing(picture)
        page.save_revision()
    with CaptureQueriesContext(connection) as again:
        assert len(uses_of(thing_of(picture))) == 4
    assert len(again) == len(once)
    assert len(once) < 12  # It is asked for in views, which have 25 for everything.
