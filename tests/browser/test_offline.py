"""Saving pages for offline, in a real browser, over a real loopback server, with the headers of the built site."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.offline_site import ARABIC, EXERCISE, GUIDE, OTHER, SOUND, build, picture
from tests.browser.static_site import StaticSite

TRACES = """async () => ({
  workers: (await navigator.serviceWorker.getRegistrations()).map((each) => new URL(each.scope).pathname),
  caches: await caches.keys(),
  local: localStorage.length + sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  cookies: document.cookie,
})"""
NO_TRACE = {"workers": [], "caches": [], "local": 0, "databases": 0, "cookies": ""}
SAVED = "Lagret. Du kan lese siden uten nett."


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A release, the one after it, and a third with the text of the second built with saving turned off."""
    with pytest.MonkeyPatch.context() as patch:
        first = build(tmp_path_factory.mktemp("first"), patch)
        second = build(tmp_path_factory.mktemp("second"), patch, "Nye ord.", first)
        patch.setenv("TOOLBOX_SERVICE_WORKER", "off")
        plain = build(tmp_path_factory.mktemp("plain"), patch, "Nye ord.", second)
    return first, second, plain


@pytest.fixture
def site(builds: tuple[Path, Path, Path]) -> Iterator[StaticSite]:
    with StaticSite(builds[0]).running() as running:
        yield running


@pytest.fixture
def context(chromium: Browser, site: StaticSite) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=site.url, viewport={"width": 360, "height": 740})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def button(page: Page) -> Any:
    return page.locator("[data-save] button")


def status(page: Page) -> Any:
    return page.locator("[data-save] [role=status]")


def save(page: Page, path: str = GUIDE) -> None:
    page.goto(path)
    button(page).click()
    expect(status(page)).not_to_have_text("")
    expect(button(page)).to_have_text(re.compile("Fjern|إزالة"))


def until(condition: Callable[[], bool]) -> None:
    """Waits for what no element of the page tells, for ten seconds at most."""
    for _ in range(200):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("It did not come to pass.")


# Before the press


def test_before_the_press_nothing_is_stored(page: Page, site: StaticSite) -> None:
    page.goto(GUIDE)
    expect(button(page)).to_be_visible()
    assert page.evaluate(TRACES) == NO_TRACE
    page.goto("/nb/offline/")
    expect(page.get_by_text("Du har ikke lagret noen sider.")).to_be_visible()
    assert page.evaluate(TRACES) == NO_TRACE
    assert [address for address in site.asked if "sw.js" in address or "save." in address] == []


def test_the_button_tells_what_it_costs_and_that_is_what_is_fetched(page: Page, site: StaticSite) -> None:
    page.goto(GUIDE)
    words = re.compile(r"Lagre for å lese uten nett \(≈ (\d+) kB\)")
    expect(button(page)).to_have_text(words)  # The script writes the size when it comes.
    told = words.fullmatch(button(page).inner_text())
    assert told
    site.asked.clear()
    save(page)
    assert sorted(set(site.asked) - {"/favicon.svg"}) == sorted(
        [
            GUIDE,
            f"{GUIDE}qr.svg",
            "/nb/",
            "/nb/qr.svg",
            "/nb/offline/",
            "/nb/sw.js",
            picture(site.folder),
            *(f"/assets/{file.name}" for file in (site.folder / "assets").iterdir() if _is_needed(file)),
        ]
    )
    assert 10 <= int(told[1]) <= 60


def _is_needed(file: Path) -> bool:
    return file.name.startswith(("copy.", "offline-store.", "page.", "paper.", "parts.", "print.", "save.", "saved."))


def test_large_recordings_are_named_apart(page: Page) -> None:
    page.goto(EXERCISE)
    expect(button(page)).to_have_text(re.compile(r"^Lagre for å lese uten nett \(≈ \d\d kB \+ lyd 165 kB\)$"))


def test_without_scripts_there_is_no_dead_button(chromium: Browser, site: StaticSite) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(site.url + GUIDE)
    assert page.locator("[data-save] button:visible").count() == 0
    page.goto(f"{site.url}/nb/offline/")
    assert page.locator("[data-save] button:visible").count() == 0
    assert "bare når JavaScript er slått på" in page.locator("noscript").inner_text()
    page.close()


@pytest.mark.parametrize(
    "blocked",
    [
        "Object.defineProperty(window, 'caches', { get: () => { throw new DOMException('no', 'SecurityError') } })",
        "CacheStorage.prototype.keys = () => Promise.reject(new DOMException('no', 'SecurityError'))",
        "delete Navigator.prototype.serviceWorker",
    ],
)
def test_where_storing_is_blocked_there_is_no_dead_button(page: Page, blocked: str) -> None:
    page.add_init_script(blocked)
    page.goto(GUIDE)
    page.wait_for_function("() => document.documentElement.dataset.says")  # The page's script has run.
    assert page.locator("[data-save] button:visible").count() == 0
    page.goto("/nb/offline/")
    expect(page.get_by_text("Denne nettleseren kan ikke lagre sider for oss.")).to_be_visible()
    assert page.locator("[data-save] button:visible").count() == 0


# Saved


def test_a_saved_page_is_read_without_network_with_its_pictures_and_its_paper_style(
    page: Page, site: StaticSite
) -> None:
    save(page)
    expect(status(page)).to_have_text(SAVED)
    site.dead = True
    page.reload()
    expect(page.get_by_text("Noen ord.")).to_be_visible()
    page.locator("figure img").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('figure img').naturalWidth === 40")
    assert page.evaluate("document.querySelector('link[media=print]').sheet.cssRules.length") > 5
    expect(button(page)).to_have_text("Fjern fra telefonen")
    expect(status(page)).to_have_text(SAVED)
    page.goto("/nb/")
    assert page.locator("h1").is_visible()
    page.goto("/nb/guides/kort-cv")
    expect(page.get_by_text("Noen ord.")).to_be_visible()


def test_a_page_that_was_not_saved_gives_the_list_of_those_that_are(page: Page, site: StaticSite) -> None:
    save(page)
    page.goto(OTHER)
    site.dead = True
    page.reload()
    expect(page.locator("h1")).to_have_text("Sider du har lagret")
    expect(page.get_by_text("Du har ikke nett nå.")).to_be_visible()
    page.get_by_role("link", name="kort-cv (nb)").click()
    expect(page.get_by_text("Noen ord.")).to_be_visible()


def test_the_offline_page_speaks_the_language_of_the_page_that_is_missing(page: Page, site: StaticSite) -> None:
    save(page, ARABIC)
    site.dead = True
    page.goto("/ar/mentor/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    expect(page.get_by_text("لا يوجد إنترنت الآن.")).to_be_visible()
    expect(page.locator(".saved-pages li a")).to_have_attribute("href", ARABIC)


def test_parts_of_a_saved_recording_are_answered_as_parts(page: Page, site: StaticSite) -> None:
    save(page, EXERCISE)
    site.dead = True
    page.reload()
    ask = f"""async (range) => {{
        const response = await fetch("{SOUND}", {{ headers: {{ range }} }});
        return [response.status, response.headers.get("content-range"), (await response.text()).slice(0, 4)];
    }}"""
    assert page.evaluate(ask, "bytes=8-11") == [206, "bytes 8-11/160044", "WAVE"]
    assert page.evaluate(ask, "bytes=0-")[:2] == [206, "bytes 0-160043/160044"]
    assert page.evaluate(ask, "bytes=999999-")[0] == 200
    played = "(sound) => new Promise((done) => { sound.oncanplaythrough = () => done(sound.duration); sound.load(); })"
    assert page.locator("audio").first.evaluate(played) == 20


def test_on_a_network_that_has_stalled_the_saved_page_comes_after_three_seconds(page: Page, site: StaticSite) -> None:
    save(page)
    site.silent.add(GUIDE)
    page.goto(GUIDE)
    expect(page.get_by_text("Noen ord.")).to_be_visible()


def test_a_host_that_is_broken_does_not_stand_before_the_saved_page(page: Page, site: StaticSite) -> None:
    save(page)
    site.refused[GUIDE] = 503
    page.reload()
    expect(page.get_by_text("Noen ord.")).to_be_visible()
    site.refused[GUIDE] = 404  # It is gone, which is no fault of the host.
    page.reload()
    expect(page.locator("h1")).to_have_text("Vi finner ikke denne siden")


def test_a_page_that_came_by_way_of_a_redirect_is_stored_clean(page: Page, site: StaticSite) -> None:
    page.goto(GUIDE)
    site.moved[GUIDE] = f"{GUIDE}index.html"
    save_here = button(page)
    save_here.click()
    expect(status(page)).to_have_text(SAVED)
    stored = page.evaluate(f"caches.match('{GUIDE}').then((found) => [found.redirected, found.url, found.type])")
    assert stored == [False, "", "default"]
    site.dead = True
    page.reload()
    expect(page.get_by_text("Noen ord.")).to_be_visible()


# Changes


def test_a_new_release_leaves_the_open_page_alone_and_comes_with_the_next(
    page: Page, site: StaticSite, builds: tuple[Path, Path, Path]
) -> None:
    page.goto(GUIDE)
    old = page.locator("script[type=module]").first.get_attribute("src")
    site.folder = builds[1]
    save(page, OTHER)  # Another page, of the new release.
    page.go_back()
    page.goto(GUIDE)
    expect(page.get_by_text("Nye ord.")).to_be_visible()
    assert page.locator("script[type=module]").first.get_attribute("src") != old
    assert page.evaluate("(old) => fetch(old).then((response) => response.status)", old) == 200


def test_an_open_page_of_the_release_before_can_still_save_itself(
    page: Page, site: StaticSite, builds: tuple[Path, Path, Path]
) -> None:
    page.goto(GUIDE)
    site.folder = builds[1]
    button(page).click()
    expect(status(page)).to_have_text(SAVED)
    expect(page.get_by_text("Noen ord.")).to_be_visible()
    site.dead = True
    page.reload()
    expect(page.get_by_text("Nye ord.")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.says") == "Nye ord."  # Its own script, not the old one.


def test_a_saved_page_that_has_changed_is_stored_anew_when_it_is_read(
    page: Page, site: StaticSite, builds: tuple[Path, Path, Path]
) -> None:
    save(page)
    site.folder = builds[1]
    page.reload()
    expect(page.get_by_text("Nye ord.")).to_be_visible()
    stored = f"caches.match('{GUIDE}').then((found) => found.text())"
    until(lambda: "Nye ord." in page.evaluate(stored))
    site.dead = True
    page.reload()
    expect(page.get_by_text("Nye ord.")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.says") == "Nye ord."


def test_a_refresh_that_is_cut_short_leaves_the_old_page_whole(
    page: Page, site: StaticSite, builds: tuple[Path, Path, Path]
) -> None:
    save(page)
    site.folder, site.dies_at = builds[1], "/nb/offline/"
    page.reload()
    expect(page.get_by_text("Nye ord.")).to_be_visible()
    until(lambda: site.dead)
    page.reload()
    expect(page.get_by_text("Noen ord.")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.says") == "Noen ord."


# What goes wrong


@pytest.mark.parametrize("what", ["the picture", "/nb/offline/", "/nb/sw.js"])
def test_a_network_that_goes_away_half_way_leaves_nothing_half_saved(page: Page, site: StaticSite, what: str) -> None:
    page.goto(GUIDE)
    site.dies_at = picture(site.folder) if what == "the picture" else what
    button(page).click()
    expect(status(page)).to_contain_text("Nettet ble borte")
    assert page.evaluate(TRACES) == NO_TRACE
    expect(button(page)).to_have_text(re.compile("^Lagre for å lese uten nett"))
    site.dead, site.dies_at = False, ""
    button(page).click()
    expect(status(page)).to_have_text(SAVED)


def test_a_file_that_is_missing_leaves_nothing_half_saved(page: Page, site: StaticSite) -> None:
    page.goto(GUIDE)
    site.refused[picture(site.folder)] = 404
    button(page).click()
    expect(status(page)).to_contain_text("Ingenting er lagret.")
    assert page.evaluate(TRACES) == NO_TRACE


def test_without_network_at_all_the_press_says_so(page: Page, site: StaticSite) -> None:
    page.goto(GUIDE)
    site.dead = True
    button(page).click()
    expect(status(page)).to_contain_text("Nettet ble borte")


@pytest.mark.parametrize("whole", [0, 3])
def test_a_phone_that_is_full_says_so_and_keeps_nothing(page: Page, whole: int) -> None:
    page.add_init_script(
        f"""let left = {whole}; const put = Cache.prototype.put;
        Cache.prototype.put = function (...file) {{
          if (left--) return put.apply(this, file);
          left = 0;
          return Promise.reject(new DOMException("full", "QuotaExceededError"));
        }};"""
    )
    page.goto(GUIDE)
    button(page).click()
    expect(status(page)).to_contain_text("Det er ikke plass nok på telefonen.")
    assert page.evaluate(TRACES) == NO_TRACE


def test_what_an_older_version_of_the_worker_stored_is_cleared_away(page: Page) -> None:
    page.goto(GUIDE)
    page.evaluate("Promise.all(['saved-0:/nb/x/', 'saved-0:/ar/x/', 'other'].map((name) => caches.open(name)))")
    button(page).click()
    expect(status(page)).to_have_text(SAVED)
    until(lambda: page.evaluate("caches.keys()") == ["saved-0:/ar/x/", "other", "saved-1:/nb/", f"saved-1:{GUIDE}"])


def test_what_a_closed_tab_left_half_saved_is_cleared_away(page: Page) -> None:
    page.goto(OTHER)
    page.evaluate(f"caches.open('saved-1:{GUIDE}').then((cache) => cache.put('/assets/a.webp', new Response('x')))")
    page.goto(GUIDE)
    expect(button(page)).to_have_text(re.compile("^Lagre"))
    until(lambda: page.evaluate(TRACES) == NO_TRACE)


# Removing


def test_a_page_that_is_removed_can_be_saved_again_at_once(page: Page, site: StaticSite) -> None:
    save(page)
    button(page).click()
    expect(status(page)).to_have_text("Fjernet fra telefonen.")
    assert page.evaluate(TRACES) == NO_TRACE
    button(page).click()
    expect(status(page)).to_have_text(SAVED)
    site.dead = True
    page.reload()
    expect(page.get_by_text("Noen ord.")).to_be_visible()


def test_removing_the_last_page_leaves_no_trace(page: Page) -> None:
    save(page)
    save(page, OTHER)
    button(page).click()
    expect(status(page)).to_have_text("Fjernet fra telefonen.")
    assert page.evaluate(TRACES)["caches"] == ["saved-1:/nb/", f"saved-1:{GUIDE}"]
    button(page).click()
    expect(status(page)).to_have_text(SAVED)
    button(page).click()
    expect(status(page)).to_have_text("Fjernet fra telefonen.")
    page.goto("/nb/offline/")
    page.get_by_role("button", name="Fjern: kort-cv (nb)").click()
    expect(page.locator(".saved-pages li")).to_have_count(0)
    expect(page.get_by_text("Fjernet fra telefonen.")).to_be_visible()
    assert page.evaluate(TRACES) == NO_TRACE


def test_erasing_everything_erases_every_language(page: Page) -> None:
    save(page)
    save(page, ARABIC)
    page.goto("/nb/offline/")
    expect(page.locator(".saved-pages li")).to_have_count(2)
    assert page.locator(".saved-pages li a[lang=ar]").get_attribute("dir") == "rtl"
    page.get_by_role("button", name="Slett alt som er lagret").click()
    expect(page.get_by_text("Alt er slettet fra telefonen.")).to_be_visible()
    assert page.evaluate(TRACES) == NO_TRACE


def test_a_site_built_without_the_worker_makes_every_phone_plain_again(
    page: Page, site: StaticSite, builds: tuple[Path, Path, Path]
) -> None:
    save(page)
    site.folder = builds[2]
    page.goto(GUIDE)
    expect(page.get_by_text("Nye ord.")).to_be_visible()
    assert page.locator("[data-save]").count() == 0
    until(lambda: page.evaluate(TRACES) == NO_TRACE)
