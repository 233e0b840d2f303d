"""An editor's screen in one language, and the pictures that are taken of it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.editor import PASSWORD, Editor
from tests.browser.installation import Installation
from tests.interface_words import norwegian

PICTURES = Path(__file__).resolve().parents[3] / "docs" / "editors" / "images"
LARGEST = 60_000
"""Bytes of one picture."""
PATIENCE = 60_000
"""Milliseconds that anything may take on a busy machine."""
SCREEN = {"width": 1280, "height": 900}
TONGUES = {"nb": "nb-NO", "en": "en-GB"}

_STILL = """([moment, seconds, hidden, unreadable]) => {
  for (const one of document.querySelectorAll(unreadable)) one.remove();
  for (const time of document.querySelectorAll("time")) time.textContent = moment;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data;
    const said = text
      .replace(/\\b\\d+[,.]\\d (?=s(ek\\.)?(\\s|$))/g, seconds + " ")
      .replace(/\\b[A-Z][a-z]+\\.? \\d{1,2}, 20\\d\\d\\b/g, moment)
      .replace(/\\b(\\d{1,2}:\\d\\d|\\d{1,2}) [ap]\\.m\\.|\\b\\d\\d:\\d\\d\\b/g, "10:15")
      .replace(/\\b\\d{1,2}[./]\\d{1,2}[./]20\\d\\d\\b|\\b\\d{1,2}\\.? [A-Za-zåæø]+\\.? 20\\d\\d\\b/g, moment);
    if (said !== text) walk.currentNode.data = said;
  }
  for (const one of document.querySelectorAll(hidden)) one.style.opacity = 0;
}"""
"""Dates and durations are the same in every run. What comes and goes by itself is not seen."""
_MOMENT = {"nb": "10. mars 2026", "en": "10 March 2026"}
_SECONDS = {"nb": "1,2", "en": "1.2"}
_UNREADABLE = ".day__table tr:has(> th [lang=ti])"
"""A machine that takes pictures may have no letters for Tigrinya, and show boxes."""
_HIDDEN = "#w-autosave-indicator, .w-dismissible-badge, [data-tippy-root]:not(:has(button, a))"


class Desk:
    """One person's browser with the CMS in ``language``."""

    def __init__(self, browser: Browser, installation: Installation, language: str) -> None:
        self.browser, self.installation, self.language = browser, installation, language
        self.page = self._new_page()
        self.page.set_default_timeout(PATIENCE)
        self.editor = Editor(self.page, installation.url)

    def _new_page(self) -> Page:
        size = {"width": SCREEN["width"], "height": SCREEN["height"]}
        return self.browser.new_context(viewport=size, locale=TONGUES[self.language]).new_page()  # type: ignore[arg-type]

    def colleague(self, name: str) -> Desk:
        """Somebody else at her own screen, signed in."""
        other = Desk(self.browser, self.installation, self.language)
        other.sign_in(name)
        return other

    def leave(self) -> None:
        self.page.context.close()

    def sign_in(self, name: str, password: str = PASSWORD) -> None:
        self.go("")
        self.editor.fill(login=name, password=password)
        self.page.click("form button[type=submit] >> nth=0")
        self.page.wait_for_load_state("networkidle")

    def go(self, path: str) -> None:
        self.page.goto(f"{self.installation.url}/cms/{path}", wait_until="networkidle")

    def word(self, english: str) -> str:
        """What the interface says for ``english`` in this language."""
        return norwegian()[english][0] if self.language == "nb" else english

    def tab(self, number: int) -> None:
        self.page.locator("[role=tab]").nth(number).click()

    def panel(self, name: str) -> Locator:
        """The side panel of that name, opened."""
        panel = self.page.locator(f"[data-side-panel='{name}']")
        if not panel.is_visible():
            self.page.locator(f"[data-side-panel-toggle='{name}']").click()
        expect(panel).to_be_visible()
        return panel

    def unfold_actions(self) -> None:
        """What else can be done with the page, above the button at its foot."""
        self.page.locator("footer .w-dropdown button").first.click()
        expect(
            self.page.locator("footer button[name^='action-'], [data-tippy-root] button[name^='action-']").first
        ).to_be_visible()

    def offer_blocks(self, path: str) -> None:
        """Opens the list of blocks to add at the end of the stream ``path``."""
        inside = "xpath=following-sibling::*[@data-streamfield-stream-container or @data-streamfield-list-container]"
        self.page.locator(f"[name='{path}-count']").locator(inside).locator(
            "xpath=./button | ./div/button"
        ).last.click()
        expect(self.page.get_by_role("option").first).to_be_visible()

    def bring_up(self, selector: str, top: int = 160) -> None:
        """Scrolls so that what ``selector`` names stands ``top`` points from the upper edge."""
        self.page.locator(selector).first.evaluate(
            """(one, top) => {
              one.style.scrollMarginTop = `${top}px`;
              one.scrollIntoView({block: "start", behavior: "instant"});
            }""",
            top,
        )

    def picture(self, name: str, *, left: int = 0, top: int = 0, right: int = 1280, bottom: int = 900) -> None:
        """Keeps what stands between the edges of the screen that are given, as ``name``."""
        page = self.page
        page.wait_for_load_state("networkidle")
        page.evaluate("document.activeElement instanceof HTMLElement && document.activeElement.blur()")
        page.mouse.move(640, 899)
        page.evaluate(_STILL, [_MOMENT[self.language], _SECONDS[self.language], _HIDDEN, _UNREADABLE])
        clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        shot = page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]
        keep(Image.open(io.BytesIO(shot)).convert("RGB"), PICTURES / self.language / f"{name}.webp")

    def picture_of(self, name: str, what: Locator, room: int = 16) -> None:
        """Keeps the part of the screen where ``what`` stands, with some room around it."""
        box = what.bounding_box()
        assert box, f"{name} has nothing to show."
        self.picture(
            name,
            left=max(0, int(box["x"]) - room),
            top=max(0, int(box["y"]) - room),
            right=min(1280, int(box["x"] + box["width"]) + room),
            bottom=min(900, int(box["y"] + box["height"]) + room),
        )


def keep(image: Image.Image, file: Path) -> None:
    """Without loss, in as many colours as an interface needs."""
    image.quantize(128, dither=Image.Dither.NONE).convert("RGB").save(file, lossless=True, quality=100, method=6)
    if file.stat().st_size > LARGEST:
        raise SystemExit(f"{file.name} does not fit into {LARGEST} bytes.")
