"""Which addresses an exception is about. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"^[a-z]+://", re.IGNORECASE)


def covers(pattern: str, url: str) -> bool:
    """Whether ``pattern`` is about ``url``, whatever the scheme and the case of letters.

    ``example.org`` is the site and all names under it; with a path it is every address that begins so, and ``*``
    stands for anything.
    """
    pattern = _SCHEME.sub("", pattern.strip())
    if "/" not in pattern and "*" not in pattern:
        host = (urlsplit(url).hostname or "").lower()
        return f".{host}".endswith(f".{pattern.lower()}")
    begins = re.escape(pattern).replace(r"\*", ".*")
    return bool(re.match(begins, _SCHEME.sub("", url), re.IGNORECASE))
