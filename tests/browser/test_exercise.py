"""A set of exercises as a pair does it: by tap and by keyboard, told what is right and why something is not."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.exercise_reader import CASES, Reader, opened, tap, write
from tests.browser.exercise_set import ARABIC, JUDGED
from tests.browser.reader import phone
from tests.served import Served


def test_every_type_is_told_wrong_and_then_right(pupil: Reader) -> None:
    solved = 0
    for id, steps in CASES.items():
        for act, _, lines in steps:
            act(pupil, id)
            pupil.check(id)
            pupil.says(id, *lines)
        solved += 1
        expect(pupil.page.locator(".practice")).to_have_text(f"Løst til nå: {solved} av {JUDGED}")
        expect(pupil.item(id).locator("[aria-invalid]")).to_have_count(0)
    assert solved == JUDGED
    assert pupil.judged == [[id, verdict] for id, steps in CASES.items() for _, verdict, _ in steps]
    assert pupil.wrong == []


KEYS: dict[str, tuple[str, list[str]]] = {
    "hils": ("input >> nth=0", ["ArrowDown", "Tab", "Enter"]),
    "flere": ("input >> nth=0", ["Space", "Tab", "Space", "Tab", "Tab", "Enter"]),
    "dag": ("input", [*"I dag jobber jeg", "Enter"]),
    "velg": ("select", [*"jobbe", "r", "Tab", "Enter"]),
    "ordne": (
        ".item-chip >> nth=2",
        ["Space", "Tab", "Space", *["Shift+Tab"] * 2, "Space", *["Shift+Tab"], "Space", *["Tab"] * 4, "Enter"],
    ),
    "linjer": (".item-move >> nth=4", ["Enter", "Enter", *["Tab"] * 6, "Enter", *["Tab"] * 4, "Enter"]),
    "par": ("select >> nth=0", [*"et", "Tab", *"en", "Tab", "Enter"]),
    "merk": ("input >> nth=1", ["Space", *["Tab"] * 3, "Space", "Tab", "Tab", "Enter"]),
    "hor": ("textarea", [*"Bussen kommer snart", "Tab", "Tab", "Enter"]),
}


def test_every_type_is_solved_by_keyboard_alone(pupil: Reader) -> None:
    page = pupil.page
    page.keyboard.press("Shift")
    for id, (first, keys) in KEYS.items():
        item = pupil.item(id)
        item.locator(first).focus()
        if item.locator("[type=text], textarea").count():
            expect(item.locator(".item-letters")).to_be_visible()
        for key in keys:
            page.keyboard.press(key)
        pupil.says(id, "Riktig!")
    assert pupil.wrong == []


# What there is to say


def test_a_near_miss_keeps_the_answer_and_the_place_where_it_is_written(pupil: Reader) -> None:
    field = pupil.item("dag").locator("input")
    field.fill("I dag jeg jobber")
    field.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("I dag jeg jobber")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Riktige ord, feil rekkefølge. Verbet skal stå på plass nummer to.")
    expect(pupil.item("dag").get_by_role("status")).to_contain_text("Riktige ord")
    field.press("End")
    field.press("Backspace")
    assert field.get_attribute("aria-invalid") is None
    pupil.says("dag", "Riktige ord, feil rekkefølge. Verbet skal stå på plass nummer to.")
    pupil.check("dag")  # A tap on the button leaves the keyboard of a phone where it is.
    expect(field).to_be_focused()


def test_the_button_pressed_by_keyboard_leads_back_to_what_is_not_right(pupil: Reader) -> None:
    write("bor", "Oslo")(pupil, "bor")
    pupil.item("bor").locator(".item-judge").press("Enter")
    expect(pupil.item("bor").locator("input").nth(1)).to_be_focused()
    expect(pupil.item("bor").locator("input").nth(0)).not_to_have_attribute("aria-invalid", "true")


def test_where_an_answer_is_missing_it_is_asked_for_and_nothing_is_judged(pupil: Reader) -> None:
    page = pupil.page
    for id in ("hils", "merk", "dag", "hor", "velg", "par"):
        pupil.check(id)
        pupil.says(id, "Her mangler det et svar.")
    write("bor")(pupil, "bor")
    pupil.check("bor")
    pupil.says("bor", "Ord nummer 1: Riktig!", "Ord nummer 2: Her mangler det et svar.")
    tap("i dag", "jeg")(pupil, "ordne")
    pupil.check("ordne")
    pupil.says("ordne", "Ta med alle først, hver på sin plass.")
    assert pupil.judged == []
    expect(page.locator(".practice")).to_have_text(f"Løst til nå: 0 av {JUDGED}")


def test_what_was_right_is_not_said_of_another_answer(pupil: Reader) -> None:
    write("I dag jobber jeg")(pupil, "dag")
    pupil.check("dag")
    pupil.says("dag", "Riktig!")
    pupil.item("dag").locator("input").press("x")
    pupil.says("dag")


def test_a_phone_set_to_turkish_judges_no_other_way(chromium: Browser, exercises: Served) -> None:
    with phone(chromium, locale="tr-TR") as page:
        reader = opened(page, exercises)
        write("I DAG JOBBER JEG")(reader, "dag")
        write("INTERESSERT")(reader, "liten")
        for id in ("dag", "liten"):
            reader.check(id)
            reader.says(id, "Riktig!")


# In another language


def test_under_an_arabic_page_the_norwegian_keeps_its_direction(chromium: Browser, exercises: Served) -> None:
    with phone(chromium) as page:
        reader = opened(page, exercises, "ar")
        write("bo", "Toyen")(reader, "bor")
        reader.check("bor")
        first, second = (reader.item("bor").locator(".item-result > p").nth(n) for n in (0, 1))
        expect(first).to_contain_text(ARABIC["Etter «jeg» skal verbet ha -r."])
        expect(second.locator("bdi")).to_have_text("Toyen")
        looks = "(one) => [getComputedStyle(one).direction, getComputedStyle(one).unicodeBidi, one.lang]"
        assert second.locator("bdi").evaluate(looks) == ["ltr", "isolate", "nb"]
        assert second.evaluate(looks)[0] == "rtl"
        tap("i dag", "jeg", "jobber", "her")(reader, "ordne")
        laid = reader.item("ordne").locator(".item-laid")
        expect(laid).to_have_text("i dag jeg jobber her.")
        assert laid.evaluate(looks) == ["ltr", "isolate", "nb"]
        box = reader.item("ordne").bounding_box()
        chip = reader.item("ordne").locator(".item-chip").first.bounding_box()
        assert box
        assert chip
        assert chip["x"] - box["x"] < 40  # From the left, as the sentence is read.
        assert reader.wrong == []
