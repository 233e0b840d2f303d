"""The contract's constants with the words editors read."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from sitebuilder.contract import document

AUDIENCES = [
    (document.Audience.MENTOR.value, _("Mentors")),
    (document.Audience.MENTEE.value, _("Mentees")),
    (document.Audience.BOTH.value, _("Both")),
]
_PHASES = {
    "before": _("Before you meet"),
    "first-meeting": _("The first meeting"),
    "underway": _("Underway"),
    "goal-work": _("Working towards a goal"),
    "difficulty": _("When it is difficult"),
    "ending": _("Ending"),
}
PHASES = [(phase, _PHASES[phase]) for phase in document.PHASES]
LEVELS = [(level, level) for level in document.LEVELS]
_STATES = {"draft": _("Draft"), "reviewed": _("Reviewed")}
STATES = [(state, _STATES[state]) for state in document.Translation.STATES]
_METHODS = {"person": _("A person"), "machine": _("A machine")}
METHODS = [(method, _METHODS[method]) for method in document.Translation.METHODS]
