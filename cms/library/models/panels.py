"""The tabs of a page's form: the content, what is said about it, and how it was translated and checked."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.panels.comment_panel import CommentPanel

from cms.library.blocks.page_chooser import PageChooser


class PagePanel(PageChooserPanel):
    """Wagtail's own, with our chooser."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["widgets"] = {self.field_name: PageChooser(target_models=self.page_type)}
        return options


class SaidPanel(FieldPanel):
    """A field to be read, where nothing is said of an original."""

    def format_value_for_display(self, value: Any) -> Any:
        return "–" if value in (None, "") else super().format_value_for_display(value)


class MinorChangePanel(FieldPanel):
    """Only for the author of an original that has translations."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            page = self.instance
            return bool(super().is_shown() and page.pk and not page.translated_from and _has_translations(page))


def _has_translations(page: Any) -> bool:
    """What the page's form knows already is not asked."""
    known: set[int] | None = page.__dict__.get("known_locales")
    if known is not None:
        return len(known) > 1
    return bool(page.get_translations().filter(alias_of=None).exists())


def tabs(*content: Panel) -> TabbedInterface:
    """The form of one kind of page. ``content`` is what only this kind has."""
    return TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("summary"),
                    *content,
                    FieldPanel("together"),
                    MinorChangePanel("minor_change"),
                ],
                heading=_("Content"),
            ),
            ObjectList(_about(), heading=_("About the page")),
            ObjectList(_control(), heading=_("Translation and review")),
        ]
    )


def _about() -> list[Panel]:
    return [
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("audience"), FieldPanel("minutes")]),
        FieldPanel("topics"),
        FieldRowPanel([FieldPanel("phase"), FieldPanel("level")]),
        FieldRowPanel([FieldPanel("series"), FieldPanel("series_order")], heading=_("Series")),
        FieldPanel("related"),
        MultiFieldPanel([FieldPanel("sensitive"), FieldPanel("help")], heading=_("Difficult subjects")),
    ]


def _control() -> list[Panel]:
    return [
        FieldPanel("sources"),
        FieldPanel("authors"),
        FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_by")], heading=_("Review")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("translated_from"), FieldPanel("translation_of")]),
                FieldRowPanel([SaidPanel("translation_state", read_only=True), FieldPanel("translation_method")]),
                FieldRowPanel(
                    [
                        SaidPanel("translation_reviewed_by", read_only=True),
                        SaidPanel("translation_reviewed_on", read_only=True),
                    ]
                ),
            ],
            heading=_("Translation"),
            help_text=_("Empty for an original. That it is approved is noted when a reviewer approves it."),
            classname="collapsed",
        ),
        PublishingPanel(),
        CommentPanel(),
    ]
