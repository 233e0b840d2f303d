"""Who may do what with pages: Wagtail's own rules, without asking for a page that is known."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy


class PagePolicy(PagePermissionPolicy):
    def explorable_root_instance(self, user: Any) -> Page | None:
        """Where a person who may work in one place begins: that place. For several, Wagtail looks what they share."""
        name = self._explorable_root_instance_cache_name
        if not hasattr(user, name):
            found = list(self.instances_with_direct_explore_permission(user))
            if len({page.path for page in found}) == 1:
                setattr(user, name, found[0])
        return super().explorable_root_instance(user)

    def explorable_instances(self, user: Any) -> Any:
        """Looked up once for a request; what comes back is asked anew each time it is used."""
        if not hasattr(user, "_explorable_pages"):
            user._explorable_pages = super().explorable_instances(user)
        return user._explorable_pages.all()
