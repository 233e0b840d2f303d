"""One door for making a release, whichever kind it is."""

from __future__ import annotations

from cms.publishing.models import Release
from cms.publishing.pipeline import publish
from cms.publishing.progress import Listener
from cms.publishing.rollback import go_back
from cms.publishing.states import Kind


def make(release_id: int, listener: Listener | None = None) -> Release | None:
    """Make the waiting release ``release_id``; None where another process took it, or it is gone."""
    release = Release.objects.filter(pk=release_id).first()
    if release is None:
        return None
    if release.kind == Kind.ROLLBACK:
        return go_back(release_id, listener=listener)
    return publish(release_id, listener=listener)
