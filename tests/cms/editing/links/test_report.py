"""Reports → Links to other sites."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cms.editing.external_links.rounds import Manners, check_links
from cms.library.models import GuidePage
from tests.cms.editing.links.conftest import publish
from tests.cms.editing.links.faulty_site import FaultySite

pytestmark = pytest.mark.django_db


@pytest.fixture
def kari(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester"))
    return client


def test_the_broken_ones_come_first_each_with_where_it_is_mended(
    page: GuidePage, site: FaultySite, manners: Manners, kari: Client, django_assert_max_num_queries
) -> None:
    assert "Links have not been checked yet." in kari.get(reverse("editing:links")).text
    page = publish(page, *(f"{site.url}/{path}" for path in ("200", "403", "404", "to/301/new", "500")))
    check_links(manners)
    with django_assert_max_num_queries(25):
        answer = kari.get(reverse("editing:links"))
    assert [row.link.url.rpartition("/")[2] for row in answer.context["object_list"]] == [
        "404",
        "500",
        "new",
        "403",
        "200",
    ]
    first = answer.context["object_list"][0]
    assert f'href="{first.edit_url}"' in answer.text
    assert "The site says that the page is gone (404)." in answer.text
    assert f"It has moved to {site.url}/new." in answer.text
    assert "Last checked" in answer.text


def test_it_is_filtered_and_taken_along(page: GuidePage, site: FaultySite, manners: Manners, kari: Client) -> None:
    publish(page, f"{site.url}/200", f"{site.url}/404")
    check_links(manners)
    broken = kari.get(reverse("editing:links"), {"state": "1", "language": "nb"}).context["object_list"]
    assert [row.link.url for row in broken] == [f"{site.url}/404"]
    assert list(kari.get(reverse("editing:links"), {"language": "en"}).context["object_list"]) == []
    table = b"".join(kari.get(reverse("editing:links"), {"export": "csv", "state": "1"}).streaming_content).decode()
    heading, row = table.splitlines()
    assert heading == "Link,State,What is wrong,Page,Language,Checked"
    assert row.startswith(f"{site.url}/404,Broken,The site says that the page is gone (404).,Skriv cv,nb,")


def test_an_exception_is_made_and_taken_back_in_the_cms(page: GuidePage, site: FaultySite, kari: Client) -> None:
    publish(page, f"{site.url}/404")
    add = reverse("wagtailsnippets_editing_linkexception:add")
    assert add.rpartition("add")[0] in kari.get(reverse("editing:links")).text
    kari.post(add, {"pattern": "127.0.0.1", "reason": "Bare for oss."})
    [row] = kari.get(reverse("editing:links")).context["object_list"]
    assert row.state == "Exception"
    kari.post(reverse("wagtailsnippets_editing_linkexception:delete", args=[1]))
    [row] = kari.get(reverse("editing:links")).context["object_list"]
    assert row.state == "Not checked yet"
