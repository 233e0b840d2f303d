"""The map: everything of a story is on it, its lines lead down where they can, and the list says the same."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sitebuilder.languages import load_languages
from sitebuilder.places import SITE
from sitebuilder.views.story_map import map_words

from scenarios.checks import check_story
from scenarios.examples import BASE, START
from scenarios.graph import ways_on
from scenarios.map import draw_map, list_map
from scenarios.map.arrange import arrange
from scenarios.map.fit import fit, width_of
from scenarios.map.layers import layers_of
from scenarios.map.lines import BOX_HEIGHT, BOX_WIDTH
from scenarios.map.svg import write_map
from scenarios.model import Scene, Step, Story
from scenarios.reader import read_story
from tests.scenarios.stories import sound_stories

WORDS = {language.code: map_words(language) for language in load_languages(SITE / "languages")}
NB = WORDS["nb"]
SAMIRA = read_story(BASE, start=START)[0]


def boxes(story: Story, **changes: str) -> dict[str, tuple[float, float]]:
    """The upper left corner of each scene, by where its link leads."""
    drawn = draw_map(story, NB, **changes)
    return {
        link.attrib["href"]: (float(link.find("rect").attrib["x"]), float(link.find("rect").attrib["y"]))  # type: ignore[union-attr]
        for link in drawn.iter("a")
    }


def words_of(element: ElementTree.Element) -> list[str]:
    return [" ".join("".join(entry.itertext()).split()) for entry in element]


def test_scenes_stand_in_rows_as_far_down_as_the_longest_way_to_them() -> None:
    layers = layers_of(ways_on(SAMIRA), START)
    assert layers.rows == (("stille",), ("turen", "hjem"), ("slutt-god", "slutt-svak"))


def test_the_list_says_everything_of_the_map() -> None:
    found = check_story(
        replace(SAMIRA, scenes=(*SAMIRA.scenes, Scene("borte", "Borte", "", onward=Step("Videre", "x"))))
    )
    story = replace(SAMIRA, scenes=(*SAMIRA.scenes, Scene("borte", "Borte", "", onward=Step("Videre", "x"))))
    assert words_of(list_map(story, NB, found)) == [
        "Samira er stille (Her begynner historien)"
        "Spør om noe er galt (Kan gå galt) → «Jeg må hjem»Vent litt (Hjelper) → Langs elva",
        "Langs elva"
        "Spør hva hun ser på (Hjelper) → Dere avtaler en ny dagFortell om uka di (Går an) → Dere avtaler en ny dag",
        "«Jeg må hjem»"
        "Bli med til bussen (Hjelper) → Dere avtaler en ny dagSi at du er skuffet (Skader) → Hun svarer ikke",
        "Dere avtaler en ny dag (Det gikk bra)",
        "Hun svarer ikke (Det gikk dårlig)",
        "Borte (Ingen vei fører hit · Å rette: 2)Gå videre → x",
    ]


def test_weak_choices_problems_and_endings_are_told_by_shape_and_words() -> None:
    drawn = draw_map(SAMIRA, NB, check_story(SAMIRA))
    marks = [mark.attrib["class"] for mark in drawn.iterfind("g[@class='map-marks']/path")]
    assert sorted(marks) == ["harmful", "helpful", "helpful", "helpful", "risky", "workable"]
    dashed = [line for line in drawn.iterfind("g[@class='map-lines']/path") if "stroke-dasharray" in line.attrib]
    assert len(dashed) == 2
    classes = {link.attrib["href"]: link.attrib["class"] for link in drawn.iter("a")}
    assert classes["#slutt-god"] == "map-scene ending good"
    assert classes["#stille"] == "map-scene start"
    texts = {link.attrib["href"]: "".join(link.find("text").itertext()) for link in drawn.iter("a")}  # type: ignore[union-attr]
    assert texts["#slutt-god"] == "Dere avtaler en nydagDet gikk bra"


def test_links_can_lead_elsewhere() -> None:
    assert set(boxes(SAMIRA)) == {f"#{scene.id}" for scene in SAMIRA.scenes}
    drawn = draw_map(SAMIRA, NB, href=lambda scene: f"/mor/{scene}")
    assert {link.attrib["href"] for link in drawn.iter("a")} == {f"/mor/{scene.id}" for scene in SAMIRA.scenes}


def test_where_words_run_from_the_right_the_map_is_mirrored() -> None:
    width = float(draw_map(SAMIRA, NB).attrib["width"])
    left, right = boxes(SAMIRA), boxes(SAMIRA, direction="rtl")
    assert {scene: width - x - BOX_WIDTH for scene, (x, _) in left.items()} == pytest.approx(
        {scene: x for scene, (x, _) in right.items()}, abs=1
    )


@given(sound_stories(), st.booleans())
def test_no_two_scenes_overlap_and_every_one_is_on_the_paper(story: Story, mirrored: bool) -> None:
    direction = "rtl" if mirrored else "ltr"
    drawn = draw_map(story, NB, check_story(story), direction=direction)
    _, _, width, height = map(float, drawn.attrib["viewBox"].split())
    placed = sorted(boxes(story, direction=direction).values())
    assert len(placed) == len(story.scenes)
    for n, (x, y) in enumerate(placed):
        assert 0 <= x <= width - BOX_WIDTH
        assert 0 <= y <= height - BOX_HEIGHT
        for other_x, other_y in placed[n + 1 :]:
            assert abs(x - other_x) >= BOX_WIDTH or abs(y - other_y) >= BOX_HEIGHT
    marks = drawn.findall("g[@class='map-marks']/path")
    assert len(marks) == sum(len(scene.choices) for scene in story.scenes)


@given(sound_stories(most=20))
def test_all_lines_lead_down_but_those_that_close_a_circle(story: Story) -> None:
    edges = ways_on(story)
    layers = layers_of(edges, story.start)
    forward = {s: [t for t in targets if (s, t) not in layers.back] for s, targets in edges.items()}
    row = {scene: n for n, names in enumerate(layers.rows) for scene in names}
    assert all(row[t] > row[s] for s, targets in forward.items() for t in targets)
    assert set(arrange(edges, layers).bends) == {(s, t) for s, targets in edges.items() for t in targets}


@given(st.text(max_size=60), st.integers(5, 30), st.integers(1, 3))
def test_any_title_is_fitted(title: str, width: int, lines: int) -> None:
    fitted = fit(title, width, lines)
    assert 1 <= len(fitted) <= lines
    assert all(width_of(line) <= width for line in fitted)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_file_of_any_words_is_good_xml(title: str, choice: str) -> None:
    first = replace(SAMIRA.scenes[0], title=title)
    first = replace(first, choices=(replace(first.choices[0], title=choice), *first.choices[1:]))
    written = write_map(replace(SAMIRA, scenes=(first, *SAMIRA.scenes[1:])), NB)
    assert ElementTree.fromstring(written).tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize("story", [Story("x"), Story("", (Scene("", "", ""),)), Story("a", (Scene("a", "A", ""),) * 2)])
def test_unfinished_stories_are_drawn_as_far_as_they_go(story: Story) -> None:
    assert len(list(draw_map(story, NB).iter("a"))) == min(len(story.scenes), 1)
    assert len(list_map(story, NB)) == min(len(story.scenes), 1)


@pytest.mark.parametrize("code", WORDS)
def test_a_title_in_any_script_is_cut_where_it_does_not_fit(code: str) -> None:
    title = " ".join([WORDS[code].start] * 4)
    shown = fit(title, 20, 2)
    assert len(shown) == 2
    assert shown[-1].endswith("…")
