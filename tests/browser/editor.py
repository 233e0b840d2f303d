"""An editor at work in the CMS: what she clicks and types, by the names fields have in the forms."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

PASSWORD = "en lang setning om fjell 2026"
GO_LIVE = 60_000
"""Milliseconds a release may take on a busy machine before the test gives up."""


class Editor:
    """Drives one browser page. Words are the interface's English ones."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def sign_in(self, name: str, password: str) -> None:
        """The first sign-in: with the one-time password, which must then be changed."""
        self.page.goto(f"{self.url}/cms/")
        self.page.fill("input[name=login]", name)
        self.page.fill("input[name=password]", password)
        self.page.click("form button[type=submit] >> nth=0")
        self.page.fill("input[name=oldpassword]", password)
        self.page.fill("input[name=password1]", PASSWORD)
        self.page.fill("input[name=password2]", PASSWORD)
        self.page.click("form:has(input[name=oldpassword]) button[type=submit]")
        expect(self.page.locator("#wagtail-sidebar, [data-wagtail-sidebar]").first).to_be_attached()

    def new_page(self, kind: str, section: int) -> None:
        self.page.goto(f"{self.url}/cms/pages/add/library/{kind}page/{section}/")

    def edit(self, page_id: int) -> None:
        self.page.goto(f"{self.url}/cms/pages/{page_id}/edit/")

    def tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            self.page.fill(f"[name='{name}']", value)

    def add_block(self, path: str, name: str = "") -> None:
        """Adds a block at the end of the stream that ``path`` names, of the kind that is called ``name``."""
        count = self.page.locator(f"[name='{path}-count']")
        before = int(count.input_value())
        # The buttons of a stream or list stand beside its counter; those further in belong to what is inside it.
        inside = "xpath=following-sibling::*[@data-streamfield-stream-container or @data-streamfield-list-container]"
        buttons = count.locator(inside).locator("xpath=./button | ./div/button")
        buttons.last.click()
        if name:
            self.page.get_by_role("option", name=name, exact=True).click()
        expect(count).to_have_value(str(before + 1))

    def open_block(self, path: str) -> None:
        """Unfolds the block whose value is at ``path`` where it is folded."""
        panel = self.page.locator(f"xpath=//*[@name='{path}-title']/ancestor::section[@data-panel][1]")
        toggle = panel.locator("> .w-panel__header [data-panel-toggle]")
        if toggle.get_attribute("aria-expanded") == "false":
            toggle.click()

    def write(self, path: str, text: str) -> None:
        """Types into the rich text field ``path``, in place of what it says."""
        around = f"//*[@name='{path}']/ancestor::*[.//*[@contenteditable='true']][1]"
        field = self.page.locator(f"xpath={around}//*[@contenteditable='true']").first
        field.click()
        expect(field).to_be_focused()  # A new block takes a moment before it listens.
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
        expect(field).to_have_text(text)
        expect(self.page.locator(f"[name='{path}']")).to_have_value(re.compile(re.escape(text)))  # Kept after a moment.

    def lead(self, path: str, title: str) -> None:
        """Picks the scene that the choice at ``path`` goes on to."""
        self.page.locator(f"select[id$='{path}-target-list']").select_option(label=title)

    def about(self, slug: str, audience: str = "mentee") -> None:
        """What every page needs besides its text."""
        self.tab("About the page")
        self.fill(slug=slug, minutes="5")
        self.page.select_option("[name=audience]", audience)
        self.page.check("[name=topics][value=trust]")

    def publish(self) -> None:
        """Presses Publish and waits for the strip that follows the release to say that it is live."""
        self.page.locator("footer .w-dropdown button").first.click()
        with self.page.expect_navigation():  # First it is asked whether she is still signed in.
            self.page.click("button[name='action-publish']")
        strip = self.page.locator("[data-release-strip]")
        expect(strip).to_have_attribute("data-state", "live", timeout=GO_LIVE)
