"""Small pages of each kind, ready to publish."""

from __future__ import annotations

from typing import Any

from cms.library.models import CasePage, ExercisePage, GuidePage, ScenarioPage, ToolboxPage
from cms.publishing.load_places import Places

COMMON: dict[str, Any] = {
    "summary": "Hva den er, og hva den er god for.",
    "audience": "both",
    "topics": ["arbeid"],
    "minutes": 5,
    "together": "Les den sammen.",
}
TEXT = [("text", "<p>Skriv to linjer om deg selv.</p>")]
CHOICE = {"key": "", "quality": "helpful", "consequence": "<p>Hun smiler.</p>", "reason": "<p>Du lytter.</p>"}
OWN: dict[type[ToolboxPage], dict[str, Any]] = {
    GuidePage: {"steps": [("step", {"title": "Skriv om deg selv", "body": TEXT, "key": ""})]},
    CasePage: {
        "fictional": True,
        "sections": [
            ("part", {"title": "Møtet", "body": TEXT, "key": ""}),
            ("part", {"title": "Etterpå", "body": TEXT, "key": ""}),
        ],
    },
    ExercisePage: {
        "level": "A1",
        "can_do": "Jeg kan si hvem jeg er.",
        "mentor": "Si setningene høyt sammen.",
        "parts": [("flashcard", {"instruction": "Si det høyt.", "front": "Jeg heter Samira.", "back": "", "key": ""})],
    },
    ScenarioPage: {
        "role": "Du er mentor for Samira.",
        "goals": [("goal", "Tåle stillhet")],
        "scenes": [
            (
                "scene",
                {
                    "title": "Samira er stille",
                    "text": TEXT,
                    "choices": [
                        {**CHOICE, "title": "Vent litt", "target": "Dere avtaler neste møte"},
                        {**CHOICE, "title": "Spør rett ut", "target": "Dere avtaler neste møte"},
                    ],
                    "key": "",
                },
            ),
            (
                "ending",
                {
                    "title": "Dere avtaler neste møte",
                    "text": TEXT,
                    "outcome": "good",
                    "takeaways": ["<p>Vent.</p>"],
                    "key": "",
                },
            ),
        ],
    },
}


def scenes_with(*titles: str) -> list[tuple[str, dict[str, Any]]]:
    """The same story with these choices in its scene."""
    (kind, first), ending = OWN[ScenarioPage]["scenes"]
    choices = [{**CHOICE, "title": title, "target": "Dere avtaler neste møte"} for title in titles]
    return [(kind, {**first, "choices": choices}), ending]


def make(model: type[ToolboxPage], places: Places, slug: str = "en-side", language: str = "nb", **fields: Any) -> Any:
    """A draft under its section."""
    title = fields.pop("title", slug.replace("-", " ").capitalize())
    page = model(
        title=title, slug=slug, live=False, locale=places.locales[language], **{**COMMON, **OWN[model], **fields}
    )
    places.sections[language, model.kind].add_child(instance=page)
    return model.objects.get(pk=page.pk)
