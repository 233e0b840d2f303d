"""What a scene is marked with on the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scenarios.finding import Finding
from scenarios.map.layers import Layers
from scenarios.map.words import MapWords
from scenarios.model import Scene, Story


def by_scene(story: Story, findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """The findings of each scene, those of its choices among them."""
    home = {choice.id: scene.id for scene in story.scenes for choice in scene.choices}
    home |= {scene.id: scene.id for scene in story.scenes}
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.where in home:
            found.setdefault(home[finding.where], []).append(finding)
    return found


def status_of(
    scene: Scene, story: Story, layers: Layers, found: Mapping[str, Sequence[Finding]], words: MapWords
) -> str:
    """What is special about a scene: where the story starts, how it ends, that no way leads here, what is to mend."""
    told = [words.start] if scene.id == story.start else []
    if scene.outcome:
        told.append(words.outcomes[scene.outcome])
    if scene.id in layers.unreached:
        told.append(words.unreached)
    if found.get(scene.id):
        told.append(words.problems.format(n=len(found[scene.id])))
    return " · ".join(told)
