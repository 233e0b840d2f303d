"""What a page costs a reader: bytes, requests, and nothing that is kept or asked for elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Page
from sitebuilder.build.assets import write_assets
from sitebuilder.contract.tree import read_tree
from sitebuilder.preview import render_document

from scenarios.model import Choice, Scene, Story
from tests.browser.reader import ReadersSite, assert_none, phone, script
from tests.every_template import STARTER

LIMIT = 20 * 1024
STORY_LIMIT = 24 * 1024
"""A story of twenty scenes is much text at once, so that it can be read on where there is no network."""
SET_LIMIT = 22 * 1024
"""A set of twelve items is much text too, with a reason for each wrong answer, and Cyrillic weighs more than Latin."""
STORY_SCRIPTS = 5 * 1024
EXERCISE_SCRIPTS = 8 * 1024
"""For a set that has every type of item. A page fetches only what its own items have use for."""
REQUESTS = 4
_SCRIPT = re.compile(r'<script[^>]* src="(/[^"]+)"')
_IMPORT = re.compile(r'(?:^|;|\n)\s*import\b[^"(]*"(/[^"]+)"')
"""What a module needs before it runs; what it fetches when it is asked to, `import("…")`, is not of the first view."""


def test_no_page_is_heavier_than_its_budget_in_any_language(site: ReadersSite) -> None:
    public = site.server.folder
    sizes = {file.relative_to(public): _weight(file, public, _limit(file)) for file in public.rglob("*.html")}
    sets = {file: size for file, size in sizes.items() if file.parts[1:2] == ("exercises",)}
    others = {file: size for file, size in sizes.items() if file.parts[1:2] != ("scenarios",) and file not in sets}
    for limit, weighed in ((LIMIT, others), (SET_LIMIT, sets), (STORY_LIMIT, sizes)):
        heaviest = max(weighed, key=lambda file: weighed[file])
        print(f"The heaviest of {len(weighed)} pages is {heaviest}: {weighed[heaviest]} bytes of {limit}.")  # noqa: T201
        assert weighed[heaviest] <= limit, f"{heaviest} has {weighed[heaviest]} bytes"
    assert len(sizes) > 200


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_a_story_of_twenty_scenes_keeps_to_its_budget(tmp_path: Path, language: str) -> None:
    norwegian = [one for one in read_tree(STARTER).library.documents if one.language == "nb"]
    stories = [(one, one.body) for one in norwegian if isinstance(one.body, Story)]
    scenes = [scene for n, (_, story) in enumerate(stories) for scene in _renamed(story, n)]
    first = stories[0][0]
    whole = replace(
        first,
        language=language,
        front=replace(first.front, start=scenes[0].id),
        body=Story(scenes[0].id, (*scenes[:20],)),
    )
    public = tmp_path / "public"
    write_assets(_folder(public))
    file = public / "story.html"
    file.write_text(render_document(whole), "utf-8")
    weight = _weight(file, public, enough=0)
    print(f"A story of {len(whole.body.scenes)} scenes in {language} weighs {weight} of {STORY_LIMIT}.")  # noqa: T201
    assert len(file.read_text("utf-8").split('class="scene')) == 21
    assert weight <= STORY_LIMIT


def _renamed(story: Story, n: int) -> list[Scene]:
    """Scenes that can stand beside those of another story."""

    def choice(one: Choice) -> Choice:
        return replace(one, id=f"{one.id}-{n}", onward=replace(one.onward, target=f"{one.onward.target}-{n}"))

    return [replace(one, id=f"{one.id}-{n}", choices=tuple(map(choice, one.choices))) for one in story.scenes]


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_the_scripts_of_a_story_keep_to_their_budget(site: ReadersSite) -> None:
    modules = list(site.server.folder.glob("assets/story*.js"))
    assert len(modules) == 3
    assert sum(len(brotli.compress(module.read_bytes())) for module in modules) <= STORY_SCRIPTS


def test_the_scripts_of_an_exercise_set_keep_to_their_budget(site: ReadersSite) -> None:
    modules = [*site.server.folder.glob("assets/exercise-*.js"), *site.server.folder.glob("assets/judge.*.js")]
    assert len(modules) == 9
    weight = sum(len(brotli.compress(module.read_bytes())) for module in modules)
    print(f"The scripts of an exercise set weigh {weight} bytes of {EXERCISE_SCRIPTS}.")  # noqa: T201
    assert weight <= EXERCISE_SCRIPTS


def _limit(file: Path) -> int:
    section = file.parent.parent.name
    return STORY_LIMIT if section == "scenarios" else SET_LIMIT if section == "exercises" else LIMIT


def _weight(file: Path, public: Path, enough: int) -> int:
    """Bytes of a page with its style and scripts, compressed as a host does once for all its readers.

    The best compression takes its time, so it is asked for only where a hurried one is not below ``enough``.
    """
    text = file.read_text("utf-8")
    waiting, scripts = _SCRIPT.findall(text), set[str]()
    while waiting:
        address = waiting.pop()
        if address not in scripts:
            scripts.add(address)
            waiting += _IMPORT.findall((public / address[1:]).read_text("utf-8"))
    files = [text.encode(), *((public / address[1:]).read_bytes() for address in scripts)]
    hurried = sum(_compressed(data, 5) for data in files)
    return hurried if hurried <= enough else sum(_compressed(data, 11) for data in files)


@cache
def _compressed(data: bytes, quality: int) -> int:
    """How many bytes are left. Most pages have the same scripts."""
    return len(brotli.compress(data, quality=quality))


@pytest.mark.parametrize("language", ["nb", "ar", "ti"])
def test_a_page_asks_for_little_and_leaves_nothing_behind(chromium: Browser, site: ReadersSite, language: str) -> None:
    faults: list[Any] = []
    with phone(chromium) as first:
        opened = {name: _open(first.context.new_page(), address) for name, address in site.pages(language).items()}
        for name, (page, asked, errors) in opened.items():
            page.wait_for_load_state("networkidle")
            if len(asked) > REQUESTS:
                faults.append((name, "too many requests", asked))
            faults += [(name, "error", error) for error in errors]
            faults += [(name, "foreign", url) for url in asked if not url.startswith(site.server.url)]
            faults += [(name, what, kept) for what, kept in page.evaluate(script("kept")).items() if kept]
        faults += first.context.cookies()
    assert_none(faults)


def _open(page: Page, address: str) -> tuple[Page, list[str], list[str]]:
    """The page, loaded and read to its end, the addresses it asks for, and its errors."""
    asked: list[str] = []
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    page.wait_for_function("() => Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight - 2")
    return page, asked, errors
