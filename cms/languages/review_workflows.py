"""One workflow for each language: a single step, in which someone who reviews the language approves the text."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from cms.languages.review_task import LanguageReviewTask


def keep_workflow(home: Page, reviewers: Group) -> None:
    """Makes the workflow of a home page's language where there is none, and gives it to those reviewers.

    What an administrator has changed since stays: its name, that it is switched off, or another one for the pages.
    """
    language = home.locale.language_code
    task = LanguageReviewTask.objects.filter(language=language).first() or _make(language, str(home.locale))
    task.groups.set([reviewers])
    workflow = task.active_workflows.first()
    if workflow:
        WorkflowPage.objects.get_or_create(page_id=home.pk, defaults={"workflow": workflow})


def _make(language: str, name: str) -> LanguageReviewTask:
    with translation.override(settings.LANGUAGE_CODE):  # It is kept, and the same for everyone.
        title = _("Review: %(language)s") % {"language": name}
    task: LanguageReviewTask = LanguageReviewTask.objects.create(name=title, language=language)
    workflow = Workflow.objects.create(name=title)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return task
