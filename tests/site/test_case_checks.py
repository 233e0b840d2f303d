"""What is told of a case: its form, what it lacks, and what could give a person away."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from hypothesis import given
from sitebuilder.contract.case_checks import check_case
from sitebuilder.contract.document import Audience, Case, Document, FrontMatter, Kind, Translation
from sitebuilder.contract.problems import Problem
from sitebuilder.contract.sections_reader import read_sections

from tests.site import documents

QUESTION = '??? question "Stopp"\n\n    Hva nå?\n'
PART = "## {0} {{#{1}}}\n\nDe møtes.\n"
MENTEE = "## Farhad {#farhad .perspective .mentee}\n\nHan ventet.\n"
MENTOR = "## Gro {#gro .perspective .mentor}\n\nHun ventet.\n"
STRENGTHS = "## Styrker {#styrker .strengths}\n\n- De venter.\n"
NOTES = "## Til lederen {#gruppe .facilitator}\n\nSett av tid.\n"
FIRST, SECOND = PART.format("Lege", "lege"), PART.format("Planen", "planen")
WHOLE = [FIRST, QUESTION, SECOND, MENTEE, MENTOR, STRENGTHS, NOTES]
DAY = dt.date(2026, 11, 24)


def case_of(*pieces: str) -> tuple[Case, tuple[Problem, ...]]:
    """A case read from its Markdown, and what the reader told."""
    intro, sections, problems = read_sections(list(enumerate("\n".join(pieces).split("\n"), 1)), Kind.CASE)
    return Case(sections, intro), problems


def told(*pieces: str, translation: Translation | None = None, **said: str) -> list[str]:
    """The codes of the advice about a case."""
    body, problems = case_of(*pieces)
    assert problems == ()
    texts = {"title": "Lege", "summary": "Om en drøm.", "together": "Les den.", **said}
    front = FrontMatter(
        id=str(uuid.UUID(int=1)),
        type=Kind.CASE,
        audience=Audience.MENTOR,
        topics=("goals",),
        minutes=5,
        published_on=DAY,
        updated_on=DAY,
        fictional=True,
        translation=translation,
        **texts,
    )
    return [p.code for p in check_case(Document("nb", "lege", front, body), body)]


def without(*left_out: str) -> list[str]:
    return [piece for piece in WHOLE if piece not in left_out]


def test_a_whole_case_is_not_told_of() -> None:
    assert told(*WHOLE) == []


@pytest.mark.parametrize(
    ("left_out", "code"),
    [((STRENGTHS,), "C43"), ((QUESTION,), "C44"), ((MENTOR,), "C45"), ((MENTEE, MENTOR), "C45"), ((NOTES,), None)],
)
def test_what_a_case_lacks_is_told(left_out: tuple[str, ...], code: str | None) -> None:
    assert told(*without(*left_out)) == ([code] if code else [])


def test_a_question_in_the_middle_of_a_part_is_nothing_to_stop_at() -> None:
    assert told(FIRST, QUESTION, "Så går de.\n", *without(FIRST, QUESTION)) == ["C44"]


def test_a_translation_is_not_told_what_its_original_lacks() -> None:
    made_from = Translation("nb", "0123456789abcdef")
    assert told(FIRST, SECOND, translation=made_from) == []
    assert told(FIRST, "Skriv til farhad@example.org.", SECOND, translation=made_from) == ["C46"]


@pytest.mark.parametrize(
    "detail", ["farhad.a@example.org", "Ring Farhad Ahmadi på 412 34 567.", "Nummeret er 15076500565."]
)
@pytest.mark.parametrize("place", ["part", "notes", "title", "summary", "together"])
def test_what_belongs_to_one_person_is_told_wherever_it_stands(detail: str, place: str) -> None:
    if place == "part":
        assert told(FIRST, QUESTION, SECOND, detail, *WHOLE[3:]) == ["C46"]
    elif place == "notes":
        assert told(*WHOLE, detail) == ["C46"]
    else:
        assert told(*WHOLE, **{place: detail}) == ["C46"]


def test_the_line_of_a_detail_is_known_by_what_stands_there() -> None:
    body, _ = case_of(*WHOLE, "Skriv til farhad@example.org.")
    front = FrontMatter("", Kind.CASE, "", "", Audience.BOTH, (), 1, "", DAY, DAY)
    found = list(check_case(Document("nb", "lege", front, body), body))
    assert [(p.needle, p.severity) for p in found] == [("farhad@example.org", "warning")]
    assert "farhad@example.org" in found[0].say("nb")[0]


@pytest.mark.parametrize("again", [STRENGTHS, NOTES])
def test_strengths_and_the_leaders_notes_stand_under_one_heading_each(again: str) -> None:
    other = again.replace("{#", "{#andre-")
    _, problems = case_of(*(piece for each in WHOLE for piece in ([each, other] if each == again else [each])))
    assert [(p.code, p.severity) for p in problems] == [("C17", "error")]
    assert "flere overskrifter" in problems[0].say("nb")[0]


@pytest.mark.parametrize("parts", [1, 5])
def test_a_case_has_two_to_four_parts(parts: int) -> None:
    _, problems = case_of(*(PART.format("Del", f"del-{n}") for n in range(parts)))
    assert [p.code for p in problems] == ["C17"]
    assert f"{parts} deler" in problems[0].say("nb")[0]


@pytest.mark.parametrize("classes", [".perspective", ".perspective .dog", ".mentee", ".perspective .mentee .mentor"])
def test_a_perspective_is_somebodys_of_the_four(classes: str) -> None:
    _, problems = case_of(FIRST, SECOND, f"## Hunden {{#hunden {classes}}}\n\nVoff.\n")
    assert [p.code for p in problems] == ["C17"]


@given(documents.cases())
def test_no_case_is_too_strange_to_be_told_of(case: Case) -> None:
    front = FrontMatter("", Kind.CASE, "", "", Audience.BOTH, (), 1, "", DAY, DAY)
    codes = [p.code for p in check_case(Document("nb", "x", front, case), case)]
    assert codes.count("C43") + codes.count("C44") + codes.count("C45") + codes.count("C46") == len(codes)
