"""The story of a page as it stands in memory, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from cms.library.keys import fold, scene_names
from cms.library.mapping.links import Links, Outward
from cms.library.mapping.story import write_story_of
from cms.library.mapping.stream import Stream, raw, values
from scenarios.checks import check_story
from scenarios.finding import Finding, find
from scenarios.model import Story

FIELDS = {
    "S03": "target",
    "S06": "choices",
    "S07": "choices",
    "S08": "consequence",
    "S10": "takeaways",
    "S61": "text",
    "S64": "reason",
    "S25.quality": "quality",
    "S25.outcome": "outcome",
}
"""The field of a scene or choice that is to be mended, by the finding's wording or its code; else the title."""


@dataclass(frozen=True)
class WrittenStory:
    """A story, and the block of the form that each of its scenes and choices stands in, by id.

    What is asked of it is worked out once: an open form asks at every pause in the writing.
    """

    story: Story
    stream: Stream
    blocks: Mapping[str, str]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the story breaks. Where nothing is written yet, that there is no beginning goes without saying."""
        found = (*_not_chosen(self.stream), *check_story(self.story))
        return tuple(finding for finding in found if self.stream or finding.code != "S01")

    @cached_property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each scene and choice is called, by id."""
        parts = [part for scene in reversed(self.story.scenes) for part in (*scene.choices, scene)]
        return {part.id: part.title for part in parts}


def story_of(page: Any) -> WrittenStory:
    """The story of a page whose parts have their keys."""
    stream = raw(page.scenes)
    story = write_story_of(stream, page.start, page.retired, page.locale.language_code, Outward(Links()))
    blocks: dict[str, str] = {}
    for stored in stream:
        blocks.setdefault(stored["value"].get("key") or "", stored["id"])
        for choice in stored["value"].get("choices") or []:
            blocks.setdefault(choice["value"].get("key") or "", choice["id"])
    return WrittenStory(story, stream, blocks)


def _not_chosen(stream: Stream) -> Iterator[Finding]:
    """What a story cannot be without and a form can: how good a choice is, and how an ending went."""
    for stored in stream:
        value = stored["value"]
        if stored["type"] == "ending" and not value.get("outcome"):
            yield find("S25.outcome", where=value.get("key") or "")
        for choice in values(value.get("choices")):
            if not choice.get("quality"):
                yield find("S25.quality", where=choice.get("key") or "")


def key_of_start(start: str, stream: Stream) -> str:
    """The key of the first scene, where it was named by its title."""
    return scene_names((block.get("id") or "", block["value"]) for block in stream).get(fold(start), start)


def field_of(finding: Finding) -> str:
    return FIELDS.get(finding.wording) or FIELDS.get(finding.code, "title")


def by_title(finding: Finding, titles: Mapping[str, str]) -> Finding:
    """The finding in words that name scenes by their titles, as their author does."""
    values = tuple((name, titles.get(value) or value) for name, value in finding.values)
    return replace(finding, where=titles.get(finding.where) or finding.where, values=values)
