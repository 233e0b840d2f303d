"""An editor's browser while a release is made: a real server, a real worker, a real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cms.publishing.installation import Installation
from tests.cms.publishing.postgres import free_port

SIGN_IN = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from tests.cms.publishing.sample import make_editor
user, session = make_editor(), SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "cms.accounts.backend.PeopleBackend"
session.save()
print(session.session_key)
"""
PUBLISH = "from tests.cms.publishing.sample import *; publish(GuidePage.objects.get(), title='{title}')"


@pytest.fixture
def address(installation: Installation) -> str:
    port = free_port()
    installation.environment["TOOLBOX_URL"] = f"http://127.0.0.1:{port}"
    bind = ["--bind", f"127.0.0.1:{port}", "--threads", "4", "--log-level", "warning"]
    installation.start("-m", "gunicorn", "cms.config.wsgi:application", *bind)
    return f"http://127.0.0.1:{port}"


@pytest.fixture
def tab(chromium: Browser, installation: Installation, address: str) -> Iterator[Page]:
    key = installation.python(SIGN_IN).splitlines()[-1]
    context = chromium.new_context(locale="en-GB")
    context.add_cookies([{"name": "sessionid", "value": key, "url": address}])
    context.set_default_timeout(30_000)
    page = context.new_page()
    open_when_ready(page, f"{address}/cms/releases/")
    yield page
    context.close()


def open_when_ready(page: Page, url: str) -> None:
    for _attempt in range(120):
        try:
            page.goto(url)
            return
        except Exception as error:
            if "ERR_CONNECTION_REFUSED" not in str(error):
                raise
            page.wait_for_timeout(250)
    raise AssertionError("The server did not start.")


def test_the_strip_follows_a_release_to_its_end_and_leads_to_the_page(installation: Installation, tab: Page) -> None:
    installation.python(PUBLISH.format(title="En kort CV"))
    tab.goto(tab.url)
    strip = tab.locator("[data-release-strip]")
    expect(strip.get_by_role("status")).to_contain_text(re.compile("Waiting to begin|Venter på å begynne"))
    installation.start("manage.py", "worker")
    link = strip.get_by_role("link", name=re.compile("«En kort CV»|“En kort CV”"))
    expect(link).to_be_visible(timeout=60_000)
    assert strip.get_attribute("data-state") == "live"
    with tab.context.expect_page() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("En kort CV")
    tab.goto(tab.url)
    expect(tab.get_by_role("link", name=re.compile("^(Release|Utgivelse) "))).not_to_have_count(0)
    expect(strip).to_have_count(0)


def test_the_page_of_a_release_shows_its_end_by_itself_and_says_what_to_mend(
    installation: Installation, tab: Page
) -> None:
    (installation.content / "notater.docx").write_bytes(b"PK")
    installation.python(PUBLISH.format(title="En kort CV"))
    tab.goto(tab.url)
    tab.get_by_role("link", name=re.compile("^(Release|Utgivelse) ")).first.click()
    installation.start("manage.py", "worker")
    expect(tab.get_by_role("status").filter(has_text=re.compile("Not published|Ikke publisert"))).to_be_visible(
        timeout=60_000
    )
    expect(tab.get_by_text("notater.docx").first).to_be_visible()
