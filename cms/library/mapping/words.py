"""Words an editor need not write: what stands before a reason and on the link to the next scene."""

from __future__ import annotations

from sitebuilder.languages import site_languages

REASON = "scenario.why"
ONWARD = "scenario.onward"


def usual(key: str, language: str) -> str:
    """The words in this language, in English where the toolbox has lost its words."""
    languages = site_languages()
    return languages.get(language, languages["en"]).t(key)
