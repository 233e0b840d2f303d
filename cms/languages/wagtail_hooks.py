"""Where Wagtail meets wagtail-localize: its own hooks, but asking the database once a page instead of each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as localize
from wagtail_localize.locales import wagtail_hooks as localize_rows
from wagtail_localize.models import Translation

from cms.languages import admin_urls, review_hooks, withdraw  # noqa: F401
from cms.languages.behind import behind
from cms.languages.machine.hooks import offered_for
from cms.languages.records import lacks_words
from cms.languages.rows import RowViewSet
from cms.languages.synced import into, out_of, stands_in_every_language
from cms.languages.translating import hooks as translating  # noqa: F401 — importing the hooks registers them
from cms.languages.translating.panel import with_panel
from cms.library.models import ToolboxPage


def _replace(name: str, theirs: Callable[..., Any], ours: Callable[..., Any] | None) -> None:
    """Puts ``ours`` where localize registered ``theirs``. Raises `LookupError` where it did not: see to it then."""
    registered = hooks._hooks[name]
    if all(hook is not theirs for hook, _order in registered):
        raise LookupError(f"wagtail-localize has no {theirs.__name__} for {name}: its hooks have changed.")
    kept = [(ours if hook is theirs else hook, order) for hook, order in registered]
    hooks._hooks[name] = [(hook, order) for hook, order in kept if hook]


def header_buttons(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """To translate the page, and to bring its translations up to date."""
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if not stands_in_every_language(page):
        url = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        yield Button(_("Translate this page"), url, priority=60, icon_name="wagtail-localize-language")
    if made := out_of(page):
        yield Button(_("Sync translated pages"), _update_url(made.source, next_url), priority=60, icon_name="resubmit")


def _update_url(source: int, next_url: str | None) -> str:
    url = reverse("wagtail_localize:update_translations", args=[source])
    return f"{url}?{urlencode({'next': next_url})}" if next_url else url


def snippet_buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """The same two for a snippet in a list that was fetched `with_translations`; else localize asks for itself."""
    if not hasattr(snippet, "in_languages"):
        yield from localize.register_snippet_listing_buttons(snippet, user, next_url)
    elif user.has_perm("wagtail_localize.submit_translation"):
        if snippet.in_languages < len(settings.WAGTAIL_CONTENT_LANGUAGES):
            kind = snippet._meta
            url = reverse(
                "wagtail_localize:submit_snippet_translation", args=[kind.app_label, kind.model_name, snippet.pk]
            )
            yield Button(_("Translate"), url, priority=100, icon_name="wagtail-localize-language")
        if snippet.synced_source:
            yield Button(
                _("Sync translated snippets"), _update_url(snippet.synced_source, next_url), icon_name="resubmit"
            )


def before_edit_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Localize takes over only what is a copy or a translation of its own, and what its own buttons send."""
    if request.method == "GET" and page.alias_of_id is None and into(page, enabled=True) is None:
        return None
    if request.method == "POST" and request.POST.get("action") == "publish" and _lacks_words(page):
        messages.error(
            request, _("Not published: some texts have no words in this language yet. They are marked below.")
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    review_hooks.show_as_waiting(request, page)
    with offered_for(page):
        return with_panel(localize.before_edit_page(request, page), request, page)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("languages/", include(admin_urls))]


@hooks.register("register_admin_menu_item")
def register_board_menu_item() -> MenuItem:
    address, icon = reverse("languages:board"), "wagtail-localize-language"
    return MenuItem(gettext_lazy("Translations"), address, name="board", icon_name=icon)


@hooks.register("before_edit_page", order=-1)  # Localize's own shows its form, and asks no one after.
def say_what_is_new(request: HttpRequest, page: Page) -> None:
    """Tells whoever opens a translated story that the original has gone on, and where that can be seen."""
    found = behind(page, is_latest=True) if request.method == "GET" else None
    if not found:
        return
    see = messages.button(reverse("languages:original", args=[page.pk]), _("See what is new"))
    if found.is_behind:
        messages.warning(request, _("The original has changed since this was translated."), buttons=[see])
    elif found.gaps:
        show = messages.button(reverse("languages:original", args=[page.pk]), _("Show them"))
        messages.warning(request, _("Some scenes or choices have no words in this language yet."), buttons=[show])
    elif found.is_ahead_of_readers:
        words = _("This draft follows the original as it is now. Look through what is new before you publish it.")
        messages.info(request, words, buttons=[see])


@hooks.register("before_publish_page")
def publish_only_what_has_words(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A story that is half in another language stays a draft, which is saved already."""
    found = behind(page)
    if not found or not found.gaps:
        return None
    show = messages.button(reverse("languages:original", args=[page.pk]), _("Show them"))
    words = _("Saved as a draft, not published: some scenes or choices have no words in this language yet.")
    messages.error(request, words, buttons=[show])
    return redirect("wagtailadmin_pages:edit", page.pk)


def _lacks_words(page: Page) -> bool:
    """Whether localize would fill the page up with the words of another language."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return isinstance(page.specific, ToolboxPage) and any(map(lacks_words, found))


class Restart(localize.RestartTranslationPageActionMenuItem):
    def is_shown(self, context: dict[str, Any]) -> bool:
        return context["view"] == "edit" and into(context["page"], enabled=False) is not None


_replace("register_page_header_buttons", localize.page_listing_more_buttons, header_buttons)
# Localize's button stands on the page itself: in lists of pages it would ask the database twice for every row.
_replace("register_page_listing_more_buttons", localize.page_listing_more_buttons, None)
_replace("register_snippet_listing_buttons", localize.register_snippet_listing_buttons, snippet_buttons)
_replace(
    "register_admin_viewset",
    localize_rows.register_viewset,
    lambda: RowViewSet("wagtaillocales", url_prefix="locales"),
)
_replace("before_edit_page", localize.before_edit_page, before_edit_page)
_replace(
    "register_page_action_menu_item",
    localize.register_restart_translation_page_action_menu_item,
    lambda: Restart(order=0),
)
_replace(
    "register_page_action_menu_item",
    localize.register_convert_back_to_alias_page_action_menu_item,
    None,  # A copy is not released: readers would lose the translation.
)
