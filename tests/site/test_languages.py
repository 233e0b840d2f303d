"""The interface strings: complete in every language, or not offered."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from sitebuilder.contract.document import LEVELS, PHASES, Audience, Kind
from sitebuilder.contract.prose import KINDS
from sitebuilder.languages import ORDER, LanguageError, load_languages
from sitebuilder.places import LANGUAGES, SITE

from exercises.html import STRINGS
from scenarios.model import Outcome, Quality


def write_strings(folder: Path, **changed: str) -> Path:
    """Seven small but complete files, in which the text of ``changed`` stands in for a language's own."""
    text = 'language: {name: n, english_name: e, direction: ltr}\nminutes: "{n} min"\nnav: {home: Hjem}\n'
    for code in ORDER:
        (folder / f"{code}.yml").write_text(changed.get(code, text), "utf-8")
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
    ("text", "message"),
    [
        ("language: {name: n, english_name: e, direction: ltr}\nminutes: '{n} min'\n", "missing or empty: nav.home"),
        (
            "language: {name: n, english_name: e, direction: ltr}\nminutes: '{n} min'\nnav: {home: '', top: x}\n",
            "unknown: nav.top",
        ),
        (
            "language: {name: n, english_name: e, direction: ltr}\nminutes: '{number} m'\nnav: {home: x}\n",
            "minutes: the places to fill in must be: {n}",
        ),
        (
            "language: {name: n, english_name: e, direction: ltr}\nminutes: '{n'\nnav: {home: x}\n",
            "minutes: the places to fill in must be: {n}",
        ),
        (
            "language: {name: n, english_name: e, direction: up}\nminutes: '{n} min'\nnav: {home: x}\n",
            "language.direction must be ltr or rtl",
        ),
        ("- a list\n", "holds no strings"),
        ("a: [\n", "is not YAML that can be read"),
    ],
)
def test_a_language_that_is_not_whole_is_refused_with_its_file_and_its_keys(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(LanguageError) as refused:
        load_languages(write_strings(tmp_path, so=text))
    assert str(tmp_path / "so.yml") in str(refused.value)
    assert message in str(refused.value)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(LanguageError) as refused:
        load_languages(write_strings(tmp_path, ti="nav: {home: x}\n", fa="nav: {home: x}\n"))
    assert "ti.yml" in str(refused.value)
    assert "fa.yml" in str(refused.value)


def test_a_language_without_a_file_is_refused(tmp_path: Path) -> None:
    (write_strings(tmp_path) / "ar.yml").unlink()
    with pytest.raises(LanguageError, match="no such file"):
        load_languages(tmp_path)


def test_a_file_of_a_language_that_is_not_offered_is_refused(tmp_path: Path) -> None:
    (write_strings(tmp_path) / "pl.yml").write_text("nav: {home: x}\n", "utf-8")
    with pytest.raises(LanguageError, match=r"pl\.yml"):
        load_languages(tmp_path)


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


@pytest.mark.parametrize("code", ORDER)
def test_the_site_is_called_the_same_by_mkdocs_and_by_the_strings(code: str) -> None:
    language = next(each for each in load_languages(LANGUAGES) if each.code == code)
    config = yaml.safe_load((SITE / f"{code}.yml").read_text("utf-8"))
    assert config["site_name"] == language.t("site.name")
    assert config["theme"]["language"] == code
