"""What every page has from outside its text: its style, and the addresses of what it fetches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitebuilder.contract.document import Kind
from sitebuilder.views.page import PageKind

SCRIPTS: Mapping[PageKind, tuple[str, ...]] = {
    PageKind.DOCUMENT: ("page",),
    PageKind.MAP: ("map",),
    PageKind.OFFLINE: ("saved",),
    PageKind.REVIEW: ("review",),
    PageKind.DOOR: ("filter",),
    PageKind.LIST: ("filter",),
    PageKind.TOPIC: ("filter",),
    PageKind.SEARCH: ("search",),
}
"""The modules in ``site/scripts/`` that a kind of page begins with. What they need later they fetch themselves."""


OF_DOCUMENTS: Mapping[Kind, tuple[str, ...]] = {Kind.SCENARIO: ("story",), Kind.EXERCISE: ("exercise",)}
"""Those that a kind of document begins with instead: they hold what every document needs."""


@dataclass(frozen=True)
class Assets:
    """Addresses are from the site's root, and change with what stands there."""

    style: str = ""
    """The text of the style that stands in every page."""

    own_styles: Mapping[str, str] = field(default_factory=dict)
    """What stands beside it in one kind of page or document, by the kind's value."""

    paper: str = ""
    """The address of the stylesheet for paper."""

    scripts: Mapping[str, str] = field(default_factory=dict)
    """The address of each module, by its name without ending."""

    offline: bool = True
    """Whether pages can be saved for offline."""

    @property
    def inline_styles(self) -> tuple[str, ...]:
        """Every text that may stand in a page."""
        return (self.style, *self.own_styles.values())

    def styles_of(self, page: PageKind, document: Kind | None = None) -> tuple[str, ...]:
        """The texts that stand in a page; ``document`` is the kind of a content page."""
        own = self.own_styles.get((document or page).value)
        return (self.style, own) if own else (self.style,)

    def scripts_of(self, page: PageKind, document: Kind | None = None) -> tuple[str, ...]:
        """The addresses of the modules a page begins with; ``document`` is the kind of a content page."""
        names = OF_DOCUMENTS.get(document) if document else None
        names = names or SCRIPTS.get(page, ())
        return tuple(self.scripts[name] for name in names if name in self.scripts)


NONE = Assets()
