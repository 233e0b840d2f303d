"""What holds for pages: where they may stand, what they are called, and what follows when that changes."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from sitebuilder.contract.hashing import source_hash
from wagtail.models import Site

from cms.library.models import PAGE_OF_KIND, CasePage, ExercisePage, GuidePage, HomePage, ScenarioPage
from cms.publishing.load_places import Places, ensure_places
from tests.cms.library.pages import make


def test_the_tree_is_made_once(places: Places) -> None:
    assert ensure_places().sections == places.sections
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get(locale__language_code="nb")
    assert HomePage.objects.count() == 3


def test_the_tree_is_made_in_a_database_that_was_emptied(transactional_db) -> None:
    from wagtail.models import Collection, Locale, Page

    for model in (Page, Collection, Locale):
        model.objects.all().delete()
    assert len(ensure_places().sections) == 12


@pytest.mark.parametrize("model", PAGE_OF_KIND.values())
def test_a_page_stands_in_the_section_of_its_kind_only(model, places: Places) -> None:
    homes = {kind: places.sections["nb", kind] for kind in PAGE_OF_KIND}
    assert [kind for kind, section in homes.items() if model.can_create_at(section)] == [model.kind]


@pytest.mark.parametrize("model", PAGE_OF_KIND.values())
def test_a_page_is_read_on_the_site_and_not_in_wagtail(model, places: Places, settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://example.org"
    page = make(model, places)
    assert page.full_url == f"https://example.org/nb/{model.kind.section}/en-side/"


@pytest.mark.parametrize("model", PAGE_OF_KIND.values())
def test_parts_get_names_when_a_page_is_saved_and_keep_them(model, places: Places) -> None:
    page = make(model, places)
    before = page.to_document().body
    page.title = "Noe annet"
    page.full_clean()
    assert page.to_document().body == before
    assert "{#}" not in page.markdown
    assert "id: ''" not in page.markdown


def test_a_choice_that_names_a_scene_by_its_title_leads_to_its_id(places: Places) -> None:
    story = make(ScenarioPage, places).to_document().body
    assert [scene.id for scene in story.scenes] == ["samira-er-stille", "dere-avtaler-neste-mote"]
    assert [choice.onward.target for choice in story.scenes[0].choices] == ["dere-avtaler-neste-mote"] * 2
    assert [choice.id for choice in story.scenes[0].choices] == ["vent-litt", "spor-rett-ut"]
    assert story.scenes[0].choices[0].reason_label == "Hvorfor:"


@pytest.mark.parametrize("slug", ["Store-Bokstaver", "to--streker", "æøå", "a" * 61])
def test_an_address_that_is_no_slug_is_refused(slug: str, places: Places) -> None:
    page = make(GuidePage, places)
    page.slug = slug
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "slug" in refused.value.message_dict


def test_a_title_that_does_not_fit_on_a_phone_is_refused(places: Places) -> None:
    page = make(GuidePage, places)
    page.title = "x" * 81
    with pytest.raises(ValidationError, match="80"):
        page.full_clean()


def test_a_series_needs_a_place_in_it(places: Places) -> None:
    page = make(GuidePage, places, series="cv")
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "series" in refused.value.message_dict


def test_a_copy_made_to_be_translated_knows_its_original(places: Places) -> None:
    page = make(GuidePage, places, authors="Kari Nordmann")
    copy = page.copy_for_translation(places.locales["ar"]).specific
    copy = copy.get_latest_revision_as_object()
    assert (copy.translated_from, copy.translation_state, copy.translation_method) == ("nb", "draft", "person")
    assert copy.translation_of == source_hash(page.to_document())
    assert copy.slug == page.slug
    assert not copy.live


def test_a_translation_cannot_have_another_address(places: Places) -> None:
    copy = make(GuidePage, places).copy_for_translation(places.locales["en"]).specific
    copy = GuidePage.objects.get(pk=copy.pk)
    copy.slug = "another"
    with pytest.raises(ValidationError, match="en-side"):
        copy.full_clean()


def test_translations_follow_when_the_address_changes(places: Places, django_capture_on_commit_callbacks) -> None:
    page = make(GuidePage, places)
    copy = page.copy_for_translation(places.locales["en"])
    page.slug = "nytt-navn"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    copy = GuidePage.objects.get(pk=copy.pk)
    assert copy.slug == "nytt-navn"
    assert copy.get_latest_revision_as_object().slug == "nytt-navn"
    assert copy.url_path.endswith("/guides/nytt-navn/")


def test_a_case_may_lead_to_a_scenario(places: Places) -> None:
    scenario = make(ScenarioPage, places, slug="stillhet")
    case = make(CasePage, places, scenario=scenario)
    assert case.to_document().front.scenario == "../scenarios/stillhet.md"


def test_a_recording_says_what_is_said_where_the_exercise_does_not(places: Places, tmp_path) -> None:
    from django.core.files.base import ContentFile

    from cms.library.models import ToolboxAudio

    audio = ToolboxAudio(title="Hei", file=ContentFile(b"ID3", name="hei.mp3"), transcript="Hei, jeg heter Samira.")
    audio.save()
    card = {"instruction": "Lytt.", "front": "Hei", "audio": {"normal": audio}, "key": "hei"}
    page = make(ExercisePage, places, parts=[("flashcard", card)])
    assert page.to_document().body.items[0].audio.transcript == "Hei, jeg heter Samira."
