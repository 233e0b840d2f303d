"""A story on its page: scenes with their choices inside, and the numbers that paper shows."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, given, settings
from sitebuilder.contract.document import Kind
from sitebuilder.markdown.context import plain_context
from sitebuilder.markdown.story_html import story_elements
from sitebuilder.preview import render_document
from sitebuilder.views.assets import Assets
from sitebuilder.views.page import PageKind

from scenarios.model import Scene, Step, Story
from scenarios.paper import paper_numbers
from tests.scenarios.stories import sound_stories
from tests.scenarios.test_story_paper import STORY
from tests.site.sample_library import document

NB = plain_context("nb")


def html_of(story: Story) -> str:
    return "".join(tostring(made, encoding="unicode", method="html") for made in story_elements(story, NB))


def test_choices_stand_inside_their_scene_and_every_link_says_its_number() -> None:
    assert re.sub(r">\s*<", ">\n<", html_of(STORY)).split("\n") == [
        '<div class="story">',
        '<section class="scene start" id="gate">',
        '<div class="told" data-place="1">',
        '<h2 tabindex="-1">På gata</h2>',
        "<p>Hun står der.</p>",
        '<ul class="choices" aria-label="Hva gjør du?">',
        "<li>",
        '<a href="#gate-hils" data-to="gå til 4">Hils</a>',
        "</li>",
        "<li>",
        '<a href="#gate-vent" data-to="gå til 3">Vent</a>',
        "</li>",
        "</ul>",
        "</div>",
        '<section class="choice helpful" id="gate-hils" data-place="4">',
        '<h3 tabindex="-1">Hils</h3>',
        '<p class="quality quality-helpful">Hjelper</p>',
        "<p>Hun smiler.</p>",
        '<p class="onward">',
        '<a href="#slutt" data-to="gå til 2">Gå videre</a>',
        "</p>",
        "</section>",
        '<section class="choice workable" id="gate-vent" data-place="3">',
        '<h3 tabindex="-1">Vent</h3>',
        '<p class="quality quality-workable">Går an</p>',
        "<p>Hun går.</p>",
        '<p class="onward">',
        '<a href="#veien" data-to="gå til 5">Gå videre</a>',
        "</p>",
        "</section>",
        "</section>",
        '<section class="scene" id="veien">',
        '<div class="told" data-place="5">',
        '<h2 tabindex="-1">På veien</h2>',
        "<p>Det regner.</p>",
        '<p class="onward">',
        '<a href="#slutt" data-to="gå til 2">Gå videre</a>',
        "</p>",
        "</div>",
        "</section>",
        '<section class="scene ending good" id="slutt">',
        '<div class="told" data-place="2">',
        '<h2 tabindex="-1">Slutt</h2>',
        '<p class="outcome outcome-good">Det gikk bra</p>',
        "<p>Dere går.</p>",
        '<ul class="takeaways" aria-label="Ta med deg">',
        "<li>Hils.</li>",
        "</ul>",
        '<p class="again">',
        '<a href="#gate">Begynn på nytt</a>',
        "</p>",
        "</div>",
        "</section>",
        "</div>",
    ]


def _number(part: Tag | None) -> int:
    assert part is not None
    place = part if part.has_attr("data-place") else part.select_one(".told")
    assert place is not None
    return sum(int(digit) for digit in str(place["data-place"]).split())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sound_stories())
def test_a_link_goes_to_the_number_that_its_target_has(story: Story) -> None:
    soup = BeautifulSoup(html_of(story), "html.parser")
    numbers = paper_numbers(story)
    assert {str(part["id"]): _number(part) for part in soup.select(".scene, .choice")} == numbers
    links = soup.select(".choices a, .onward a")
    assert len(links) == sum(len(scene.steps) + len(scene.choices) for scene in story.scenes)
    for link in links:
        target = soup.find(id=str(link["href"])[1:])
        assert link["data-to"] == f"gå til {_number(target if isinstance(target, Tag) else None)}"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sound_stories())
def test_exactly_one_scene_is_the_start(story: Story) -> None:
    starts = BeautifulSoup(html_of(story), "html.parser").select(".start")
    assert [start["id"] for start in starts] == [story.start]


def test_a_large_number_stands_as_a_sum_of_its_digits() -> None:
    scenes = tuple(Scene(f"s{n}", "Tittel", "x", onward=Step("Gå videre", f"s{n + 1}")) for n in range(107))
    places = [
        told.get("data-place", "") for made in story_elements(Story("s0", scenes), NB) for told in made.iter("div")
    ][1:]
    assert {"1", "90 9", "100", "100 7", "10"} <= set(places)
    assert len(set(places)) == len(places)


def test_a_draft_without_its_start_begins_with_its_first_scene_and_keeps_links_that_lead_nowhere() -> None:
    soup = BeautifulSoup(html_of(Story("", (Scene("a", "A", "x", onward=Step("Dit", "borte")),))), "html.parser")
    assert [one["id"] for one in soup.select(".start")] == ["a"]
    assert soup.select_one(".onward a").attrs == {"href": "#borte"}  # type: ignore[union-attr]
    assert story_elements(Story("", ()), NB) == list[Element]()


def test_only_stories_begin_with_the_script_of_stories() -> None:
    assets = Assets(scripts={"page": "/p.js", "story": "/s.js", "map": "/m.js"})
    assert assets.scripts_of(PageKind.DOCUMENT, Kind.SCENARIO) == ("/s.js",)
    assert assets.scripts_of(PageKind.DOCUMENT, Kind.GUIDE) == ("/p.js",)
    assert assets.scripts_of(PageKind.MAP) == ("/m.js",)
    assert assets.scripts_of(PageKind.HOME) == ()


def test_the_page_starts_where_its_front_matter_says_and_leads_to_its_map() -> None:
    turned = Story(STORY.start, STORY.scenes[::-1])
    made = document("valg", kind=Kind.SCENARIO, start="gate")
    page = BeautifulSoup(render_document(type(made)(made.language, made.slug, made.front, turned)), "html.parser")
    assert [one["id"] for one in page.select(".start")] == ["gate"]
    assert [a["href"] for a in page.select(".leader a")] == ["/nb/scenarios/valg/map/"]
    assert [a["href"] for a in page.select(".play a")] == ["#gate"]
    assert page.select_one(".play")["hidden"] == ""  # type: ignore[index]
