"""What is pictured, chapter by chapter of ``docs/editors``. A chapter leaves the CMS as the next one needs it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.bench.editor_screenshots.desk import Desk
from tests.browser.editor import GO_LIVE

GUIDE = {"nb": "Spør om en omvisning", "en": "Besøk en arbeidsplass"}
"""What is written in each of the interface's languages. It is Norwegian in both."""
STORY = "mentee-som-tier"
MENU = 200
"""Points from the left where the menu ends."""


def first_day(desk: Desk) -> None:
    desk.go("")
    desk.picture("sign-in", left=420, top=16, right=860, bottom=576)
    desk.sign_in("kari")
    desk.picture("home", bottom=640)
    desk.go("account/")
    desk.bring_up("[name=locale-preferred_language]", 320)
    desk.picture("account", left=MENU, bottom=620)


def guide(desk: Desk) -> None:
    editor, page = desk.editor, desk.page
    desk.go(f"pages/{desk.installation.section('guide')}/")
    desk.picture("section", bottom=420)
    editor.new_page("guide", desk.installation.section("guide"))
    editor.fill(title=GUIDE[desk.language], summary="Slik ber du om å få se en arbeidsplass.")
    desk.picture("new-guide", left=MENU, bottom=800)
    editor.fill(together="Ring stedet sammen på neste møte.")
    editor.add_block("steps")
    editor.fill(**{"steps-0-value-title": "Finn et sted"})
    editor.write("steps-0-value-body-0-value", "Velg et sted du er nysgjerrig på.")
    desk.bring_up("[name='steps-0-value-title']", 130)
    desk.offer_blocks("steps-0-value-body")
    desk.picture("step", left=MENU, bottom=820)
    page.keyboard.press("Escape")
    desk.tab(1)
    editor.fill(slug=f"omvisning-{desk.language}", minutes="5")
    page.select_option("[name=audience]", "mentee")
    page.check("[name=topics][value=work]")
    desk.bring_up("[role=tablist]", 70)
    desk.picture("about", left=MENU, bottom=830)
    desk.tab(0)
    desk.panel("preview")
    frame = page.frame_locator("[data-side-panel=preview] iframe").last
    expect(frame.get_by_role("heading", level=1)).to_have_text(GUIDE[desk.language])
    desk.picture("preview", left=MENU)
    page.locator("[data-side-panel-toggle=preview]").click()
    page.locator("footer button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    desk.unfold_actions()
    desk.picture("actions", left=MENU, top=640, right=760)


def publishing(desk: Desk) -> None:
    """Publishes the guide that `guide` wrote."""
    page = desk.page
    page.click("button[name='action-publish']")
    expect(page.locator("[data-release-strip]")).to_have_attribute("data-state", "live", timeout=GO_LIVE)
    desk.picture("live", left=MENU)
    desk.go("releases/")
    desk.picture("releases", left=MENU, bottom=420)
    desk.page.locator("main tbody tr").nth(1).get_by_role("link").first.click()
    page.wait_for_load_state("networkidle")
    desk.page.locator("a[href$='/go-back/'], a[href*='back']").last.click()
    desk.picture("go-back", left=MENU, bottom=420)


ENGLISH = (
    "Ask to see a workplace",
    "How to ask to be shown around.",
    "Find a place",
    "Choose a place you are curious about.",
    "Call the place together at your next meeting.",
)
"""The texts of the guide, in the order the translator meets them."""


def translating(desk: Desk) -> None:
    """The guide that was published becomes English, is approved, and its original changes."""
    page, slug = desk.page, f"omvisning-{desk.language}"
    desk.go("languages/board/")
    desk.picture("board", left=MENU, right=884, bottom=760)  # This machine may have no letters for Tigrinya.
    original = desk.installation.page(slug)
    desk.go(f"localize/submit/page/{original}/")
    page.get_by_label("English").check()
    page.locator("main form input[type=submit]").click()
    page.wait_for_load_state("networkidle")
    number = desk.installation.page(slug, "en")
    translator = desk.colleague("amina")
    translator.editor.edit(number)
    for count, words in enumerate(ENGLISH, 1):
        _translate(translator, words, picture=count == 1)
        expect(translator.page.locator("[data-done]")).to_have_text(str(count))
    translator.editor.edit(number)
    translator.page.click("button[name=step][value=submit]")
    expect(translator.page.locator("button[value=withdraw]")).to_be_visible()
    translator.picture("submitted", left=MENU, bottom=300)
    translator.page.locator("a[href$='/files/']").click()
    translator.page.wait_for_load_state("networkidle")
    translator.picture("files", left=MENU, bottom=580)
    reviewer = desk.colleague("olena")
    reviewer.editor.edit(number)
    reviewer.page.click("#review summary")
    reviewer.picture("review", left=MENU, bottom=660)
    reviewer.page.click("button[value=approve]")
    expect(reviewer.page.locator(".messages")).to_be_visible()
    reviewer.leave()
    _change_original(desk, original)
    translator.editor.edit(number)
    translator.picture("changed", left=MENU)
    translator.leave()


def _translate(desk: Desk, words: str, picture: bool) -> None:
    """Writes the words of the first text that has none."""
    desk.page.get_by_role("button", name=desk.word("Translate"), exact=True).first.click()
    desk.page.locator(".js-translation-editor").locator("textarea, [contenteditable=true]").first.click()
    desk.page.keyboard.type(words)
    if picture:
        desk.picture("translate", left=MENU)
    desk.page.get_by_role("button", name=desk.word("Save"), exact=True).first.click()


def _change_original(desk: Desk, number: int) -> None:
    desk.editor.edit(number)
    desk.page.wait_for_load_state("networkidle")
    desk.editor.fill(summary="Slik spør du om å få se en arbeidsplass.")
    desk.bring_up("[name=minor_change]", 300)
    desk.picture_of("minor", desk.page.locator("section:has([name=minor_change])").last)
    desk.page.locator("footer button[type=submit]").first.click()
    desk.page.wait_for_load_state("networkidle")
    desk.unfold_actions()
    desk.page.click("button[name='action-publish']")
    expect(desk.page.locator("[data-release-strip]")).to_have_attribute("data-state", "live", timeout=GO_LIVE)


def scenario(desk: Desk) -> None:
    editor, page = desk.editor, desk.page
    editor.new_page("scenario", desk.installation.section("scenario"))
    desk.bring_up("[name='scenes-count'] ~ *", 200)
    desk.offer_blocks("scenes")
    desk.picture("scenes", left=MENU, bottom=760)
    editor.edit(desk.installation.page(STORY))
    panel = desk.panel("check")
    expect(panel.locator("svg").first).to_be_visible()
    desk.picture("story", left=MENU)
    choice = "scenes-0-value-choices-0-value"
    editor.open_block("scenes-0-value")
    editor.open_block(choice)
    desk.bring_up(f"[name='{choice}-title']", 80)
    desk.picture("choice", left=MENU)
    target = page.locator(f"select[id$='{choice}-target-list']")
    target.select_option(index=0)
    expect(panel.locator("[data-check-problems] li")).to_have_count(2)
    desk.bring_up(f"select[id$='{choice}-target-list']", 420)
    desk.picture("to-mend", left=MENU, bottom=700)
    desk.unfold_actions()
    page.click("button[name='action-publish']")
    page.wait_for_load_state("networkidle")
    expect(panel.locator("[data-check-problems] li")).to_have_count(2)
    desk.picture("not-ready", left=MENU, bottom=420)


def exercise(desk: Desk) -> None:
    editor, page = desk.editor, desk.page
    editor.new_page("exercise", desk.installation.section("exercise"))
    desk.bring_up("[name='parts-count'] ~ *", 90)
    desk.offer_blocks("parts")
    page.get_by_role("option").last.scroll_into_view_if_needed()
    desk.picture("kinds", left=MENU, bottom=890)
    page.get_by_role("option", name=desk.word("Fill in"), exact=True).click()
    item = "parts-0-value"
    editor.fill(**{f"{item}-instruction": "Skriv ordet som mangler."})
    editor.fill(
        **{f"{item}-text": "Jeg {vil|har lyst på å|!ville: Når du bestiller nå, bruker du presens.} ha en kaffe, takk."}
    )
    page.fill("[data-try-text]", "ville")
    page.click("[data-try-button]")
    expect(page.locator("[data-try-result]")).to_contain_text("presens")
    desk.bring_up(f"[name='{item}-instruction']", 130)
    desk.picture("try", left=MENU, bottom=760)


def someone_else(desk: Desk) -> None:
    """Two people write in one page at the same time."""
    page, number = desk.page, desk.installation.page(f"omvisning-{desk.language}")
    desk.editor.edit(number)
    other = desk.colleague("ola")
    other.editor.edit(number)
    other.editor.fill(summary="Slik får du se en arbeidsplass.")
    other.page.locator("footer button[type=submit]").first.click()
    expect(other.page.locator(".messages")).to_contain_text(GUIDE[desk.language])
    other.leave()
    desk.editor.fill(summary="Slik spør du om å få se en arbeidsplass.")
    expect(page.locator("[role=dialog]", has_text="Ola Hansen")).to_be_attached(timeout=40_000)
    dialog = page.locator("[role=dialog]:visible")
    page.locator("footer button[type=submit]").first.click()
    expect(dialog).to_be_visible(timeout=30_000)
    desk.picture("newer-version", left=320, top=270, right=960, bottom=620)
    dialog.get_by_role("button", name=desk.word("Save Draft")).click()
    expect(page.locator(".messages .warning")).to_contain_text("Ola Hansen")
    desk.picture("compare", left=MENU, bottom=210)


CHAPTERS = (first_day, guide, publishing, translating, scenario, exercise, someone_else)
