"""The numbers of a story on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sitebuilder.contract.tree import read_tree

from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story
from scenarios.paper import paper_numbers
from tests.scenarios.stories import sound_stories
from tests.site.test_documents import CONTENT

STORY = Story(
    "gate",
    (
        Scene(
            "gate",
            "På gata",
            "Hun står der.",
            (
                Choice("gate-hils", "Hils", Quality.HELPFUL, "Hun smiler.", "", "", Step("Gå videre", "slutt")),
                Choice("gate-vent", "Vent", Quality.WORKABLE, "Hun går.", "", "", Step("Gå videre", "veien")),
            ),
        ),
        Scene("veien", "På veien", "Det regner.", onward=Step("Gå videre", "slutt")),
        Scene("slutt", "Slutt", "Dere går.", outcome=Outcome.GOOD, takeaways=("Hils.",)),
    ),
)
PUBLISHED = {
    document.path: document.body
    for document in read_tree(CONTENT).library.documents
    if isinstance(document.body, Story)
}


def _ids(story: Story) -> list[str]:
    return [one for scene in story.scenes for one in (scene.id, *(choice.id for choice in scene.choices))]


def _links(story: Story) -> list[tuple[str, str]]:
    links = [(scene.id, scene.onward.target) for scene in story.scenes if scene.onward]
    for scene in story.scenes:
        links += [(scene.id, choice.id) for choice in scene.choices]
        links += [(choice.id, choice.onward.target) for choice in scene.choices]
    return links


def test_the_numbers_of_a_story_never_change() -> None:
    assert paper_numbers(STORY) == {"gate": 1, "slutt": 2, "gate-vent": 3, "gate-hils": 4, "veien": 5}


@given(sound_stories())
def test_every_part_has_one_number_and_the_start_the_first(story: Story) -> None:
    numbers = paper_numbers(story)
    assert sorted(numbers) == sorted(_ids(story))
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
    assert numbers[story.start] == 1


@given(sound_stories(), st.randoms())
def test_numbers_hang_on_ids_and_not_on_words_or_the_order_of_scenes(story: Story, dice: st.DataObject) -> None:
    scenes = [replace(scene, title=f"Annet: {scene.title}", text="Andre ord.") for scene in story.scenes]
    dice.shuffle(scenes)  # type: ignore[attr-defined]
    assert paper_numbers(replace(story, scenes=tuple(scenes))) == paper_numbers(story)


@pytest.mark.parametrize("path", PUBLISHED)
def test_on_paper_nothing_stands_right_before_or_after_what_leads_to_it(path: str) -> None:
    story = PUBLISHED[path]
    numbers = paper_numbers(story)
    near = [(one, target) for one, target in _links(story) if abs(numbers[one] - numbers[target]) == 1]
    assert near == []


def test_what_a_broken_story_leads_to_has_no_number() -> None:
    broken = Story("a", (Scene("a", "A", "x", onward=Step("Gå videre", "borte")),))
    assert paper_numbers(broken) == {"a": 1}
    assert paper_numbers(Story("a", ())) == {}
