"""What the checks of a story say to someone who writes it in a form: scenes by their titles, no Markdown."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.library.story_form import WrittenStory, by_title
from scenarios.finding import Finding

REMEDIES = {
    "S01": _("Write the title of the first scene, or leave the field empty: then the one that stands first begins."),
    "S02": _("Open the settings of the newer one and empty its id: it gets a new one when you save."),
    "S03.nowhere": _("Choose the scene it goes on to."),
    "S09": _("Add a block of the kind “Ending”."),
    "S25.outcome": _("Choose how it ended."),
    "S25.quality": _("Choose how well it serves the mentee."),
    "S10": _("Write one to three points for the reader to take along."),
    "S64": _("Say why, in a sentence or two."),
}
"""What to do in the form, where the checks' own words are about the file."""


def tell(finding: Finding, written: WrittenStory) -> tuple[str, str]:
    """What is wrong and what to do, in the language that is active."""
    message, remedy = by_title(finding, written.titles).told(language_of_admin())
    return message, str(REMEDIES.get(finding.wording, remedy))


def language_of_admin() -> str:
    """That of the person at work, Norwegian or English."""
    return "nb" if (get_language() or "").startswith("nb") else "en"
