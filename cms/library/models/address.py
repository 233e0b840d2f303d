"""What all our pages share: they are read on the static site, never in Wagtail, and know their workflow."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from wagtail.models import Workflow


class OnTheSite:
    """A page whose address is a path of the static site, whatever Wagtail's own tree says."""

    private_page_options: ClassVar[list[str]] = []
    """Anyone may read the site: a page that is not for everyone stays a draft."""

    def public_path(self) -> str:
        """The path from the root of the site, with a slash at both ends."""
        raise NotImplementedError

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        parts = super()._get_relevant_site_root_paths(request)  # type: ignore[misc]
        return (parts[0][0], settings.WAGTAILADMIN_BASE_URL, self.public_path()) if parts else None

    def get_workflow(self) -> Workflow | None:
        """The workflow of the page or the nearest page above it; asked for once."""
        if not hasattr(self, "_workflow"):
            above = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
            places = Workflow.objects.filter(workflow_pages__page__path__in=above, active=True)
            self._workflow = places.order_by("-workflow_pages__page__depth").first()
        return self._workflow

    @property
    def has_workflow(self) -> bool:
        return self.get_workflow() is not None
