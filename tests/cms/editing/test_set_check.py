"""What is told of an exercise set while it is written, and what a reader would be told of an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Locale

from cms.accounts.role_table import ROLES, group_name
from cms.accounts.roles import sync_roles
from cms.library.form_problems import UnreadableForm, read_form, reading
from cms.library.mapping.stream import field_value
from cms.library.models import ExercisePage, ScenarioPage
from cms.publishing.load_places import Places
from exercises import model
from tests.cms.editing.sets import BOR, BUSSEN, HEI, WHOLE, block_of, page_form, set_form
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db
MOST = 15


@pytest.fixture(autouse=True)
def _two_languages(settings) -> None:
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]


def urls(places: Places) -> tuple[str, str]:
    section = places.sections["nb", ExercisePage.kind].pk
    return reverse("editing:check_new_page", args=[section]), reverse("editing:try_new_page", args=[section])


@pytest.fixture
def writer(client: Client, places: Places) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    return client


def told(writer: Client, places: Places, *items: model.Item, **changes: Any) -> dict[str, Any]:
    answer = writer.post(urls(places)[0], page_form(*items, **changes), headers={"accept-language": "en"})
    assert answer.status_code == 200, answer.content
    return answer.json()


def tried(writer: Client, places: Places, item: model.Item, answer: str, gap: str = "", language: str = "en") -> Any:
    form = {**set_form(item), "try-item": block_of(item)["id"], "try-gap": gap, "try-answer": answer}
    return writer.post(urls(places)[1], form, headers={"accept-language": language})


def test_a_set_that_was_never_saved_is_looked_through_and_its_gaps_and_dictations_can_be_tried(
    writer: Client, places: Places
) -> None:
    answer = told(writer, places, *WHOLE)
    assert (answer["errors"], answer["headline"]) == (0, "Nothing to mend.")
    assert answer["typed"] == [
        {"block": block_of(BOR)["id"], "title": "Jeg – i Oslo.", "gaps": ["verb"]},
        {"block": block_of(BUSSEN)["id"], "title": BUSSEN.sentence, "gaps": []},
    ]
    assert not ExercisePage.objects.exists()


def gap_of(item: model.Gap, **changes: Any) -> model.Gap:
    return replace(item, gaps=(replace(item.gaps[0], **changes),))


def inner(item: model.Item, *path: str | int) -> str:
    """The id of a block in the block of an item."""
    stored: Any = block_of(item)
    for name, place in zip(path[::2], path[1::2], strict=True):
        stored = stored["value"][name][place]
    return stored["id"]


NO_ANSWER = gap_of(BOR, accept=())
TWICE = gap_of(BOR, errors=(model.KnownError("bo", "x"), model.KnownError("Bo ", "y")))
CHOICE = model.Choice(
    id="velg", instruction="Velg.", stem="Hva?", options=tuple(model.Option(n, f"Svar {n}") for n in ("ett", "to"))
)
ORDER = model.OrderWords(id="ord", instruction="Ordne.", tokens=("Jeg", "bor", "her"), orders=((3, 2),))
PAIRS = model.MatchPairs(
    id="par", instruction="Finn.", pairs=(model.Pair("hus", "house"), model.Pair("hytte", "house"))
)
MARK = model.MarkWords(id="finn", instruction="Finn.", text="Jeg bor her.")
SILENT = replace(HEI, lines=(model.Line("a", "Hei!"), model.Line("a", "Ha det!")))
BROKEN = [
    (NO_ANSWER, "E03", inner(BOR, "gaps", 0), "accept", "The gap “verb” in “Jeg – i Oslo.” has no answer."),
    (TWICE, "E05", inner(TWICE, "gaps", 0, "errors", 1), "text", "stands more than once in “Jeg – i Oslo.”"),
    (CHOICE, "E07", inner(CHOICE), "options", "None of the options of “Hva?” is right."),
    (ORDER, "E09", inner(ORDER), "orders", "The order [3, 2] in “Jeg bor her”"),
    (PAIRS, "E10", inner(PAIRS, "pairs", 1), "right", "same right side: “house”"),
    (MARK, "E31", inner(MARK), "text", "The text of “Jeg bor her.” has no word"),
    (SILENT, "E31", inner(HEI), "lines", "The part “Passasjeren” of the dialogue"),
    (replace(BOR, text="Jeg {verb} i {Oslo."), "E02", inner(BOR), "text", "has a brace that belongs to no gap"),
]


def test_a_problem_is_told_by_the_items_norwegian_and_leads_to_its_field(writer: Client, places: Places) -> None:
    for item, code, block, field, message in BROKEN:
        answer = told(writer, places, item)
        problem = next(p for p in answer["problems"] if p["severity"] == "error")
        assert (problem["code"], problem["block"], problem["field"]) == (code, block, field)
        assert message in problem["message"]
        words = problem["message"] + problem["remedy"]
        assert not any(key in words for key in ("“accept”", "“errors”", "“gaps”", "“tokens”", "correct: true"))


def test_what_is_not_filled_in_is_told_by_the_names_of_fields_and_kinds(writer: Client, places: Places) -> None:
    empty = model.Gap(id="a", instruction="", text="", gaps=())
    dialogue = replace(HEI, instruction="", parts=(model.Part("a", ""), model.Part("b", "")))
    answer = told(writer, places, empty, dialogue)
    missing = [(p["field"], p["message"], p["remedy"]) for p in answer["problems"]]
    assert missing == [
        ("instruction", "“Instruction” is missing from the item “Fill in”.", "Fill it in."),
        ("text", "“Text with gaps” is missing from the item “Fill in”.", "Fill it in."),
        ("gaps", "“Gaps” is missing from the item “Fill in”.", "Fill it in."),
        ("instruction", "“Instruction” is missing from the item “Dialogue for two”.", "Fill it in."),
        ("first", "“Role A” is missing from the item “Dialogue for two”.", "Fill it in."),
        ("second", "“Role B” is missing from the item “Dialogue for two”.", "Fill it in."),
    ]


def test_rows_that_were_only_added_are_no_answers(writer: Client, places: Places) -> None:
    rows = gap_of(BOR, accept=(*BOR.gaps[0].accept, model.Accepted("")), errors=(model.KnownError(""),))
    with_an_empty_gap = replace(rows, gaps=(*rows.gaps, model.GapField("", (model.Accepted(""),))))
    assert told(writer, places, with_an_empty_gap)["problems"] == []


def test_of_two_items_with_the_same_id_the_second_is_to_be_given_another(writer: Client, places: Places) -> None:
    copy = set_form(BOR, replace(BUSSEN, id="bor"))
    problem = writer.post(urls(places)[0], copy, headers={"accept-language": "en"}).json()["problems"][0]
    assert (problem["code"], problem["field"]) == ("E01", "key")
    assert problem["block"] == copy["parts-1-id"]
    assert "empty its id" in problem["remedy"]


def test_problems_are_told_in_the_language_of_the_admin(writer: Client, places: Places) -> None:
    answer = writer.post(urls(places)[0], set_form(NO_ANSWER), headers={"accept-language": "nb"}).json()
    problem = next(p for p in answer["problems"] if p["code"] == "E03")
    assert problem["message"] == "Plassen «verb» i «Jeg – i Oslo.» har ikke noe svar."
    assert problem["remedy"] == "Legg til minst ett riktig svar."


def test_a_beginners_recording_that_is_only_fast_is_something_to_think_about(writer: Client, places: Places) -> None:
    from django.core.files.base import ContentFile

    from cms.library.models import ToolboxAudio

    audio = ToolboxAudio(title="Buss", file=ContentFile(b"ID3", name="b.mp3"), transcript="Bussen er sen.")
    audio.save()
    form = {**page_form(BUSSEN), "parts-0-value-audio-normal": str(audio.pk)}
    answer = writer.post(urls(places)[0], form, headers={"accept-language": "en"}).json()
    assert [(p["code"], p["severity"], p["field"]) for p in answer["problems"]] == [
        ("E11", "error", "audio"),
        ("E59", "warning", "audio"),
    ]


def test_an_empty_set_invites_to_write_an_exercise(writer: Client, places: Places) -> None:
    assert told(writer, places)["headline"] == "Add the first exercise, and it is looked through here."


GAP = [
    ("bor", "correct", "Right."),
    ("  Bor. ", "correct", "Right."),
    ("bur", "correct-with-note", "Right, with a note: Dialekt."),
    ("bo", "known-error", "A known error: Etter «jeg» trenger du presens."),
    ("bodde", "known-error", "A known error, and nothing is said of why it is wrong."),
    ("<b>", "wrong", "Wrong."),
]


def test_an_answer_to_a_gap_is_told_as_it_would_be_judged_for_a_reader(writer: Client, places: Places) -> None:
    for answer, verdict, words in GAP:
        judged = tried(writer, places, BOR, answer, "verb").json()
        assert (judged["verdict"], judged["told"]) == (verdict, words), answer
    assert "add it to the wrong answers" in judged["advice"]


SENTENCE = [
    ("I dag tar jeg bussen klokka åtte", "correct", "Riktig."),
    ("I dag jeg tar bussen klokka åtte.", "order", "De riktige ordene, men verbet skal stå på plass nummer to."),
    ("I dag tar bussen jeg klokka åtte.", "order", "De riktige ordene, i en annen rekkefølge."),
    ("I dag tar jeg bussen klokka aatte.", "letters", "Nesten. Se på æ, ø og å i «aatte»."),
    ("I dag tar jeg bussen klokkka åtte.", "spelling", "Nesten. Se på skrivemåten i «klokkka»."),
]
IN_ORDER = model.OrderWords(id="ord", instruction="Ordne.", tokens=("I dag", "tar", "jeg", "bussen", "klokka", "åtte."))


def test_a_sentence_is_judged_whole_and_told_in_the_editors_language(writer: Client, places: Places) -> None:
    for answer, verdict, words in SENTENCE:
        judged = tried(writer, places, BUSSEN, answer, language="nb").json()
        assert (judged["verdict"], judged["told"]) == (verdict, words), answer
    assert tried(writer, places, IN_ORDER, SENTENCE[1][0]).json()["verdict"] == "order"


def test_a_word_of_another_published_set_is_never_taken_for_a_slip(writer: Client, places: Places) -> None:
    item = gap_of(BOR, accept=(model.Accepted("skolen"),), errors=())
    assert tried(writer, places, item, "skalen", "verb").json()["verdict"] == "spelling"
    card = model.Flashcard(id="skalen", instruction="Si det.", front="skalen")
    make(ExercisePage, places, parts=field_value([block_of(card)])).save_revision().publish()
    assert tried(writer, places, item, "skalen", "verb").json()["verdict"] == "wrong"


def test_what_cannot_be_tried_is_refused_in_words(writer: Client, places: Places) -> None:
    for item, answer, message in (
        (HEI, "Hei", "“hei” is a dialogue: nothing in it is right or wrong."),
        (BOR, " ", "Write an answer first."),
    ):
        refused = tried(writer, places, item, answer)
        assert (refused.status_code, refused.json()["message"]) == (400, message)
    gone = {**set_form(BOR), "try-item": "gone", "try-answer": "bor"}
    assert writer.post(urls(places)[1], gone).json()["message"].startswith("This exercise is not there any more.")
    story = places.sections["nb", ScenarioPage.kind].pk
    assert writer.post(reverse("editing:try_new_page", args=[story]), {"scenes-count": "0"}).status_code == 404


def test_who_may_edit_a_set_may_have_it_looked_at_and_tried_and_nobody_else(client: Client, places: Places) -> None:
    sync_roles()
    pages = [make(ExercisePage, places, slug="en-side", language=language) for language in ("nb", "en")]
    form = {**set_form(BOR), "try-item": block_of(BOR)["id"], "try-gap": "verb", "try-answer": "bor"}
    answers = set()
    for role in ROLES:
        person = get_user_model().objects.create_user(role.key, f"{role.key}@example.org")
        person.groups.add(Group.objects.get(name=group_name(role, "nb" if role.per_language else None)))
        client.force_login(person)
        for page in pages:
            section = page.get_parent()
            for name in ("check", "try"):
                old = client.post(reverse(f"editing:{name}_page", args=[page.pk]), form).status_code == 200
                new = client.post(reverse(f"editing:{name}_new_page", args=[section.pk]), form).status_code == 200
                assert old == page.permissions_for_user(person).can_edit(), role
                assert new == section.permissions_for_user(person).can_add_subpage(), role
                answers |= {("old", old), ("new", new)}
    assert len(answers) == 4
    assert Client().post(reverse("editing:try_page", args=[pages[0].pk]), form).status_code == 302


def test_looking_at_a_set_and_trying_answers_asks_little_and_writes_nothing(writer: Client, places: Places) -> None:
    page = make(ExercisePage, places)
    form = {**set_form(*WHOLE), "try-item": block_of(BOR)["id"], "try-gap": "verb", "try-answer": "bor"}
    for name in ("check_page", "try_page"):
        url = reverse(f"editing:{name}", args=[page.pk])
        assert writer.post(url, form).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            writer.post(url, form)
        asked = [query["sql"] for query in captured]
        assert len(asked) <= MOST
        assert [sql for sql in asked if sql.startswith(("INSERT", "UPDATE", "DELETE"))] == []


FORM = set_form(*WHOLE, CHOICE, ORDER, PAIRS, MARK)
JUNK = st.sampled_from(
    ["", "0", "-1", "x", "[]", "null", "\x00", "🙂", "{", "{|}", "]", "first", "item", "gap", "9" * 30]
)


@given(changes=st.dictionaries(st.sampled_from(sorted(FORM)), st.one_of(JUNK, st.text(max_size=20)), max_size=4))
@settings(max_examples=100, deadline=None)
def test_no_form_makes_the_reading_fall_over(changes: dict[str, str]) -> None:
    data = QueryDict(mutable=True)
    data.update({**FORM, **changes})
    page = ExercisePage(locale=Locale(language_code="nb"))
    try:
        with reading():
            read_form(page, data)
            written = page.written()
    except UnreadableForm:
        return
    assert len(written.items) == len(written.blocks)
    assert all(problem.message and problem.remedy for problem in page.problems())
