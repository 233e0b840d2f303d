"""What makes a set of exercises easy to do: letters, voices, large targets, and paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.exercise_reader import CASES, Reader, opened, write
from tests.browser.reader import assert_none, phone, script
from tests.browser.test_accessibility import AXE, RUN, TAGS
from tests.served import Served

# Letters


def test_letters_are_written_where_the_caret_is_and_the_field_keeps_the_focus(pupil: Reader) -> None:
    field = pupil.item("dag").locator("input")
    field.fill("Jeg spiser pa kafe")
    expect(pupil.item("dag").locator(".item-letters")).to_have_count(1)
    field.evaluate("(one) => one.setSelectionRange(12, 13)")
    pupil.item("dag").get_by_role("button", name="å", exact=True).click()
    expect(field).to_have_value("Jeg spiser på kafe")
    expect(field).to_be_focused()
    pupil.page.keyboard.type("!")
    expect(field).to_have_value("Jeg spiser på! kafe")


def test_letters_are_reached_by_keyboard_as_one_stop(pupil: Reader) -> None:
    area = pupil.item("skriv").locator("textarea")
    area.fill("b")
    letters = pupil.item("skriv").get_by_role("toolbar", name="Norske bokstaver")
    expect(letters.get_by_role("button")).to_have_text(list("æøåÆØÅ"))
    pupil.page.keyboard.press("Tab")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        pupil.page.keyboard.press(key)
    pupil.page.keyboard.press("Enter")
    expect(area).to_have_value("bÅ")
    expect(area).to_be_focused()
    pupil.page.keyboard.press("Tab")
    pupil.page.keyboard.press("Tab")
    expect(letters.locator(":focus")).to_have_count(0)


# Listening


VOICES = """
  window.said = [];
  const voices = [{ lang: "nb-NO", localService: false, name: "far away" }, { lang: "en-US", localService: true }];
  const speech = new EventTarget();
  speech.getVoices = () => voices;
  speech.cancel = () => said.push("cancel");
  speech.speak = (one) => said.push([one.text, one.voice.name, one.rate < 0.8]);
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.arrive = () => {
    voices.push({ lang: "no_NO", localService: true, name: "near" });
    speech.dispatchEvent(new Event("voiceschanged"));
  };
"""


def test_the_phones_own_norwegian_voice_reads_what_nobody_has_recorded(chromium: Browser, exercises: Served) -> None:
    with phone(chromium) as page:
        page.add_init_script(VOICES)
        reader = opened(page, exercises)
        page.mouse.click(2, 2)
        expect(reader.item("hor").get_by_text("Mentoren leser høyt.")).to_be_visible()
        expect(page.get_by_role("button", name="maskinstemme")).to_have_count(0)  # One on the network is none.
        page.evaluate("() => arrive()")
        expect(reader.item("hor").get_by_text("Mentoren leser høyt.")).to_have_count(0)
        for id in ("hor", "kort", "samtale"):
            reader.item(id).get_by_role("button", name="Hør (maskinstemme)").click()
        reader.item("hor").get_by_role("button", name="Hør sakte (maskinstemme)").click()
        page.evaluate("() => arrive()")
        expect(reader.item("hor").get_by_role("button", name="Hør sakte")).to_have_count(1)
        assert page.evaluate("() => said.filter((one) => one !== 'cancel')") == [
            ["Bussen kommer snart.", "near", False],
            ["Takk for i dag!", "near", False],
            ["Hei! En kaffe, takk.", "near", False],
            ["Vær så god!", "near", False],
            ["Bussen kommer snart.", "near", True],
        ]
        expect(reader.item("lyd").get_by_role("button", name="maskinstemme")).to_have_count(0)  # It has a recording.
        assert reader.wrong == []


def test_a_recording_that_does_not_come_is_said_and_its_words_are_given(pupil: Reader) -> None:
    item = pupil.item("lyd")
    pupil.page.mouse.click(2, 2)
    for n in (0, 1):
        item.locator("audio").nth(n).evaluate("(one) => one.play().catch(() => {})")
    expect(item.locator(".item-lost")).to_have_text(
        "Vi får ikke spilt av lyden. La mentoren lese høyt. Teksten står her:"
    )
    expect(item.get_by_text("Vi ses i morgen.", exact=True).first).to_be_hidden()
    item.get_by_text("Dette blir sagt").first.click()
    expect(item.get_by_text("Vi ses i morgen.", exact=True).first).to_be_visible()
    expect(item.locator(".item-lost")).to_have_count(1)


# For everyone, and on paper


def answered(reader: Reader) -> None:
    for id, steps in CASES.items():
        steps[0][0](reader, id)
        reader.check(id)
        expect(reader.item(id).locator(".item-result > p").first).to_be_visible()


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_with_everything_said_axe_finds_nothing_and_everything_fits(
    chromium: Browser, exercises: Served, language: str
) -> None:
    faults: list[Any] = []
    for scheme in ("light", "dark"):
        with phone(chromium, width=180, color_scheme=scheme, reduced_motion="reduce") as page:
            page.add_init_script(VOICES + "arrive();")
            reader = opened(page, exercises, language)
            write("Jeg")(reader, "dag")
            for id in ("bor", "dag", "hils", "merk"):
                if id != "dag":
                    CASES[id][0][0](reader, id)
                reader.check(id)
                expect(reader.item(id).locator(".item-result > p").first).to_be_visible()
            faults += [(scheme, fault) for fault in page.evaluate(script("overflow"))]
            page.evaluate(AXE)
            faults += [(scheme, *fault) for fault in page.evaluate(RUN, {"type": "tag", "values": TAGS})]
    assert_none(faults)


def test_what_is_pressed_is_as_large_as_a_finger(pupil: Reader) -> None:
    answered(pupil)
    buttons = pupil.page.locator(".item button:visible").all()
    boxes = [(button.text_content(), button.bounding_box()) for button in buttons]
    assert len(boxes) > 40
    assert [(name, box) for name, box in boxes if not box or min(box["width"], box["height"]) < 44] == []


def test_the_verdict_is_told_by_shapes_where_colours_are_forced(chromium: Browser, exercises: Served) -> None:
    with phone(chromium, forced_colors="active") as page:
        reader = opened(page, exercises)
        write("bo", "Toyen")(reader, "bor")
        reader.check("bor")
        lines, fields = (reader.item("bor").locator(one) for one in (".item-result > p", "input"))
        shapes = lines.evaluate_all("(all) => all.map((one) => getComputedStyle(one, '::before').clipPath)")
        assert len(set(shapes)) == 2
        assert fields.evaluate_all("(all) => all.map((one) => getComputedStyle(one).borderStyle)") == ["dashed"] * 2


def test_paper_has_the_numbered_lists_and_nothing_that_is_pressed(pupil: Reader) -> None:
    answered(pupil)
    pupil.page.emulate_media(media="print")
    expect(pupil.page.locator(".item button:visible, .item-result:visible, .item-laid:visible")).to_have_count(0)
    expect(pupil.item("ordne").locator("select:visible")).to_have_count(5)
    expect(pupil.item("linjer").locator("select:visible")).to_have_count(4)
