"""Between files of ``content/``, addresses of the site, and what editors edit."""

from __future__ import annotations

from dataclasses import dataclass

from sitebuilder.contract.document import Kind
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from cms.library.models import PAGE_OF_KIND, HelpBox, ToolboxPage

KIND_OF_SECTION = {kind.section: kind for kind in Kind}


@dataclass(frozen=True)
class EditingPlace:
    """Where something is edited in the admin, and what it is called there."""

    title: str
    url: str


def document_page(page: Page) -> ToolboxPage | None:
    """The page as one that is exported; None for sections and homes, and for aliases, which never are."""
    specific = page.specific
    return specific if isinstance(specific, ToolboxPage) and specific.alias_of_id is None else None


def editing_place(path: str) -> EditingPlace | None:
    """Where the text of the file ``nb/guides/kort-cv.md`` or ``nb/help/politi.md`` is edited; None for no such."""
    language, section, name = [*path.split("/"), "", "", ""][:3]
    slug = name.removesuffix(".md")
    found: HelpBox | ToolboxPage | None = None
    if section == "help":
        found = HelpBox.objects.filter(locale__language_code=language, key=slug).first()
    elif section in KIND_OF_SECTION:
        pages = PAGE_OF_KIND[KIND_OF_SECTION[section]].objects
        found = pages.filter(locale__language_code=language, slug=slug, alias_of=None).first()
    return EditingPlace(found.title, AdminURLFinder().get_edit_url(found) or "") if found else None
