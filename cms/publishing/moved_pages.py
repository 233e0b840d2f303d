"""The addresses that led somewhere once, kept in the database between releases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sitebuilder.contract.document import Library

from cms.publishing.models import MovedPage
from cms.publishing.redirects import follow, leading_somewhere, moves


def known() -> dict[str, str]:
    """Old address → new address."""
    return dict(MovedPage.objects.values_list("old", "new"))


def remember(redirects: Mapping[str, str]) -> None:
    """Make the table say just what ``redirects`` says."""
    there = known()
    MovedPage.objects.filter(old__in=there.keys() - redirects.keys()).delete()
    for old, new in redirects.items():
        if there.get(old) != new:
            MovedPage.objects.update_or_create(old=old, defaults={"new": new})


def addresses(library: Library) -> dict[str, str]:
    """Address by document: its language and its id, which never change."""
    return {f"{document.language}:{document.front.id}": document.url for document in library.documents}


def with_redirects(library: Library, before: Mapping[str, str]) -> tuple[Library, dict[str, str]]:
    """``library`` with the redirects its readers need, and all that are to be remembered.

    ``before`` is address by document of the release readers see now.
    """
    after = addresses(library)
    live = set(after.values())
    redirects = follow({**library.redirects, **known()}, moves(before, after), live)
    return replace(library, redirects=leading_somewhere(redirects, live)), redirects
