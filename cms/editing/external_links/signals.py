"""What goes live, or is taken down, changes at once which links there are."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_published, page_unpublished, published, unpublished

from cms.library.models import HelpBox, ToolboxPage


def connect() -> None:
    """Called once, when the apps are ready."""
    for signal in (page_published, page_unpublished):
        signal.connect(on_page, dispatch_uid="links-page")
    for signal in (published, unpublished):
        signal.connect(on_help_box, sender=HelpBox, dispatch_uid="links-help-box")


def on_page(instance: Any, **kwargs: Any) -> None:
    from cms.editing.external_links.places import refresh

    if isinstance(instance, ToolboxPage):
        refresh(instance)


def on_help_box(instance: HelpBox, **kwargs: Any) -> None:
    from cms.editing.external_links.places import refresh

    refresh(instance)
