"""What is said of a page where it is shared: its address, and words that betray nothing on a sensitive page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from sitebuilder.languages import Language
from sitebuilder.views.page import PageKind, PageView


@dataclass(frozen=True, slots=True)
class Share:
    """``address`` is absolute. ``title`` and ``summary`` are what others see of the page before they open it."""

    address: str
    title: str
    summary: str
    sensitive: bool
    languages: tuple[str, ...]
    """The codes of those the page exists in."""

    @property
    def sms(self) -> str:
        return f"sms:?&body={quote(self.address, safe='')}"

    @property
    def whatsapp(self) -> str:
        return f"https://wa.me/?text={quote(self.address, safe='')}"

    @property
    def email(self) -> str:
        return f"mailto:?body={quote(self.address, safe='')}"


def share_of(page: PageView, language: Language, root: str) -> Share:
    """What is shared of ``page`` on the site at ``root``.

    A message with a preview is read by whoever looks at the phone: a sensitive page is announced as the site.
    """
    sensitive = bool((page.document and page.document.front.sensitive) or (page.map and page.map.sensitive))
    title, summary = page.title, page.summary
    if sensitive or page.kind is PageKind.HOME:
        title, summary = language.t("site.name"), language.t("site.description")
    languages = tuple(other.code for other in page.alternates if other.exists)
    return Share(f"{root}{page.url}", title, summary, sensitive, languages)
