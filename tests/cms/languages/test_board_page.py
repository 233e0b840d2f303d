"""The board as people see it, over a seeded library."""

from __future__ import annotations

import re

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.languages import standings
from cms.languages.models import Standing
from cms.languages.standing import Work
from cms.publishing.load_places import ensure_places
from cms.seeding.documents import KINDS, Maker, id_of
from cms.seeding.fill import NotEmpty, fill
from cms.seeding.pages import pages_of
from cms.seeding.plan import Plan, Stand, plan_for
from cms.seeding.store import store

LANGUAGES = list(django_settings.WAGTAIL_CONTENT_LANGUAGES)
DOCUMENTS, MORE = 16, 44
MOST = 15


class TestBoard(TestCase):
    """One library for all, since it takes a second or two to make."""

    @pytest.fixture(autouse=True)
    def _every_language(self, settings, _own_folders: None) -> None:
        settings.WAGTAIL_CONTENT_LANGUAGES = LANGUAGES

    @classmethod
    def setUpTestData(cls) -> None:
        fill(DOCUMENTS)
        standings.refresh_all()

    def board(self, **asked: str) -> str:
        return self.client.get(reverse("languages:board"), asked).content.decode()

    def table(self, **asked: str) -> str:
        said = self.board(**asked)
        return said[said.index('<table class="board__table">') : said.rindex("</table>")]

    def sign_in(self, *groups: str) -> None:
        self.client = Client(headers={"accept-language": "en"})
        people = get_user_model().objects
        if groups:
            person = people.create_user("kari", "kari@example.org")
            person.groups.set(Group.objects.filter(name__in=groups))
        else:
            person = people.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn")
        self.client.force_login(person)

    def test_the_seed_stands_as_planned_in_every_language(self) -> None:
        standing = {(row.document, row.language): row for row in Standing.objects.all()}
        for number in range(DOCUMENTS):
            plan = plan_for(number, seed=1)
            for language, _name in LANGUAGES:
                row = standing[id_of(number), language]
                plan_here = plan.original if language == "nb" else plan.translations.get(language)
                wanted = plan_here or Stand(Work.MISSING)
                by_machine = wanted.method == "machine" and not wanted.is_reviewed
                assert (row.work, row.is_live, row.is_older) == (wanted.work, wanted.is_live, wanted.is_older)
                assert (row.is_reviewed, row.is_machine_made) == (wanted.is_reviewed, by_machine)
                assert row.work != Work.PUBLISHED or row.done == row.total > 0
        assert {row.work for row in standing.values()} == set(Work)
        assert any(0 < row.done < row.total for row in standing.values())

    def test_a_library_with_documents_is_not_seeded(self) -> None:
        with pytest.raises(NotEmpty):
            fill(1)

    def test_every_document_has_a_row_and_every_language_a_column(self) -> None:
        self.sign_in()
        said = self.table()
        assert said.count('<th scope="row">') == DOCUMENTS
        assert said.count('<th scope="col">') == 1 + len(LANGUAGES)
        assert said.count('class="board__cell ') == DOCUMENTS * len(LANGUAGES)
        live = Standing.objects.filter(language="ar", is_live=True).count()
        assert f"{live} of {DOCUMENTS} published" in said

    def test_filters_leave_the_documents_asked_for(self) -> None:
        self.sign_in()
        missing = Standing.objects.filter(language="ti", work=Work.MISSING)
        said = self.table(language="ti", state="missing", kind="guide")
        assert said.count('<th scope="row">') == missing.filter(kind="guide").count() > 0
        assert said.count('<th scope="col">') == 2
        assert "No document stands so." in self.board(words="finnes ikke")
        assert self.table(topic="no-longer-there", state="x").count('<th scope="row">') == DOCUMENTS

    def test_one_click_leads_to_the_work(self) -> None:
        self.sign_in()
        said = self.table()
        for row in Standing.objects.exclude(is_original=True):
            if row.work == Work.MISSING:
                start = reverse("wagtail_localize:submit_page_translation", args=[row.original_id])
                assert f'href="{start}?select_locale={row.language}"' in said
            elif row.is_older and row.kind == "scenario" and row.work != Work.AWAITING_REVIEW:
                assert f'href="{reverse("languages:original", args=[row.page_id])}"' in said
            else:
                assert f'href="{reverse("wagtailadmin_pages:edit", args=[row.page_id])}"' in said

    def test_what_is_missing_is_started_with_its_language_chosen(self) -> None:
        self.sign_in()
        row = Standing.objects.filter(work=Work.MISSING, language="ti").first()
        start = reverse("wagtail_localize:submit_page_translation", args=[row.original_id])
        form = self.client.get(f"{start}?select_locale=ti").content.decode()
        ticked = re.findall(r"<input[^>]*checked[^>]*>\s*([^<]*)", form)
        assert [name.strip() for name in ticked] == [dict(LANGUAGES)["ti"]]

    def test_the_page_a_cell_leads_to_can_be_opened_in_each_state(self) -> None:
        self.sign_in()
        for work in (Work.IN_TRANSLATION, Work.AWAITING_REVIEW, Work.PUBLISHED):
            row = Standing.objects.filter(work=work, is_original=False).first()
            assert self.client.get(reverse("wagtailadmin_pages:edit", args=[row.page_id])).status_code == 200

    def test_what_has_changed_can_be_seen(self) -> None:
        self.sign_in()
        older = Standing.objects.filter(is_older=True, kind="scenario").exclude(work=Work.AWAITING_REVIEW).first()
        answer = self.client.get(reverse("languages:original", args=[older.page_id]))
        assert "The original has changed since this was translated." in answer.content.decode()

    def test_a_translator_begins_in_her_language_and_is_led_only_to_what_she_may_change(self) -> None:
        self.sign_in("Translator (ar)")
        said = self.table()
        assert said.count('<th scope="col">') == 2
        assert reverse("languages:board_file") + "?language=ar" in self.board()
        everything = self.table(language="")
        assert everything.count('<th scope="col">') == 1 + len(LANGUAGES)
        pages = {int(pk) for pk in re.findall(r"/(\d+)/(?:edit|original)/", everything)}
        assert pages == set(Standing.objects.filter(language="ar", page_id__gt=0).values_list("page_id", flat=True))
        assert "select_locale" not in everything

    def test_an_author_of_the_originals_sees_every_language_and_starts_translations(self) -> None:
        self.sign_in("Author (nb)")
        said = self.table()
        assert said.count('<th scope="col">') == 1 + len(LANGUAGES)
        assert "select_locale=ti" in said

    def test_the_file_has_every_document_in_the_order_of_the_page(self) -> None:
        self.sign_in()
        answer = self.client.get(reverse("languages:board_file"), {"language": "ar"})
        lines = answer.content.decode("utf-8-sig").splitlines()
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert len(lines) == 1 + DOCUMENTS
        titles = re.findall(r'<th scope="row">\s*<span lang="nb">(.*?)</span>', self.board(language="ar"))
        assert [title in line for title, line in zip(titles, lines[1:], strict=True)] == [True] * DOCUMENTS

    def test_a_stranger_is_asked_to_sign_in(self) -> None:
        assert self.client.get(reverse("languages:board")).status_code == 302
        assert self.client.get(reverse("languages:board_file")).status_code == 302

    def test_it_asks_the_database_as_often_however_many_documents_there_are(self) -> None:
        self.sign_in("Author (nb)", "Translator (ar)")
        few = self.queries()
        self.write_more()
        assert self.table().count('<th scope="row">') == 50
        assert "60 documents." in self.board()
        assert 0 < few == self.queries() <= MOST

    def queries(self) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            self.board()
        return len(asked)

    @staticmethod
    def write_more() -> None:
        """Originals, and their rows."""
        places, maker = ensure_places(), Maker(1, ("trust", "limits"))
        plan = Plan(Stand(Work.PUBLISHED, is_live=True), {}, by_localize=False)
        for number in range(DOCUMENTS, DOCUMENTS + MORE):
            page = pages_of(number, plan, maker, places.locales)["nb"]
            kind = KINDS[number % len(KINDS)]
            store(places.sections["nb", kind], [page])
            Standing.objects.bulk_create(
                Standing(
                    document=id_of(number),
                    language=language,
                    kind=kind.value,
                    page_id=page.row.pk if language == "nb" else None,
                    original_id=page.row.pk,
                    is_original=language == "nb",
                    is_live=language == "nb",
                    work=Work.PUBLISHED if language == "nb" else Work.MISSING,
                )
                for language, _name in LANGUAGES
            )
