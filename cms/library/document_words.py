"""What the checks of a document say to someone who writes it in a form: fields by their labels, no Markdown."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.library.catalogue import read_links
from cms.library.document_form import Found, WrittenDocument, same_place
from cms.library.form_problems import FormProblem, language_of_admin
from cms.library.mapping.documents import Surroundings
from cms.library.unpublished import unpublished

REMEDIES = {
    "C15": gettext_lazy("Open the settings of the newer one and empty its id: it gets a new one when you save."),
    "C16": gettext_lazy("Describe what the picture shows. If it says nothing, leave it out."),
    "C43": gettext_lazy("Add a block of the kind “Strengths” after the perspectives."),
    "C44": gettext_lazy("End a part with a box of the kind “Stop and think”."),
    "C45": gettext_lazy("Add blocks of the kind “Perspective”, such as the mentee’s and the mentor’s."),
    "steps": gettext_lazy("Add the first step."),
    "fictional": gettext_lazy("Tick this when no real person can be recognised. Only such cases are published."),
    "minutes": gettext_lazy("Write a whole number from 1 to 90."),
    "sources": gettext_lazy("Give each source a title, and an address that begins with https://."),
}
"""What to do in the form, where the checks' own words are about the file: by the field or by the code."""


def problems_of(page: Any) -> tuple[FormProblem, ...]:
    """Everything there is to mend and to think about, in the language that is active. The page's parts have their keys.

    Asks the database what pages and files are called, which of those linked to are published, and who else has the
    page's place in a series: four or five times, however long the page is.
    """
    written = WrittenDocument(page, Surroundings(read_links()))
    found = [*written.found, *_series(page, written)]
    return (*(_problem(page, each) for each in found), *_headings(written), *_unpublished(written))


def _series(page: Any, written: WrittenDocument) -> list[Found]:
    if not (page.series and page.series_order):
        return []
    same = type(page).objects.live().filter(series=page.series, series_order=page.series_order, locale=page.locale)
    other = same.exclude(pk=page.pk).values_list("title", flat=True).first()
    return [same_place(written.document, other)] if other else []


def _problem(page: Any, found: Found) -> FormProblem:
    told = found.problem
    message, remedy = told.say(language_of_admin())
    if found.key:
        label = _label(page, found.field)
        message = message.replace(f"“{found.key}”", f"“{label}”").replace(f"«{found.key}»", f"«{label}»")
        if told.code == "C04":
            message, remedy = _("“%(field)s” is empty.") % {"field": label}, _("Fill it in.")
    own = REMEDIES.get(found.field if not found.block else "") or REMEDIES.get(told.code)
    return FormProblem(told.code, told.severity, message, str(own or remedy), block=found.block, field=found.field)


def _headings(written: WrittenDocument) -> list[FormProblem]:
    return [
        FormProblem(
            "H01",
            "warning",
            _("“%(text)s” looks like a heading.") % {"text": text},
            _("Make it the title of a part of its own, or a subheading: then readers find it, and screen readers too."),
            block=block,
        )
        for block, text in written.like_headings
    ]


def _unpublished(written: WrittenDocument) -> list[FormProblem]:
    titles = unpublished(number for number, *_place in written.linked)
    return [
        FormProblem(
            "C20",
            "warning",
            _("A link leads to “%(title)s”, which is not published.") % {"title": titles[number]},
            _("Publish that page first, or remove the link: readers would find nothing there."),
            block=block,
            field=field,
        )
        for number, block, field in written.linked
        if number in titles
    ]


def _label(page: Any, field: str) -> str:
    """What the form calls a field."""
    label = str(page._meta.get_field(field).verbose_name)
    return label[:1].upper() + label[1:]
