"""Words in a real browser: what was typed is what is saved, and what is pasted keeps its words and nothing odd."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import Request, Route, expect

from cms.library.models import GuidePage
from cms.publishing.load_places import Places
from tests.browser.editor import Editor
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "steps-0-value-body-0-value"
CLIPBOARDS = Path(__file__).parent / "clipboards"
PASTE = """html => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "x");
    const given = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", given));
}"""
PRESS_SAVE = "document.querySelector('.action-save').click()"


@pytest.fixture
def guide(editor: Editor, places: Places) -> GuidePage:
    """A guide with one step, open and unfolded, the cursor at the end of its text."""
    page = make(GuidePage, places)
    editor.edit(page.pk)
    editor.open_block("steps-0-value")
    put_cursor(editor)
    return page


def put_cursor(editor: Editor) -> None:
    field = editor.page.locator(f"xpath=//*[@name='{TEXT}']/following-sibling::*//*[@contenteditable='true']")
    field.click()
    expect(field).to_be_focused()
    editor.page.keyboard.press("Control+End")


def until(editor: Editor, controller: str, condition: str) -> None:
    """Waits in the page itself, which lets no text be evaluated, for what one of the form's controllers says."""
    found = f"wagtail.app.getControllerForElementAndIdentifier(form, '{controller}').{condition}"
    look = f"const look = () => {found} ? done() : requestAnimationFrame(look); look(); setTimeout(fail, 15000);"
    form = "const form = document.querySelector('[data-edit-form]');"
    editor.page.evaluate(f"() => {{ {form} return new Promise((done, fail) => {{ {look} }}); }}")


def latest(page: GuidePage) -> str:
    return GuidePage.objects.get(pk=page.pk).get_latest_revision_as_object().markdown


def test_words_typed_right_before_the_button_is_pressed_are_saved(editor: Editor, guide: GuidePage) -> None:
    editor.page.keyboard.type(" Helt til slutt.")
    with editor.page.expect_navigation():
        editor.page.evaluate(PRESS_SAVE)
    assert "Helt til slutt." in latest(guide)


def test_who_was_signed_out_keeps_her_words_and_saves_them_when_she_has_signed_in_again(
    editor: Editor, guide: GuidePage, client: Client
) -> None:
    page = editor.page
    page.keyboard.type(" Skrevet etterpå.")
    Session.objects.all().delete()
    page.evaluate(PRESS_SAVE)
    expect(page.get_by_role("alert").filter(has_text="You are signed out.")).to_be_visible()
    assert "Skrevet etterpå." not in latest(guide)

    client.force_login(get_user_model().objects.create_superuser("olga", "olga@example.org"))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": editor.url}
    page.context.add_cookies([cookie])
    page.evaluate(PRESS_SAVE)
    expect(page.get_by_role("alert").filter(has_text="olga is signed in now.")).to_be_visible()
    with page.expect_navigation():
        page.evaluate(PRESS_SAVE)
    assert "Skrevet etterpå." in latest(guide)


def test_without_a_connection_the_form_stays_with_its_words(editor: Editor, guide: GuidePage) -> None:
    page = editor.page
    page.keyboard.type(" I tunnelen.")
    page.context.set_offline(True)
    page.evaluate(PRESS_SAVE)
    expect(page.get_by_role("alert").filter(has_text="There is no connection.")).to_be_visible()
    page.context.set_offline(False)
    with page.expect_navigation():
        page.evaluate(PRESS_SAVE)
    assert "I tunnelen." in latest(guide)


def test_saving_by_itself_sends_what_is_there_makes_one_version_and_says_when_it_cannot(
    editor: Editor, guide: GuidePage, settings
) -> None:
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 1_500
    editor.page.reload()
    editor.open_block("steps-0-value")
    put_cursor(editor)
    page = editor.page
    sent: list[Route] = []

    def answer(route: Route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        sent.append(route)
        if len(sent) == 1:
            return route.abort()
        return None if len(sent) == 2 else route.continue_()  # The second one is answered later.

    def is_save(request: Request) -> bool:
        return request.method == "POST" and request.url.endswith(f"/{guide.pk}/edit/")

    until(editor, "w-unsaved", "initialFormData")
    page.route(f"**/pages/{guide.pk}/edit/", answer)
    indicator = page.locator("#w-autosave-indicator")
    page.keyboard.type(" En.")
    expect(indicator).to_have_attribute("data-w-tooltip-content-value", "A network error occurred.")
    until(editor, "w-autosave", "submitPromise")  # It tries once more, and has begun to wait.
    with page.expect_request(is_save) as second:
        page.keyboard.type(" To.")
    assert "En. To." in (second.value.post_data or "")
    page.keyboard.type(" Tre.")
    with page.expect_request(lambda request: is_save(request) and "Tre." in (request.post_data or "")):
        sent[1].continue_()
    until(editor, "w-autosave", "submitPromise === null")
    expect(indicator).to_have_attribute("data-w-tooltip-content-value", "Changes have been autosaved.")
    assert "En. To. Tre." in latest(guide)
    assert guide.revisions.count() == 1


PASTED = {
    "word": """
**Før møtet**

Les **høyt** og *rolig*.

- CV
    - en side
- Vitnemål

Så dette:

1. Ring NAV
2. Skriv til [NAV](https://www.nav.no/)

Nytt ord

Mandag – kl. 10

Tirsdag""",
    "google-docs": """
**Overskrift**

Vanlig **fet** *kursiv*

- En
    - Under
- To

[UDI](https://udi.no/) vond""",
    "libreoffice": """
**Tittel**

**Fet** tekst  
ny linje

1. Første
    - Inni
2. Andre  
    mer av andre""",
}


def test_what_is_pasted_keeps_headings_lists_and_links_and_nothing_else(editor: Editor, guide: GuidePage) -> None:
    page = editor.page
    for name, markdown in PASTED.items():
        put_cursor(editor)
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.evaluate(PASTE, (CLIPBOARDS / f"{name}.html").read_text("utf-8"))
        if name == "word":
            heading = page.locator("[data-live-check] [data-code='H01']")
            expect(heading).to_contain_text("“Før møtet” looks like a heading.")
        with page.expect_navigation():
            page.evaluate(PRESS_SAVE)
        assert latest(guide).partition("}\n")[2].strip() == markdown.strip(), name
        editor.open_block("steps-0-value")
