"""Every door of a translation × every role: the English translation of a Norwegian guide, and who may do what to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import override_settings
from django.urls import get_resolver, reverse

from cms.languages.progress import progress
from cms.library.models import GuidePage
from tests.cms.accounts.test_permissions import VIEWS
from tests.cms.languages.english_guide import (
    ENGLISH,
    ORIGINAL,
    guide,
    save_draft,
    send_to_translation,
    translate,
    translation,
    write_original,
)
from tests.cms.languages.review import Person

AUTHOR, TRANSLATOR, REVIEWER = "Author (en)", "Translator (en)", "Reviewer (en)"
PUBLISHER, ADMINISTRATOR = "Publisher", "Administrator"
ELSEWHERE = ("Translator (ar)", "Reviewer (ar)", "Author (nb)")
ROLES = (AUTHOR, TRANSLATOR, REVIEWER, PUBLISHER, ADMINISTRATOR, *ELSEWHERE)
HERE = {AUTHOR, TRANSLATOR, REVIEWER, PUBLISHER, ADMINISTRATOR}
RELEASERS = {PUBLISHER, ADMINISTRATOR}


def opens(name: str, *more: str) -> Callable[[Person], bool]:
    def door(person: Person) -> bool:
        return bool(person.client.get(reverse(name, args=[guide().pk, *more])).status_code == 200)

    return door


def saves_a_text(person: Person) -> bool:
    segment = translation().source.stringsegment_set.order_by("order").first()
    url = reverse("wagtail_localize:edit_string_translation", args=[translation().pk, segment.pk])
    person.client.put(url, "value=Words", content_type="application/x-www-form-urlencoded")
    return progress(translation())[0] > 0


def sends_in_a_file(person: Person) -> bool:
    translate()
    file = person.client.get(reverse("languages:download", args=[guide().pk, "po"]))
    if file.status_code != 200:
        return False
    sent = SimpleUploadedFile("en.po", file.content.replace(b"EN ", b"By file "))
    person.client.post(reverse("languages:files", args=[guide().pk]), {"file": sent})
    return translation().source.stringsegment_set.filter(string__translations__data__startswith="By file").exists()


def submits(person: Person) -> bool:
    translate()
    person.look()
    person.take("submit")
    return guide().current_workflow_state is not None


def approves(person: Person) -> bool:
    translate()
    save_draft()
    page = guide()
    page.get_workflow().start(page, None)
    person.open()
    person.take("approve")
    return bool(guide().live)


def publishes(person: Person) -> bool:
    translate()
    save_draft()
    person.client.post(reverse("wagtailadmin_pages:edit", args=[guide().pk]), {"action": "publish"})
    return bool(guide().live)


def takes_down(person: Person) -> bool:
    translate()
    translation().save_target(publish=True)
    person.client.post(reverse("wagtailadmin_pages:unpublish", args=[guide().pk]))
    return not guide().live


def stops(person: Person) -> bool:
    person.client.post(reverse("wagtail_localize:stop_translation", args=[translation().pk]))
    return not translation().enabled


def deletes(person: Person) -> bool:
    person.client.post(reverse("wagtailadmin_pages:delete", args=[guide().pk]))
    return not GuidePage.objects.filter(locale__language_code=ENGLISH).exists()


def writes_the_original(person: Person) -> bool:
    return bool(person.client.get(reverse("wagtailadmin_pages:edit", args=[guide(ORIGINAL).pk])).status_code == 200)


TABLE: dict[Callable[[Person], bool], set[str]] = {
    opens("wagtailadmin_pages:edit"): HERE,
    opens("languages:files"): HERE,
    opens("languages:download", "xliff"): HERE,
    opens("languages:kept"): HERE,
    saves_a_text: HERE,
    sends_in_a_file: HERE,
    submits: HERE,
    approves: {REVIEWER},
    publishes: RELEASERS,
    takes_down: RELEASERS,
    stops: RELEASERS,
    deletes: {AUTHOR, *RELEASERS},
    writes_the_original: {"Author (nb)", *RELEASERS},
}


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker) -> Iterator[dict[str, Person]]:
    languages = [each for each in settings.WAGTAIL_CONTENT_LANGUAGES if each[0] in ("nb", "en", "ar")]
    with django_db_blocker.unblock(), override_settings(WAGTAIL_CONTENT_LANGUAGES=languages), transaction.atomic():
        write_original()
        send_to_translation()
        yield {role: Person(f"p{number}", role) for number, role in enumerate(ROLES)}
        transaction.set_rollback(True)


@pytest.mark.parametrize(("door", "roles"), TABLE.items())
def test_a_door_is_open_to_the_roles_of_the_table_and_no_other(
    door: Callable[[Person], bool], roles: set[str], people: dict[str, Person], db: None
) -> None:
    through = set()
    for role, person in people.items():
        with transaction.atomic():
            if door(person):
                through.add(role)
            transaction.set_rollback(True)
    assert through == roles


ELSEWHERE_TESTED = {
    **dict.fromkeys(("languages:original", "languages:use-words"), "asks what languages:files asks"),
    **dict.fromkeys(("languages:files", "languages:download", "languages:kept", "languages:review"), "TABLE"),
    **dict.fromkeys(("editing:check_page", "editing:try_page"), "whoever may edit the page: tests/cms/editing"),
    **dict.fromkeys(("editing:check_new_page", "editing:try_new_page"), "whoever may add one there: tests/cms/editing"),
    "editing:links_results": "the list of editing:links by itself",
    "releases:mine": "a person's own release and nobody else's: tests/cms/publishing",
    "releases:status": "what releases:detail says, for a script",
    "releases:deliver": "takes no GET; whoever may go back: tests/cms/publishing",
}
"""Views that are not in VIEWS, and where it stands who may use them."""


def test_no_view_of_ours_is_left_out_of_the_tables() -> None:
    """A new one goes into VIEWS, or into TABLE and the list above."""
    told = {view.name for view in VIEWS} | ELSEWHERE_TESTED.keys()
    ours = {
        f"{space}:{name}"
        for space in ("languages", "editing", "releases")
        for name in get_resolver().namespace_dict[space][1].reverse_dict
        if isinstance(name, str)
    }
    assert ours - told == set()
    assert told - ours <= {view.name for view in VIEWS}
