"""A set of exercises as a pair does it: by tap and by keyboard, told what is right and why something is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.exercise_set import ARABIC, JUDGED, publish
from tests.browser.reader import assert_none, phone, script
from tests.browser.test_accessibility import AXE, RUN, TAGS
from tests.served import Served, served

WATCH = "window.judged = []; addEventListener('judged', (event) => judged.push(Object.values(event.detail)));"


@dataclass
class Reader:
    """A page with the set on a phone. ``wrong`` are the errors of its scripts, ``asked`` all it asked for."""

    page: Page
    wrong: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def item(self, id: str) -> Locator:
        return self.page.locator(f"[id='item-{id}']")

    def check(self, id: str) -> None:
        self.item(id).locator(".item-judge").click()

    def says(self, id: str, *lines: str | re.Pattern[str]) -> None:
        expect(self.item(id).locator(".item-result > p")).to_have_text(list(lines))

    @property
    def judged(self) -> list[list[str]]:
        """Item and verdict, as the page tells other scripts."""
        found: list[list[str]] = self.page.evaluate("() => window.judged")
        return found


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    public = tmp_path_factory.mktemp("set")
    publish(public)
    with served(public) as server:
        yield server


@pytest.fixture
def reader(chromium: Browser, place: Served) -> Iterator[Reader]:
    with phone(chromium) as page:
        yield opened(page, place)


def opened(page: Page, place: Served, language: str = "nb") -> Reader:
    made = Reader(page)
    page.on("pageerror", lambda error: made.wrong.append(str(error)))
    page.on("request", lambda request: made.asked.append(request.url))
    page.add_init_script(WATCH)
    page.goto(f"{place.url}/{language}/exercises/alle/")
    return made


# Right and wrong, for every type


def write(*answers: str) -> Callable[[Reader, str], None]:
    def act(reader: Reader, id: str) -> None:
        for n, answer in enumerate(answers):
            reader.item(id).locator("input, textarea").nth(n).fill(answer)

    return act


def tap(*names: str) -> Callable[[Reader, str], None]:
    """Words to lay down, or labels of what is chosen."""

    def act(reader: Reader, id: str) -> None:
        reader.page.mouse.click(2, 2)  # The first touch of a page brings what can be tapped.
        for name in names:
            words = reader.item(id).locator("label, .item-chip").filter(visible=True)
            words.filter(has_text=re.compile(rf"^(\d\.)?{re.escape(name)}$")).click()

    return act


def choose(*answers: str) -> Callable[[Reader, str], None]:
    def act(reader: Reader, id: str) -> None:
        for n, answer in enumerate(answers):
            reader.item(id).locator("select").nth(n).select_option(label=answer)

    return act


def move(*steps: tuple[str, str]) -> Callable[[Reader, str], None]:
    def act(reader: Reader, id: str) -> None:
        reader.page.mouse.click(2, 2)
        for line, way in steps:
            reader.item(id).get_by_role("button", name=re.compile(rf"\d\. {way}: {re.escape(line)}$")).click()

    return act


AGAIN = "Ikke riktig ennå. Prøv en gang til."
CASES: dict[str, list[tuple[Callable[[Reader, str], None], str, list[str]]]] = {
    "hils": [
        (tap("Bare bra."), "known-error", ["Ikke helt. Det svarer du på noe annet."]),
        (tap("Jeg heter Ali."), "correct", ["Riktig!"]),
    ],
    "flere": [
        (tap("Ha det!"), "wrong", ["Det du har valgt, er riktig. Men det er flere!"]),
        (tap("Vi ses!", "Hei!"), "known-error", ["Hei!: Ikke helt. Det sier du først."]),
        (tap("Hei!"), "correct", ["Riktig!"]),
    ],
    "bor": [
        (
            write("bo", "Toyen"),
            "letters",
            [
                "Ord nummer 1: Ikke helt. Etter «jeg» skal verbet ha -r.",
                "Ord nummer 2: Nesten. Se på bokstavene i «Toyen»: æ, ø eller å?",
            ],
        ),
        (
            write("holder til", "Tøyen"),
            "correct-with-note",
            ["Ord nummer 1: Riktig! Det går også an.", "Ord nummer 2: Riktig!"],
        ),
    ],
    "dag": [
        (write("I dag jeg jobber"), "order", ["Riktige ord, feil rekkefølge. Verbet skal stå på plass nummer to."]),
        (write("I morgen jobber jeg"), "wrong", [AGAIN]),
        (write("i  dag jobber jeg"), "correct", ["Riktig!"]),
    ],
    "liten": [
        (write("intresert"), "spelling", ["Nesten. Se på hvordan du skriver «intresert»."]),
        (write("interessert!"), "correct", ["Riktig!"]),
    ],
    "velg": [
        (choose("jobba"), "wrong", [AGAIN]),
        (choose("jobbe"), "known-error", ["Ikke helt. Verbet skal ha -r."]),
        (choose("jobber"), "correct", ["Riktig!"]),
    ],
    "ordne": [
        (
            tap("i dag", "jeg", "jobber", "her"),
            "order",
            ["Rekkefølgen stemmer ikke ennå. Riktig fra begynnelsen: 1. Verbet skal stå på plass nummer to."],
        ),
        (tap("i dag", "jeg", "jobber", "her", "jeg", "jobber", "her", "i dag"), "correct", ["Riktig!"]),
    ],
    "linjer": [
        (move(("– Hei!", "Flytt opp")), "order", ["Rekkefølgen stemmer ikke ennå."]),
        (move(("– Hei!", "Flytt opp")), "order", ["Rekkefølgen stemmer ikke ennå. Riktig fra begynnelsen: 2."]),
        (move(("– Vær så god!", "Flytt ned")), "correct", ["Riktig!"]),
    ],
    "par": [
        (choose("ei bok", "en bil"), "wrong", ["Riktig så langt: 1 av 2."]),
        (choose("et hus", "en bil"), "correct", ["Riktig!"]),
    ],
    "merk": [
        (tap("Jeg", "her"), "wrong", [f"Jeg: {AGAIN}", "her: Ikke helt. «Her» sier hvor."]),
        (tap("Jeg", "her", "bor", "jobber"), "correct", ["Riktig!"]),
    ],
    "hor": [
        (write("Bussen kom snart"), "known-error", ["Ikke helt. Hør en gang til."]),
        (write("bussen kommer snart"), "correct", ["Riktig!"]),
    ],
    "lyd": [
        (write("Vi ses i dag"), "wrong", [AGAIN]),
        (write("Vi ses i morgen."), "correct", ["Riktig!"]),
    ],
}


def test_every_type_is_told_wrong_and_then_right(reader: Reader) -> None:
    solved = 0
    for id, steps in CASES.items():
        for act, _, lines in steps:
            act(reader, id)
            reader.check(id)
            reader.says(id, *lines)
        solved += 1
        expect(reader.page.locator(".practice")).to_have_text(f"Løst til nå: {solved} av {JUDGED}")
        expect(reader.item(id).locator("[aria-invalid]")).to_have_count(0)
    assert solved == JUDGED
    assert reader.judged == [[id, verdict] for id, steps in CASES.items() for _, verdict, _ in steps]
    assert reader.wrong == []


KEYS: dict[str, tuple[str, list[str]]] = {
    "hils": ("input >> nth=0", ["ArrowDown", "Tab", "Enter"]),
    "flere": ("input >> nth=0", ["Space", "Tab", "Space", "Tab", "Tab", "Enter"]),
    "dag": ("input", [*"I dag jobber jeg", "Enter"]),
    "velg": ("select", [*"jobbe", "r", "Tab", "Enter"]),
    "ordne": (".item-chip >> nth=2", ["Space", "Tab", "Space", *["Shift+Tab"] * 2, "Space", *["Shift+Tab"], "Space", *["Tab"] * 4, "Enter"]),
    "linjer": (".item-move >> nth=4", ["Enter", "Enter", *["Tab"] * 6, "Enter", *["Tab"] * 4, "Enter"]),
    "par": ("select >> nth=0", [*"et", "Tab", *"en", "Tab", "Enter"]),
    "merk": ("input >> nth=1", ["Space", *["Tab"] * 3, "Space", "Tab", "Tab", "Enter"]),
    "hor": ("textarea", [*"Bussen kommer snart", "Tab", "Tab", "Enter"]),
}  # fmt: skip


def test_every_type_is_solved_by_keyboard_alone(reader: Reader) -> None:
    page = reader.page
    page.keyboard.press("Shift")
    for id, (first, keys) in KEYS.items():
        item = reader.item(id)
        item.locator(first).focus()
        if item.locator("[type=text], textarea").count():
            expect(item.locator(".item-letters")).to_be_visible()
        for key in keys:
            page.keyboard.press(key)
        reader.says(id, "Riktig!")
    assert reader.wrong == []


# What there is to say


def test_a_near_miss_keeps_the_answer_and_the_place_where_it_is_written(reader: Reader) -> None:
    field = reader.item("dag").locator("input")
    field.fill("I dag jeg jobber")
    field.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("I dag jeg jobber")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Riktige ord, feil rekkefølge. Verbet skal stå på plass nummer to.")
    expect(reader.item("dag").get_by_role("status")).to_contain_text("Riktige ord")
    field.press("End")
    field.press("Backspace")
    assert field.get_attribute("aria-invalid") is None
    reader.says("dag", "Riktige ord, feil rekkefølge. Verbet skal stå på plass nummer to.")
    reader.check("dag")  # A tap on the button leaves the keyboard of a phone where it is.
    expect(field).to_be_focused()


def test_the_button_pressed_by_keyboard_leads_back_to_what_is_not_right(reader: Reader) -> None:
    write("bor", "Oslo")(reader, "bor")
    reader.item("bor").locator(".item-judge").press("Enter")
    expect(reader.item("bor").locator("input").nth(1)).to_be_focused()
    expect(reader.item("bor").locator("input").nth(0)).not_to_have_attribute("aria-invalid", "true")


def test_where_an_answer_is_missing_it_is_asked_for_and_nothing_is_judged(reader: Reader) -> None:
    page = reader.page
    for id, line in {
        "hils": "Velg et svar først.",
        "merk": "Velg et svar først.",
        "dag": "Skriv et svar først.",
        "hor": "Skriv et svar først.",
        "velg": "Skriv et svar først.",
        "par": "Her mangler det et svar.",
    }.items():
        reader.check(id)
        reader.says(id, line)
    write("bor")(reader, "bor")
    reader.check("bor")
    reader.says("bor", "Ord nummer 1: Riktig!", "Ord nummer 2: Her mangler det et svar.")
    tap("i dag", "jeg")(reader, "ordne")
    reader.check("ordne")
    reader.says("ordne", "Ta med alle først, hver på sin plass.")
    assert reader.judged == []
    expect(page.locator(".practice")).to_have_text(f"Løst til nå: 0 av {JUDGED}")


def test_what_was_right_is_not_said_of_another_answer(reader: Reader) -> None:
    write("I dag jobber jeg")(reader, "dag")
    reader.check("dag")
    reader.says("dag", "Riktig!")
    reader.item("dag").locator("input").press("x")
    reader.says("dag")


def test_a_phone_set_to_turkish_judges_no_other_way(chromium: Browser, place: Served) -> None:
    with phone(chromium, locale="tr-TR") as page:
        reader = opened(page, place)
        write("I DAG JOBBER JEG")(reader, "dag")
        write("INTERESSERT")(reader, "liten")
        for id in ("dag", "liten"):
            reader.check(id)
            reader.says(id, "Riktig!")


# In another language


def test_under_an_arabic_page_the_norwegian_keeps_its_direction(chromium: Browser, place: Served) -> None:
    with phone(chromium) as page:
        reader = opened(page, place, "ar")
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


# Letters


def test_letters_are_written_where_the_caret_is_and_the_field_keeps_the_focus(reader: Reader) -> None:
    field = reader.item("dag").locator("input")
    field.fill("Jeg spiser pa kafe")
    expect(reader.item("dag").locator(".item-letters")).to_have_count(1)
    field.evaluate("(one) => one.setSelectionRange(12, 13)")
    reader.item("dag").get_by_role("button", name="å", exact=True).click()
    expect(field).to_have_value("Jeg spiser på kafe")
    expect(field).to_be_focused()
    reader.page.keyboard.type("!")
    expect(field).to_have_value("Jeg spiser på! kafe")


def test_letters_are_reached_by_keyboard_as_one_stop(reader: Reader) -> None:
    area = reader.item("skriv").locator("textarea")
    area.fill("b")
    letters = reader.item("skriv").get_by_role("toolbar", name="Norske bokstaver")
    expect(letters.get_by_role("button")).to_have_text(list("æøåÆØÅ"))
    reader.page.keyboard.press("Tab")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        reader.page.keyboard.press(key)
    reader.page.keyboard.press("Enter")
    expect(area).to_have_value("bÅ")
    expect(area).to_be_focused()
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Tab")
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


def test_the_phones_own_norwegian_voice_reads_what_nobody_has_recorded(chromium: Browser, place: Served) -> None:
    with phone(chromium) as page:
        page.add_init_script(VOICES)
        reader = opened(page, place)
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


def test_a_recording_that_does_not_come_is_said_and_its_words_are_given(reader: Reader) -> None:
    item = reader.item("lyd")
    reader.page.mouse.click(2, 2)
    for n in (0, 1):
        item.locator("audio").nth(n).evaluate("(one) => one.play().catch(() => {})")
    expect(item.locator(".item-lost")).to_have_text(
        "Vi får ikke spilt av lyden. La mentoren lese høyt. Teksten står her:"
    )
    expect(item.get_by_text("Vi ses i morgen.", exact=True).first).to_be_hidden()
    item.get_by_text("Dette blir sagt").first.click()
    expect(item.get_by_text("Vi ses i morgen.", exact=True).first).to_be_visible()
    expect(item.locator(".item-lost")).to_have_count(1)


# When things go wrong


def test_without_a_script_there_is_no_button_and_every_item_has_its_key(chromium: Browser, place: Served) -> None:
    with phone(chromium, java_script_enabled=False) as page:
        page.goto(f"{place.url}/nb/exercises/alle/")
        expect(page.locator("button:visible")).to_have_count(0)
        expect(page.locator(".practice")).to_be_hidden()
        expect(page.locator("[data-key] > .item-key")).to_have_count(JUDGED + 0)
        expect(page.locator(".item-ordne select:visible, #item-ordne select:visible")).to_have_count(5)


def test_an_item_this_script_does_not_know_or_cannot_read_stays_as_it_is(chromium: Browser, place: Served) -> None:
    text = (Path(place.folder) / "nb/exercises/alle/index.html").read_text("utf-8")
    for old, new in {
        'class="item item-choice" id="item-hils"': 'class="item item-future" id="item-hils"',
        "{&quot;right&quot;:[&quot;a&quot;": "{&quot;right&quot;:[",
        "{&quot;verb&quot;:{&quot;accept&quot;:[[&quot;jobber": "{&quot;verb&quot;:{&quot;was&quot;:[[&quot;jobber",
        "{&quot;orders&quot;:[[3,1,4,2]]": "{&quot;orders&quot;:[null]",
        "{&quot;pairs&quot;:[": "{&quot;pairs&quot;:7,&quot;were&quot;:[",
        "{&quot;setning&quot;:": "{&quot;annet&quot;:",
    }.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    with phone(chromium) as page:
        page.route("**/alle/", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
        reader = opened(page, place)
        for id in ("hils", "flere", "velg", "par", "kort", "skriv", "samtale"):
            expect(reader.item(id).locator(".item-judge")).to_have_count(0)
        for id in ("linjer", "dag"):  # What is damaged deep inside is seen when it is asked for.
            write(*["x"] * (id == "dag"))(reader, id)
            page.mouse.click(2, 2)
            reader.check(id)
            expect(reader.item(id).locator(".item-judge")).to_have_count(0)
            expect(reader.item(id).locator(".item-key summary")).to_be_visible()
        write("interessert")(reader, "liten")
        reader.check("liten")
        reader.says("liten", "Riktig!")
        expect(page.locator(".practice")).to_contain_text("1 av 8")
        assert reader.wrong == []


def test_without_a_network_the_answer_stays_and_can_be_checked_later(reader: Reader) -> None:
    page = reader.page
    page.context.set_offline(True)
    write("interessert")(reader, "liten")
    reader.check("liten")
    expect(reader.item("liten").locator(".item-result")).to_have_text(
        re.compile("^Vi får ikke sjekket svaret uten nett")
    )
    expect(reader.item("liten").locator("input")).to_have_value("interessert")
    page.context.set_offline(False)
    reader.check("liten")
    reader.says("liten", "Riktig!")
    assert reader.wrong == []


def test_nothing_is_kept_and_nothing_leaves_the_phone(reader: Reader, place: Served) -> None:
    page = reader.page
    for id, steps in CASES.items():
        steps[-1][0](reader, id)
        reader.check(id)
    page.wait_for_load_state("networkidle")
    assert [url for url in reader.asked if not url.startswith(place.url)] == []
    assert all(
        re.search(r"/(assets/[\w.-]+|media/[\w./-]+|exercises/alle/|favicon\.svg)$", url) for url in reader.asked
    )
    assert [what for what in page.evaluate(script("kept")).items() if what[1]] == []
    assert page.context.cookies() == []


# For everyone, and on paper


def answered(reader: Reader) -> None:
    for id, steps in CASES.items():
        steps[0][0](reader, id)
        reader.check(id)
        expect(reader.item(id).locator(".item-result > p").first).to_be_visible()


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_with_everything_said_axe_finds_nothing_and_everything_fits(
    chromium: Browser, place: Served, language: str
) -> None:
    faults: list[Any] = []
    for scheme in ("light", "dark"):
        with phone(chromium, width=180, color_scheme=scheme, reduced_motion="reduce") as page:
            page.add_init_script(VOICES + "arrive();")
            reader = opened(page, place, language)
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


def test_what_is_pressed_is_as_large_as_a_finger(reader: Reader) -> None:
    answered(reader)
    boxes = reader.page.locator(".item button:visible").evaluate_all(
        "(all) => all.map((one) => [one.textContent, one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
    )
    assert len(boxes) > 40
    assert [box for box in boxes if min(box[1:]) < 44] == []


def test_the_verdict_is_told_by_shapes_where_colours_are_forced(chromium: Browser, place: Served) -> None:
    with phone(chromium, forced_colors="active") as page:
        reader = opened(page, place)
        write("bo", "Toyen")(reader, "bor")
        reader.check("bor")
        shapes = (
            reader.item("bor")
            .locator(".item-result > p")
            .evaluate_all(
                "(all) => all.map((one) => [getComputedStyle(one, '::before').clipPath, getComputedStyle(one).borderInlineStartWidth])"
            )
        )
        assert len(shapes) == 2
        assert shapes[0][0] != shapes[1][0]
        assert all(edge != "0px" for _, edge in shapes)
        styles = (
            reader.item("bor")
            .locator("input")
            .evaluate_all("(all) => all.map((one) => getComputedStyle(one).borderStyle)")
        )
        assert styles == ["dashed", "dashed"]


def test_paper_has_the_numbered_lists_and_nothing_that_is_pressed(reader: Reader) -> None:
    answered(reader)
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".item button:visible, .item-result:visible, .item-laid:visible")).to_have_count(0)
    expect(reader.item("ordne").locator("select:visible")).to_have_count(5)
    expect(reader.item("linjer").locator("select:visible")).to_have_count(4)
