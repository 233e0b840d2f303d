"""What the checks of a story say to someone who writes it in a form: scenes by their titles, no Markdown."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.library.form_problems import FormProblem, language_of_admin
from cms.library.story_form import WrittenStory, by_title, field_of
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

OF_THE_WHOLE = {"S01": "start", "S09": ""}
"""What is mended in no scene, with the field of the page."""


def problems_of(written: WrittenStory) -> tuple[FormProblem, ...]:
    """Everything there is to mend and to think about, in the language that is active."""
    return tuple(_problem(finding, written) for finding in written.findings)


def tell(finding: Finding, written: WrittenStory) -> tuple[str, str]:
    """What is wrong and what to do, in the language that is active."""
    message, remedy = by_title(finding, written.titles).told(language_of_admin())
    return message, str(REMEDIES.get(finding.wording, remedy))


def _problem(finding: Finding, written: WrittenStory) -> FormProblem:
    message, remedy = tell(finding, written)
    block = "" if finding.code in OF_THE_WHOLE else written.blocks.get(finding.where, "")
    field = OF_THE_WHOLE.get(finding.code, field_of(finding) if block else "")
    title = written.titles.get(finding.where, "")
    return FormProblem(finding.code, finding.severity, message, remedy, title, block, field)
