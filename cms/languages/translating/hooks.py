"""Where Wagtail meets a translator's pages; `cms.languages.wagtail_hooks` imports this."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from cms.languages.translating.saving import REPLACED
from cms.languages.translating.urls import THEIRS


@hooks.register("register_admin_urls", order=-1)
def register_views_of_localize() -> list[URLPattern]:
    return THEIRS


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action(REPLACED)
    class WordsReplaced(LogFormatter):
        label = _("Words of a translation replaced")

        def format_message(self, entry: Any) -> str:
            words = entry.data.get("words", [])
            if len(words) == 1:
                by = words[0].get("by") or gettext("Someone")
                facts = {"by": by, "words": words[0]["words"], "now": words[0]["now"]}
                return gettext("What %(by)s had written, “%(words)s”, was replaced with “%(now)s”") % facts
            said = ngettext(
                "The words of %(count)s text were replaced", "The words of %(count)s texts were replaced", len(words)
            )
            return said % {"count": len(words)}
