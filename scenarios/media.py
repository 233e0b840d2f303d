"""S12: a picture has a description, and a recording has its words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.finding import Finding, find
from scenarios.model import Story

_BARE_PICTURE = re.compile(r"!\[\s*\]\(([^()\s]*)")
_RECORDING = re.compile(r"(?<!!)\[[^\[\]]*\]\(([^()\s]+\.(?:mp3|m4a|aac|ogg|oga|opus|wav))\)", re.IGNORECASE)
_BOX = re.compile(r"^(?:!!!|\?\?\?)", re.MULTILINE)


def check_media(story: Story) -> Iterator[Finding]:
    """What a reader who cannot see or hear would miss. The words of a recording stand in a box after it."""
    for where, prose in _prose(story):
        for picture in _BARE_PICTURE.finditer(prose):
            yield find("S12.picture", where=where, target=picture[1])
        for recording in _RECORDING.finditer(prose):
            if not _BOX.search(prose, recording.end()):
                yield find("S12.recording", where=where, target=recording[1])


def _prose(story: Story) -> Iterator[tuple[str, str]]:
    for scene in story.scenes:
        yield scene.id, scene.text
        for choice in scene.choices:
            yield choice.id, choice.consequence
