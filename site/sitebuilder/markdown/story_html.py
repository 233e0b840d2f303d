"""A story as a gamebook: a section for each scene with its choices inside, tied together by links.

The choices stand inside their scene so that a stylesheet alone can show one scene at a time, and still leave what a
choice is about above what comes of it. What only paper shows, the numbers and "go to 7", stands in attributes: it is
neither read aloud nor found by a search.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from scenarios.model import Choice, Scene, Step, Story
from scenarios.paper import paper_numbers
from sitebuilder.contract.inline_reader import read_runs
from sitebuilder.contract.prose_reader import read_prose
from sitebuilder.markdown.context import Context
from sitebuilder.markdown.elements import add, add_text, element
from sitebuilder.markdown.prose_html import fill, prose_elements


def story_elements(story: Story, context: Context) -> list[Element]:
    """One element that holds the scenes in order. A story whose start is not told begins with its first scene."""
    if not story.scenes:
        return []
    if not any(scene.id == story.start for scene in story.scenes):
        story = Story(story.scenes[0].id, story.scenes)
    pages = _Pages(story.start, paper_numbers(story), context)
    made = element("div", class_="story")
    made.extend(pages.scene(scene) for scene in story.scenes)
    return [made]


@dataclass(frozen=True)
class _Pages:
    """What makes the scenes of one story. ``numbers`` are those on paper."""

    start: str
    numbers: Mapping[str, int]
    context: Context

    def scene(self, scene: Scene) -> Element:
        classes = ["scene", *(("start",) if scene.id == self.start else ())]
        classes += ["ending", scene.outcome.value] if scene.outcome else []
        made = element("section", class_=" ".join(classes), id=scene.id)
        told = add(made, "div", class_="told", data_place=self._place(scene.id))
        add(told, "h2", scene.title, tabindex="-1")
        if scene.outcome:
            word = self.context.language.t(f"outcome.{scene.outcome.value}")
            add(told, "p", word, class_=f"outcome outcome-{scene.outcome.value}")
        told.extend(prose_elements(read_prose(scene.text)[0], self.context))
        if scene.choices:
            choices = add(told, "ul", class_="choices", aria_label=self.context.language.t("scenario.choices"))
            for choice in scene.choices:
                self._link(add(choices, "li"), choice.title, choice.id)
        if scene.onward:
            self._onward(told, scene.onward)
        if scene.takeaways:
            takeaways = add(told, "ul", class_="takeaways", aria_label=self.context.language.t("scenario.takeaways"))
            for text in scene.takeaways:
                fill(add(takeaways, "li"), read_runs(text, 1)[0], self.context)
        if scene.outcome:
            again = add(told, "p", class_="again")
            add(again, "a", self.context.language.t("play.again"), href=f"#{self.start}")
        made.extend(map(self._choice, scene.choices))
        return made

    def _choice(self, choice: Choice) -> Element:
        made = element(
            "section",
            class_=f"choice {choice.quality.value}",
            id=choice.id,
            data_place=self._place(choice.id),
        )
        add(made, "h3", choice.title, tabindex="-1")
        word = self.context.language.t(f"quality.{choice.quality.value}")
        add(made, "p", word, class_=f"quality quality-{choice.quality.value}")
        made.extend(prose_elements(read_prose(choice.consequence)[0], self.context))
        if choice.reason:
            reason = add(made, "p", class_="reason")
            add(reason, "strong", choice.reason_label)
            add_text(reason, " ")
            fill(reason, read_runs(choice.reason, 1)[0], self.context)
        self._onward(made, choice.onward)
        return made

    def _onward(self, parent: Element, step: Step) -> None:
        if step.target:
            self._link(add(parent, "p", class_="onward"), step.label, step.target)

    def _link(self, parent: Element, label: str, target: str) -> None:
        number = self.numbers.get(target)
        to = self.context.language.t("play.go_to", n=number) if number else ""
        add(parent, "a", label, href=f"#{target}", data_to=to)

    def _place(self, id: str) -> str:
        """The number as a sum, "100 7" for 107: a stylesheet reads no numbers, but it can add up the few it knows."""
        digits = reversed(str(self.numbers[id]))
        return " ".join(digit + "0" * zeros for zeros, digit in reversed(list(enumerate(digits))) if digit != "0")
