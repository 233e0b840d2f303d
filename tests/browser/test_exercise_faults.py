"""A set of exercises without a script or a network, and with items its script does not know. It keeps nothing."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.browser.exercise_reader import CASES, Reader, opened, write
from tests.browser.exercise_set import JUDGED
from tests.browser.reader import phone, script
from tests.served import Served


def test_without_a_script_there_is_no_button_and_every_item_has_its_key(chromium: Browser, exercises: Served) -> None:
    with phone(chromium, java_script_enabled=False) as page:
        page.goto(f"{exercises.url}/nb/exercises/alle/")
        expect(page.locator("button:visible")).to_have_count(0)
        expect(page.locator(".practice")).to_be_hidden()
        expect(page.locator("[data-key] > .item-key")).to_have_count(JUDGED + 0)
        expect(page.locator(".item-ordne select:visible, #item-ordne select:visible")).to_have_count(5)


def test_an_item_this_script_does_not_know_or_cannot_read_stays_as_it_is(chromium: Browser, exercises: Served) -> None:
    text = (exercises.folder / "nb/exercises/alle/index.html").read_text("utf-8")
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
        reader = opened(page, exercises)
        for id in ("hils", "flere", "velg", "par", "kort", "skriv", "samtale"):
            expect(reader.item(id).locator(".item-judge")).to_have_count(0)
        for id in ("linjer", "dag"):  # What is damaged deep inside is seen when it is asked for.
            write(*["x"] * (id == "dag"))(reader, id)
            page.mouse.click(2, 2)
            if id == "linjer":
                expect(reader.item(id).locator(".is-tapped")).to_be_visible()
            reader.check(id)
            expect(reader.item(id).locator(".item-judge")).to_have_count(0)
            expect(reader.item(id).locator(".item-key summary")).to_be_visible()
        write("interessert")(reader, "liten")
        reader.check("liten")
        reader.says("liten", "Riktig!")
        expect(page.locator(".practice")).to_contain_text("1 av 8")
        assert reader.wrong == []


def test_without_a_network_the_answer_stays_and_can_be_checked_later(pupil: Reader) -> None:
    page = pupil.page
    page.context.set_offline(True)
    write("interessert")(pupil, "liten")
    pupil.check("liten")
    expect(pupil.item("liten").locator(".item-result")).to_have_text(
        re.compile("^Vi får ikke sjekket svaret uten nett")
    )
    expect(pupil.item("liten").locator("input")).to_have_value("interessert")
    page.context.set_offline(False)
    pupil.check("liten")
    pupil.says("liten", "Riktig!")
    assert pupil.wrong == []


def test_nothing_is_kept_and_nothing_leaves_the_phone(pupil: Reader, exercises: Served) -> None:
    page = pupil.page
    for id, steps in CASES.items():
        steps[-1][0](pupil, id)
        pupil.check(id)
    page.wait_for_load_state("networkidle")
    assert [url for url in pupil.asked if not url.startswith(exercises.url)] == []
    assert all(re.search(r"/(assets/[\w.-]+|media/[\w./-]+|exercises/alle/|favicon\.svg)$", url) for url in pupil.asked)
    assert [what for what in page.evaluate(script("kept")).items() if what[1]] == []
    assert page.context.cookies() == []
