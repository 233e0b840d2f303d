"""The interface strings: complete in every language, or not offered."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from sitebuilder.contract.document import LEVELS, PHASES, Audience, Kind
from sitebuilder.contract.prose import KINDS
from sitebuilder.languages import ORDER, LanguageError, load_languages
from sitebuilder.places import LANGUAGES, SITE

from exercises.html import STRINGS
from scenarios.model import Outcome, Quality

SMALL = """language: {name: n, english_name: e, direction: ltr, order: 6}
minutes: "{n} min"
nav: {home: Hjem}
"""
"""A whole language, as Somali has it."""


def write_strings(folder: Path, **changed: str) -> Path:
    """Seven small but complete files, in which the text of ``changed`` stands in for a language's own."""
    for order, code in enumerate(ORDER, 1):
        (folder / f"{code}.yml").write_text(changed.get(code, SMALL.replace("order: 6", f"order: {order}")), "utf-8")
    return folder


def test_the_seven_languages_come_in_the_order_of_the_menu() -> None:
    assert [language.code for language in load_languages(LANGUAGES)] == ["nb", "en", "uk", "ar", "ti", "so", "fa"]


def test_only_arabic_and_persian_are_written_from_right_to_left() -> None:
    assert [language.code for language in load_languages(LANGUAGES) if language.direction == "rtl"] == ["ar", "fa"]


def test_nested_strings_are_found_by_their_path(tmp_path: Path) -> None:
    language = load_languages(write_strings(tmp_path))[0]
    assert language.t("nav.home") == "Hjem"
    assert language.t("minutes", n=5) == "5 min"


def test_a_string_that_does_not_exist_is_an_error_and_not_an_empty_place() -> None:
    with pytest.raises(KeyError, match=r"nav\.nowhere"):
        load_languages(LANGUAGES)[0].t("nav.nowhere")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("nav: {home: Hjem}", "", "missing or empty: nav.home"),
        ('minutes: "{n} min"\nnav: {home: Hjem}', "minutes: 5", "missing or empty: minutes, nav.home"),
        ("nav: {home: Hjem}", "nav: {home: '', top: x, end: y}", "unknown: nav.top, nav.end"),
        ("{n} min", "{number} m", "minutes: the places to fill in must be: {n}"),
        ("{n} min", "{n", "minutes: the places to fill in must be: {n}"),
        ("direction: ltr", "direction: up", "language.direction must be ltr or rtl"),
        ("direction: ltr", "direction: [ltr]", "missing or empty: language.direction"),
        ("name: n, ", "", "missing or empty: language.name"),
        (", order: 6", "", "language.order must be its place in the menu, a whole number: 8 is free"),
        ("order: 6", "order: six", "language.order must be its place in the menu, a whole number: 8 is free"),
        ("order: 6", "order: 7", "language.order: 7 is fa.yml already. 8 is free"),
        ("nav: {home: Hjem}", "nav: {home: Hjem}\nlanguages: {fa: ''}", "missing or empty: languages.fa"),
        (SMALL, "- a list\n", "holds no strings"),
        (SMALL, "a: [\n", "is not YAML that can be read"),
        (SMALL, "", "holds no strings"),
    ],
)
def test_a_language_that_is_not_whole_is_refused_with_its_file_and_its_keys(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(LanguageError) as refused:
        load_languages(write_strings(tmp_path, so=SMALL.replace(old, new)))
    assert f"{tmp_path / 'so.yml'}: " in str(refused.value)
    assert message in str(refused.value)


def test_a_file_in_another_encoding_is_told_and_is_no_crash(tmp_path: Path) -> None:
    (write_strings(tmp_path) / "so.yml").write_bytes(SMALL.replace("Hjem", "Forår").encode("latin-1"))
    with pytest.raises(LanguageError, match=r"so\.yml: is not YAML that can be read"):
        load_languages(tmp_path)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(LanguageError) as refused:
        load_languages(write_strings(tmp_path, uk="a: [\n", ti="nav: {home: x}\n", fa="nav: {home: x}\n"))
    assert [file for file in ("uk", "ti", "fa") if f"{file}.yml: " not in str(refused.value)] == []


def test_a_language_is_a_file_and_no_more(tmp_path: Path) -> None:
    (write_strings(tmp_path) / "pl.yml").write_text(
        SMALL.replace("order: 6", "order: 8").replace("name: n", "name: pl")
    )
    languages = load_languages(tmp_path)
    assert [language.code for language in languages] == [*ORDER, "pl"]
    (tmp_path / "ar.yml").unlink()
    assert [language.code for language in load_languages(tmp_path)] == [code for code in (*ORDER, "pl") if code != "ar"]


def test_the_others_are_held_to_norwegian(tmp_path: Path) -> None:
    (write_strings(tmp_path) / "nb.yml").unlink()
    with pytest.raises(LanguageError, match=r"nb\.yml: there is no such file"):
        load_languages(tmp_path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("po.yml", "“po” is no language"),
        ("pl-PL.yml", "two or three small letters"),
        ("polski.yml", "two or three small letters"),
        ("PL.yml", "two or three small letters"),
        ("pl.yaml", "Call it pl.yml"),
    ],
)
def test_a_file_that_is_not_named_by_a_language_is_told(tmp_path: Path, name: str, message: str) -> None:
    (write_strings(tmp_path) / name).write_text(SMALL.replace("order: 6", "order: 8"))
    with pytest.raises(LanguageError) as refused:
        load_languages(tmp_path)
    assert str(refused.value).startswith(f"{tmp_path / name}: ")
    assert message in str(refused.value)


def test_a_language_others_have_no_name_for_is_called_by_its_own(tmp_path: Path) -> None:
    english = SMALL.replace("order: 6", "order: 2") + "languages: {so: Somali, xx: Gone}\n"
    polish = SMALL.replace("name: n", "name: polski").replace("order: 6", "order: 8")
    (write_strings(tmp_path, en=english) / "pl.yml").write_text(polish)
    read = {language.code: language for language in load_languages(tmp_path)}["en"]
    assert [read.called(code) for code in ("so", "pl", "xx", "yy")] == ["Somali", "polski", "Gone", "yy"]


@pytest.mark.parametrize("code", ORDER)
def test_dates_are_written_out_in_every_language(code: str) -> None:
    language = next(each for each in load_languages(LANGUAGES) if each.code == code)
    months = {language.date(dt.date(2026, month, 9)) for month in range(1, 13)}
    assert len(months) == 12
    assert all("9" in text and "2026" in text and "{" not in text for text in months)


def test_norwegian_writes_the_day_with_a_full_stop() -> None:
    assert load_languages(LANGUAGES)[0].date(dt.date(2026, 11, 23)) == "23. november 2026"


def test_there_is_a_word_for_everything_the_content_can_say() -> None:
    strings = load_languages(LANGUAGES)[0].strings
    wanted = [
        *(f"kind.{kind}.{form}" for kind in Kind for form in ("one", "many", "lead")),
        *(f"phase.{phase}" for phase in PHASES),
        *(f"level.{level}" for level in LEVELS),
        *(f"audience.{who}" for who in Audience),
        *(f"box.{kind}" for kind in KINDS),
        *(f"quality.{quality}" for quality in Quality),
        *(f"outcome.{outcome}" for outcome in Outcome),
        *(f"languages.{code}" for code in ORDER),
        *STRINGS,
    ]
    assert [key for key in wanted if key not in strings] == []


def test_every_string_the_templates_ask_for_by_name_exists() -> None:
    strings = load_languages(LANGUAGES)[0].strings
    templates = "".join(path.read_text("utf-8") for path in (SITE / "theme").rglob("*.html"))
    asked = set(re.findall(r"""site\.t\(["']([a-z0-9_.-]+)["'][,)]""", templates))
    assert len(asked) > 30
    assert asked - strings.keys() == set()
