"""Where old addresses lead. Pure: mappings in, mappings out."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def moves(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Old address → new address of each document whose address changed.

    Both mappings are address by document, where a document is its language and its id: whatever moved a page
    (a new slug, a new place), it is seen here.
    """
    return {old: after[document] for document, old in before.items() if after.get(document, old) != old}


def follow(redirects: Mapping[str, str], moved: Mapping[str, str], live: Collection[str]) -> dict[str, str]:
    """``redirects`` with ``moved`` added, each leading straight to the end of its chain.

    An address where a page lives leads nowhere else, so a page that moves back needs no rule of its own and no
    loop can arise. A redirect whose end is not live now is kept: the page may be published again.
    """
    joined = {**redirects, **moved}
    ends: dict[str, str] = {}
    for old in joined:
        if old in live:
            continue
        seen = {old}
        end = joined[old]
        while end not in live and end in joined and end not in seen:
            seen.add(end)
            end = joined[end]
        if end not in seen:
            ends[old] = end
    return ends


def leading_somewhere(redirects: Mapping[str, str], live: Collection[str]) -> dict[str, str]:
    """The redirects to write into a site: those that end at a page that is there."""
    return {old: new for old, new in sorted(redirects.items()) if new in live and old not in live}
