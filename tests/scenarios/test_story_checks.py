"""Each rule with a story that breaks it and one that keeps it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenarios.checks import check_story
from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story

GOOD, POOR = Outcome.GOOD, Outcome.POOR


def choice(choice_id: str, target: str, quality: Quality = Quality.WORKABLE, **changes: str) -> Choice:
    words = {"title": f"Velg {choice_id}", "consequence": f"Hun svarer på {choice_id}."} | changes
    return Choice(
        choice_id, words["title"], quality, words["consequence"], "Fordi.", "Hvorfor:", Step("Gå videre", target)
    )


def scene(scene_id: str, *choices: Choice, text: str = "Hun ser på deg.") -> Scene:
    return Scene(scene_id, f"Scene {scene_id}", text, choices)


def telling(scene_id: str, target: str) -> Scene:
    return Scene(scene_id, f"Scene {scene_id}", "Tiden går.", onward=Step("Gå videre", target))


def ending(scene_id: str, outcome: Outcome = GOOD, takeaways: tuple[str, ...] = ("Ta med deg: spør.",)) -> Scene:
    return Scene(scene_id, f"Slutt {scene_id}", "Dere tar farvel.", outcome=outcome, takeaways=takeaways)


FIRST = scene("a", choice("a1", "b"), choice("a2", "c", Quality.RISKY))
SECOND = scene("b", choice("b1", "god", Quality.HELPFUL), choice("b2", "c"))
THIRD = scene("c", choice("c1", "god"), choice("c2", "svak", Quality.HARMFUL))
SOUND = Story("a", (FIRST, SECOND, THIRD, ending("god"), ending("svak", POOR)))


def with_scenes(*scenes: Scene) -> Story:
    """The sound story, with these scenes in the place of those with the same id, or added at the end."""
    changed = {scene.id: scene for scene in scenes}
    kept = [changed.pop(scene.id, scene) for scene in SOUND.scenes]
    return Story("a", (*kept, *changed.values()))


def with_helpful_at(*places: int) -> Story:
    """A row of scenes whose helpful choice stands at these places, from 0."""
    scenes = []
    for n, place in enumerate(places):
        target = f"s{n + 1}" if n + 1 < len(places) else "god"
        qualities = [Quality.HELPFUL if i == place else Quality.WORKABLE for i in range(2)]
        scenes.append(scene(f"s{n}", *(choice(f"s{n}-{i}", target, q) for i, q in enumerate(qualities))))
    return Story("s0", (*scenes, ending("god")))


RING = Story(
    "a", (scene("a", choice("a1", "b"), choice("a2", "god")), telling("b", "c"), telling("c", "b"), ending("god"))
)
SAME = choice("a1", "b", consequence="Hun nikker.")

BROKEN = [
    ("S01", "start", replace(SOUND, start="borte")),
    ("S02", "a", with_scenes(replace(FIRST, choices=(choice("a", "b"), choice("a2", "c"))))),
    ("S16", "b", replace(SOUND, retired=("før", "b"))),
    ("S16", "a2", replace(SOUND, retired=("a2",))),
    ("S03", "a1", with_scenes(replace(FIRST, choices=(choice("a1", "borte"), choice("a2", "c"))))),
    ("S03", "a1", with_scenes(replace(FIRST, choices=(choice("a1", ""), choice("a2", "c"))))),
    ("S04", "øy", with_scenes(telling("øy", "god"))),
    ("S05", "b", RING),
    ("S06", "a", with_scenes(scene("a", choice("a1", "b")))),
    ("S06", "a", with_scenes(scene("a", *(choice(f"a{n}", "b") for n in range(5))))),
    ("S06", "god", with_scenes(replace(ending("god"), choices=(choice("g1", "a"), choice("g2", "a"))))),
    ("S06", "a", with_scenes(replace(FIRST, onward=Step("Videre", "b")))),
    ("S07", "b", with_scenes(scene("b"))),
    ("S08", "a1", with_scenes(scene("a", choice("a1", "b", consequence=" "), choice("a2", "c")))),
    ("S09", "a", Story("a", (telling("a", "b"), telling("b", "a")))),
    ("S10", "god", with_scenes(ending("god", takeaways=()))),
    ("S10", "god", with_scenes(ending("god", takeaways=("1", "2", "3", "4")))),
    ("S11", "a2", with_scenes(scene("a", choice("a1", "b", title="Spør nå"), choice("a2", "c", title="spør  NÅ")))),
    ("S51", "a2", with_scenes(scene("a", SAME, replace(SAME, id="a2", title="Annet")))),
    ("S52", "a", with_scenes(replace(SECOND, choices=(choice("b1", "a"), choice("b2", "god"))))),
    ("S53", "svak", with_scenes(replace(FIRST, choices=(choice("a1", "b"), choice("a2", "svak"))))),
    ("S53", "god", Story("a", (telling("a", "god"), ending("god")))),
    ("S55", "a", with_scenes(ending("svak", GOOD))),
    ("S56", "s0", with_helpful_at(1, 1, 1)),
    ("S60", "god", with_scenes(scene("a", *(choice(f"a{n}", "god") for n in range(4))))),
    ("S61", "a", with_scenes(replace(FIRST, text="ord " * 161))),
    ("S62", "a2", with_scenes(replace(THIRD, choices=(choice("c1", "svak"), choice("c2", "svak"))))),
]


@pytest.mark.parametrize(("code", "where", "story"), BROKEN, ids=[f"{row[0]}-{n}" for n, row in enumerate(BROKEN)])
def test_a_broken_rule_is_told_with_its_place(code: str, where: str, story: Story) -> None:
    told = [finding for finding in check_story(story) if finding.code == code]
    assert [finding.where for finding in told] == [where if code != "S01" else "borte"]
    assert told[0].severity == ("error" if code < "S50" else "warning")


@pytest.mark.parametrize("code", sorted({row[0] for row in BROKEN}))
def test_a_sound_story_breaks_no_rule(code: str) -> None:
    assert code not in {finding.code for finding in check_story(SOUND)}


def test_a_scene_without_choices_is_not_also_said_to_have_too_few_or_no_ending() -> None:
    found = {finding.code for finding in check_story(with_scenes(scene("b"))) if finding.severity == "error"}
    assert found == {"S07"}


def test_only_the_way_into_a_trap_is_told_and_not_every_scene_of_it() -> None:
    assert [finding.where for finding in check_story(RING) if finding.code == "S05"] == ["b"]


def test_a_story_without_endings_is_not_also_told_that_none_can_be_reached() -> None:
    story = Story("a", (telling("a", "b"), telling("b", "a")))
    assert [finding.code for finding in check_story(story) if finding.severity == "error"] == ["S09"]


def test_two_or_three_scenes_with_the_helpful_choice_in_different_places_show_no_habit() -> None:
    for story in (with_helpful_at(1, 1), with_helpful_at(1, 1, 0)):
        assert "S56" not in {finding.code for finding in check_story(story)}


def test_a_link_is_counted_as_the_words_it_shows() -> None:
    text = "ord " * 159 + "[lenke](../guides/kort-cv.md)"
    assert "S61" not in {finding.code for finding in check_story(with_scenes(replace(FIRST, text=text)))}


def test_findings_carry_the_lines_they_are_given_and_stand_in_their_order() -> None:
    story = with_scenes(scene("b"), ending("god", takeaways=()))
    found = check_story(story, {"god": 7, "b": 40})
    assert [(finding.code, finding.line) for finding in found if finding.severity == "error"] == [
        ("S10", 7),
        ("S07", 40),
    ]


def test_a_very_long_story_is_checked_without_running_out_of_depth() -> None:
    scenes = [telling(f"s{n}", f"s{n + 1}") for n in range(20_000)]
    found = check_story(Story("s0", (*scenes, ending("s20000"))))
    assert {finding.code for finding in found} == {"S53", "S54", "S55"}
