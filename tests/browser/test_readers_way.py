"""A reader's whole way, on a phone of 360 pixels: found in three taps, kept, read without network, printed, sent on.

The site is served with its own headers. Whatever is used on the way, nothing breaks its policy and nothing leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.static_site import StaticSite
from tests.starter_site import ADDRESS

FIRST_CV = "/ar/guides/cv-hva-er-en-cv/"
TITLE = "ما هي السيرة الذاتية؟"
SAVED = "تم الحفظ. يمكنك قراءة هذه الصفحة دون إنترنت."


@pytest.fixture(scope="module")
def host(starter_site: Path) -> Iterator[StaticSite]:
    with StaticSite(starter_site).running() as running:
        yield running


@pytest.fixture
def phone(chromium: Browser, host: StaticSite) -> Iterator[BrowserContext]:
    """A phone in a language the site is not in. At the end nothing was wrong, and nobody else was asked anything."""
    context = chromium.new_context(
        base_url=host.url, viewport={"width": 360, "height": 740}, locale="pt-BR", has_touch=True, is_mobile=True
    )
    context.set_default_timeout(10_000)
    wrong: list[str] = []
    context.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("request", lambda asked: None if asked.url.startswith(host.url) else wrong.append(asked.url))
    yield context
    context.close()
    assert [fault for fault in wrong if "net::ERR_" not in fault] == []


def tap(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).tap()


def test_the_first_cv_in_arabic_is_found_in_three_taps_kept_read_offline_printed_and_sent_on(
    phone: BrowserContext, host: StaticSite
) -> None:
    page = phone.new_page()
    page.goto("/")
    tap(page, "العربية")
    tap(page, "لديّ مرشد أو مرشدة")
    tap(page, TITLE)
    expect(page).to_have_url(f"{host.url}{FIRST_CV}")
    page.locator("[data-save] button").tap()
    expect(page.locator("[data-save] [role=status]")).to_have_text(SAVED)

    host.asked.clear()
    phone.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    printed = page.pdf(format="A4")
    page.locator("details.share summary").tap()
    sms = page.locator("a[href^='sms:']").get_attribute("href") or ""
    assert sms.startswith("sms:")
    assert page.evaluate("(href) => decodeURIComponent(href)", sms).endswith(f"body={ADDRESS.url}{FIRST_CV}")
    assert host.asked == []
    assert printed.startswith(b"%PDF")
    assert len(printed) > 10_000


def test_every_feature_keeps_to_the_policy_of_the_site(phone: BrowserContext, host: StaticSite) -> None:
    phone.grant_permissions(["clipboard-read", "clipboard-write"])
    page = phone.new_page()
    page.goto("/nb/mentee/")
    page.get_by_label("Tid").select_option(label="Inntil 10 min")
    expect(page.locator("[data-filters] [role=status]")).to_contain_text("Viser")
    page.get_by_role("button", name="Vis alle igjen").tap()
    page.goto("/nb/search/?q=soknad")
    expect(page.locator("main mark").first).to_be_visible()
    page.goto("/nb/guides/cv-hva-er-en-cv/")
    page.get_by_text("Innhold", exact=True).tap()
    page.locator("[data-save] button").tap()
    expect(page.locator("[data-save] [role=status]")).to_contain_text("Lagret")
    page.locator("details.share summary").tap()
    page.locator("[data-copy]").tap()
    expect(page.locator(".actions__said")).to_have_text("Adressen er kopiert.")
    expect(page.locator(".share img")).to_be_visible()
    page.goto("/nb/offline/")
    page.get_by_role("button", name="Fjern: Hva er en CV?").tap()
    expect(page.locator("[data-saved-pages] li")).to_have_count(0)
    page.goto("/nb/exercises/")
    page.goto("/nb/scenarios/mentee-som-tier/")
    page.locator(".choices a").first.tap()
    assert "#" in page.url


def test_an_address_that_moved_leads_to_where_the_page_is(phone: BrowserContext, host: StaticSite) -> None:
    page = phone.new_page()
    page.goto("/nb/guides/gammel/")
    page.wait_for_url(f"{host.url}/nb/guides/det-forste-motet/")


def test_a_filtered_list_survives_going_back_and_tells_when_nothing_fits(phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto("/nb/mentor/?minutes=10&topics=work")
    shown = page.locator(".card:visible").count()
    assert 0 < shown < page.locator(".card").count()
    page.locator(".card:visible a").first.tap()
    page.wait_for_url(re.compile(r"/nb/(scenarios|cases|guides|exercises)/.+"))
    page.go_back()
    expect(page.locator(".card:visible")).to_have_count(shown)
    page.goto("/nb/mentee/?topics=cv&level=A1")
    expect(page.locator("[data-filters] [role=status]")).to_have_text("Ingenting passer. Prøv å velge mindre.")
    page.goto("/nb/mentor/?topics=<img>&sprak=1")
    assert page.locator(".card:visible").count() == page.locator(".card").count()


def test_without_a_script_a_list_is_whole_and_has_no_dead_filters(chromium: Browser, host: StaticSite) -> None:
    context = chromium.new_context(base_url=host.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/nb/guides/")
    assert page.locator("select:visible, button:visible").count() == 0
    assert page.locator(".card:visible").count() == page.locator(".card").count() > 5
    context.close()
