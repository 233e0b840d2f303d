"""One file of words is all that a language needs on the site: tried with Polish and with Pashto."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sitebuilder.build import BuildError, build_site
from sitebuilder.languages import load_languages

from tests.site.a_new_language import CODES, DRAFTS, build_with, languages

DIRECTIONS = {"pl": "ltr", "ps": "rtl"}


@pytest.fixture(scope="module", params=CODES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    return request.param, build_with(tmp_path_factory.mktemp(request.param), request.param)


def test_each_draft_is_whole_by_itself(tmp_path: Path) -> None:
    for code in CODES:
        with languages(tmp_path / code, code) as folder:
            assert [language.code for language in load_languages(folder)] == ["nb", "en", code]
    assert {file.stem for file in DRAFTS.glob("*.yml")} == set(CODES)


def test_it_has_every_page_that_norwegian_has_with_its_language_and_direction(built: tuple[str, Path]) -> None:
    code, public = built
    pages = {
        language: {file.relative_to(public / language).as_posix() for file in (public / language).rglob("*.html")}
        for language in ("nb", "en", code)
    }
    documents = {"guides/kort-cv/index.html"}  # What is not translated has no page of its own.
    assert pages[code] == pages["nb"] - documents
    for name in pages[code]:
        root = BeautifulSoup((public / code / name).read_text("utf-8"), "html.parser").html
        assert root is not None
        assert (root["lang"], root["dir"]) == (code, DIRECTIONS[code]), name


def test_it_is_the_last_in_the_menu_of_every_language_under_its_own_name(built: tuple[str, Path]) -> None:
    code, public = built
    own = {"pl": "polski", "ps": "پښتو"}[code]
    for page in ("index.html", "nb/index.html", f"{code}/index.html"):
        soup = BeautifulSoup((public / page).read_text("utf-8"), "html.parser")
        links = soup.select(".languages a, #languages a")
        assert [link["hreflang"] for link in links] == ["nb", "en", code]
        assert links[-1].get_text(" ", strip=True).startswith(own)
        assert f' lang="{code}"' in str(links[-1])


def test_what_is_not_translated_stands_in_its_lists_named_as_what_it_is(built: tuple[str, Path]) -> None:
    code, public = built
    soup = BeautifulSoup((public / code / "guides/index.html").read_text("utf-8"), "html.parser")
    foreign = soup.select_one('.card__title[lang="nb"] a')
    assert foreign is not None
    assert foreign["href"] == "/nb/guides/kort-cv/"
    name = {"pl": "Język: norweski", "ps": "په ناروېژي ژبه"}[code]
    assert [label.get_text() for label in soup.select(".facts__language")] == [name]


def test_its_texts_are_translations_with_the_words_and_dates_of_their_language(built: tuple[str, Path]) -> None:
    code, public = built
    guide = (public / code / "guides/det-forste-motet/index.html").read_text("utf-8")
    assert {"pl": "23 listopada 2026", "ps": "23 نومبر 2026"}[code] in guide
    assert {"pl": "To tłumaczenie jest szkicem", "ps": "دا ژباړه مسوده ده"}[code] in guide
    assert ">Trust<" in guide  # A topic that has no name in the language yet goes by its English one.


def test_others_call_a_language_they_have_no_name_for_by_its_own(tmp_path: Path) -> None:
    with languages(tmp_path / "languages", "pl") as folder:
        norwegian = load_languages(folder)[0]
        assert (norwegian.called("pl"), norwegian.called("so")) == ("polski", "somali")


def test_its_search_knows_its_texts(built: tuple[str, Path]) -> None:
    code, public = built
    entry = json.loads((public / code / "pagefind/pagefind-entry.json").read_text("utf-8"))
    assert entry["languages"][code]["page_count"] == 2
    assert "det-forste-motet" not in (public / code / "pagefind/words.txt").read_text("utf-8")
    assert "noen" in (public / code / "pagefind/words.txt").read_text("utf-8").split()


def test_before_its_first_text_it_is_there_with_the_texts_of_others(tmp_path: Path) -> None:
    public = build_with(tmp_path, "pl", texts=False)
    home = (public / "pl/index.html").read_text("utf-8")
    assert "Kim jesteś?" in home
    assert 'lang="nb"' in home
    assert (public / "pl/pagefind/words.txt").read_text("utf-8") == ""


def test_a_draft_with_words_missing_refuses_the_build_with_the_list(tmp_path: Path) -> None:
    with languages(tmp_path / "languages", "pl", "ps") as folder:
        text = (folder / "pl.yml").read_text("utf-8")
        (folder / "pl.yml").write_text(text.replace("  skip: Przejdź do treści\n", "").replace("{date}.", "."), "utf-8")
        (tmp_path / "content").mkdir()
        with pytest.raises(BuildError) as refused:
            build_site(tmp_path / "content", tmp_path / "public")
    told = str(refused.value).split("\n")
    assert told[0] == f"{folder / 'pl.yml'}: missing or empty: nav.skip. Write them as text in quotation marks."
    assert f"{folder / 'pl.yml'}: provenance.published_on: the places to fill in must be: {{date}}." in told
    assert not any("ps.yml" in line for line in told)
    assert not (tmp_path / "public").exists()


def test_a_language_whose_file_is_taken_away_while_it_has_texts_refuses_the_build_and_keeps_them(
    tmp_path: Path,
) -> None:
    build_with(tmp_path, "pl")
    shutil.rmtree(tmp_path / "public")
    before = {file: file.read_bytes() for file in (tmp_path / "content").rglob("*.md")}
    with (
        languages(tmp_path / "without"),
        pytest.raises(BuildError, match=r"There are 2 texts in the language “pl”, and it has no site/languages/pl"),
    ):
        build_site(tmp_path / "content", tmp_path / "public")
    assert {file: file.read_bytes() for file in (tmp_path / "content").rglob("*.md")} == before
    with languages(tmp_path / "again", "pl"):
        build_site(tmp_path / "content", tmp_path / "public")
    assert (tmp_path / "public/pl/guides/det-forste-motet/index.html").exists()


def test_every_month_has_a_name_of_its_own(tmp_path: Path) -> None:
    with languages(tmp_path / "languages", *CODES) as folder:
        for language in load_languages(folder)[2:]:
            assert len({language.date(dt.date(2026, month, 9)) for month in range(1, 13)}) == 12
