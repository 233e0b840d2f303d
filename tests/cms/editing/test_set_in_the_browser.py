"""An exercise set written in a real browser, with its problems and a place to try answers beside it."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import expect

from cms.library.mapping.stream import field_value
from cms.library.models import ExercisePage
from cms.publishing.load_places import Places
from exercises import model
from tests.browser.editor import Editor
from tests.cms.editing.sets import HEI, block_of
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db(transaction=True)
GAP = "parts-0-value"


def test_a_gap_is_written_the_short_way_tried_mended_and_saved(editor: Editor, places: Places) -> None:
    page = editor.page
    editor.new_page("exercise", places.sections["nb", ExercisePage.kind].pk)
    panel = page.locator("[data-live-check]")
    expect(panel).to_be_visible()  # There is room for it here.
    editor.fill(title="Hvor bor du?", summary="Øv.", can_do="Jeg kan.", mentor="Les høyt.", together="Les sammen.")
    editor.add_block("parts", "Fill in")
    text = "Jeg {bor|!bo: Etter «jeg» trenger du presens.} i Oslo."
    editor.fill(**{f"{GAP}-instruction": "Skriv ordet.", f"{GAP}-text": text})
    expect(panel.locator("[data-check-headline]")).to_have_text("2 things to mend.")  # Minutes and topics.

    # Enter tries the answer, and does not save the page.
    result = panel.locator("[data-try-result]")
    panel.locator("[data-try-text]").fill("bo")
    page.keyboard.press("Enter")
    expect(result).to_contain_text("Etter «jeg» trenger du presens.")
    panel.locator("[data-try-text]").fill("bor")
    panel.locator("[data-try-button]").click()
    expect(result).to_have_text("Right.")
    assert not ExercisePage.objects.exists()

    # A set that is not ready stays a draft; what is wrong stands at its field, also in a gap that was just made.
    editor.fill(**{f"{GAP}-text": "Jeg {bor|!bor} i Oslo."})
    wrong = panel.locator("[data-code=E06] a")
    expect(wrong).to_be_visible()
    editor.about("hvor-bor-du", "both")
    page.select_option("[name=level]", "A1")
    page.locator("footer .w-dropdown button").first.click()
    with page.expect_navigation():  # First it is asked whether she is still signed in.
        page.click("button[name='action-publish']")
    expect(page.locator(".messages")).to_contain_text("This is not ready to be published.")
    expect(page.locator(f"[name='{GAP}-text']")).to_have_value("Jeg {bor} i Oslo.")
    wrong.click()
    expect(page.locator(":focus")).to_have_value("bor")
    page.keyboard.press("End")
    page.keyboard.type("e")
    expect(wrong).to_have_count(0)
    with page.expect_navigation():  # First it is asked whether she is still signed in.
        page.locator("button:has-text('Save draft')").first.click()
    expect(page.locator(".messages")).to_contain_text("created")
    (item,) = ExercisePage.objects.get().get_latest_revision_as_object().to_document().body.items
    assert [(gap.name, gap.errors[0].text) for gap in item.gaps] == [("bor", "bore")]


def test_a_copied_exercise_is_another_one_and_all_other_ids_stay(editor: Editor, places: Places) -> None:
    page = editor.page
    options = (model.Option("a", "bor", correct=True), model.Option("b", "bo"))
    items = [model.Choice(id=id, instruction="Velg.", stem=f"Jeg – {id}.", options=options) for id in ("her", "der")]
    heading = {"type": "subheading", "value": {"text": "Her", "key": "her"}, "id": str(UUID(int=9))}
    parts = [heading, *map(block_of, items), block_of(HEI)]
    editor.edit(make(ExercisePage, places, topics=["trust"], parts=field_value(parts)).pk)
    panel = page.locator("[data-live-check]")
    expect(panel.locator("[data-check-headline]")).to_have_text("Nothing to mend.")
    first = page.locator("[data-streamfield-child]:has(> [name='parts-1-id'])")
    first.locator("> section > .w-panel__header [data-streamfield-action=DUPLICATE]").click(force=True)
    expect(page.locator("[name='parts-4-value-key']")).to_have_value("")
    keys = [field.input_value() for field in page.locator("[name^='parts-'][name$='-key']").all()]
    assert sorted(filter(None, keys)) == [*"aaaa", *"bbbb", "der", "hei", "her", "her"]
    expect(panel.locator("[data-code=E01]")).to_have_count(0)
