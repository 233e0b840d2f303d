"""A picture or recording in use cannot be deleted from under the pages that use it."""

from __future__ import annotations

from typing import Any

from wagtail.models import ReferenceIndex
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy


class UsedFilesStay(CollectionOwnershipPermissionPolicy):
    """As Wagtail's own policy, but nobody may delete what a page, draft or live, refers to."""

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        allowed = [action for action in actions if action != "delete" or not _is_used(instance)]
        return bool(allowed) and super().user_has_any_permission_for_instance(user, allowed, instance)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)


def _is_used(instance: Any) -> bool:
    return bool(instance.pk and ReferenceIndex.get_references_to(instance).exists())
