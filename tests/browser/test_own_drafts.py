"""What a form of the CMS says of its own drafts when it is sent."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

SCRIPT = Path(__file__).resolve().parents[2] / "cms" / "editing" / "static" / "editing" / "own-drafts.js"
FORM = "<form data-w-autosave-revision-id-value='0'><input name=title value=Tittel></form>"
KEEP = "addEventListener('submit', (event) => { event.preventDefault(); sent = [...new FormData(event.target)]; })"
SEND = """(saved) => {
  const [form] = document.forms;
  form.dataset.wAutosaveRevisionIdValue = saved;
  form.requestSubmit();
  return sent;
}"""


def test_a_form_that_has_saved_itself_says_as_what(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(FORM)
    page.add_script_tag(path=str(SCRIPT))
    page.evaluate(KEEP)
    assert page.evaluate(SEND, 0) == [["title", "Tittel"]]
    assert page.evaluate(SEND, 166) == [["title", "Tittel"], ["overwrite_revision_id", "166"]]
    assert page.evaluate(SEND, 167) == [["title", "Tittel"], ["overwrite_revision_id", "167"]]
    page.close()
