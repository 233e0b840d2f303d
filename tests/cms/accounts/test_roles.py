"""The groups in the database hold to the table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.utils import translation
from wagtail.models import GroupPagePermission, Page

from cms.accounts.role_table import AUTHOR, PUBLISHER, group_name, group_title
from cms.accounts.roles import sync_roles

pytestmark = pytest.mark.django_db


def everything() -> set[tuple]:
    groups = {(group.name, permission) for group in Group.objects.all() for permission in group.permissions.all()}
    pages = set(GroupPagePermission.objects.values_list("group__name", "page", "permission"))
    return groups | pages


def test_each_language_has_its_own_authors_translators_and_reviewers(homes) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {
        "Administrator",
        "Author (en)",
        "Author (nb)",
        "Publisher",
        "Reviewer (en)",
        "Reviewer (nb)",
        "Translator (en)",
        "Translator (nb)",
    }


def test_a_second_run_changes_nothing(homes) -> None:
    before = everything()
    call_command("sync_roles", verbosity=0)

    assert everything() == before


def test_rights_given_past_the_table_are_taken_back(homes: dict[str, Page]) -> None:
    before = everything()
    group = Group.objects.get(name="Author (nb)")
    group.permissions.add(Permission.objects.get(codename="change_user"))
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=homes["en"], permission=publish)

    sync_roles()

    assert everything() == before


def test_wagtails_default_groups_stay_only_while_someone_is_in_them(person: Callable) -> None:
    Group.objects.create(name="Editors")
    moderators = Group.objects.create(name="Moderators")
    person("Author").groups.add(moderators)

    sync_roles()

    assert set(Group.objects.filter(name__in=["Editors", "Moderators"])) == {moderators}


def test_a_group_made_by_hand_is_left_alone(homes) -> None:
    group = Group.objects.create(name="Photographers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))

    sync_roles()

    assert group.permissions.count() == 1


def test_a_role_given_per_language_needs_a_language() -> None:
    assert group_name(AUTHOR, "nb") == "Author (nb)"
    assert group_name(PUBLISHER) == "Publisher"
    with pytest.raises(ValueError, match="per language"):
        group_name(AUTHOR)
    with pytest.raises(ValueError, match="without a language"):
        group_name(PUBLISHER, "nb")


def test_a_group_that_is_no_role_keeps_its_name() -> None:
    with translation.override("en"):
        assert group_title("Reviewer (ar)") == "Language reviewer (ar)"
        assert group_title("Photographers") == "Photographers"
        assert group_title("Author") == "Author"
        assert group_title("Publisher (nb)") == "Publisher (nb)"
