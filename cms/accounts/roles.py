"""Makes the groups in the database hold to the table of roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from cms.accounts.role_table import REVIEWER, ROLES, Role, group_name

WAGTAIL_GROUPS = ("Editors", "Moderators")
"""Made by Wagtail's own migrations. They would give rights past our table, to every language at once."""

_Rows = dict[int, set[tuple[int, ...]]]
"""For each group what it may do: a permission, and below what."""


@transaction.atomic
def sync_roles() -> None:
    """Make every role's groups, with exactly the permissions of the table. Safe to call again at any time.

    Language groups come when the home page of their language exists, and with its reviewers the workflow in which they
    approve. Groups that are not ours are left alone, except that Wagtail's two default groups are removed while nobody
    is in them.
    """
    permissions, root = _Permissions(), Collection.get_first_root_node()
    tree, homes = Page.get_first_root_node(), list(_home_pages())
    groups = {group.name: group for group in Group.objects.all()}
    named, below_pages, below_root = _Rows(), _Rows(), _Rows()
    for role in ROLES:
        for name, page in _places(role, tree, homes):
            group = groups.get(name) or Group.objects.create(name=name)
            named[group.pk] = {(pk,) for pk in permissions.named(role.permissions)}
            if page is not None:
                actions = frozenset(f"wagtailcore.{action}_page" for action in role.pages)
                below_pages[group.pk] = {(pk, page.pk) for pk in permissions.named(actions)}
            if root is not None:
                below_root[group.pk] = {(pk, root.pk) for pk in permissions.named(role.media)}
            if role is REVIEWER and page:
                _keep_workflow(page, group)
    _hold(Group.permissions.through, named, "permission_id")
    _hold(GroupPagePermission, below_pages, "permission_id", "page_id")
    _hold(GroupCollectionPermission, below_root, "permission_id", "collection_id")
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()


def drop_roles_of(language: str) -> None:
    """Without its home a language needs no roles. Those that people have stay with them, in case it comes back."""
    names = [group_name(role, language) for role in ROLES if role.per_language]
    Group.objects.filter(name__in=names, user=None).delete()


def _places(role: Role, tree: Page | None, homes: Iterable[Page]) -> Iterator[tuple[str, Page | None]]:
    """Each group of a role, with the page below which it may work (None while the tree is empty)."""
    if not role.per_language:
        yield group_name(role), tree
    else:
        for home in homes:
            yield group_name(role, home.locale.language_code), home


def _home_pages() -> QuerySet[Page]:
    # By name: the library's models are not importable yet when Django reads this app.
    home_page = apps.get_model("library", "HomePage")
    return home_page.objects.select_related("locale").order_by("pk")


def _keep_workflow(home: Page, reviewers: Group) -> None:
    from cms.languages.review_workflows import keep_workflow  # Its models are not importable yet either.

    keep_workflow(home, reviewers)


class _Permissions:
    """The numbers of all permissions, read once: every role is made of the same few, for each language."""

    def __init__(self) -> None:
        self._by_name: dict[str, set[int]] = {}
        for app, codename, pk in Permission.objects.values_list("content_type__app_label", "codename", "pk"):
            for name in (f"{app}.{codename}", f"{app}.*"):
                self._by_name.setdefault(name, set()).add(pk)

    def named(self, names: frozenset[str]) -> set[int]:
        return {pk for name in names for pk in self._by_name.get(name, ())}


def _hold(model: type[Model], wanted: _Rows, *fields: str) -> None:
    """Makes ``model`` hold for these groups just the rows wanted, each told by its ``fields``."""
    rows = model._default_manager
    held = rows.filter(group__in=wanted).values_list("pk", "group_id", *fields)
    there = {tuple(row): pk for pk, *row in held}
    right = {(group, *row) for group, several in wanted.items() for row in several}
    if wrong := [pk for row, pk in there.items() if row not in right]:
        rows.filter(pk__in=wrong).delete()
    new = sorted(right - there.keys())
    rows.bulk_create([model(**dict(zip(("group_id", *fields), row))) for row in new])
