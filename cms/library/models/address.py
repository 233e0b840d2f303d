"""Where a page is read: on the static site, never in Wagtail."""

from __future__ import annotations

from typing import Any

from django.conf import settings


class OnTheSite:
    """A page whose address is a path of the static site, whatever Wagtail's own tree says."""

    def public_path(self) -> str:
        """The path from the root of the site, with a slash at both ends."""
        raise NotImplementedError

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        parts = super()._get_relevant_site_root_paths(request)  # type: ignore[misc]
        return (parts[0][0], settings.WAGTAILADMIN_BASE_URL, self.public_path()) if parts else None
