"""What the worker does in the background."""

from __future__ import annotations

from django_tasks import task

QUEUE = "releases"


@task(queue_name=QUEUE, priority=50)
def make_release(release_id: int) -> None:
    """Make the waiting release, or go back to an earlier one, if it still waits."""
    from cms.publishing.make import make

    make(release_id)
