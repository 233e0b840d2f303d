"""The stylesheet: directions, tokens, contrasts, and its place beside Material's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sitebuilder.places import STYLES
from sitebuilder.views.stylesheet import ORDER as STYLESHEETS
from sitebuilder.views.stylesheet import read_stylesheet

PHYSICAL = re.compile(
    r"(margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)\b.*"
    r"|(min-|max-)?(width|height)|left|right|top|bottom|float|clear|(overflow-[xy])"
    r"|border-(top|bottom)-(left|right)-radius"
)
ALLOWED = {"overflow-x", "overflow-y"}
"""The same in every language, and `overflow-inline` and `overflow-block` are understood by one browser only."""


def declarations(name: str) -> Iterator[tuple[str, str]]:
    """The declarations of one of our stylesheets: property and value."""
    text = re.sub(r"/\*.*?\*/", "", (STYLES / name).read_text("utf-8"), flags=re.DOTALL)
    for block in re.findall(r"\{([^{}]*)\}", text):
        for line in block.split(";"):
            key, colon, value = line.partition(":")
            if colon:
                yield key.strip(), value.strip()


def test_the_order_of_the_stylesheet_names_every_file_once() -> None:
    assert sorted(STYLESHEETS) == sorted(path.name for path in STYLES.iterdir())


@pytest.mark.parametrize("name", STYLESHEETS)
def test_styles_speak_of_start_and_end_and_never_of_left_and_right(name: str) -> None:
    found = [key for key, _ in declarations(name) if PHYSICAL.fullmatch(key) and key not in ALLOWED]
    sides = [f"{key}: {value}" for key, value in declarations(name) if re.search(r"\b(left|right)\b", value)]
    assert (found, sides) == ([], [])


@pytest.mark.parametrize("name", [name for name in STYLESHEETS if name not in ("tokens.css", "print.css")])
def test_only_the_tokens_name_colours(name: str) -> None:
    assert [value for _, value in declarations(name) if re.search(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", value)] == []


@pytest.mark.parametrize("name", STYLESHEETS)
def test_styles_ask_only_for_tokens_that_exist(name: str) -> None:
    known = {key for sheet in STYLESHEETS for key, _ in declarations(sheet) if key.startswith("--")}
    asked = {token for _, value in declarations(name) for token in re.findall(r"var\((--[a-z0-9-]+)\)", value)}
    assert asked - known == set()


def test_materials_styles_are_there_and_lose_against_ours() -> None:
    text = read_stylesheet(STYLES)
    assert text.startswith("@layer material {")
    assert ".md-typeset" in text
    assert text.index("--paper") > text.index(".md-typeset")
    assert "sourceMappingURL" not in text
    assert text.count("{") == text.count("}")


def schemes() -> dict[str, dict[str, str]]:
    """The colours of the light scheme and of the dark one."""
    light_text, dark_text = (STYLES / "tokens.css").read_text("utf-8").split("@media (prefers-color-scheme: dark)")
    light = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light_text))
    return {"light": light, "dark": light | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark_text))}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one_colour: str, other: str) -> float:
    darker, lighter = sorted((luminance(one_colour), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = ("paper", "surface", "sunken", "accent-wash", "good-wash", "fair-wash", "care-wash", "harm-wash")
PAIRS = [
    *((ink, ground) for ink in ("ink", "ink-soft", "accent") for ground in GROUNDS),
    *((tone, f"{tone}-wash") for tone in ("good", "fair", "care", "harm")),
    ("accent-ink", "accent"),
    ("panel-ink", "panel"),
    ("paper", "harm"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(scheme: str, ink: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edges_of_what_can_be_pressed_can_be_seen(scheme: str) -> None:
    colours = schemes()[scheme]
    assert all(contrast(colours["edge"], colours[ground]) >= 3 for ground in ("paper", "surface", "sunken"))
