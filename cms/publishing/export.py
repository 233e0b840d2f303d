"""What is live in the CMS, as it may be released, and as the files of ``content/``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sitebuilder.contract.document import Library
from sitebuilder.contract.tree import Changes, write_library

from cms.library.live import live_content
from cms.publishing.gate import refuse_errors, refuse_to_drop_a_language
from cms.publishing.media import media_of
from cms.publishing.moved_pages import known


def live_library() -> Library:
    """Everything that is live and public, and where old addresses lead.

    Raises `Refused` where a page uses what has been deleted.
    """
    content = live_content()
    refuse_errors(content.problems)
    return replace(content.library, redirects=known())


def export_content(library: Library, content: Path) -> Changes:
    """Makes ``content`` say just what ``library`` says, with the pictures and recordings it uses.

    Raises `Failed`, with nothing changed, where that would delete a language the CMS does not know.
    """
    refuse_to_drop_a_language(content)
    return write_library(library, content, media_of(library))
