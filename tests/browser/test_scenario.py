"""A story as it is read: by links alone, with a script, by keyboard, again after a while, and on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sitebuilder.contract.document import Document, Kind
from sitebuilder.contract.tree import read_tree

from scenarios.model import Story
from scenarios.paper import paper_numbers
from tests.browser.reader import ReadersSite, assert_none, phone, script
from tests.browser.test_accessibility import AXE, RUN, TAGS
from tests.every_template import STARTER

PUBLISHED = tuple(
    (document, document.body)
    for document in read_tree(STARTER).library.documents
    if document.language == "nb" and isinstance(document.body, Story)
)
DOCUMENT, STORY = PUBLISHED[0]
KEY = f"toolbox:story:1:{DOCUMENT.front.id}"
OPEN = ".scene:visible > .told > h2"


@dataclass
class Reader:
    """A page with a story on a phone."""

    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)

    def goes(self, target: str) -> None:
        """By the link that is in sight; pressed at once, without the time a finger takes."""
        link = self.page.locator(f':is(.choices, .onward) a[href="#{target}"]:visible')
        link.dispatch_event("click")

    def walks(self, way: list[str]) -> None:
        for target in way:
            self.goes(target)
            expect(self.page.locator(f"[id='{target}']")).to_be_visible()

    def comes_again(self) -> None:
        self.page.goto("about:blank")
        self.page.goto(self.address)

    def asks_to_keep(self) -> None:
        self.page.get_by_role("button", name="Husk hvor jeg er").click()
        expect(self.page.get_by_text("Plassen din ligger nå")).to_be_visible()

    @property
    def kept(self) -> Any:
        return self.page.evaluate("(key) => localStorage.getItem(key)", KEY)


@pytest.fixture
def reader(chromium: Browser, site: ReadersSite) -> Iterator[Reader]:
    """With a script, at the start of a Norwegian story."""
    with phone(chromium, permissions=["clipboard-read", "clipboard-write"]) as page:
        yield _opened(page, site)


@pytest.fixture
def without_script(chromium: Browser, site: ReadersSite) -> Iterator[Reader]:
    with phone(chromium, java_script_enabled=False) as page:
        yield _opened(page, site)


def _opened(page: Page, site: ReadersSite, url: str = DOCUMENT.url, anchor: str = "") -> Reader:
    made = Reader(page, f"{site.server.url}{url}")
    page.on("pageerror", lambda error: made.wrong.append(str(error)))
    page.goto(f"{made.address}{anchor}")
    return made


def _ways(story: Story) -> dict[str, list[str]]:
    """For each ending the links that lead to it."""
    scenes = {scene.id: scene for scene in story.scenes}
    ways: dict[str, list[str]] = {story.start: []}
    waiting = [story.start]
    while waiting:
        scene = scenes[waiting.pop(0)]
        steps = [([choice.id], choice.onward) for choice in scene.choices]
        steps += [([], scene.onward)] if scene.onward else []
        for chosen, onward in steps:
            if onward.target not in ways:
                ways[onward.target] = [*ways[scene.id], *chosen, onward.target]
                waiting.append(onward.target)
    return {scene.id: ways[scene.id] for scene in story.scenes if scene.is_ending}


WAY = max(_ways(STORY).values(), key=len)
FIRST, SECOND = WAY[:2]
PATH = [one for one in WAY if any(one == choice.id for scene in STORY.scenes for choice in scene.choices)]


# The way through


@pytest.mark.parametrize("scripted", [False, True], ids=["without a script", "with a script"])
@pytest.mark.parametrize(("document", "story"), PUBLISHED, ids=lambda one: getattr(one, "slug", ""))
def test_every_ending_is_reached_by_links_alone(
    chromium: Browser, site: ReadersSite, document: Document, story: Story, scripted: bool
) -> None:
    ways = _ways(story)
    assert len(ways) > 1
    with phone(chromium, java_script_enabled=scripted) as page:
        for ending, way in ways.items():
            reader = _opened(page, site, document.url)
            reader.walks(way)
            expect(page.locator(".scene:visible")).to_have_count(1)
            expect(page.locator(".ending:visible")).to_have_id(ending)
            expect(page.locator(".outcome:visible")).not_to_be_empty()
            assert reader.wrong == []


@pytest.mark.parametrize("scripted", [False, True], ids=["without a script", "with a script"])
def test_an_ending_is_reached_from_right_to_left(chromium: Browser, site: ReadersSite, scripted: bool) -> None:
    address = site.addresses["ar"][Kind.SCENARIO.value]
    story = next(story for document, story in PUBLISHED if f"/{document.slug}/" in address)
    with phone(chromium, java_script_enabled=scripted) as page:
        _opened(page, site, address).walks(min(_ways(story).values(), key=len))
        expect(page.locator(".ending:visible")).to_have_count(1)
        heading = page.locator(".ending:visible h2").bounding_box()
        assert heading
        assert page.evaluate("getComputedStyle(document.querySelector('.story')).direction") == "rtl"


@pytest.mark.parametrize("scripted", [False, True], ids=["without a script", "with a script"])
@pytest.mark.parametrize("anchor", ["", "#page_together", "#nowhere", "#page_content"])
def test_an_address_elsewhere_on_the_page_leaves_the_start_in_sight(
    chromium: Browser, site: ReadersSite, anchor: str, scripted: bool
) -> None:
    with phone(chromium, java_script_enabled=scripted) as page:
        _opened(page, site, anchor=anchor)
        expect(page.locator(".scene:visible")).to_have_id(STORY.start)
        expect(page.locator(".choice:visible")).to_have_count(0)
        expect(page.locator(".together")).to_be_visible()


@pytest.mark.parametrize("scripted", [False, True], ids=["without a script", "with a script"])
def test_what_comes_of_a_choice_stands_under_its_scene(chromium: Browser, site: ReadersSite, scripted: bool) -> None:
    with phone(chromium, java_script_enabled=scripted) as page:
        _opened(page, site, anchor=f"#{PATH[1]}")  # An address that was passed on.
        expect(page.locator(".choice:visible")).to_have_id(PATH[1])
        expect(page.locator(".choice:visible .reason")).to_be_visible()
        expect(page.locator(f".scene:has([id='{PATH[1]}']) .choices")).to_be_visible()
        expect(page.locator(".scene:visible")).to_have_count(1)
        expect(page.locator(".choice:visible")).to_be_in_viewport()


@pytest.mark.parametrize("scripted", [False, True], ids=["without a script", "with a script"])
def test_the_browser_goes_back_and_forward_through_the_story(
    chromium: Browser, site: ReadersSite, scripted: bool
) -> None:
    with phone(chromium, java_script_enabled=scripted) as page:
        _opened(page, site).walks([FIRST, SECOND])
        page.go_back()
        expect(page.locator(".choice:visible")).to_have_id(FIRST)
        page.go_back()
        expect(page.locator(".choice:visible")).to_have_count(0)
        expect(page.locator(".scene:visible")).to_have_id(STORY.start)
        page.go_forward()
        expect(page.locator(".choice:visible")).to_have_id(FIRST)


def test_without_a_script_there_is_nothing_to_press_that_does_nothing(without_script: Reader) -> None:
    expect(without_script.page.locator("button:visible")).to_have_count(0)
    without_script.walks(WAY)
    without_script.page.locator(".again a:visible").click()
    expect(without_script.page.locator(".scene:visible")).to_have_id(STORY.start)


# With a script


def test_the_heading_gets_the_focus_and_the_step_is_told(reader: Reader) -> None:
    page = reader.page
    expect(page.locator(".play__step")).to_have_text("Steg 1")
    reader.goes(FIRST)
    expect(page.locator(f"[id='{FIRST}'] h3")).to_be_focused()
    expect(page.locator(f"[id='{FIRST}'] h3")).to_be_in_viewport()
    reader.goes(SECOND)
    expect(page.locator(f"[id='{SECOND}'] h2")).to_be_focused()
    expect(page.locator(".play__step")).to_have_text("Steg 2")
    assert page.locator(".story [aria-live], .story [role=status]").count() == 0


def test_a_story_is_played_by_keyboard_alone(reader: Reader) -> None:
    page = reader.page
    page.locator(OPEN).focus()
    for target in WAY:
        for _ in range(8):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.hash") == f"#{target}":
                break
        page.keyboard.press("Enter")
        expect(page.locator(f"[id='{target}'] :is(h2, h3)").first).to_be_focused()
    expect(page.locator(".ending:visible")).to_have_count(1)


def test_one_step_back_and_starting_again(reader: Reader) -> None:
    page = reader.page
    back = page.get_by_role("button", name="Ett steg tilbake")
    expect(back).to_be_hidden()
    reader.walks([FIRST, SECOND])
    back.click()
    expect(page.locator(f"[id='{FIRST}'] h3")).to_be_focused()
    page.get_by_role("link", name="Begynn på nytt").click()
    expect(page.locator(OPEN)).to_be_focused()
    expect(page.locator(".play__step")).to_have_text("Steg 1")
    page.locator(".path summary").click()
    expect(page.get_by_text("Du har ikke valgt noe ennå.")).to_be_visible()


def test_another_choice_in_the_same_scene_takes_the_place_of_the_first(reader: Reader) -> None:
    other = next(choice.id for choice in STORY.scene(STORY.start).choices if choice.id != FIRST)
    reader.walks([other, FIRST])
    assert reader.page.locator(".play").get_attribute("data-path") == FIRST
    expect(reader.page.locator(".choices [aria-current]")).to_have_attribute("href", f"#{FIRST}")


def test_a_page_that_is_loaded_again_still_knows_the_way(reader: Reader) -> None:
    reader.walks(WAY)
    reader.page.reload()
    assert (reader.page.locator(".play").get_attribute("data-path") or "").split() == PATH
    reader.page.go_back()
    expect(reader.page.locator(".choice:visible")).to_have_id(PATH[-1])


def test_a_look_elsewhere_on_the_page_does_not_lose_the_place(reader: Reader) -> None:
    reader.walks([FIRST, SECOND])
    reader.page.evaluate("location.hash = '#page_together'")
    expect(reader.page.locator(".scene:visible")).to_have_id(SECOND)
    reader.page.go_back()
    reader.walks(WAY[2:3])
    assert (reader.page.locator(".play").get_attribute("data-path") or "").split() == PATH[:2]


def test_the_path_tells_what_was_chosen_what_came_of_it_and_why(reader: Reader) -> None:
    page = reader.page
    page.locator(".path summary").click()
    reader.walks(WAY)
    entries = page.locator(".path ol > li")
    expect(entries).to_have_count(len(PATH) + 1)
    choice = STORY.scene(STORY.start).choices
    chosen = next(one for one in choice if one.id == PATH[0])
    for words in (STORY.scene(STORY.start).title, chosen.title, chosen.reason[:20], chosen.consequence[:15]):
        expect(entries.first).to_contain_text(words)
    expect(entries.last).to_contain_text(STORY.scene(WAY[-1]).title)
    page.get_by_role("button", name="Kopier veien").click()
    expect(page.get_by_text("Veien er kopiert.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{DOCUMENT.front.title}\n\n1. {STORY.scene(STORY.start).title}\n{chosen.title}\n")
    assert copied.endswith(reader.address)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_the_path_alone_is_printed_when_it_is_asked_for(reader: Reader) -> None:
    page = reader.page
    reader.walks(WAY[:2])
    page.evaluate("window.print = () => { window.printed = document.documentElement.dataset.print; }")
    page.locator(".path summary").click()
    page.get_by_role("button", name="Skriv ut veien").click()
    page.wait_for_function("() => window.printed === 'path'")
    page.emulate_media(media="print")
    expect(page.locator(".path li").first).to_be_visible()
    expect(page.locator(".story")).to_be_hidden()
    expect(page.locator(".together")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".story .told").first).to_be_visible()
    expect(page.locator(".path")).to_be_hidden()


# Keeping the place


def test_nothing_is_kept_before_it_is_asked_for_and_resuming_is_offered_and_never_done(reader: Reader) -> None:
    page = reader.page
    reader.walks(WAY[:3])
    assert page.evaluate(script("kept"))["localStorage"] == ""
    reader.asks_to_keep()
    expect(page.get_by_role("button", name="Slett plassen min")).to_be_focused()
    assert json.loads(reader.kept) == PATH[:2]
    reader.walks(WAY[3:5])
    assert json.loads(reader.kept) == PATH[:3]
    reader.comes_again()
    expect(page.locator(".scene:visible")).to_have_id(STORY.start)
    expect(page.locator(".resume")).to_contain_text("Sist valgte du")
    page.get_by_role("button", name="Fortsett der").click()
    expect(page.locator(".choice:visible")).to_have_id(PATH[2])
    expect(page.locator(f"[id='{PATH[2]}'] h3")).to_be_focused()
    expect(page.locator(".resume")).to_be_hidden()
    assert (page.locator(".play").get_attribute("data-path") or "").split() == PATH[:3]
    page.get_by_role("button", name="Ett steg tilbake").click()
    expect(page.locator(".choice:visible")).to_have_count(0)


def test_what_is_kept_is_erased_by_one_press(reader: Reader) -> None:
    page = reader.page
    reader.walks([FIRST])
    reader.asks_to_keep()
    page.get_by_role("button", name="Slett plassen min").click()
    expect(page.get_by_text("Plassen din er slettet")).to_be_visible()
    expect(page.get_by_role("button", name="Husk hvor jeg er")).to_be_focused()
    reader.walks([SECOND])
    assert page.evaluate(script("kept"))["localStorage"] == ""


def test_who_goes_another_way_keeps_what_was_kept_before(reader: Reader) -> None:
    page = reader.page
    page.evaluate("([key, path]) => localStorage.setItem(key, path)", [KEY, json.dumps(PATH)])
    reader.comes_again()
    expect(page.locator(".resume")).to_be_visible()
    reader.goes(FIRST)
    expect(page.locator(".resume")).to_be_hidden()
    assert json.loads(reader.kept) == PATH


@pytest.mark.parametrize(("kept", "reached"), [([*PATH[:2], "borte", *PATH[2:]], 2), (["borte"], 0), ([PATH[1]], 0)])
def test_a_kept_path_is_walked_up_to_the_first_choice_that_is_gone(
    reader: Reader, kept: list[str], reached: int
) -> None:
    page = reader.page
    page.evaluate("([key, path]) => localStorage.setItem(key, path)", [KEY, json.dumps(kept)])
    reader.comes_again()
    expect(page.locator(".resume")).to_contain_text("noe av veien din finnes ikke lenger")
    if reached:
        page.get_by_role("button", name="Fortsett der").click()
        expect(page.locator(".choice:visible")).to_have_id(PATH[reached - 1])
    else:
        expect(page.get_by_role("button", name="Fortsett der")).to_be_hidden()
        page.locator(".resume").get_by_role("button", name="Slett plassen min").click()
        assert reader.kept is None
        expect(page.locator(".resume")).to_be_hidden()
    assert reader.wrong == []


DAMAGED = ("", "}{", "null", "{}", '{"version":0,"path":["a"]}', "[1]", '["a"', "7", "[" * 9999)


def test_damaged_data_and_data_of_another_version_do_no_harm(reader: Reader) -> None:
    page = reader.page
    for kept in DAMAGED:
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
        reader.comes_again()
        expect(page.get_by_role("button", name="Slett plassen min")).to_be_visible()
        expect(page.locator(".resume")).to_be_hidden()
    reader.walks([FIRST])
    reader.asks_to_keep()
    assert json.loads(reader.kept) == [FIRST]
    assert reader.wrong == []


BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"


@pytest.mark.parametrize("fault", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_stored_the_page_says_so_and_goes_on(
    chromium: Browser, site: ReadersSite, fault: str
) -> None:
    with phone(chromium) as page:
        page.add_init_script(fault)
        reader = _opened(page, site)
        reader.walks([FIRST])
        page.get_by_role("button", name="Husk hvor jeg er").click()
        expect(page.get_by_text("Nettleseren lot oss ikke gjøre det.")).to_be_visible()
        expect(page.get_by_role("button", name="Husk hvor jeg er")).to_be_visible()
        reader.walks([SECOND])
        assert reader.wrong == []


# On paper


def test_paper_shows_every_part_in_the_order_of_its_number_and_says_where_to_go(without_script: Reader) -> None:
    page = without_script.page
    page.goto(f"{without_script.address}#{FIRST}")
    page.emulate_media(media="print")
    parts = page.evaluate(
        """() => [...document.querySelectorAll(".told, .choice")].map((part) => {
          const heading = part.querySelector("h2, h3");
          const id = (part.closest(".choice") || part.closest(".scene")).id;
          return [id, heading.getBoundingClientRect().top, getComputedStyle(part).counterReset];
        })"""
    )
    seen = [one for one, _, _ in sorted(parts, key=lambda part: part[1])]
    numbers = paper_numbers(STORY)
    assert {one: counter for one, _, counter in parts} == {one: f"part {number}" for one, number in numbers.items()}
    assert seen == sorted(numbers, key=lambda one: numbers[one])
    assert page.locator(".told:visible, .choice:visible").count() == len(numbers)
    link = page.locator(f".choices a[href='#{FIRST}']")
    assert link.evaluate("(link) => getComputedStyle(link, '::after').content") == f'"(gå til {numbers[FIRST]})"'
    expect(page.locator(".play")).to_be_hidden()
    expect(page.locator(".leader")).to_be_hidden()


def test_the_map_is_a_page_of_its_own_that_a_leader_opens(reader: Reader) -> None:
    page = reader.page
    expect(page.get_by_role("link", name="Åpne kartet")).to_be_hidden()
    page.get_by_text("Til deg som leder en gruppe").click()
    page.get_by_role("link", name="Åpne kartet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Kart over historien: {DOCUMENT.front.title}")
    expect(page.locator(".story-map a")).to_have_count(len(STORY.scenes))
    expect(page.get_by_role("button", name="Skriv ut")).to_be_visible()
    page.locator(f".story-map-list > li > a[href$='#{WAY[-1]}']").click()
    expect(page.locator(".scene:visible")).to_have_id(WAY[-1])


# For everyone


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_inside_a_story_axe_finds_nothing_and_everything_fits(
    chromium: Browser, site: ReadersSite, language: str
) -> None:
    address = site.addresses[language][Kind.SCENARIO.value]
    story = next(story for document, story in PUBLISHED if f"/{document.slug}/" in address)
    way = _ways(story)
    faults: list[Any] = []
    for scheme in ("light", "dark"):
        with phone(chromium, width=180, color_scheme=scheme, reduced_motion="reduce") as page:
            for anchor in (story.scene(story.start).choices[0].id, next(iter(way))):
                page.goto("about:blank")
                _opened(page, site, address, f"#{anchor}")
                page.locator(".path summary").click()
                page.locator(".path ol li").first.wait_for()
                faults += [(scheme, anchor, fault) for fault in page.evaluate(script("overflow"))]
                page.evaluate(AXE)
                faults += [(scheme, anchor, *fault) for fault in page.evaluate(RUN, {"type": "tag", "values": TAGS})]
    assert_none(faults)


def test_forced_colours_keep_the_shapes_that_tell_the_quality(chromium: Browser, site: ReadersSite) -> None:
    with phone(chromium, forced_colors="active") as page:
        _opened(page, site, anchor=f"#{FIRST}")
        drawn = page.locator(".quality:visible").evaluate(
            "(word) => [getComputedStyle(word, '::before').borderTopWidth, getComputedStyle(word, '::before').content]"
        )
        assert drawn[0] != "0px"
        assert drawn[1] == '""'
