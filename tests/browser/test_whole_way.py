"""The whole way, once for each kind of page: written in the CMS, published, read on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scenarios.examples import BASE
from tests.browser.editor import GO_LIVE, Editor
from tests.browser.installation import Installation

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def editor(chromium: Browser, installation: Installation) -> Iterator[Editor]:
    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, locale="en-GB")
    made = Editor(context.new_page(), installation.url)
    made.sign_in("admin", installation.password)
    yield made
    assert made.faults == []
    context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A reader's phone: nothing it asks for may come from elsewhere, nothing may be kept on it."""
    context = chromium.new_context(viewport=PHONE, is_mobile=True, locale="nb-NO")
    page = context.new_page()
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if "//127.0.0.1:" not in request.url else None)
    yield page
    assert foreign == []
    assert context.cookies() == []
    context.close()


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_guide_is_written_published_changed_and_rolled_back(
    editor: Editor, installation: Installation, phone: Page
) -> None:
    editor.new_page("guide", installation.section("guide"))
    editor.fill(title="Spør om en omvisning", summary="Slik ber du om å få se en arbeidsplass.")
    editor.fill(together="Ring stedet sammen på neste møte.")
    editor.add_block("steps")
    editor.fill(**{"steps-0-value-title": "Finn et sted"})
    editor.write("steps-0-value-body-0-value", "Velg et sted du er nysgjerrig på.")
    editor.about("spor-om-omvisning")
    editor.publish()

    address = f"{installation.url}/nb/guides/spor-om-omvisning/"
    assert phone.goto(address).status == 200  # type: ignore[union-attr]
    expect(phone.get_by_role("heading", level=1)).to_have_text("Spør om en omvisning")
    expect(phone.get_by_text("Velg et sted du er nysgjerrig på.")).to_be_visible()
    expect(phone.get_by_text("Ring stedet sammen på neste møte.")).to_be_visible()
    assert _fits(phone)
    written = installation.content / "nb" / "guides" / "spor-om-omvisning.md"
    assert "## Finn et sted {#finn-et-sted}" in written.read_text("utf-8")

    editor.page.get_by_role("link", name="Spør om en omvisning").first.click()
    editor.fill(summary="Slik spør du om å få se en arbeidsplass.")
    editor.publish()
    phone.reload()
    expect(phone.get_by_text("Slik spør du om å få se en arbeidsplass.")).to_be_visible()

    editor.page.goto(f"{installation.url}/cms/releases/")
    editor.page.locator("main table tbody tr").nth(1).get_by_role("link", name="Release").first.click()
    editor.page.get_by_role("link", name="Go back to this release").click()
    editor.page.get_by_role("button", name="Go back").click()
    expect(editor.page.locator("[data-release-headline]")).to_have_text("Live again", timeout=GO_LIVE)
    phone.reload()
    expect(phone.get_by_text("Slik ber du om å få se en arbeidsplass.")).to_be_visible()
    assert "Slik ber du om" in written.read_text("utf-8")


def test_a_scenario_is_written_and_published(editor: Editor, installation: Installation, phone: Page) -> None:
    editor.new_page("scenario", installation.section("scenario"))
    editor.fill(
        title="Mobilen på bordet",
        summary="Menteen ser på mobilen hele tiden. Hva gjør du?",
        role="Du er mentor for Jonas (16).",
        together="Snakk om hvordan dere vil ha det med mobilen.",
    )
    editor.add_block("goals")
    editor.fill(**{"goals-0-value": "Å spørre uten å anklage"})
    editor.add_block("scenes", "Scene with choices")
    editor.fill(**{"scenes-0-value-title": "På kafeen"})
    editor.write("scenes-0-value-text-0-value", "Jonas svarer på meldinger mens du snakker.")
    for number, (title, quality) in enumerate(
        [("Spør hvem han skriver med", "helpful"), ("Be ham legge den bort", "risky")]
    ):
        choice = f"scenes-0-value-choices-{number}-value"
        if editor.page.locator(f"[name='{choice}-title']").count() == 0:
            editor.add_block("scenes-0-value-choices")
        editor.open_block(choice)
        editor.fill(**{f"{choice}-title": title})
        editor.page.select_option(f"[name='{choice}-quality']", quality)
        editor.write(f"{choice}-consequence", "Han ser opp og trekker på smilebåndet.")
        editor.write(f"{choice}-reason", "Nysgjerrighet åpner mer enn krav.")
    editor.add_block("scenes", "Ending")
    editor.fill(**{"scenes-1-value-title": "Dere avtaler"})
    for number in (0, 1):
        editor.lead(f"scenes-0-value-choices-{number}-value", "Dere avtaler")
    editor.page.select_option("[name='scenes-1-value-outcome']", "good")
    editor.write("scenes-1-value-text-0-value", "Dere blir enige om en mobilpause.")
    editor.write("scenes-1-value-takeaways-0-value", "Spør først.")
    editor.about("mobilen-pa-bordet", "mentor")
    editor.publish()

    phone.goto(f"{installation.url}/nb/scenarios/mobilen-pa-bordet/")
    phone.get_by_role("link", name="Spør hvem han skriver med").click()
    expect(phone.locator(":target")).to_contain_text("Nysgjerrighet åpner mer enn krav.")
    phone.locator(":target").get_by_role("link").click()
    expect(phone.locator(":target")).to_contain_text("Spør først.")
    assert _fits(phone)


FRONT = """\
---
id: 5f0f3c1e-6d5b-4c5e-9a53-0b8a5a1d7c21
type: scenario
title: Samira er stille i dag
summary: Samira svarer med ett ord. Øv på å tåle stillheten.
audience: mentor
topics:
- trust
minutes: 5
role: Du er mentor for Samira (17).
goals:
- Å vente på svaret
start: stille
together: Avtal et tegn som betyr «jeg tenker».
published_on: 2026-11-24
updated_on: 2026-11-24
translation: source
---

"""


def test_a_story_goes_from_a_text_editor_through_the_cms_to_a_reader_and_to_twine(
    editor: Editor, installation: Installation, phone: Page, tmp_path: Path
) -> None:
    file = installation.content / "nb" / "scenarios" / "samira-er-stille.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(FRONT + BASE, "utf-8")
    assert "0 errors, 0 warnings" in installation.run("-m", "sitebuilder", "scenario", "check", str(file))
    assert "1 created" in installation.run("manage.py", "load_content")

    editor.edit(installation.page("samira-er-stille"))
    editor.open_block("scenes-1-value")
    editor.fill(**{"scenes-1-value-title": "Ved elva"})
    editor.publish()
    assert "## Ved elva {#turen}" in file.read_text("utf-8")

    phone.goto(f"{installation.url}/nb/scenarios/samira-er-stille/")
    for choice, quality in (("Vent litt", "Hjelper"), ("Fortell om uka di", "Går an")):
        link = phone.get_by_role("link", name=choice)
        link.focus()
        phone.keyboard.press("Enter")
        shown = phone.locator(".choice.is-here")
        expect(shown).to_contain_text(quality)
        shown.get_by_role("link", name="Gå videre").focus()
        phone.keyboard.press("Enter")
    expect(phone.locator(".scene.is-here")).to_contain_text("Stillhet kan være tenketid.")
    phone.goto(f"{installation.url}/nb/scenarios/samira-er-stille/map/")
    expect(phone.locator("svg.story-map a")).to_have_count(5)

    twine, back = tmp_path / "samira.twee", "nb/scenarios/fra-twine.md"
    installation.run("-m", "sitebuilder", "scenario", "export", str(file), "--output", str(twine))
    installation.run("-m", "sitebuilder", "scenario", "import", str(twine), "--to", back)
    assert (installation.content / back).read_bytes() == file.read_bytes()
    (installation.content / back).unlink()


def test_a_case_is_written_and_published(editor: Editor, installation: Installation, phone: Page) -> None:
    editor.new_page("case", installation.section("case"))
    editor.fill(
        title="Praksisplassen", summary="Sara får ikke svar fra praksisplassen.", together="Øv på en telefon sammen."
    )
    editor.page.check("[name=fictional]")
    for number, (kind, title) in enumerate(
        [("Part", "Ukene går"), ("Part", "Telefonen"), ("Strengths", "Dette kan Sara")]
    ):
        editor.add_block("sections", kind)
        editor.fill(**{f"sections-{number}-value-title": title})
        editor.write(f"sections-{number}-value-body-0-value", f"Det som står under «{title}».")
    for line in editor.page.locator("[name=anonymity]").all():
        line.check()
    editor.about("praksisplassen", "mentor")
    editor.publish()

    phone.goto(f"{installation.url}/nb/cases/praksisplassen/")
    expect(phone.get_by_role("heading", name="Dette kan Sara")).to_be_visible()
    phone.locator("summary", has_text="Telefonen").click()
    expect(phone.get_by_text("Det som står under «Telefonen».")).to_be_visible()
    assert _fits(phone)


def test_an_exercise_is_written_and_published(editor: Editor, installation: Installation, phone: Page) -> None:
    editor.new_page("exercise", installation.section("exercise"))
    editor.fill(
        title="Lån en bok",
        summary="Øv på å låne en bok.",
        can_do="Jeg kan spørre om en bok.",
        mentor="Spill bibliotekar.",
        together="Gå på biblioteket sammen.",
    )
    editor.add_block("parts", "Word card")
    card = "parts-0-value"
    editor.fill(
        **{f"{card}-instruction": "Snu kortet.", f"{card}-front": "et lånekort", f"{card}-back": "kortet du låner med"}
    )
    editor.about("lane-en-bok")
    editor.page.select_option("[name=level]", "A1")
    editor.publish()

    phone.goto(f"{installation.url}/nb/exercises/lane-en-bok/")
    expect(phone.get_by_text("et lånekort")).to_be_visible()
    phone.locator("summary", has_text="et lånekort").click()
    expect(phone.get_by_text("kortet du låner med")).to_be_visible()
    assert _fits(phone)


@pytest.mark.parametrize(("language", "direction"), [("nb", "ltr"), ("en", "ltr"), ("ar", "rtl"), ("ti", "ltr")])
def test_a_page_stands_in_its_own_language_and_direction(
    installation: Installation, phone: Page, language: str, direction: str
) -> None:
    phone.goto(f"{installation.url}/{language}/guides/det-forste-motet/")
    assert phone.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]") == [
        language,
        direction,
    ]
    assert _fits(phone)
