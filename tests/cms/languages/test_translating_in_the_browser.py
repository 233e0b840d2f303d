"""A translator at work in wagtail-localize's editor, in a real browser."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, expect
from wagtail_localize.models import StringTranslation, Translation

from cms.languages.progress import progress
from cms.languages.translating.saving import save_words
from tests.cms.languages.translated import english, make_translated, rename_choice, say, segments, unsaid


@pytest.fixture
def translation(transactional_db) -> Translation:
    made = make_translated("Vent litt", "Spør rett ut")
    say(made)
    return made


def test_a_translator_sees_the_one_changed_text_beside_its_old_words(
    translation: Translation, live_server, chromium: Browser
) -> None:
    rename_choice("Vent litt til")
    translator = get_user_model().objects.create_superuser("amina", "amina@example.org")
    client = Client()
    client.force_login(translator)
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(15_000)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[english().pk]))
    done, total = progress(translation)
    panel = page.locator("[data-translator]")
    expect(panel).to_contain_text(f"{done} of {total} texts have words.")
    changed = panel.locator("[data-segment]")
    expect(changed).to_have_count(1)
    expect(changed).to_contain_text("Vent litt til")
    expect(changed.locator("ins")).to_have_text("til")
    expect(changed.get_by_label("The old words")).to_have_value("EN Vent litt")

    # In the editor itself: what another has written meanwhile is told, and both are kept.
    other = next(each for each in segments(translation) if each.string.data == "Spør rett ut")
    place = {"context": other.context_id, "string": other.string_id}
    kari = get_user_model().objects.get(username="kari")
    save_words(translation, **place, words="Ask her straight out", user=kari)
    row = page.locator(".js-translation-editor li.complete", has_text="Spør rett ut")
    row.get_by_role("button", name="Edit").click()
    row.get_by_role("textbox").fill("Just ask")
    row.get_by_role("button", name="Save").click()
    expect(row).to_contain_text("“Ask her straight out” It is kept in the page's history.")

    # The text is translated from its old words, by one button, and the page says so.
    changed.get_by_label("The old words").fill("EN Vent litt til")
    changed.get_by_role("button", name="Use these words").click()
    expect(page.locator("[data-translator]")).to_contain_text(f"{total} of {total} texts have words.")
    expect(page.locator("[data-changed]")).to_have_count(0)
    assert unsaid(translation) == []

    # What is saved in the editor is counted at once.
    row = page.locator(".js-translation-editor li.complete", has_text="Vent litt til").first
    row.get_by_role("button", name="Edit").click()
    row.get_by_role("textbox").fill("")
    row.get_by_role("button", name="Save").click()
    expect(page.locator("[data-translator]")).to_contain_text(f"{total - 1} of {total} texts have words.")
    assert not StringTranslation.objects.filter(data="EN Vent litt til").exists()
    assert faults == []
    context.close()
