"""The places pages stand in: a home for each language, and in it a section for each kind of document."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from sitebuilder.contract.document import Kind
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.library.models.address import OnTheSite
from cms.library.models.permissions import PlacePermissions

KINDS = [
    (Kind.SCENARIO.value, _("Scenarios")),
    (Kind.CASE.value, _("Cases")),
    (Kind.GUIDE.value, _("Guides")),
    (Kind.EXERCISE.value, _("Exercises")),
]


class HomePage(OnTheSite, Page):
    """The root of one language. Made by ``load_content``, one for each language."""

    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = ["library.SectionPage"]
    is_creatable = False
    content_panels: ClassVar = [FieldPanel("title")]
    promote_panels: ClassVar = []

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")

    def public_path(self) -> str:
        return f"/{self.locale.language_code}/"

    def is_previewable(self) -> bool:
        return False

    def permissions_for_user(self, user: Any) -> PlacePermissions:
        return PlacePermissions(user, self)


class SectionPage(OnTheSite, Page):
    """The documents of one kind in one language. Its slug is the folder their files stand in."""

    kind = models.CharField(_("kind"), max_length=10, choices=KINDS, editable=False)

    parent_page_types: ClassVar = ["library.HomePage"]
    subpage_types: ClassVar = ["library.ScenarioPage", "library.CasePage", "library.GuidePage", "library.ExercisePage"]
    is_creatable = False
    content_panels: ClassVar = [FieldPanel("title")]
    promote_panels: ClassVar = []

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def public_path(self) -> str:
        return f"/{self.locale.language_code}/{self.slug}/"

    def is_previewable(self) -> bool:
        return False

    def permissions_for_user(self, user: Any) -> PlacePermissions:
        return PlacePermissions(user, self)
