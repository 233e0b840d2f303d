"""Pages that somebody was asked to approve."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowState, WorkflowTask

from cms.library.models import ToolboxPage


def ask_for_review(pages: Iterable[ToolboxPage]) -> None:
    """Puts stored pages into the first workflow there is, or one that reviewers approve."""
    workflow = Workflow.objects.active().first() or _workflow()
    task = workflow.tasks.first().specific
    of_page, of_state = (ContentType.objects.get_for_model(model) for model in (Page, task.get_task_state_class()))
    pages = list(pages)
    states = WorkflowState.objects.bulk_create(
        WorkflowState(
            content_type=page.content_type, base_content_type=of_page, object_id=str(page.pk), workflow=workflow
        )
        for page in pages
    )
    tasks = TaskState.objects.bulk_create(
        TaskState(workflow_state=state, revision=page.latest_revision, task=task, content_type=of_state)
        for state, page in zip(states, pages)
    )
    for state, current in zip(states, tasks):
        state.current_task_state = current
    WorkflowState.objects.bulk_update(states, ["current_task_state"], 500)


def _workflow() -> Workflow:
    task = GroupApprovalTask.objects.create(name="Språkvask")
    task.groups.set(Group.objects.filter(name__startswith="Reviewer"))
    workflow = Workflow.objects.create(name="Gjennomlesing")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow
