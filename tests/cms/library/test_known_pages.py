"""Pages that a form shows are fetched together, and shown as Wagtail would show them."""

from __future__ import annotations

import pytest
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.admin.widgets import AdminPageChooser

from cms.library.blocks.page_chooser import PageChooser
from cms.library.known_pages import find_pages, known_pages
from cms.library.models import GuidePage
from cms.library.page_links import PageLinks
from cms.publishing.load_places import Places
from tests.cms.library.pages import make


@pytest.fixture
def page(places: Places) -> GuidePage:
    return make(GuidePage, places, slug="kort-cv")


def test_a_chosen_page_is_shown_as_wagtail_shows_it(page: GuidePage) -> None:
    assert PageChooser().get_value_data(page.pk) == AdminPageChooser().get_value_data(page.pk)
    assert PageChooser().get_value_data(page) == AdminPageChooser().get_value_data(page)
    assert PageChooser().get_value_data(None) is None


def test_a_link_to_a_page_is_shown_as_wagtail_shows_it(page: GuidePage) -> None:
    ours = PageLinks("LINK").get_attribute_data({"id": str(page.pk)})
    wagtails = PageLinkElementHandler("LINK").get_attribute_data({"id": str(page.pk)})
    assert ours["url"] == "/nb/guides/kort-cv/"
    assert wagtails["url"].endswith(ours["url"])
    assert {**wagtails, "url": ours["url"]} == ours


def test_a_link_to_a_page_that_is_gone_keeps_its_number(page: GuidePage) -> None:
    assert PageLinks("LINK").get_attribute_data({"id": "987654"}) == {"id": 987654, "url": None, "parentId": None}


def test_a_page_is_fetched_once_and_forgotten_afterwards(page: GuidePage, django_assert_num_queries) -> None:
    with known_pages(), django_assert_num_queries(1):
        assert find_pages([page.pk]).keys() == {page.pk}
        assert find_pages([page.pk])[page.pk].locale.language_code == "nb"
    with django_assert_num_queries(1):
        find_pages([page.pk])
