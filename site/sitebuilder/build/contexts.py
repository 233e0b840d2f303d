"""What the Markdown of one language needs to know of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import tostring

from sitebuilder.contract.document import HelpBox, Library
from sitebuilder.markdown.context import Context, Target
from sitebuilder.markdown.prose_html import prose_elements

PREFERRED = ("en", "nb")
"""Where a page is missing in the reader's language, she gets it in the first of these that has it."""


class Finder:
    """Finds the best page for a link to a document."""

    def __init__(self, library: Library) -> None:
        self._found: dict[str, list[str]] = defaultdict(list)
        for document in library.documents:
            self._found[f"{document.front.type.section}/{document.slug}"].append(document.language)

    def for_language(self, code: str) -> Callable[[str], Target | None]:
        """A function from a document's href to its page for a reader of ``code``."""

        def find(href: str) -> Target | None:
            path, _, anchor = href.removeprefix("../").partition("#")
            place = path.removesuffix(".md")
            languages = self._found.get(place)
            if not languages:
                return None
            language = next((choice for choice in (code, *PREFERRED) if choice in languages), languages[0])
            return Target(f"/{language}/{place}/" + (f"#{anchor}" if anchor else ""), language)

        return find


def help_renderer(contexts: Mapping[str, Context]) -> Callable[[HelpBox], str]:
    """A function from a help box to the HTML of its text."""

    def render(box: HelpBox) -> str:
        elements = prose_elements(box.blocks, contexts[box.language])
        return "".join(tostring(made, encoding="unicode", method="html") for made in elements)

    return render
