"""A language that comes to the CMS has its workflow at once, and an administrator's changes to it stay."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page, Workflow, WorkflowPage

from cms.accounts.roles import sync_roles
from cms.languages.review_task import LanguageReviewTask
from cms.library.models import HomePage

pytestmark = pytest.mark.django_db


def home(language: str) -> HomePage:
    locale = Locale.objects.get_or_create(language_code=language)[0]
    root = Page.get_first_root_node()
    page: HomePage = root.add_child(instance=HomePage(title=language, slug=language, locale=locale))
    return page


def everything() -> set[tuple]:
    tasks = {(task.language, task.name, *task.groups.values_list("name", flat=True)) for task in _tasks()}
    return tasks | set(WorkflowPage.objects.values_list("page", "workflow", "workflow__name", "workflow__active"))


def _tasks() -> list[LanguageReviewTask]:
    return list(LanguageReviewTask.objects.all())


def test_a_new_language_has_one_workflow_with_its_reviewers() -> None:
    page = home("en")
    task = LanguageReviewTask.objects.get(language="en")
    assert list(task.groups.all()) == [Group.objects.get(name="Reviewer (en)")]
    assert [each.specific for each in page.get_workflow().tasks] == [task]
    assert task.name == "Språkkontroll: English"


def test_a_second_run_changes_nothing() -> None:
    home("en")
    home("nb")
    before = everything()
    sync_roles()
    assert everything() == before


def test_a_task_given_to_others_is_taken_back() -> None:
    home("en")
    before = everything()
    LanguageReviewTask.objects.get().groups.add(Group.objects.get(name="Translator (en)"))
    sync_roles()
    assert everything() == before


@pytest.mark.parametrize("change", ["another name", "switched off", "another workflow"])
def test_what_an_administrator_changed_stays(change: str) -> None:
    page = home("en")
    workflow = page.get_workflow()
    if change == "another name":
        Workflow.objects.filter(pk=workflow.pk).update(name="Engelsk")
    elif change == "switched off":
        workflow.deactivate()
    else:
        WorkflowPage.objects.filter(page_id=page.pk).update(workflow=Workflow.objects.create(name="Egen"))
    before = everything()
    sync_roles()
    assert everything() == before
