"""Two editors with the same story open, over real requests: nothing of either is lost, and the second is told."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cms.library.models import ScenarioPage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from tests.cms.library.pages import make
from tests.cms.library.story_form import story_form

TOLD = "saved a newer version at"


@pytest.fixture(autouse=True)
def _two_languages(settings) -> None:
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]


def make_page() -> ScenarioPage:
    """A story that is published."""
    places = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
    make(ScenarioPage, places).save_revision().publish()
    return ScenarioPage.objects.get()


@pytest.fixture
def page(db) -> ScenarioPage:
    return make_page()


class Editor:
    """A person with the page open in a browser."""

    def __init__(self, name: str, page: ScenarioPage) -> None:
        self.client = Client(headers={"accept-language": "en"})
        user = get_user_model().objects.filter(username=name).first()
        self.client.force_login(user or get_user_model().objects.create_superuser(name, f"{name}@example.org"))
        self.url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        opened = self.client.get(self.url)
        draft = ScenarioPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        self.form: dict[str, Any] = {
            **story_form(draft),
            "loaded_revision_id": str(draft.latest_revision_id),
            "loaded_revision_created_at": opened.context["loaded_revision_created_at"],
        }

    def save(self, follow: bool = True, **changes: str) -> str:
        return self.client.post(self.url, {**self.form, **changes}, follow=follow).content.decode()


def titles(page: ScenarioPage) -> list[str]:
    """The versions in the history, oldest first."""
    return [revision.content["title"] for revision in page.revisions.order_by("created_at", "pk")]


def test_one_after_the_other_is_no_conflict(page: ScenarioPage) -> None:
    assert TOLD not in Editor("kari", page).save(title="Karis tittel")
    assert TOLD not in Editor("ola", page).save(title="Olas tittel")


def test_who_saves_second_is_told_and_both_versions_stand_in_the_history(page: ScenarioPage) -> None:
    kari, ola = Editor("kari", page), Editor("ola", page)
    assert TOLD not in kari.save(title="Karis tittel")
    said = ola.save(summary="Olas sammendrag.")
    assert f"kari {TOLD}" in said
    assert "Compare the two" in said
    assert titles(page) == ["En side", "Karis tittel", "En side"]
    ours, theirs = page.revisions.order_by("-created_at", "-pk")[:2]
    assert ours.content["summary"] == "Olas sammendrag."
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, theirs.pk, ours.pk])
    assert compare in said
    assert ola.client.get(compare).status_code == 200


def test_the_second_does_not_publish_over_the_first_with_the_same_press(page: ScenarioPage) -> None:
    kari, ola = Editor("kari", page), Editor("ola", page)
    kari.save(**{"title": "Karis tittel", "action-publish": "1"})
    assert TOLD in ola.save(**{"title": "Olas tittel", "action-publish": "1"})
    live = ScenarioPage.objects.get()
    assert (live.title, live.get_latest_revision_as_object().title) == ("Karis tittel", "Olas tittel")
    assert TOLD not in Editor("ola", live).save(**{"title": "Begges tittel", "action-publish": "1"})
    assert ScenarioPage.objects.get().title == "Begges tittel"


def test_the_second_is_told_also_where_the_form_has_mistakes(page: ScenarioPage) -> None:
    kari, ola = Editor("kari", page), Editor("ola", page)
    kari.save(title="Karis tittel")
    said = ola.save(title="Olas tittel", slug="Ikke en adresse")
    assert TOLD in said
    assert "See the other version" in said
    assert "Olas tittel" in said
    assert titles(page) == ["En side", "Karis tittel"]


def test_what_was_saved_by_itself_is_kept_as_a_version_too(page: ScenarioPage) -> None:
    kari, ola = Editor("kari", page), Editor("ola", page)
    saved = ola.client.post(
        ola.url, {**ola.form, "title": "Olas forsøk"}, headers={"accept": "application/json"}
    ).json()
    kari.form |= {"loaded_revision_id": str(saved["revision_id"]), "loaded_revision_created_at": ""}
    kari.save(title="Karis tittel")
    refused = ola.client.post(
        ola.url,
        {**ola.form, "title": "Olas nye forsøk", "overwrite_revision_id": str(saved["revision_id"])},
        headers={"accept": "application/json"},
    )
    assert refused.status_code == 400
    assert TOLD in ola.save(title="Olas tittel", overwrite_revision_id=str(saved["revision_id"]))
    assert titles(page) == ["En side", "Olas forsøk", "Karis tittel", "Olas tittel"]


def test_what_the_form_saved_by_itself_is_nobody_elses(page: ScenarioPage) -> None:
    ola = Editor("ola", page)
    saved = ola.client.post(
        ola.url, {**ola.form, "title": "Olas forsøk"}, headers={"accept": "application/json"}
    ).json()
    said = ola.save(
        **{"title": "Olas tittel", "action-publish": "1", "overwrite_revision_id": str(saved["revision_id"])}
    )
    assert TOLD not in said
    assert ScenarioPage.objects.get().title == "Olas tittel"
    assert titles(page) == ["En side", "Olas forsøk", "Olas tittel"]


def test_of_two_who_save_at_the_same_moment_one_is_told(transactional_db) -> None:
    page = make_page()
    editors = [Editor("kari", page), Editor("ola", page)]
    said: list[str] = []
    start = threading.Barrier(2, timeout=20)

    def save(editor: Editor, title: str) -> None:
        from django.db import connections

        start.wait()
        said.append(editor.save(title=title))
        connections.close_all()

    threads = [threading.Thread(target=save, args=(editor, f"Tittel {n}")) for n, editor in enumerate(editors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=40)
    assert sorted(TOLD in answer for answer in said) == [False, True]
    assert sorted(titles(page)) == ["En side", "Tittel 0", "Tittel 1"]
