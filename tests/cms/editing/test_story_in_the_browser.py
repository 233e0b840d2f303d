"""A scenario written in a real browser, with its map and its problems beside it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from cms.library.models import ScenarioPage
from cms.publishing.load_places import Places
from tests.browser.editor import Editor
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_story_is_written_beside_its_map_and_goes_live_when_it_is_mended(editor: Editor, places: Places) -> None:
    page = editor.page
    editor.new_page("scenario", places.sections["nb", ScenarioPage.kind].pk)
    panel = page.locator("[data-live-check]")
    expect(panel).to_be_visible()  # There is room for it here.
    editor.fill(title="Mobilen", summary="Hva gjør du?", role="Du er mentor.", together="Snakk om mobilen.")
    editor.add_block("goals")
    editor.fill(**{"goals-0-value": "Å spørre"})
    editor.add_block("scenes", "Scene with choices")
    editor.fill(**{"scenes-0-value-title": "På kafeen"})
    editor.write("scenes-0-value-text-0-value", "Jonas svarer på meldinger.")
    expect(panel.locator("[data-story-map] a.start")).to_contain_text("På kafeen")
    for number, title in enumerate(("Spør ham", "Be ham slutte")):
        choice = f"scenes-0-value-choices-{number}-value"
        if page.locator(f"[name='{choice}-title']").count() == 0:
            editor.add_block("scenes-0-value-choices")
        editor.open_block(choice)
        editor.fill(**{f"{choice}-title": title})
        page.select_option(f"[name='{choice}-quality']", "helpful")
        editor.write(f"{choice}-consequence", f"Han ser opp {number}.")

    # A scene that is not saved yet is made and picked at once, and keeps the link while its title changes.
    first, second = (page.locator(f"select[id$='choices-{n}-value-target-list']") for n in (0, 1))
    first.select_option(label="New ending …")
    editor.fill(**{"scenes-1-value-title": "Dere avtaler"})
    expect(first.locator("option:checked")).to_have_text("Dere avtaler")
    second.select_option(label="Dere avtaler")
    editor.fill(**{"scenes-1-value-title": "Dere blir enige"})
    expect(second.locator("option:checked")).to_have_text("Dere blir enige")
    page.select_option("[name='scenes-1-value-outcome']", "good")
    editor.write("scenes-1-value-text-0-value", "Dere tar en pause.")
    expect(panel.locator("[data-story-map] a.ending")).to_contain_text("Dere blir enige")

    # The ending has nothing to take along: the problem leads there, though its block is folded.
    missing = panel.locator("[data-code='S10'] a")
    expect(missing).to_contain_text("Dere blir enige")
    ending = page.locator("section[data-panel]:has(> * [name='scenes-1-value-title'])").first
    ending.locator("> .w-panel__header [data-panel-toggle]").click()
    expect(page.locator("[name='scenes-1-value-title']")).to_be_hidden()

    editor.about("mobilen", "mentor")
    page.locator("footer .w-dropdown button").first.click()
    with page.expect_navigation():  # First it is asked whether she is still signed in.
        page.click("button[name='action-publish']")
    told = page.locator(".messages")
    expect(told).to_contain_text("gives the reader nothing to take away")
    expect(told).to_contain_text("Write one to three points")
    with page.expect_navigation():  # First it is asked whether she is still signed in.
        page.locator("button:has-text('Save draft')").first.click()
    expect(told).to_contain_text("created")
    draft = ScenarioPage.objects.get()
    assert not draft.live

    expect(missing).to_be_visible()
    missing.click()
    expect(page.locator("[name='scenes-1-value-title']")).to_be_visible()
    page.keyboard.type("Spør først.")
    expect(missing).to_have_count(0)
    page.locator("footer .w-dropdown button").first.click()
    with page.expect_navigation():  # First it is asked whether she is still signed in.
        page.click("button[name='action-publish']")
    expect(told).to_contain_text("published")
    story = ScenarioPage.objects.get().to_document().body
    assert {choice.onward.target for choice in story.scenes[0].choices} == {"dere-blir-enige"}
    assert story.scenes[1].takeaways == ("Spør først.",)


def test_a_copied_scene_is_another_scene_and_the_story_is_played_in_the_preview(editor: Editor, places: Places) -> None:
    page = editor.page
    story = make(ScenarioPage, places)
    editor.edit(story.pk)
    panel = page.locator("[data-live-check]")
    expect(panel.locator("[data-story-map] a")).to_have_count(2)
    keys = page.locator("[name^='scenes-'][name$='-value-key']")
    expect(keys).to_have_count(4)
    scene = page.locator("[data-streamfield-child]:has(> [name='scenes-0-id'])")
    scene.locator("> section > .w-panel__header [data-streamfield-action=DUPLICATE]").click(force=True)
    expect(panel.locator("[data-story-map] a")).to_have_count(3)
    expect(panel.locator("[data-code='S02']")).to_have_count(0)
    expect(page.locator("[data-panel-heading-text]", has_text="Vent litt → Dere avtaler neste møte")).to_have_count(2)
    expect(panel.locator("[data-code='S04']")).to_have_count(1)

    # A phone has no room for both: a problem leads out of the panel.
    page.set_viewport_size({"width": 360, "height": 740})
    panel.locator("[data-code='S04'] a").click()
    expect(panel).to_be_hidden()
    expect(page.locator(":focus")).to_have_value("Samira er stille")
    page.set_viewport_size({"width": 1280, "height": 900})

    page.locator("[data-side-panel-toggle=preview]").click()
    played = page.frame_locator("#w-preview-iframe")
    link = played.locator("a[href^='#']", has_text="Spør rett ut").first
    link.click()
    expect(played.locator(":target")).to_contain_text("Hun smiler.")
    played.locator(":target a[href^='#']").last.click()
    expect(played.locator(":target")).to_contain_text("Vent.")
