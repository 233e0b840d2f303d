"""The stylesheet: directions, tokens, contrasts, and its place beside Material's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sitebuilder.places import STYLES
from sitebuilder.styles import ORDER, OWN, PAPER, read_styles
from sitebuilder.styles.minify import minified
from sitebuilder.styles.shake import shaken
from sitebuilder.styles.variables import without_unused

STYLESHEETS = tuple(dict.fromkeys((*ORDER, *(name for names in OWN.values() for name in names), *PAPER)))

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
    text = read_styles().screen
    assert text.startswith("@layer material{")
    assert text.index("--paper") > text.index(".md-typeset")
    assert text.count("{") == text.count("}")
    assert "<" not in text.replace("<svg", "").replace("<path", "").replace("</svg", "")


WORDS = frozenset(("p", "a", "md-typeset", "note", "dir", "hidden"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (".md-typeset p, .md-nav p { margin: 0 }", ".md-typeset p{margin:0}"),
        (".md-nav { color: red } /* gone */", ""),
        ("@media (min-width: 3em) { .md-nav a { top: 0 } p { top: 0 } }", "@media(min-width: 3em){p{top:0}}"),
        ("@media print { p { color: red } }", ""),
        ("[dir=rtl] p { top: 0 } [data-md-state=x] p { top: 0 }", "[dir=rtl] p{top:0}"),
        ("a:hover > p::before { top: 0 } a:not(.gone) { top: 0 }", "a:hover>p::before{top:0}a:not(.gone){top:0}"),
        (":is(.md-nav, .note) a { top: 0 } :is(.md-nav) a { top: 0 }", ":is(.md-nav, .note) a{top:0}"),
        ("#gone p { top: 0 } @keyframes x { from { top: 0 } } @font-face { src: url(x) }", ""),
    ],
)
def test_only_rules_that_a_page_of_ours_can_meet_are_kept(text: str, kept: str) -> None:
    assert shaken(text, WORDS) == kept


@pytest.mark.parametrize(
    ("text", "smaller"),
    [
        ("p  >  a ,\n a { color : red ; top: 0; }", "p>a,a{color:red;top:0}"),
        ("p { margin: 0 -1px; width: calc(1px + 2px) }", "p{margin:0 -1px;width:calc(1px + 2px)}"),
        ('p::after { content: "a  /* b */" !important }', 'p::after{content:"a  /* b */"!important}'),
        ("@page { size: A4; margin: 1mm }", "@page{size:A4;margin:1mm}"),
        (":root { --x: a,  b }", ":root{--x:a,  b}"),
        ("@media screen and (min-width: 1em) { p {} a { top: 0 } }", "@media screen and (min-width: 1em){a{top:0}}"),
    ],
)
def test_a_smaller_stylesheet_means_the_same(text: str, smaller: str) -> None:
    assert minified(text) == smaller
    assert minified(smaller) == smaller


def test_custom_properties_that_nothing_asks_for_go() -> None:
    text = ":root{--a:var(--b);--b:1;--c:2;--d:3}p{top:var(--d)}"
    assert without_unused(text, "a{left:var(--a)}") == ":root{--a:var(--b);--b:1;--d:3}p{top:var(--d)}"
    assert without_unused(text, "") == ":root{--d:3}p{top:var(--d)}"


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
