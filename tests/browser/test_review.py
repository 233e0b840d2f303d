"""What was hard comes back: kept when asked for, on the device alone, and whatever state its storage is in."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sitebuilder.contract.tree import read_tree

from tests.browser.reader import ReadersSite, phone
from tests.every_template import STARTER

SET = next(d for d in read_tree(STARTER).library.documents if (d.language, d.slug) == ("nb", "pa-bussen"))
PATH = f"/nb/exercises/{SET.slug}/"
KEY = "toolbox:review"
ITEM = "stopper"
ID = f"{SET.front.id}/{ITEM}"
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)
TODAY = (MONDAY.date() - dt.date(1970, 1, 1)).days

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"


@dataclass
class Learner:
    page: Page
    url: str
    wrong: list[str] = field(default_factory=list)

    def does(self, answer: str) -> None:
        """Answers the one item this is about."""
        item = self.page.locator(f"#item-{ITEM}")
        item.locator("input[type=text]").fill(answer)
        item.locator("input[type=text]").press("Enter")
        expect(item.locator("[role=status]").first).not_to_be_empty()

    def opens(self, path: str) -> None:
        self.page.goto(f"{self.url}{path}")

    def comes_back(self, days: int, language: str = "nb") -> None:
        self.page.clock.set_system_time(MONDAY + dt.timedelta(days=days))
        self.opens(f"/{language}/review/")

    def begins(self) -> None:
        self.page.locator("[data-begin] button").click()

    @property
    def state(self) -> Any:
        return self.page.locator(".review__state")

    @property
    def kept(self) -> Any:
        text = self.page.evaluate("(key) => localStorage.getItem(key)", KEY)
        return json.loads(text)["items"] if text else None

    def has_kept(self, **changes: Any) -> None:
        """What lies on the phone already, written as the page writes it."""
        one = {"path": PATH, "box": 0, "due": TODAY, "seen": TODAY - 1, "print": "", **changes}
        self.lays(json.dumps({"version": 1, "items": {ID: one}}))

    def lays(self, text: str) -> None:
        self.opens("/nb/review/")
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        self.opens("/nb/review/")


Visit = Callable[..., Learner]


@pytest.fixture
def visit(chromium: Browser, site: ReadersSite) -> Iterator[Visit]:
    opened: list[Any] = []

    def come(before: str = "") -> Learner:
        context = phone(chromium, timezone_id="Europe/Oslo", accept_downloads=True)
        page = context.__enter__()
        opened.append(context)
        page.clock.install(time=MONDAY)
        if before:
            page.add_init_script(before)
        learner = Learner(page, site.server.url)
        page.on("pageerror", lambda error: learner.wrong.append(str(error)))
        page.on("request", lambda r: learner.wrong.append(r.url) if site.server.url not in r.url else None)
        return learner

    yield come
    for context in opened:
        context.__exit__(None, None, None)


def test_what_was_hard_is_kept_when_asked_for_and_asked_again_on_its_days(visit: Visit) -> None:
    learner = visit()
    page = learner.page
    learner.opens(PATH)
    expect(page.locator("[data-review-keep]")).to_be_hidden()
    learner.does("stoppe")
    learner.does("stopper")
    expect(page.locator("[data-hard]")).to_have_text("Oppgaver som var vanskelige: 1")
    assert learner.kept is None
    page.get_by_role("button", name="Ta vare på dem").click()
    expect(page.locator("[data-review-keep] [role=status]")).to_contain_text("Tatt vare på")
    assert [(one["box"], one["due"] - TODAY) for one in learner.kept.values()] == [(0, 1)]

    learner.comes_back(0)
    expect(learner.state).to_have_text("Kommer senere: 1. Neste gang: 24. november")
    learner.comes_back(2)
    expect(learner.state).to_have_text("Å øve på nå: 1")
    learner.begins()
    expect(page.locator("[data-from]")).to_have_text("På bussen")
    learner.does("stopper")
    expect(learner.state).to_have_text("Kommer tilbake 28. november.")
    assert [(one["box"], one["due"] - TODAY) for one in learner.kept.values()] == [(1, 5)]
    page.locator("[data-next] button").click()
    expect(learner.state).to_contain_text("Ferdig for i dag")
    learner.comes_back(3)
    expect(page.locator("[data-begin]")).to_be_hidden()
    assert learner.wrong == []


def test_what_was_right_at_once_is_not_hard(visit: Visit) -> None:
    learner = visit()
    learner.opens(PATH)
    learner.does("stopper")
    learner.does("stoppe")
    expect(learner.page.locator("[data-review-keep]")).to_be_hidden()


def test_five_times_right_in_a_row_is_learned_and_one_mistake_begins_again(visit: Visit) -> None:
    learner = visit()
    learner.has_kept(box=4)
    learner.begins()
    learner.does("stopper")
    expect(learner.state).to_have_text("Denne kan du nå. Den kommer ikke tilbake.")
    assert learner.kept == {}
    learner.has_kept(box=3, **{"print": _print_now(learner)})
    learner.begins()
    learner.does("stoppe")
    learner.does("stopper")
    assert [(one["box"], one["due"] - TODAY) for one in learner.kept.values()] == [(0, 1)]


def _print_now(learner: Learner) -> str:
    """The print of the answers as they are now."""
    learner.has_kept()
    learner.begins()
    learner.does("stoppe")
    return str(learner.kept[ID]["print"])


def test_looking_at_the_answer_counts_as_not_known(visit: Visit) -> None:
    learner = visit()
    learner.has_kept(box=3)
    learner.begins()
    learner.page.locator(".item-key summary").click()
    expect(learner.page.locator("[data-next]")).to_be_visible()
    assert learner.kept[ID]["box"] == 0


def test_an_answer_key_that_changed_is_told_and_begins_again(visit: Visit) -> None:
    learner = visit()
    learner.has_kept(box=3, **{"print": "old"})
    learner.begins()
    expect(learner.state).to_contain_text("endret siden sist")
    learner.does("stopper")
    assert learner.kept[ID]["box"] == 1


def test_looking_at_the_answer_of_a_changed_key_remembers_the_key(visit: Visit) -> None:
    learner = visit()
    learner.has_kept(box=3, **{"print": "old"})
    learner.begins()
    learner.page.locator(".item-key summary").click()
    expect(learner.page.locator("[data-next]")).to_be_visible()
    assert learner.kept[ID]["print"] not in ("", "old")


def test_what_was_erased_in_another_tab_is_not_kept_again(visit: Visit) -> None:
    learner = visit()
    learner.has_kept()
    learner.begins()
    expect(learner.page.locator(f"#item-{ITEM}")).to_be_visible()
    learner.page.evaluate("(key) => localStorage.removeItem(key)", KEY)
    learner.does("stopper")
    expect(learner.page.locator("[data-next]")).to_be_visible()
    assert learner.kept is None


def test_what_is_gone_is_taken_out_and_what_cannot_be_fetched_waits(visit: Visit) -> None:
    learner = visit()
    gone = {"path": PATH, "box": 0, "due": TODAY, "seen": 0, "print": ""}
    away = {**gone, "path": "/nb/exercises/i-butikken/"}
    ids = {
        f"{SET.front.id}/borte": gone,
        f"{SET.front.id}/side": {**gone, "path": "/nb/exercises/finnes-ikke/"},
        ID: away,
    }
    learner.page.route("**/i-butikken/", lambda route: route.abort())
    learner.lays(json.dumps({"version": 1, "items": ids}))
    learner.begins()
    expect(learner.state).to_contain_text("finnes ikke lenger")
    expect(learner.state).to_contain_text("kunne ikke hentes")
    assert set(learner.kept) == {ID}


def test_an_exercise_is_asked_in_the_language_of_the_page(visit: Visit, site: ReadersSite) -> None:
    learner = visit()
    learner.has_kept()
    learner.opens("/en/review/")
    learner.begins()
    item = learner.page.locator(f"#item-{ITEM}")
    expect(item).to_have_attribute("lang", "en")
    learner.opens("/so/review/")
    learner.begins()
    expect(item).to_have_attribute("lang", "nb")


@pytest.mark.parametrize("before", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_written_the_page_says_so_and_goes_on(visit: Visit, before: str) -> None:
    learner = visit(before)
    learner.opens(PATH)
    learner.does("stoppe")
    learner.page.get_by_role("button", name="Ta vare på dem").click()
    expect(learner.page.locator("[data-review-keep] [role=status]")).to_contain_text("lagret")
    learner.does("stopper")
    learner.opens("/nb/review/")
    expect(learner.state).not_to_be_empty()
    assert learner.wrong == []


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"items": []}', '{"version": 1}', "\x00" * 100])
def test_what_is_damaged_is_left_as_it_lies_until_it_is_erased(visit: Visit, text: str) -> None:
    learner = visit()
    learner.lays(text)
    expect(learner.state).to_contain_text("kan ikke leses")
    learner.opens(PATH)
    learner.does("stoppe")
    learner.page.get_by_role("button", name="Ta vare på dem").click()
    expect(learner.page.locator("[data-review-keep] [role=status]")).to_contain_text("kan ikke leses")
    assert learner.page.evaluate("(key) => localStorage.getItem(key)", KEY) == text
    learner.opens("/nb/review/")
    learner.page.get_by_role("button", name="Slett alt").click()
    learner.page.get_by_role("button", name="Ja, slett alt").click()
    expect(learner.state).to_contain_text("Alt er slettet")
    assert learner.kept is None
    assert learner.wrong == []


def test_an_older_log_is_read_and_a_newer_one_is_left_alone(visit: Visit) -> None:
    learner = visit()
    old = {ID: {"path": PATH, "box": 9, "due": TODAY}, "../x": {"path": "//evil", "box": -1, "due": "x"}}
    learner.lays(json.dumps({"items": old}))
    expect(learner.state).to_have_text("Å øve på nå: 1")
    newer = json.dumps({"version": 2, "items": {}})
    learner.lays(newer)
    expect(learner.state).to_contain_text("nyere utgave")
    assert learner.page.evaluate("(key) => localStorage.getItem(key)", KEY) == newer


def test_a_copy_goes_out_and_comes_in_on_another_phone(visit: Visit, tmp_path: Path) -> None:
    mine, other = visit(), visit()
    mine.has_kept(box=2, due=TODAY + 7)
    with mine.page.expect_download() as download:
        mine.page.get_by_role("button", name="Last ned en kopi").click()
    copy = tmp_path / "copy.json"
    download.value.save_as(copy)
    other.opens("/nb/review/")
    other.page.locator("[data-import]").set_input_files(copy)
    expect(other.state).to_contain_text("Hentet inn. Oppgaver her nå: 1")
    assert other.kept == mine.kept
    other.has_kept(box=0, seen=TODAY)
    other.page.locator("[data-import]").set_input_files(copy)
    expect(other.state).to_contain_text("Hentet inn")
    assert other.kept[ID]["box"] == 0  # What was answered last is what counts.


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hei", "ikke en kopi"),
        ('{"items": 1}', "ikke en kopi"),
        ("9" * 10_000_000, "for stor"),
        ('{"version": 9, "items": {}}', "nyere"),
    ],
    ids=["no json", "no log", "10 MB", "newer"],
)
def test_a_file_that_is_no_copy_changes_nothing(visit: Visit, text: str, said: str, tmp_path: Path) -> None:
    learner = visit()
    learner.has_kept()
    before = learner.kept
    file = tmp_path / "a.json"
    file.write_text(text, "utf-8")
    learner.page.locator("[data-import]").set_input_files(file)
    expect(learner.state).to_contain_text(said)
    assert learner.kept == before


def test_erasing_asks_once_more_and_a_press_elsewhere_takes_it_back(visit: Visit) -> None:
    learner = visit()
    learner.has_kept()
    learner.page.get_by_role("button", name="Slett alt").click()
    learner.begins()
    expect(learner.page.locator("[data-erase]")).to_have_text("Slett alt som er tatt vare på")
    assert learner.kept is not None


def test_without_a_script_the_page_says_what_it_is_for(chromium: Browser, site: ReadersSite) -> None:
    with phone(chromium, java_script_enabled=False) as page:
        page.goto(f"{site.server.url}/nb/review/")
        assert "virker bare når JavaScript er slått på" in page.locator("noscript").inner_text()
        expect(page.locator("button:visible, input[type=file]:visible")).to_have_count(0)


def test_in_an_arabic_page_norwegian_word_order_is_explained_kept_asked_again_and_printed(visit: Visit) -> None:
    learner = visit()
    page = learner.page
    learner.opens("/ar/exercises/avtale-med-mentoren/")
    item = page.locator("#item-i-dag")
    typed = item.locator("input[type=text]")
    typed.fill("I dag jeg jobber")
    typed.press("Enter")
    reason = item.locator(".item-result")
    expect(reason).to_contain_text("الفعل")  # That it is the verb.
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert typed.evaluate("field => [getComputedStyle(field).direction, field.value]") == ["ltr", "I dag jeg jobber"]
    assert reason.evaluate("told => getComputedStyle(told).direction") == "rtl"
    page.locator("[data-review-keep] button").click()
    expect(page.locator("[data-review-link]")).to_be_visible()

    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.locator("[data-print]").click()
    page.emulate_media(media="print")
    expect(page.locator(".key > ol > li")).to_have_count(page.locator(".item").count())
    expect(page.locator(".key")).to_contain_text("I dag jobber jeg")
    expect(item.locator(".item-key")).to_be_hidden()

    learner.comes_back(2, "ar")
    learner.begins()
    expect(typed).to_have_value("")
    typed.fill("I dag jobber jeg")
    typed.press("Enter")
    expect(page.locator("[data-next]")).to_be_visible()
    assert [one["box"] for one in learner.kept.values()] == [1]
    assert learner.wrong == []  # Neither a fault nor a word to anybody else.
