"""A story as a gamebook: a section for each scene and each choice, tied together by links."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from scenarios.model import Choice, Scene, Step, Story
from sitebuilder.contract.inline_reader import read_runs
from sitebuilder.contract.prose_reader import read_prose
from sitebuilder.markdown.context import Context
from sitebuilder.markdown.elements import add, add_text, element, title_id
from sitebuilder.markdown.prose_html import fill, prose_elements


def story_elements(story: Story, context: Context) -> list[Element]:
    """Scenes in order, each followed by its choices."""
    return [made for scene in story.scenes for made in _scene_elements(scene, context)]


def _scene_elements(scene: Scene, context: Context) -> Iterator[Element]:
    classes = f"scene ending {scene.outcome.value}" if scene.outcome else "scene"
    made = _titled(element("section", class_=classes, id=scene.id), "h2", scene.title, scene.id)
    if scene.outcome:
        word = context.language.t(f"outcome.{scene.outcome.value}")
        add(made, "p", word, class_=f"outcome outcome-{scene.outcome.value}")
    made.extend(prose_elements(read_prose(scene.text)[0], context))
    if scene.choices:
        choices = add(made, "ul", class_="choices", aria_label=context.language.t("scenario.choices"))
        for choice in scene.choices:
            add(add(choices, "li"), "a", choice.title, href=f"#{choice.id}")
    if scene.onward:
        _onward(made, scene.onward)
    if scene.takeaways:
        takeaways = add(made, "ul", class_="takeaways", aria_label=context.language.t("scenario.takeaways"))
        for text in scene.takeaways:
            fill(add(takeaways, "li"), read_runs(text, 1)[0], context)
    yield made
    for choice in scene.choices:
        yield _choice_element(choice, context)


def _choice_element(choice: Choice, context: Context) -> Element:
    made = _titled(
        element("section", class_=f"choice {choice.quality.value}", id=choice.id), "h3", choice.title, choice.id
    )
    word = context.language.t(f"quality.{choice.quality.value}")
    add(made, "p", word, class_=f"quality quality-{choice.quality.value}")
    made.extend(prose_elements(read_prose(choice.consequence)[0], context))
    if choice.reason:
        reason = add(made, "p", class_="reason")
        add(reason, "strong", choice.reason_label)
        add_text(reason, " ")
        fill(reason, read_runs(choice.reason, 1)[0], context)
    _onward(made, choice.onward)
    return made


def _titled(made: Element, tag: str, title: str, id: str) -> Element:
    made.set("aria-labelledby", title_id(id))
    add(made, tag, title, id=title_id(id), tabindex="-1")
    return made


def _onward(parent: Element, step: Step) -> None:
    if step.target:
        add(add(parent, "p", class_="onward"), "a", step.label, href=f"#{step.target}")
