"""What every document has, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from sitebuilder.contract.document import Document, Kind
from sitebuilder.contract.front_matter import LENGTHS, MINUTES, SLUG, front_matter_values
from sitebuilder.contract.writer import write_body
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.library.blocks.about import RelatedBlock, SourcesBlock
from cms.library.forms import ToolboxPageForm
from cms.library.keys import give_keys
from cms.library.mapping.stream import field_value, raw
from cms.library.models.address import OnTheSite
from cms.library.models.checked_page import CheckedPage
from cms.library.models.choices import AUDIENCES, LEVELS, METHODS, PHASES, STATES
from cms.library.models.help_box import offered_help
from cms.library.models.key_list import KeyListField
from cms.library.models.permissions import DocumentPermissions
from cms.library.models.topic import offered_topics
from cms.library.shared_fields import Own, Shared

NARROW_PHONE = 360
"""Pixels: the narrowest phone that the site is tried on."""
is_slug = RegexValidator(SLUG, _("Use a–z, 0–9 and single hyphens, at most 60 characters."))


class ToolboxPage(CheckedPage, OnTheSite, Page):
    """A document in one language. Its id is the translation key; its slug is the same in every language."""

    kind: ClassVar[Kind]

    summary = models.CharField(
        _("summary"),
        max_length=LENGTHS["summary"],
        help_text=_("One or two sentences: what it is, and what it is good for. Search engines show it too."),
    )
    audience = models.CharField(_("for whom"), max_length=10, choices=AUDIENCES, default="both")
    topics = KeyListField(_("topics"), offered=offered_topics)
    phase = models.CharField(_("phase"), max_length=20, choices=PHASES, blank=True, default="")
    level = models.CharField(_("level of Norwegian"), max_length=10, choices=LEVELS, blank=True, default="")
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        null=True,
        validators=[MinValueValidator(MINUTES.start), MaxValueValidator(MINUTES.stop - 1)],
        help_text=_("How long it takes to read and do."),
    )
    series = models.SlugField(_("id of the series"), max_length=60, blank=True, default="", db_index=False)
    series_order = models.PositiveSmallIntegerField(
        _("place in the series"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    together = models.TextField(
        _("do together"),
        max_length=600,
        help_text=_("One to three sentences: what the pair does with this at the next meeting. Every page has it."),
    )
    related = StreamField(RelatedBlock(), verbose_name=_("read next"), blank=True)
    sources = StreamField(SourcesBlock(), verbose_name=_("sources"), blank=True)
    authors = models.TextField(_("authors"), blank=True, default="", help_text=_("One name on each line."))
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    review_by = models.DateField(_("review again by"), null=True, blank=True)
    sensitive = models.BooleanField(
        _("sensitive"), default=False, help_text=_("Shows the quick exit and the help boxes at the top.")
    )
    help = KeyListField(_("help boxes"), offered=offered_help, blank=True)

    translated_from = models.CharField(_("translated from"), max_length=10, blank=True, default="")
    translation_of = models.CharField(
        _("version of the original"),
        max_length=16,
        blank=True,
        default="",
        validators=[RegexValidator("^[0-9a-f]{16}$")],
    )
    translation_state = models.CharField(_("state"), max_length=10, choices=STATES, blank=True, default="")
    translation_method = models.CharField(_("made by"), max_length=10, choices=METHODS, blank=True, default="")
    translation_reviewed_by = models.CharField(_("approved by"), max_length=120, blank=True, default="")
    translation_reviewed_on = models.DateField(_("approved on"), null=True, blank=True)
    translation_lacks = models.PositiveIntegerField(default=0, editable=False)
    """How many texts of this version had no words in its language when it was made."""

    minor_change = models.BooleanField(
        _("minor change: translations stay valid"),
        default=False,
        help_text=_(
            "Tick this when what you have changed since the page was published last says the same as before: a "
            "mistyped word, a comma. Texts that are new or gone make translations older all the same."
        ),
    )
    """Of a version of an original that is not published yet: once it is, the next one starts without."""

    base_form_class = ToolboxPageForm
    parent_page_types: ClassVar = ["library.SectionPage"]
    subpage_types: ClassVar = []
    show_in_menus_default = False
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("summary"), index.FilterField("audience")]
    override_translatable_fields: ClassVar = [
        *(Shared(name) for name in ("slug", "topics", "help", "related", "sources", "series")),
        *(Own(name) for name in ("authors", "reviewed_on", "review_by", "translated_from", "translation_of")),
        *(Own(f"translation_{name}") for name in ("state", "method", "reviewed_by", "reviewed_on", "lacks")),
        Own("minor_change"),
    ]

    api_fields: ClassVar = [
        *(APIField(name) for name in ("summary", "audience", "topics", "phase", "level", "minutes", "together")),
        *(APIField(name) for name in ("sensitive", "front_matter", "markdown")),
    ]

    class Meta:
        abstract = True

    def public_path(self) -> str:
        return f"/{self.locale.language_code}/{self.kind.section}/{self.slug}/"

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return super().can_create_at(parent) and cls._belongs_in(parent)

    def can_move_to(self, parent: Page) -> bool:
        return super().can_move_to(parent) and self._belongs_in(parent)

    @classmethod
    def _belongs_in(cls, parent: Page) -> bool:
        own = parent if hasattr(parent, "kind") else parent.specific
        return bool(getattr(own, "kind", None) == cls.kind)

    def permissions_for_user(self, user: Any) -> DocumentPermissions:
        return DocumentPermissions(user, self)

    def clean(self) -> None:
        super().clean()
        self.give_keys()
        errors = self._errors()
        if errors:
            raise ValidationError(errors)

    def minimal_clean(self) -> None:
        """What Wagtail asks of a draft that is saved by code."""
        super().minimal_clean()
        self.give_keys()

    def give_keys(self) -> None:
        """Names the parts that have no name yet, and what leads to them by title."""
        streams = {name: raw(getattr(self, name)) for name in self.keyed_streams}
        if give_keys(list(streams.values()), self._keys_used_before()):
            for name, stream in streams.items():
                setattr(self, name, field_value(stream))

    def _keys_used_before(self) -> Iterable[str]:
        """Names that parts of the page had once, and that no new part may have."""
        return ()

    def _errors(self) -> dict[str, Any]:
        errors: dict[str, Any] = {}
        if len(self.title) > LENGTHS["title"]:
            most = LENGTHS["title"]
            errors["title"] = _("At most %(most)d characters: it must fit on a phone.") % {"most": most}
        if self.slug and not SLUG.match(self.slug):
            errors["slug"] = is_slug.message
        elif original := self._original_slug():
            errors["slug"] = _("The address is the same in every language: “%(slug)s”.") % {"slug": original}
        if bool(self.series) != bool(self.series_order):
            errors["series"] = _("A series needs both an id and a place in it.")
        return errors

    def _original_slug(self) -> str:
        """The slug the page ought to have, where it is a translation and has another one."""
        if not self.translated_from or not self.translation_key:
            return ""
        originals = Page.objects.filter(
            translation_key=self.translation_key, locale__language_code=self.translated_from
        ).exclude(slug=self.slug)
        return originals.values_list("slug", flat=True).first() or ""

    def to_document(self) -> Document:
        """The page as it stands in memory, saved or not, as a document of the contract."""
        from cms.library.mapping.documents import document_of  # The mapping knows the pages; here it is called back.

        return document_of(self)

    @property
    def front_matter(self) -> dict[str, Any]:
        """The front matter of the page's file."""
        return front_matter_values(self.to_document().front)

    @property
    def markdown(self) -> str:
        """What stands under the front matter."""
        return write_body(self.to_document())

    def make_preview_request(
        self, original_request: Any = None, preview_mode: Any = None, extra_request_attrs: Any = None
    ) -> HttpResponse:
        """Wagtail would ask its own server for the page's address, where the reader's site answers."""
        return self.serve_preview(original_request, preview_mode)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from cms.library.preview import preview_response  # As above.

        other = self.get_translations().filter(locale__language_code=mode_name).first() if mode_name else None
        return preview_response(other.get_latest_revision_as_object() if other else self)

    @cached_property
    def other_languages(self) -> tuple[str, ...]:
        """The codes of the languages that the page stands in besides its own, drafts as well."""
        others = self.get_translations().filter(alias_of=None)
        return tuple(others.values_list("locale__language_code", flat=True))

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """The page as it stands in the form, and as it was saved last in each other language."""
        names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
        return [("", _("This page")), *((code, names.get(code, code)) for code in self.other_languages)]

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """Wagtail's, with the width of the phones that most readers have."""
        phone, *larger = super().preview_sizes
        return [{**phone, "device_width": NARROW_PHONE}, *larger]
