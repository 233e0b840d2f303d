"""The hash by which a translation knows the original it was made from."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from functools import lru_cache

from sitebuilder.contract.document import Document
from sitebuilder.contract.kept import KEPT
from sitebuilder.contract.writer import write_document

_NO_DAY = dt.date.min


@lru_cache(maxsize=KEPT)
def source_hash(document: Document) -> str:
    """16 hexadecimal characters of what a translator translates from.

    Dates, names, sources and ids gone out of use are left out: they change without the text having changed.
    """
    front = replace(
        document.front,
        published_on=_NO_DAY,
        updated_on=_NO_DAY,
        reviewed_on=None,
        review_by=None,
        authors=(),
        sources=(),
        related=(),
        topics=(),
        retired=(),
        translation=None,
    )
    text = write_document(replace(document, front=front))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
