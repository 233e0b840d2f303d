"""A document that becomes a page and a document again is the same document, whatever its words."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from sitebuilder.contract.document import Document, Kind
from sitebuilder.contract.prose import Admonition, Paragraph, Prose, Run, Subheading, Table
from wagtail.models import Locale

from cms.library.mapping.documents import apply_document, to_document
from cms.library.mapping.exercise_read import read_item_into
from cms.library.mapping.exercise_write import write_item_of
from cms.library.mapping.front_matter import published_at
from cms.library.mapping.links import Outward
from cms.library.mapping.problems import CannotHold
from cms.library.mapping.prose_read import ProseReader
from cms.library.mapping.prose_write import write_prose_of
from cms.library.mapping.stream import Ids
from cms.library.models import PAGE_OF_KIND, ToolboxPage
from exercises import model as exercises
from tests.cms.library.generated import AROUND, documents, prose


def page_of(document: Document) -> ToolboxPage:
    page = PAGE_OF_KIND[document.front.type](locale=Locale(language_code=document.language))
    page.first_published_at = published_at(document.front.published_on)
    page.last_published_at = published_at(document.front.updated_on)
    apply_document(page, document, AROUND.links)
    return page


slowly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Whole documents take their time to generate."""


@pytest.mark.django_db
@slowly
@given(documents(Kind.SCENARIO))
def test_a_scenario_comes_back_as_it_was(document: Document) -> None:
    assert to_document(page_of(document), AROUND) == document


@pytest.mark.django_db
@slowly
@given(documents(Kind.CASE))
def test_a_case_comes_back_as_it_was(document: Document) -> None:
    assert to_document(page_of(document), AROUND) == document


@pytest.mark.django_db
@slowly
@given(documents(Kind.GUIDE))
def test_a_guide_comes_back_as_it_was(document: Document) -> None:
    assert to_document(page_of(document), AROUND) == document


@pytest.mark.django_db
@slowly
@given(documents(Kind.EXERCISE))
def test_an_exercise_set_comes_back_as_it_was(document: Document) -> None:
    assert to_document(page_of(document), AROUND) == document


@given(prose)
def test_prose_comes_back_as_it_was(said: Prose) -> None:
    stream = ProseReader(AROUND.links, "nb").stream(said, Ids(uuid.UUID(int=1)))
    assert write_prose_of(stream, Outward(AROUND.links)) == said


@given(prose)
def test_the_same_text_gets_the_same_block_ids_every_time(said: Prose) -> None:
    first, second = (ProseReader(AROUND.links, "nb").stream(said, Ids(uuid.UUID(int=1))) for _ in range(2))
    assert first == second
    ids = [block["id"] for block in first]
    assert len(set(ids)) == len(ids)


WORDS = (Paragraph((Run("Hei"),)),)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ((Admonition("note", "", (Admonition("tip", "", WORDS),)),), "box-in-box"),
        ((Admonition("note", "", (Subheading("a", "A"),)),), "heading-in-box"),
        ((Admonition("phrase", "Hei", WORDS, folded=True),), "phrase"),
        ((Admonition("phrase", "Hei", (Table(((Run("a"),),), ()),)),), "phrase"),
    ],
)
def test_what_the_form_has_no_place_for_is_refused_by_name(said: Prose, code: str) -> None:
    with pytest.raises(CannotHold) as refused:
        ProseReader(AROUND.links, "nb").stream(said, Ids(uuid.UUID(int=1)))
    assert refused.value.code == code


TWO = (exercises.Part("a", "Ali"), exercises.Part("b", "Bo"))


@pytest.mark.parametrize(
    ("parts", "speaker"),
    [(TWO[:1], "a"), ((*TWO, exercises.Part("c", "Cecilie")), "c"), (TWO, "c"), (TWO[:1] * 2, "a")],
)
def test_a_dialogue_that_is_not_for_two_is_refused_by_name(parts: tuple[exercises.Part, ...], speaker: str) -> None:
    lines = (exercises.Line(speaker, "Hei!"),)
    dialogue = exercises.Dialogue(id="x", instruction="Les.", parts=parts, lines=lines)
    with pytest.raises(CannotHold) as refused:
        read_item_into(dialogue, ProseReader(AROUND.links, "nb"), Ids(uuid.UUID(int=1)))
    assert (refused.value.code, refused.value.where) == ("dialogue", "x")


def test_lines_that_name_nobody_are_said_in_turn() -> None:
    said = [{"part": who, "text": "Hei"} for who in ("", "", "second", "", "")]
    value = {"first": {"key": "a"}, "second": {"key": "b"}, "lines": [{"value": line} for line in said]}
    written = write_item_of({"type": "dialogue", "value": value}, Outward(AROUND.links), {})
    assert [line.part for line in written.lines] == ["a", "b", "b", "a", "b"]


def test_a_picture_that_was_deleted_is_left_out_and_named_with_its_place() -> None:
    out = Outward(AROUND.links, "nb/guides/x.md").at("skriv")
    stored = [{"type": "image", "value": {"image": 99, "alt_text": "Et hus", "decorative": False}, "id": "a"}]
    assert write_prose_of(stored, out) == ()
    problem = out.problems[0]
    assert (problem.code, problem.path, problem.where) == ("L02", "nb/guides/x.md", "skriv")
    assert problem.say("nb")[0] == "Et bilde som brukes her, er slettet."


def test_a_link_to_a_page_that_is_gone_keeps_its_words_and_is_a_problem() -> None:
    out = Outward(AROUND.links, "nb/guides/x.md")
    stored = [{"type": "text", "value": '<p>Les <a linktype="page" id="99">mer</a>.</p>', "id": "a"}]
    assert write_prose_of(stored, out) == (Paragraph((Run("Les mer."),)),)
    assert [problem.code for problem in out.problems] == ["L01"]


def test_the_files_a_document_uses_are_gathered() -> None:
    out = Outward(AROUND.links)
    stored = [{"type": "image", "value": {"image": 1, "alt_text": "Et hus", "decorative": False}, "id": "a"}]
    write_prose_of(stored, out)
    assert out.media == {"media/images/a.webp"}


@pytest.mark.django_db
def test_an_empty_draft_of_each_kind_is_a_document_with_gaps() -> None:
    for kind, model in PAGE_OF_KIND.items():
        document = to_document(model(title="Utkast", slug="utkast", locale=Locale(language_code="nb")), AROUND)
        assert (document.front.type, document.front.title, document.front.minutes) == (kind, "Utkast", 0)
