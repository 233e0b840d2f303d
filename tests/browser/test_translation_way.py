"""The whole way of a translation: sent out, filled from a file, approved, live, older than the original, and mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.editor import PASSWORD, Editor
from tests.browser.installation import Installation

TITLE, SLUG = "Ring og spør", "ring-og-spor"
ARABIC = {
    TITLE: "اتصل واسأل",
    "Slik ringer du til noen du ikke kjenner.": "هكذا تتصل بشخص لا تعرفه.",
    "Øv på samtalen sammen.": "تدربا على المكالمة معًا.",
    "Skriv ned hva du vil si": "اكتب ما تريد قوله",
    "Skriv tre setninger på et ark.": "اكتب ثلاث جمل على ورقة.",
}
CHANGED, CHANGED_ARABIC = "Skriv fire setninger på et ark.", "اكتب أربع جمل على ورقة."
PEOPLE = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
people = ("amina", "Saleh", "Translator (ar)"), ("rosa", "Haddad", "Reviewer (ar)"), ("kari", "Dahl", "")
for name, last, role in people:
    make = get_user_model().objects.create_user if role else get_user_model().objects.create_superuser
    person = make(name, f"{name}@example.org", "%s", first_name=name.title(), last_name=last)
    person.groups.set(Group.objects.filter(name=role))
"""


class Colleague(Editor):
    """Someone who has her own browser."""

    def __init__(self, context: BrowserContext, url: str, name: str) -> None:
        super().__init__(context.new_page(), url)
        self.page.goto(f"{url}/cms/")
        self.page.fill("input[name=login]", name)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.click("form button[type=submit] >> nth=0")
        expect(self.page.locator("#wagtail-sidebar, [data-wagtail-sidebar]").first).to_be_attached()

    def sends_out(self, page: int, language: str) -> None:
        self.page.goto(f"{self.url}/cms/localize/submit/page/{page}/")
        self.page.get_by_label(language).check()
        self.page.locator("main form button[type=submit], main form input[type=submit]").last.click()

    def takes(self, page: int, step: str) -> None:
        """Presses a button of the review."""
        self.edit(page)
        self.page.locator("#review").get_by_role("button", name=step, exact=True).click()
        expect(self.page.locator(".messages, [data-messages]").first).to_be_visible()

    @property
    def told(self) -> str:
        return self.page.locator(".messages, [data-messages]").first.inner_text()


@pytest.fixture(scope="module")
def people(chromium: Browser, installation: Installation) -> Iterator[dict[str, Colleague]]:
    installation.run("manage.py", "shell", "-c", PEOPLE % PASSWORD)
    contexts = {name: _desk(chromium) for name in ("kari", "amina", "rosa")}
    there = {name: Colleague(context, installation.url, name) for name, context in contexts.items()}
    yield there
    assert [fault for each in there.values() for fault in each.faults] == []
    for context in contexts.values():
        context.close()


def _desk(chromium: Browser) -> BrowserContext:
    return chromium.new_context(viewport={"width": 1280, "height": 1000}, locale="en-GB", accept_downloads=True)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, locale="ar")
    yield context.new_page()
    context.close()


def wait_for(phone: Page, address: str, words: str) -> None:
    """Loads the page anew until a release has brought the words."""
    for _ in range(60):
        answer = phone.goto(address)
        if answer and answer.status == 200 and words in phone.locator("body").inner_text():
            return
        phone.wait_for_timeout(500)
    raise AssertionError(f"{words} did not come to {address}: {phone.locator('body').inner_text()[:500]}")


def test_a_guide_is_translated_from_a_file_approved_changed_and_brought_up_to_date(
    people: dict[str, Colleague], installation: Installation, phone: Page, tmp_path: Path
) -> None:
    kari, amina, rosa = people["kari"], people["amina"], people["rosa"]

    # An author publishes a guide in Norwegian, and sends it to be translated.
    kari.new_page("guide", installation.section("guide"))
    kari.fill(title=TITLE, summary="Slik ringer du til noen du ikke kjenner.", together="Øv på samtalen sammen.")
    kari.add_block("steps")
    kari.fill(**{"steps-0-value-title": "Skriv ned hva du vil si"})
    kari.write("steps-0-value-body-0-value", "Skriv tre setninger på et ark.")
    kari.about(SLUG)
    kari.publish()
    original = installation.page(SLUG)
    kari.sends_out(original, "العربية")
    arabic = installation.page(SLUG, "ar")
    address = f"{installation.url}/ar/guides/{SLUG}/"
    assert phone.goto(address).status == 404  # type: ignore[union-attr]

    # A translator fills Arabic from a PO file, and submits it.
    amina.edit(arabic)
    amina.page.get_by_role("link", name="Translate in a program of your own").click()
    with amina.page.expect_download() as download:
        amina.page.get_by_role("link", name="PO (Poedit and others)").click()
    file = polib.pofile(str(download.value.path()))
    assert {entry.msgid for entry in file} == set(ARABIC)
    for entry in file:
        entry.msgstr = ARABIC[entry.msgid]
    file.save(str(tmp_path / "ar.po"))
    amina.page.set_input_files("input[type=file]", tmp_path / "ar.po")
    amina.page.get_by_role("button", name="Upload").click()
    expect(amina.page.get_by_text("5 texts taken")).to_be_visible()
    amina.takes(arabic, "Submit for review")
    assert phone.goto(address).status == 404  # type: ignore[union-attr]

    # A reviewer approves it, and it goes live from right to left.
    rosa.takes(arabic, "Approve and publish")
    wait_for(phone, address, ARABIC[TITLE])
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator("body")).to_contain_text("Rosa Haddad")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    written = installation.content / "ar" / "guides" / f"{SLUG}.md"
    assert "reviewed_by: Rosa Haddad" in written.read_text("utf-8")
    expect(phone.locator(".notes__older")).to_have_count(0)

    # The author changes one sentence: the Arabic page is marked as older, for the reader and on the board.
    kari.edit(original)
    kari.write("steps-0-value-body-0-value", CHANGED)
    kari.publish()
    wait_for(phone, f"{installation.url}/nb/guides/{SLUG}/", CHANGED)
    phone.goto(address)
    expect(phone.locator(".notes__older")).to_be_visible()
    expect(phone.get_by_text(ARABIC["Skriv tre setninger på et ark."])).to_be_visible()
    amina.page.goto(f"{installation.url}/cms/languages/board/?language=ar&state=older")
    expect(amina.page.get_by_role("row", name=TITLE)).to_contain_text("Older than the original")

    # The translator sees one text, with its old words. After approval the mark is gone.
    amina.edit(arabic)
    changed = amina.page.locator("[data-translator] [data-segment]")
    expect(changed).to_have_count(1)
    expect(changed.locator("ins")).to_have_text("fire")
    expect(changed.get_by_label("The old words")).to_have_value(ARABIC["Skriv tre setninger på et ark."])
    changed.get_by_label("The old words").fill(CHANGED_ARABIC)
    changed.get_by_role("button", name="Use these words").click()
    amina.takes(arabic, "Submit for review")
    rosa.takes(arabic, "Approve and publish")
    wait_for(phone, address, CHANGED_ARABIC)
    expect(phone.locator(".notes__older")).to_have_count(0)
    amina.page.goto(f"{installation.url}/cms/languages/board/?language=ar&state=older")
    expect(amina.page.get_by_role("row", name=re.compile(TITLE))).to_have_count(0)
