"""The words on the map of a story, in a language of the site."""

from __future__ import annotations

from scenarios.map import MapWords
from scenarios.model import Outcome, Quality
from sitebuilder.languages import Language


def map_words(language: Language) -> MapWords:
    """The words `scenarios.map` needs."""
    return MapWords(
        name=language.t("map.name"),
        start=language.t("map.start"),
        unreached=language.t("map.unreached"),
        problems=language.t("map.problems"),
        goes_on=language.t("scenario.onward"),
        qualities={quality: language.t(f"quality.{quality}") for quality in Quality},
        outcomes={outcome: language.t(f"outcome.{outcome}") for outcome in Outcome},
    )
