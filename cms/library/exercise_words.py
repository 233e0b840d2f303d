"""What the checks of exercises say to someone who writes them in a form: items by their Norwegian, no YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StructBlock

from cms.library.blocks.exercise import ExerciseBlock
from cms.library.exercise_form import WrittenSet
from cms.library.exercise_places import Place, place_of
from cms.library.form_problems import FormProblem, language_of_admin
from exercises.finding import Finding
from exercises.model import Dialogue, Item

REMEDIES = {
    "E01": _("Open the settings of the newer one and empty its id: it gets a new one when you save."),
    "E01.part": _("Give one of them another name, or empty its id in its settings."),
    "E02.undefined": _("Save the page: the word becomes a gap with an answer. Or remove { and }."),
    "E02.unused": _("Write {%(name)s} where the word belongs, or remove the gap from the list."),
    "E02.brace": _("Write { and } only around the answer of a gap, as in “Jeg {bor} i Oslo.”"),
    "E03": _("Add at least one right answer."),
    "E06": _("Remove it from the right answers or from the wrong ones."),
    "E07.none": _("Tick “Right” on the right one."),
    "E09": _("Write the numbers from 1 to %(count)s, each of them once."),
    "E11": _("Leave “What is said” empty, or write the same sentence there."),
    "E16": _("Add it to the words to choose from."),
    "E17": _("Write it here, or with the recording itself among the recordings, for those who cannot hear it."),
    "E22": _("Fill it in."),
    "E30.id": _("Use only a–z, 0–9 and hyphens, at most 40. Empty an id to get a new one."),
    "E31.side": _("Write either the meaning or the Norwegian other half, and leave the other one empty."),
    "E31.tokens": _("Add at least two words."),
    "E31.wrong": _("Add a wrong answer to the gap, or words to choose from that all gaps share."),
    "E31.elsewhere": _("Write it as it stands in the text, or remove it."),
    "E51": _("Keep one of them, so that it is not a matter of chance which one is right."),
    "E55": _("Add more right answers, or let the reader write one word only."),
}
"""What to do in the form, where the checks' own words are about the file."""

BOTH = ("E01",)
"""Findings about the id itself, which two items share: told by the id, and mended in the second."""


def problems_of(written: WrittenSet) -> tuple[FormProblem, ...]:
    """Everything there is to mend and to think about, in the language that is active."""
    return tuple(_problem(finding, written) for finding in written.findings)


def _problem(finding: Finding, written: WrittenSet) -> FormProblem:
    is_shared = finding.wording in BOTH
    found = written.last_item(finding.where) if is_shared else written.item(finding.where)
    place = place_of(finding, found[1]) if found else Place("", "")
    named = finding if is_shared else _by_title(finding, written)
    message, remedy = named.told(language_of_admin())
    own = REMEDIES.get(finding.wording)
    remedy = str(own) % dict(named.values) if own else remedy
    around = found[1]["id"] if found else ""
    return FormProblem(finding.code, finding.severity, message, remedy, named.where, *place, around)


def title_in_form(item: Item, stored: Mapping[str, Any], written: WrittenSet) -> str:
    """The Norwegian by which its author knows an item, else its kind."""
    return written.titles[item.id] or str(_kind(stored).label)


def _by_title(finding: Finding, written: WrittenSet) -> Finding:
    """The finding in the words of the form, which names items by their Norwegian and fields by their labels."""
    names = {
        item.id: title_in_form(item, stored, written)
        for item, stored in zip(reversed(written.items), reversed(written.blocks), strict=True)
    }
    values = {"neighbour": names}
    found = written.item(finding.where)
    if found:
        values["key"] = {name: str(field.label) for name, field in _kind(found[1]).child_blocks.items()}
    if found and isinstance(found[0], Dialogue):
        roles = zip(found[0].parts, (_("Role A"), _("Role B")), strict=False)
        values["name"] = {part.id: part.name or str(role) for part, role in roles}
    told = tuple((name, values.get(name, {}).get(value, value)) for name, value in finding.values)
    return replace(finding, where=names.get(finding.where, finding.where), values=told)


def _kind(stored: Mapping[str, Any]) -> StructBlock:
    """The block of the form that an item is written in."""
    kind: StructBlock = ExerciseBlock.base_blocks[stored["type"]]
    return kind
