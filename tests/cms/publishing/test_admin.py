"""What editors see of releases."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from cms.publishing.make import make
from cms.publishing.models import Change, Release
from cms.publishing.places import Places
from cms.publishing.status import headline
from tests.cms.publishing.sample import make_editor, make_guide, publish, with_text

pytestmark = pytest.mark.usefixtures("library")

MOST_QUERIES = 25


def signed_in(user) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture(autouse=True)
def _simple_sign_in(settings) -> None:
    settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]


@pytest.fixture
def client() -> Client:
    return signed_in(make_editor())


@pytest.fixture
def author() -> Client:
    """Someone who may enter the admin, and nothing more."""
    user = get_user_model().objects.create_user("ola", "ola@example.org")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return signed_in(user)


def release_now() -> Release:
    made = make(Release.objects.get(state="waiting").pk)
    assert made is not None
    return made


def page_of(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(f"releases:{name}", args=args))
    assert response.status_code == 200, response.headers.get("Location")
    return response.content.decode()


def test_the_list_says_what_changed_who_and_what_became_of_it(client: Client) -> None:
    publish(make_guide("kort-cv", title="En kort CV"))
    release_now()
    text = page_of(client, "index")
    assert "En kort CV" in text
    assert "kari" in text
    assert "Live" in text
    assert 'href="/nb/guides/kort-cv/"' in text


def test_an_empty_list_says_what_to_do(client: Client) -> None:
    assert "Publish a page" in page_of(client, "index")


def test_a_failed_release_says_why_and_links_to_the_page_to_mend(client: Client) -> None:
    page = publish(make_guide("kort-cv"), related=[("page", make_guide("utkast"))])
    release = release_now()
    text = page_of(client, "detail", release.pk)
    assert headline(release) == "Not published"
    assert "Readers still see the last release" in text
    assert f'href="/cms/pages/{page.pk}/edit/"' in text


@pytest.mark.parametrize("name", ["index", "detail", "status", "mine", "roll_back"])
def test_every_view_needs_few_queries_however_much_there_is(
    client: Client, django_assert_max_num_queries, name: str
) -> None:
    page = publish(make_guide("kort-cv"))
    for _round in range(3):
        publish(page)
        last = release_now()
    for number in range(30):
        release = Release.objects.create(state="failed", requested_by=make_editor(), steps={"checking": 1.0})
        Change.objects.create(release=release, title=f"Side {number}", action="published", user=make_editor())
    target = Release.objects.filter(state="replaced").latest("pk")
    args = {"index": [], "mine": [], "roll_back": [target.pk]}.get(name, [last.pk])
    client.get(reverse("releases:index"))
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(reverse(f"releases:{name}", args=args))


def test_the_editor_sees_how_the_release_goes_and_its_end_with_a_link_to_the_page(client: Client) -> None:
    publish(make_guide("kort-cv", title="En kort CV"))
    told = client.get(reverse("releases:mine")).json()
    assert (told["state"], told["done"]) == ("waiting", False)
    release_now()
    told = client.get(told["status"]).json()
    assert (told["state"], told["done"], told["headline"]) == ("live", True, "Live")
    assert told["links"] == [{"title": "Open “En kort CV”", "url": "/nb/guides/kort-cv/"}]
    assert [step["state"] for step in told["steps"]] == ["done"] * 5


def test_a_running_release_tells_which_step_it_is_at(client: Client) -> None:
    publish(make_guide("kort-cv"))
    Release.objects.update(state="building", steps={"checking": 0.1, "writing": 0.2})
    steps = client.get(reverse("releases:mine")).json()["steps"]
    assert [(step["label"], step["state"]) for step in steps] == [
        ("Checking", "done"),
        ("Writing", "done"),
        ("Building", "now"),
        ("Going live", "todo"),
        ("Live", "todo"),
    ]


def test_others_are_not_told_about_a_release_they_have_no_part_in(author: Client) -> None:
    publish(make_guide("kort-cv"))
    assert author.get(reverse("releases:mine")).json() == {}


def test_an_author_may_look_but_not_go_back(author: Client) -> None:
    page = publish(make_guide("kort-cv"))
    first = release_now()
    publish(page)
    release_now()
    assert "Go back" not in page_of(author, "detail", first.pk)
    for method in (author.get, author.post):
        response = method(reverse("releases:roll_back", args=[first.pk]))
        assert response.status_code in (302, 403)
    assert author.post(reverse("releases:deliver", args=[first.pk])).status_code in (302, 403)
    assert not Release.objects.filter(kind="rollback").exists()


def test_someone_with_the_permission_goes_back_after_being_asked(author: Client, places: Places) -> None:
    user = get_user_model().objects.get(username="ola")
    user.user_permissions.add(Permission.objects.get(codename="roll_back"))
    page = publish(make_guide("kort-cv"))
    first = release_now()
    publish(page, **with_text("Nyere tekst."))
    release_now()
    assert "The next time anyone publishes" in page_of(author, "roll_back", first.pk)
    response = author.post(reverse("releases:roll_back", args=[first.pk]))
    assert response.headers["Location"] == reverse("releases:detail", args=[Release.objects.latest("pk").pk])
    release_now()
    assert "Nyere tekst" not in (places.public / "nb/guides/kort-cv/index.html").read_text()


def test_going_back_to_what_is_live_is_refused_in_words(client: Client) -> None:
    publish(make_guide("kort-cv"))
    release = release_now()
    response = client.get(reverse("releases:roll_back", args=[release.pk]), follow=True)
    assert "It is not possible to go back" in response.content.decode()


def test_a_failed_delivery_has_a_button_to_try_again(client: Client, settings) -> None:
    publish(make_guide("kort-cv"))
    release = release_now()
    Release.objects.filter(pk=release.pk).update(
        delivery_state="failed", delivery_failure={"code": "delivery-git", "why": "no route."}, delivery_attempts=8
    )
    text = page_of(client, "detail", release.pk)
    assert "Git could not deliver the texts: no route." in text
    assert "Try the delivery again" in text
    client.post(reverse("releases:deliver", args=[release.pk]))
    release.refresh_from_db()
    assert (release.delivery_state, release.delivery_attempts) == ("pending", 0)


def test_what_an_editor_typed_is_shown_as_text(client: Client) -> None:
    release = Release.objects.create(state="failed", failure={"code": "build", "why": "<script>alert(1)</script>"})
    Change.objects.create(release=release, title="<img src=x onerror=alert(1)>", action="published")
    for text in (page_of(client, "index"), page_of(client, "detail", release.pk)):
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_strangers_are_asked_to_sign_in() -> None:
    assert Client().get(reverse("releases:index")).status_code == 302


def test_publishing_in_the_editor_says_where_to_follow_it(client: Client) -> None:
    from django.contrib.messages import get_messages
    from django.contrib.messages.storage.fallback import FallbackStorage
    from django.test import RequestFactory

    from cms.publishing.wagtail_hooks import say_where_to_follow

    page = publish(make_guide("kort-cv"))
    request = RequestFactory().get("/cms/")
    request.session = client.session
    request._messages = FallbackStorage(request)
    say_where_to_follow(request, page)
    [message] = get_messages(request)
    assert reverse("releases:detail", args=[Release.objects.get().pk]) in str(message)
