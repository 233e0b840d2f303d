"""What a person may do with our pages, known from the page alone."""

from __future__ import annotations

from wagtail.models import PagePermissionTester


class DocumentPermissions(PagePermissionTester):
    """Wagtail's own rules for a page that has none under it.

    Wagtail asks the tree which pages would go with it, twice for every page of a list.
    """

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if not self.user.is_active:
            return False
        if self.user.is_superuser:
            return True
        if self.page.live and "publish" not in self.permissions:
            return False
        return "change" in self.permissions or ("add" in self.permissions and self.page.owner_id == self.user.pk)


class PlacePermissions(PagePermissionTester):
    """A language's home and its sections stay: they come from the kinds there are, and documents stand in them."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False
