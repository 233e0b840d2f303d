"""The map as SVG: rows from the start down, a line for every way, a mark on it for every choice.

It needs no stylesheet: everything is drawn in the colour of the text around it, and told by shape and words.
Classes are there for a page that wants to add colour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from scenarios.finding import Finding
from scenarios.graph import ways_on
from scenarios.map.arrange import arrange
from scenarios.map.fit import clean, fit
from scenarios.map.layers import Layers, layers_of
from scenarios.map.lines import Grid, Line, lines_of
from scenarios.map.marks import by_scene, status_of
from scenarios.map.words import MapWords
from scenarios.model import Outcome, Quality, Scene, Story

TITLE_LINES = 2
TITLE_WIDTH = 20
STATUS_LINES = 2
STATUS_WIDTH = 25
LINE_HEIGHT = 15
KEY_HEIGHT, KEY_STEP = 40, 140
BORDERS: Mapping[Outcome, Mapping[str, str]] = {
    Outcome.GOOD: {"stroke-width": "3"},
    Outcome.MIXED: {"stroke-width": "1.5"},
    Outcome.POOR: {"stroke-width": "1.5", "stroke-dasharray": "7 3"},
    Outcome.OPEN: {"stroke-width": "1.5", "stroke-dasharray": "1.5 3"},
}
MARKS: Mapping[Quality, Mapping[str, str]] = {
    Quality.HELPFUL: {"d": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "fill": "currentColor"},
    Quality.WORKABLE: {"d": "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"},
    Quality.RISKY: {"d": "M-5 4.5L0-5L5 4.5z"},
    Quality.HARMFUL: {"d": "M-5 4.5L0-5L5 4.5z", "fill": "currentColor"},
}


def draw_map(
    story: Story,
    words: MapWords,
    findings: Sequence[Finding] = (),
    *,
    href: Callable[[str], str] = "#{}".format,
    direction: str = "ltr",
) -> Element:
    """An ``<svg>``, each scene of it a link. ``href`` makes the address of a scene; ``direction`` is that of the words.

    Draws every story, broken ones too: steps to scenes that are not there are left out, and of scenes with one id
    only the first is drawn.
    """
    scenes = {scene.id: scene for scene in reversed(story.scenes)}
    edges = ways_on(story)
    layers = layers_of(edges, story.start)
    placed = arrange(edges, layers)
    grid = Grid(placed, layers, mirrored=direction == "rtl", narrowest=len(Quality) * KEY_STEP)
    found = by_scene(story, findings)
    made = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "story-map",
            "viewBox": f"0 0 {grid.width:.0f} {grid.height + KEY_HEIGHT:.0f}",
            "width": f"{grid.width:.0f}",
            "height": f"{grid.height + KEY_HEIGHT:.0f}",
            "role": "group",
            "aria-label": words.name,
            "direction": direction,
            "text-anchor": "middle",
            "font-size": "13",
            "fill": "none",
            "stroke": "currentColor",
        },
    )
    lines = lines_of(story, placed, layers, grid)
    _draw_lines(made, lines)
    for scene_id in (scene_id for row in layers.rows for scene_id in row):
        scene = scenes[scene_id]
        status = status_of(scene, story, layers, found, words)
        worst = min((finding.severity for finding in found.get(scene_id, ())), default="")
        _draw_scene(made, scene, grid, href(scene_id), status, _classes(scene, story, layers, worst))
    _draw_key(made, words, grid)
    return made


def write_map(story: Story, words: MapWords, findings: Sequence[Finding] = (), *, direction: str = "ltr") -> str:
    """A file of its own, black on white, whose scenes lead nowhere."""
    made = draw_map(story, words, findings, direction=direction)
    made.set("font-family", "sans-serif")
    made.set("color", "#000")
    made.insert(0, Element("rect", {"width": "100%", "height": "100%", "fill": "#fff", "stroke": "none"}))
    for link in made.iter("a"):
        link.tag = "g"
        del link.attrib["href"]
    return tostring(made, encoding="unicode") + "\n"


def _classes(scene: Scene, story: Story, layers: Layers, worst: str) -> str:
    told = ["map-scene", "start" if scene.id == story.start else ""]
    told += ["ending", scene.outcome.value] if scene.outcome else []
    told += ["unreached" if scene.id in layers.unreached else "", worst]
    return " ".join(filter(None, told))


def _draw_lines(made: Element, lines: Sequence[Line]) -> None:
    drawn = SubElement(made, "g", {"class": "map-lines", "stroke-width": "1.2"})
    marks = SubElement(made, "g", {"class": "map-marks", "stroke-width": "1.5"})
    for line in lines:
        path = SubElement(drawn, "path", {"d": line.path})
        if line.is_weak:
            path.set("stroke-dasharray", "5 3")
        for choice, x, y in line.marks:
            _mark(marks, choice.quality, x, y, clean(choice.title))
    SubElement(drawn, "path", {"d": "".join(line.head for line in lines)})


def _mark(parent: Element, quality: Quality, x: float, y: float, title: str) -> None:
    attributes = {"class": quality.value, "transform": f"translate({x:.0f} {y:.0f})", **MARKS[quality]}
    mark = SubElement(parent, "path", attributes)
    if title:
        SubElement(mark, "title").text = title


def _draw_scene(made: Element, scene: Scene, grid: Grid, address: str, status: str, classes: str) -> None:
    link = SubElement(made, "a", {"class": classes, "href": address})
    title = clean(scene.title) or "…"
    SubElement(link, "title").text = f"{title} ({status})" if status else title
    left, top, width, height = grid.box(scene.id)
    box = {"x": f"{left:.0f}", "y": f"{top:.0f}", "width": f"{width:.0f}", "height": f"{height:.0f}"}
    border: Mapping[str, str] = {"rx": "6", "stroke-width": "3" if "start" in classes.split() else "1.5"}
    if scene.outcome:
        border = {"rx": f"{height / 2:.0f}", **BORDERS[scene.outcome]}
    if "unreached" in classes.split():
        border = {**border, "stroke-dasharray": "1.5 3"}
    SubElement(link, "rect", {**box, **border, "pointer-events": "all"})
    _write(
        link,
        fit(title, TITLE_WIDTH, TITLE_LINES),
        fit(status, STATUS_WIDTH, STATUS_LINES) if status else [],
        grid,
        scene.id,
    )


def _write(link: Element, title: Sequence[str], status: Sequence[str], grid: Grid, scene_id: str) -> None:
    """The lines of a box, its words in the middle of its height."""
    left, top, width, height = grid.box(scene_id)
    text = SubElement(link, "text", {"fill": "currentColor", "stroke": "none"})
    count = len(title) + len(status)
    for n, line in enumerate([*title, *status]):
        y = top + height / 2 + 4.5 + LINE_HEIGHT * (n - (count - 1) / 2)
        span = SubElement(text, "tspan", {"x": f"{left + width / 2:.0f}", "y": f"{y:.0f}"})
        span.text = line
        if n >= len(title):
            span.attrib |= {"font-size": "11", "font-weight": "700"}


def _draw_key(made: Element, words: MapWords, grid: Grid) -> None:
    """What the marks mean."""
    key = SubElement(made, "g", {"class": "map-key", "stroke-width": "1.5", "text-anchor": "start"})
    for n, quality in enumerate(Quality):
        x, y = n * KEY_STEP + 12, grid.height + KEY_HEIGHT / 2
        _mark(key, quality, grid.across(x), y, "")
        attributes = {"x": f"{grid.across(x + 12):.0f}", "y": f"{y + 4.5:.0f}", "fill": "currentColor"}
        SubElement(key, "text", {**attributes, "stroke": "none"}).text = words.qualities[quality]
