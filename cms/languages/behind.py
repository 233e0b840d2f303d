"""A translated story beside its original: whether it is behind, by what, and how it catches up.

A story made by wagtail-localize is brought up to date by wagtail-localize, which rebuilds it from its own records.
This is for one that has none: it was loaded from files, or is written by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import transaction
from sitebuilder.contract.hashing import source_hash
from wagtail.models import Revision

from cms.languages.carry import Stream, carry, carry_lines
from cms.languages.compare import Item, News, gaps, news
from cms.library.catalogue import read_links
from cms.library.mapping.documents import Surroundings, to_document
from cms.library.mapping.stream import field_value, raw
from cms.library.models import ScenarioPage

LINES = ("goals", "reflection")
SAME = (
    *("start", "retired", "audience", "topics", "phase", "level", "minutes"),
    *("series", "series_order", "sensitive", "help"),
)
"""What is no running text is the same in every language."""
MOST_VERSIONS = 100
"""So many versions of an original are looked through for the one a translation was made from."""


@dataclass(frozen=True)
class Behind:
    """A translation as its translators see it: ``draft`` is its latest version, ``original`` what is published."""

    draft: ScenarioPage
    original: ScenarioPage

    @cached_property
    def present(self) -> str:
        """The hash of what the original says now."""
        return self._hash(self.original)

    @property
    def is_behind(self) -> bool:
        return self.draft.translation_of != self.present

    @cached_property
    def before(self) -> ScenarioPage | None:
        """The original as it was when the draft was made from it; None where no such version is kept."""
        return self._version(self.draft.translation_of)

    @property
    def news(self) -> tuple[Item, ...]:
        """What became of the original since."""
        return self._news(self.before, self.draft) if self.is_behind else ()

    @property
    def gaps(self) -> tuple[Item, ...]:
        """What has no words in the draft."""
        return () if self.is_behind else gaps(raw(self.original.scenes), raw(self.draft.scenes))

    @property
    def to_look_through(self) -> tuple[Item, ...]:
        """What the original says otherwise than in the version that readers of the translation still have."""
        if self.is_behind or not self.is_ahead_of_readers:
            return ()
        return self._news(self._version(self.live.translation_of), self.live)

    @cached_property
    def live(self) -> ScenarioPage:
        known: ScenarioPage | None = getattr(self.draft, "as_published", None)
        return known or ScenarioPage.objects.get(pk=self.draft.pk)

    @property
    def is_ahead_of_readers(self) -> bool:
        """Whether readers have a version made from an earlier original than the draft is."""
        if self.draft.live_revision_id == self.draft.latest_revision_id:
            return False
        return bool(self.live.live and self.live.translation_of != self.draft.translation_of)

    def _news(self, before: ScenarioPage | None, translation: ScenarioPage) -> tuple[Item, ...]:
        """Where nobody knows what the original said, the structure of its translation tells what was there."""
        found = news(raw((before or translation).scenes), raw(self.original.scenes))
        return found if before else tuple(item for item in found if item.news is not News.CHANGED)

    def _version(self, wanted: str) -> ScenarioPage | None:
        if wanted == self.present:
            return self.original
        revisions = self.original.revisions.order_by("-created_at")[:MOST_VERSIONS]
        versions = (revision.as_object() for revision in revisions.iterator())
        return next((version for version in versions if self._hash(version) == wanted), None)

    @cached_property
    def _around(self) -> Any:
        return Surroundings(read_links())  # A story has no recordings.

    def _hash(self, page: ScenarioPage) -> str:
        return source_hash(to_document(page, self._around))


def behind(page: Any, *, is_latest: bool = False) -> Behind | None:
    """Whether and how ``page`` is behind; None for what is no translated story of an original that is published.

    ``is_latest`` says that ``page`` holds its latest version, as Wagtail's form does, and not the published one.
    """
    if not isinstance(page, ScenarioPage) or not page.translated_from:
        return None
    original = (
        ScenarioPage.objects.live()
        .filter(translation_key=page.translation_key, locale__language_code=page.translated_from, alias_of=None)
        .select_related("locale")
        .first()
    )
    if not original:
        return None
    return Behind(page if is_latest else page.get_latest_revision_as_object(), original)


@transaction.atomic
def bring_in(found: Behind, user: Any = None) -> Revision:
    """A new draft with the structure of the original, ready to be translated further.

    Readers keep the version that is published. All earlier words stay in the page's history.
    """
    draft, original, before = found.draft, found.original, found.before
    draft.scenes = field_value(carry(raw(original.scenes), raw(draft.scenes), raw(before.scenes) if before else ()))
    for name in LINES:
        was: Stream = raw(getattr(before, name)) if before else ()
        setattr(draft, name, field_value(carry_lines(raw(getattr(original, name)), raw(getattr(draft, name)), was)))
    for name in SAME:
        setattr(draft, name, getattr(original, name))
    draft.translation_of, draft.translation_state = found.present, "draft"
    draft.translation_reviewed_by, draft.translation_reviewed_on = "", None
    return draft.save_revision(user=user, log_action=True)
