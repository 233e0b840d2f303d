"""A language is one row in the CMS: what comes with it, and that nothing written goes when it is taken away."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.base import CommandError, SystemCheckError
from django.db.models import ProtectedError
from django.test import Client
from sitebuilder.contract.checks import check_library
from sitebuilder.contract.document import Kind, Library
from sitebuilder.contract.tree import write_library
from wagtail.models import Locale, Page
from wagtail_localize.models import String, StringTranslation, TranslatableObject, TranslationContext
from wagtail_localize.strings import StringValue

from cms.languages import checks
from cms.library.mapping import words
from cms.library.models import GuidePage, HomePage, SectionPage
from cms.library.preview import preview_response
from cms.publishing.export import export_content, live_library
from cms.publishing.failures import Failed
from cms.publishing.load_places import ensure_places
from tests.cms.publishing import sample
from tests.site.a_new_language import languages
from tests.site.sample_library import TOPICS, document, translated

NAMES = {"pl": "Polski", "ps": "پښتو"}


@pytest.fixture
def offered(db, settings, tmp_path: Path) -> Iterator[Path]:
    """Norwegian with its places, and Polish and Pashto with nothing but a file of words."""
    settings.WAGTAIL_CONTENT_LANGUAGES = [("nb", "Norsk")]
    settings.LANGUAGES = [*settings.LANGUAGES, *NAMES.items()]
    ensure_places()
    settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.WAGTAIL_CONTENT_LANGUAGES, *NAMES.items()]
    with languages(tmp_path / "languages", *NAMES) as folder:
        yield folder


@pytest.fixture
def administrator(offered: Path, client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    return client


def _add(administrator: Client, code: str) -> Locale:
    answer = administrator.post("/cms/locales/new/", {"language_code": code})
    assert (answer.status_code, answer.headers.get("Location")) == (302, "/cms/locales/")
    return Locale.objects.get(language_code=code)


def _remove(administrator: Client, locale: Locale) -> str:
    return administrator.post(f"/cms/locales/delete/{locale.pk}/", follow=True).content.decode()


def _guide(language: str, **changes: object) -> GuidePage:
    if not sample.Topic.objects.exists():
        sample.Topic(key="jobb", names=[sample.TopicName(language="nb", name="Jobb")]).save()
    return sample.make_guide("kort-cv", language=language, **changes)


def _translate_a_sentence(locale: Locale) -> None:
    """As wagtail-localize keeps it when its page is gone."""
    string = String.from_value(Locale.objects.get(language_code="nb"), StringValue("Hei"))
    gone = TranslatableObject.objects.create(
        translation_key=uuid.uuid4(), content_type=ContentType.objects.get_for_model(GuidePage)
    )
    context = TranslationContext.objects.create(object=gone, path="title")
    StringTranslation.objects.create(translation_of=string, locale=locale, context=context, data="Cześć")


@pytest.mark.parametrize("code", NAMES)
def test_a_row_brings_the_home_the_sections_and_the_roles_of_its_language(administrator: Client, code: str) -> None:
    locale = _add(administrator, code)
    home = HomePage.objects.get(locale=locale)
    assert (home.title, home.slug, home.live) == (NAMES[code], code, True)
    assert home.translation_key == HomePage.objects.get(locale__language_code="nb").translation_key
    sections = SectionPage.objects.child_of(home)
    assert {section.kind for section in sections} == {kind.value for kind in Kind}
    assert sections.get(kind="guide").title == {"pl": "Poradniki", "ps": "لارښوونې"}[code]
    roles = Group.objects.filter(name__endswith=f"({code})")
    assert {group.name.split(" ")[0] for group in roles} == {"Author", "Translator", "Reviewer"}
    assert all(group.page_permissions.filter(page=home).exists() for group in roles)


def test_the_form_offers_what_has_words_and_no_row_copies_no_pages_and_a_row_keeps_its_language(
    administrator: Client,
) -> None:
    form = administrator.get("/cms/locales/new/").content.decode()
    assert [code for code in ("nb", "pl", "ps") if f'value="{code}"' in form] == ["pl", "ps"]
    assert "sync_from" not in form
    for code in NAMES:
        _add(administrator, code)
    assert "docs/add-a-language.md" in administrator.get("/cms/locales/new/").content.decode()
    polish = Locale.objects.get(language_code="pl")
    administrator.post(f"/cms/locales/edit/{polish.pk}/", {"language_code": "so"})
    polish.refresh_from_db()
    assert polish.language_code == "pl"


def test_loading_makes_no_row_that_was_not_asked_for(offered: Path) -> None:
    ensure_places()
    assert sorted(Locale.objects.values_list("language_code", flat=True)) == ["nb"]
    assert {code for code, _ in ensure_places({"pl"}).sections} == {"nb", "pl"}


def test_a_row_in_which_nothing_is_written_goes_with_its_empty_places_and_roles(administrator: Client) -> None:
    locale = _add(administrator, "pl")
    kept = Group.objects.get(name="Translator (pl)")
    kept.user_set.add(get_user_model().objects.get())
    _remove(administrator, locale)
    assert not Locale.objects.filter(language_code="pl").exists()
    assert not Page.objects.filter(slug="pl").exists()
    assert list(Group.objects.filter(name__endswith="(pl)")) == [kept]
    _add(administrator, "pl")
    assert HomePage.objects.filter(slug="pl").exists()


def test_a_row_with_a_draft_or_a_translated_sentence_in_it_stays_by_every_door_and_says_what_to_do(
    administrator: Client,
) -> None:
    locale = _add(administrator, "pl")
    page = _guide("pl")
    answer = _remove(administrator, locale)
    assert "1 pages, 0 help boxes and 0 translated sentences" in answer
    assert "site/languages/pl.yml" in answer
    with pytest.raises(ProtectedError):
        locale.delete()
    assert GuidePage.objects.get(pk=page.pk).locale == locale
    assert SectionPage.objects.filter(locale=locale).count() == 4
    page.delete()
    _translate_a_sentence(locale)
    assert "0 pages, 0 help boxes and 1 translated sentences" in _remove(administrator, locale)
    assert StringTranslation.objects.count() == 1


def test_the_language_of_the_originals_cannot_be_removed(administrator: Client) -> None:
    norwegian = Locale.objects.get(language_code="nb")
    assert "cannot be removed" in _remove(administrator, norwegian)
    assert HomePage.objects.filter(locale=norwegian).exists()


def test_texts_whose_words_are_gone_stop_a_release_and_stay(administrator: Client, settings, tmp_path: Path) -> None:
    _add(administrator, "pl")
    sample.publish(_guide("pl"))
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:1]
    with languages(tmp_path / "without"):
        told = [str(p) for p in check_library(live_library()) if p.code == "C18"]
    assert len(told) == 1
    assert "pl/guides/kort-cv.md" in told[0]
    page = GuidePage.objects.get(locale__language_code="pl")
    for address in (f"/cms/pages/{page.pk}/edit/", f"/cms/pages/{page.get_parent().pk}/", "/cms/locales/"):
        assert administrator.get(address).status_code == 200
    with languages(tmp_path / "still without"):
        assert "site/languages/pl.yml is missing" in preview_response(page).content.decode()
    assert page.live


def test_a_release_does_not_delete_the_texts_of_a_language_that_has_no_row(offered: Path, tmp_path: Path) -> None:
    original = document("det-forste-motet")
    content = tmp_path / "content"
    write_library(Library((original, translated(original, "pl")), (), TOPICS), content)
    with pytest.raises(Failed) as refused:
        export_content(live_library(), content)
    assert refused.value.failure == {"code": "language-gone", "language": "pl", "texts": 1}
    with pytest.raises(CommandError, match="Det ligger tekster på «pl»"):
        call_command("export_content", "--to", str(content))
    assert (content / "pl/guides/det-forste-motet.md").exists()
    ensure_places({"pl"})
    export_content(live_library(), content)
    assert not (content / "pl/guides/det-forste-motet.md").exists()


def test_words_that_are_missing_are_told_before_anything_runs(offered: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "LANGUAGES", offered)
    call_command("check", "--tag", "toolbox")
    text = (offered / "ps.yml").read_text("utf-8")
    (offered / "ps.yml").write_text(text.replace("  skip: متن ته ورشئ\n", ""), "utf-8")
    with pytest.raises(SystemCheckError, match=r"ps\.yml: missing or empty: nav\.skip"):
        call_command("check", "--tag", "toolbox")


def test_a_story_in_a_language_without_words_has_the_usual_ones_in_english() -> None:
    assert [words.usual(words.ONWARD, code) for code in ("nb", "so", "xx")] == ["Gå videre", "Sii wad", "Go on"]
