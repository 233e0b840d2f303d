"""What a person may do with our pages, known from the page alone."""

from __future__ import annotations

from wagtail.models import PagePermissionTester


class DocumentPermissions(PagePermissionTester):
    """Who may delete is known from the page, which has none under it: who publishes, and of a draft who writes there.

    Wagtail asks the tree which pages would go with it, twice for every page of a list. And it lets everyone delete a
    draft who may change it, as translators and reviewers may.
    """

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if not self.user.is_active:
            return False
        if self.user.is_superuser:
            return True
        wanted = {"publish"} if self.page.live else {"publish", "add"}
        return "change" in self.permissions and bool(wanted & self.permissions)


class PlacePermissions(PagePermissionTester):
    """A language's home and its sections stay: they come from the kinds there are, and documents stand in them."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False
