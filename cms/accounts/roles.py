"""Makes the groups in the database hold to the table of roles."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from cms.accounts.role_table import REVIEWER, ROLES, Role, group_name

WAGTAIL_GROUPS = ("Editors", "Moderators")
"""Made by Wagtail's own migrations. They would give rights past our table, to every language at once."""


@transaction.atomic
def sync_roles() -> None:
    """Make every role's groups, with exactly the permissions of the table. Safe to call again at any time.

    Language groups come when the home page of their language exists, and with its reviewers the workflow in which they
    approve. Groups that are not ours are left alone, except
    that Wagtail's two default groups are removed while nobody is in them.
    """
    for role in ROLES:
        for name, page in _places(role):
            group, _created = Group.objects.get_or_create(name=name)
            group.permissions.set(_permissions(role.permissions))
            _hold_pages(group, page, role.pages)
            _hold_media(group, role.media)
            if role is REVIEWER and page:
                _keep_workflow(page, group)
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()


def drop_roles_of(language: str) -> None:
    """Without its home a language needs no roles. Those that people have stay with them, in case it comes back."""
    names = [group_name(role, language) for role in ROLES if role.per_language]
    Group.objects.filter(name__in=names, user=None).delete()


def _places(role: Role) -> Iterator[tuple[str, Page | None]]:
    """Each group of a role, with the page below which it may work (None while the tree is empty)."""
    if not role.per_language:
        yield group_name(role), Page.get_first_root_node()
    else:
        for home in _home_pages():
            yield group_name(role, home.locale.language_code), home


def _home_pages() -> Iterator[Page]:
    # By name: the library's models are not importable yet when Django reads this app.
    home_page = apps.get_model("library", "HomePage")
    return home_page.objects.select_related("locale").order_by("pk").iterator()


def _keep_workflow(home: Page, reviewers: Group) -> None:
    from cms.languages.review_workflows import keep_workflow  # Its models are not importable yet either.

    keep_workflow(home, reviewers)


def _permissions(names: frozenset[str]) -> QuerySet[Permission]:
    wanted = Q(pk=None)
    for name in sorted(names):
        app, _dot, codename = name.partition(".")
        in_app = Q(content_type__app_label=app)
        wanted |= in_app if codename == "*" else in_app & Q(codename=codename)
    return Permission.objects.filter(wanted)


def _hold_pages(group: Group, page: Page | None, actions: frozenset[str]) -> None:
    if page is None:
        return
    wanted = _permissions(frozenset(f"wagtailcore.{action}_page" for action in actions))
    group.page_permissions.exclude(page_id=page.pk, permission__in=wanted).delete()
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _hold_media(group: Group, names: frozenset[str]) -> None:
    root = Collection.get_first_root_node()
    if root is None:
        return
    wanted = _permissions(names)
    group.collection_permissions.exclude(collection=root, permission__in=wanted).delete()
    for permission in wanted:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
