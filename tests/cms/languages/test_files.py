"""A translation out to a professional and in again: what fits is taken, nothing is lost, and each refusal says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polib
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail_localize.models import StringTranslation, Translation

from cms.languages.translating.files_in import WrongFileError, take_in
from cms.languages.translating.files_out import FORMATS, job_of
from cms.languages.translating.saving import replaced_on
from tests.cms.languages.conftest import publish
from tests.cms.languages.translated import english, original, rename_choice, segments, unsaid

TEXT = "Skriv to linjer om deg selv."


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def kari(translation: Translation) -> Any:
    return get_user_model().objects.get()


def written(translation: Translation, kind: str = "po") -> str:
    """A file as it is downloaded."""
    return FORMATS[kind].write(job_of(translation))


def change(text: str, was: str, now: str) -> str:
    assert was in text
    return text.replace(was, now)


def forget(translation: Translation, *texts: str) -> None:
    """These texts have no words."""
    StringTranslation.objects.filter(translation_of__data__in=texts).delete()


def words(text: str) -> list[str]:
    return list(StringTranslation.objects.filter(translation_of__data=text).values_list("data", flat=True))


@pytest.mark.parametrize("kind", FORMATS)
def test_all_words_come_back_and_what_was_empty_is_taken(translation: Translation, kari: Any, kind: str) -> None:
    publish(original(), bold)
    forget(translation, "Vent litt", "Skriv <b>to</b> linjer &amp; en til.")
    text = written(translation, kind)
    if kind == "po":
        entries = polib.pofile(text)
        for entry in entries:
            if entry.fuzzy or not entry.msgstr:
                entry.msgstr, entry.flags = f"EN {entry.msgid}", []
        text = str(entries)
    elif kind == "xliff":
        text = change(text, "<source>Vent litt</source>", "<source>Vent litt</source><target>EN Vent litt</target>")
        start, end = text.index("<source>Skriv <bpt"), text.index("en til.</source>") + len("en til.</source>")
        unit = text[start:end]
        text = change(text, unit, unit + unit.replace("source>", "target>").replace("Skriv", "EN Skriv"))
    else:
        text = change(text, ";Vent litt;", ";Vent litt;EN Vent litt")
        said = "Skriv <b>to</b> linjer &amp; en til."
        text = change(text, f'"{said}";', f'"{said}";"EN {said}"')
    summary = take_in(translation, (FORMATS[kind].mark + text).encode(), kari)
    assert [told.text for told in summary.taken] == ["Skriv <b>to</b> linjer &amp; en til.", "Vent litt"]
    assert (summary.unchanged, summary.refused, summary.left) == (len(segments(translation)) - 2, [], [])
    assert words("Skriv <b>to</b> linjer &amp; en til.") == ["EN Skriv <b>to</b> linjer &amp; en til."]
    again = take_in(translation, text.encode(), kari)
    assert (again.taken, again.replaced) == ([], [])


def bold(scenes: list[Any]) -> None:
    scenes[0]["value"]["text"][0]["value"] = "<p>Skriv <b>to</b> linjer &amp; en til.</p>"


def test_the_file_says_what_it_belongs_to_and_has_the_old_words_beside_a_changed_text(translation: Translation) -> None:
    rename_choice("Vent litt til")
    po = polib.pofile(written(translation))
    document, language, source = po.metadata["X-Page-Id"].split("/")
    assert (document, language, len(source)) == (str(original().translation_key), "en", 16)
    assert (po.metadata["Project-Id-Version"], po.metadata["Language"]) == ("En side", "en")
    entry = next(entry for entry in po if entry.msgid == "Vent litt til")
    assert (entry.flags, entry.previous_msgid, entry.msgstr) == (["fuzzy"], "Vent litt", "EN Vent litt")
    assert entry.msgctxt.startswith("scenes.")
    xliff = written(translation, "xliff")
    assert 'source-language="nb" target-language="en"' in xliff
    assert "<alt-trans><source>Vent litt</source><target>EN Vent litt</target></alt-trans>" in xliff


def test_a_file_of_another_page_or_language_changes_nothing_and_says_whose_it_is(
    translation: Translation, kari: Any
) -> None:
    forget(translation, "Vent litt")
    text = change(written(translation), 'msgid "Vent litt"\nmsgstr ""', 'msgid "Vent litt"\nmsgstr "Wait"')
    own = str(original().translation_key)
    for was, now, said in (
        (own, "6b0c8a4e-0000-4000-8000-000000000000", "another page"),
        (f"{own}/en", f"{own}/ar", "another language"),
        (f"X-Page-Id: {own}", f"X-Other: {own}", "does not say which page"),
    ):
        with pytest.raises(WrongFileError, match=said):
            take_in(translation, change(text, was, now).encode(), kari)
    assert unsaid(translation) == ["Vent litt"]


def test_of_a_file_for_an_older_original_what_still_holds_is_taken_and_the_rest_kept_as_a_suggestion(
    translation: Translation, kari: Any
) -> None:
    forget(translation, "Vent litt", "Smil")
    text = written(translation)
    text = change(text, 'msgid "Vent litt"\nmsgstr ""', 'msgid "Vent litt"\nmsgstr "Wait a little"')
    text = change(text, 'msgid "Smil"\nmsgstr ""', 'msgid "Smil"\nmsgstr "Smile"')
    rename_choice("Vent litt til")
    translation = Translation.objects.get()
    summary = take_in(translation, text.encode(), kari)
    assert summary.is_older
    assert [told.text for told in summary.taken] == ["Smil"]
    (older,) = summary.older
    assert (older.text, older.words) == ("Vent litt", "Wait a little")
    assert text.split("\n")[older.line - 1].startswith("msgctxt")
    assert summary.left == ["Vent litt til"]
    job = job_of(translation)
    assert [(row.was, row.suggested) for row in job.rows if row.words == "Vent litt til"] == [
        ("Vent litt", "Wait a little")
    ]


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("Write <b>two lines", "<b> is opened and not closed."),
        ("Write two</b> lines", "</b> closes nothing that is open."),
        ("<b><i>Write</b></i>", "</b> closes nothing that is open."),
        ('See <a id=\\"a2\\">here</a>', "It has a link “a2” that the original does not have."),
        ("<script>alert(1)</script>", "<script> may not stand here."),
        ('<b onclick=\\"x()\\">Write</b>', "<b> may have no attributes here"),
        ("<!-- x -->Write", "There may be no comments in it."),
    ],
)
def test_broken_markup_is_refused_text_by_text(translation: Translation, kari: Any, broken: str, why: str) -> None:
    text = change(written(translation), f'msgstr "EN {TEXT}"', f'msgstr "{broken}"')
    text = change(text, 'msgstr "EN Vent litt"', 'msgstr "Wait a little"')
    summary = take_in(translation, text.encode(), kari)
    assert {told.text for told in summary.refused} == {TEXT}
    assert why in summary.refused[0].why
    assert [told.words for told in summary.taken] == ["Wait a little"]
    assert set(words(TEXT)) == {f"EN {TEXT}"}


def test_a_link_must_be_kept_and_a_title_has_no_marks(translation: Translation, kari: Any) -> None:
    def link(scenes: list[Any]) -> None:
        scenes[0]["value"]["text"][0]["value"] = '<p>Les <a href="https://www.nav.no">her</a>.</p>'

    publish(original(), link)
    po = polib.pofile(written(translation))
    entry = next(entry for entry in po if entry.msgid == 'Les <a id="a1">her</a>.')
    entry.msgstr, entry.flags = "Read here.", []
    text = str(po)
    text = change(text, 'msgstr "EN Vent litt"', 'msgstr "<b>Wait</b>"')
    summary = take_in(translation, text.encode(), kari)
    assert [told.why for told in summary.refused] == [
        "The link “a1” of the original is missing.",
        "<b> may not stand here.",
    ]


def test_words_that_are_replaced_stand_in_the_history_of_the_page(translation: Translation, kari: Any) -> None:
    text = change(written(translation), 'msgstr "EN Vent litt"', 'msgstr "Wait"')
    summary = take_in(translation, text.encode(), kari)
    ((entry, lost),) = replaced_on(english(), 10)
    assert (entry.user, lost.text, lost.words, lost.now) == (kari, "Vent litt", "EN Vent litt", "Wait")
    assert summary.replaced == [lost]


def test_what_is_marked_as_unsure_is_not_taken(translation: Translation, kari: Any) -> None:
    text = change(written(translation), 'msgid "Vent litt"\nmsgstr', '#, fuzzy\nmsgid "Vent litt"\nmsgstr')
    text = change(text, "#, fuzzy\nmsgid", "msgid").replace('msgctxt "title"', '#, fuzzy\nmsgctxt "title"')
    summary = take_in(translation, change(text, "EN En side", "A page").encode(), kari)
    assert [told.words for told in summary.unsure] == ["A page"]
    assert words("En side") == ["EN En side"]


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xliff version="1.2">&b;</xliff>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (b"\n  \n", "The file is empty."),
        (b"x" * 10_000_001, "larger than 10 MB"),
        ('msgid "å"\nmsgstr "å"\n'.encode("latin-1"), "not UTF-8"),
        (b"just some words", "it is not PO here"),
        (b"<xliff version='1.2'><file>", "it is not XML here"),
        (b"<html></html>", "it is XML, and not XLIFF 1.2"),
        (BOMB, "it has a document type"),
        (b"page,key,source,translation\na,b\n", "it has 2 cells, not 4"),
        (b"PK\x03\x04", "a character nobody can see"),
    ],
    ids=lambda value: value[:12].decode("latin-1") if isinstance(value, bytes) else None,
)
def test_what_is_no_such_file_changes_nothing_and_says_why(
    translation: Translation, client: Client, kari: Any, data: bytes, said: str
) -> None:
    client.force_login(kari)
    file = SimpleUploadedFile("fil.po", data)
    page = client.post(reverse("languages:files", args=[english().pk]), {"file": file}).content.decode()
    assert "Nothing was taken from “fil.po”." in page
    assert said in page
    assert unsaid(translation) == []


def test_a_translator_takes_a_file_out_and_in_through_the_pages(translation: Translation, client: Client) -> None:
    person = get_user_model().objects.create_user("amina", "amina@example.org")
    client.force_login(person)
    url = reverse("languages:files", args=[english().pk])
    assert client.get(url).status_code == 403
    person.groups.add(Group.objects.get(name="Translator (en)"))
    forget(translation, "Vent litt")
    assert client.get(url).status_code == 200
    for kind in FORMATS:
        answer = client.get(reverse("languages:download", args=[english().pk, kind]))
        assert f"en-side-en.{FORMATS[kind].ending}" in answer["Content-Disposition"]
    theirs = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    text = client.get(theirs).content.decode()
    assert "X-Page-Id" in text
    text = change(text, 'msgid "Vent litt"\nmsgstr ""', 'msgid "Vent litt"\nmsgstr "<i>Wait"')
    upload = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    page = client.post(upload, {"file": SimpleUploadedFile("a.po", text.encode())}).content.decode()
    assert "1 text refused" in page
    assert "&lt;i&gt; is opened and not closed." in page
    assert "&lt;i&gt;Wait" in page
    other = text.replace("/en/", "/nb/")
    page = client.post(url, {"file": SimpleUploadedFile("a.po", other.encode())}).content.decode()
    assert "The file is for another language." in page
    assert f'href="{reverse("languages:files", args=[original().pk])}"' in page
