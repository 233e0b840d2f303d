"""Our shorter answers to who may do what are Wagtail's own answers."""

from __future__ import annotations

from itertools import product

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group, Permission
from wagtail.models import GroupPagePermission, Page, PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.library.models import GuidePage
from cms.library.page_policy import PagePolicy
from cms.publishing.load_places import Places
from tests.cms.library.pages import make

ACTIONS = ("add_page", "change_page", "publish_page", "bulk_delete_page")


def person(name: str, where: Page, codenames: tuple[str, ...]):
    group = Group.objects.create(name=name)
    for codename in codenames:
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=where, permission=permission)
    user = get_user_model().objects.create_user(name)
    user.groups.add(group)
    return user


def test_to_delete_or_move_a_document_takes_more_than_to_change_it_and_else_what_wagtail_says(
    places: Places,
) -> None:
    page = make(GuidePage, places)
    for number, chosen in enumerate(product((False, True), repeat=len(ACTIONS))):
        codenames = tuple(action for action, given in zip(ACTIONS, chosen) if given)
        user = person(f"p{number}", places.sections["nb", "guide"], codenames)
        for live, owner in product((False, True), (None, user)):
            page.live, page.owner = live, owner
            page.save()
            ours, wagtails = page.permissions_for_user(user), PagePermissionTester(user, page)
            writes = "publish_page" in codenames or "add_page" in codenames
            more = writes and "change_page" in codenames
            assert ours.can_delete() == (wagtails.can_delete() and more), (codenames, live, owner)
            assert ours.can_move() == (wagtails.can_move() and more), (codenames, live, owner)


def test_someone_who_may_do_nothing_may_delete_nothing(places: Places) -> None:
    assert not make(GuidePage, places).permissions_for_user(AnonymousUser()).can_delete()


def test_nobody_deletes_or_moves_a_language_or_a_section(places: Places) -> None:
    user = get_user_model().objects.create_superuser("kari")
    for place in (places.sections["nb", "guide"].get_parent().specific, places.sections["nb", "guide"]):
        assert not place.permissions_for_user(user).can_delete()
        assert not place.permissions_for_user(user).can_move()
        assert place.permissions_for_user(user).can_edit()


@pytest.mark.parametrize("languages", [("nb",), ("nb", "en"), ()])
def test_a_person_begins_where_wagtail_lets_them_begin(languages: tuple[str, ...], places: Places) -> None:
    group = Group.objects.create(name="her")
    for language in languages:
        permission = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(
            group=group, page=places.sections[language, "guide"].get_parent(), permission=permission
        )
    users = [get_user_model().objects.create_user(name) for name in ("en", "to")]
    for user in users:
        user.groups.add(group)
    assert PagePolicy().explorable_root_instance(users[0]) == PagePermissionPolicy().explorable_root_instance(users[1])
    if languages:
        ours, wagtails = (policy().explorable_instances(users[0]) for policy in (PagePolicy, PagePermissionPolicy))
        assert set(ours) == set(wagtails)
