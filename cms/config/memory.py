"""What a server does once with its memory."""

from __future__ import annotations

import gc


def keep_what_is_loaded() -> None:
    """Takes what is loaded by now out of the garbage collector's sight: it stays as long as the process does.

    To look through all of Wagtail takes the collector a third of a second, in the middle of somebody's request.
    """
    gc.collect()
    gc.freeze()
