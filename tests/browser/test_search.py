"""The search as readers use it: the starter content, built once, asked in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sitebuilder.build.search import words_of
from sitebuilder.languages import ORDER, load_languages
from sitebuilder.places import LANGUAGES

from tests.browser.static_site import StaticSite

Folding = Callable[[list[str], str], list[tuple[list[str], str]]]

STRINGS = {language.code: language for language in load_languages(LANGUAGES)}


@pytest.fixture(scope="module")
def built(starter_site: Path) -> Path:
    return starter_site


@pytest.fixture(scope="module")
def _site(built: Path) -> Iterator[StaticSite]:
    with StaticSite(built).running() as running:
        yield running


@pytest.fixture
def site(_site: StaticSite) -> StaticSite:
    _site.missing = ""
    _site.asked.clear()
    return _site


@pytest.fixture
def reader(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone. Nothing may be asked of others, kept on it, or be wrong in a page's own eyes."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    context.set_default_timeout(10_000)
    foreign: list[str] = []
    context.on("request", lambda request: foreign.append(request.url) if "//127.0.0.1:" not in request.url else None)
    yield context
    kept = "[localStorage.length, sessionStorage.length, document.cookie, caches.keys().then((names) => names.length)]"
    for page in context.pages:
        if page.url != "about:blank":
            assert page.evaluate(f"Promise.all({kept})") == [0, 0, "", 0]
    assert foreign == []
    assert context.cookies() == []
    context.close()


def _ask(page: Page, query: str) -> None:
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("searchbox").press("Enter")


def _answer(page: Page) -> list[str]:
    """The addresses of the pages found; none where the page says that there are none."""
    page.locator("#search_answer > *").first.wait_for()
    return [link.get_attribute("href") or "" for link in page.locator("#search_answer h2 a").all()]


def _status(page: Page) -> str:
    return page.get_by_role("status").inner_text().replace("\u2068", "").replace("\u2069", "")


FOUND = [
    # Norwegian: with its letters, by other keyboards, in other forms, with a slip, as two words that are one.
    ("nb", "møte", "guides/det-forste-motet"),
    ("nb", "mote", "guides/det-forste-motet"),
    ("nb", "moete", "guides/det-forste-motet"),
    ("nb", "Møtene", "guides/det-forste-motet"),
    ("nb", "soknad", "scenarios/avlyser-for-tredje-gang"),
    ("nb", "soeknaden", "scenarios/avlyser-for-tredje-gang"),
    ("nb", "laane penger", "scenarios/kan-du-lane-meg-penger"),
    ("nb", "lane penger", "scenarios/kan-du-lane-meg-penger"),
    ("nb", "intervjuene", "cases/intervju-etter-mange-avslag"),
    ("nb", "arbied", "guides/cv-erfaring-du-har"),
    ("nb", "jobb intervju", "exercises/forste-jobbintervju"),
    ("nb", "CV-en", "guides/cv-hva-er-en-cv"),
    ("nb", "drømmen", "cases/drommen-om-medisin"),
    ("en", "meeting", "guides/det-forste-motet"),
    ("en", "meetings", "guides/det-forste-motet"),
    # Arabic: without its dots and hamzas, with vowel signs and tatweel, with and without what stands before a word.
    ("ar", "المساعدة", "guides/be-mentoren-om-hjelp"),
    ("ar", "المساعده", "guides/be-mentoren-om-hjelp"),
    ("ar", "مُسَاعَدَة", "guides/be-mentoren-om-hjelp"),
    ("ar", "المسـاعدة", "guides/be-mentoren-om-hjelp"),
    ("ar", "اسئلة", "guides/det-forste-motet"),
    ("ar", "مرشدون", "guides/be-mentoren-om-hjelp"),
    # Dari: on an Arabic keyboard, and the half space kept, left out, or typed as a whole one.
    ("fa", "كمك", "guides/be-mentoren-om-hjelp"),
    ("fa", "دیدار", "guides/det-forste-motet"),
    ("fa", "ديدار", "guides/det-forste-motet"),
    ("fa", "این‌ها", "guides/det-forste-motet"),
    ("fa", "اینها", "guides/det-forste-motet"),
    ("fa", "این ها", "guides/det-forste-motet"),
    # Ukrainian: other endings, and letters of another keyboard.
    ("uk", "допомога", "guides/be-mentoren-om-hjelp"),
    ("uk", "допомогою", "guides/be-mentoren-om-hjelp"),
    ("uk", "зустрічами", "guides/det-forste-motet"),
    ("uk", "зустрич", "guides/det-forste-motet"),
    # Tigrinya: letters that sound alike, and other endings.
    ("ti", "ሓገዝ", "guides/be-mentoren-om-hjelp"),
    ("ti", "ሀገዝ", "guides/be-mentoren-om-hjelp"),
    ("ti", "ኀገዝ", "guides/be-mentoren-om-hjelp"),
    ("ti", "መካርቲ", "guides/be-mentoren-om-hjelp"),
    ("ti", "ርክባት", "guides/det-forste-motet"),
    # Somali as it is, and with other articles.
    ("so", "caawimo", "guides/be-mentoren-om-hjelp"),
    ("so", "caawimada", "guides/be-mentoren-om-hjelp"),
    ("so", "kulanka", "guides/det-forste-motet"),
]


@pytest.mark.parametrize("code", dict.fromkeys(code for code, _, _ in FOUND))
def test_readers_find_what_is_there_however_they_spell(code: str, site: StaticSite, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(f"{site.url}/{code}/search/")
    for query, wanted in [(query, wanted) for language, query, wanted in FOUND if language == code]:
        _ask(page, query)
        expect(page).to_have_url(f"{site.url}/{code}/search/?q={quote(query)}")
        expect(page.get_by_role("status")).to_contain_text(query)
        assert f"/{code}/{wanted}/" in _answer(page), query
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), query


def test_a_result_says_what_it_is_and_marks_what_was_found(site: StaticSite, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(f"{site.url}/nb/search/?q=medisin")
    assert _answer(page)[0] == "/nb/cases/drommen-om-medisin/"
    first = page.locator("#search_answer li").first
    expect(first.get_by_role("heading", level=2)).to_have_text("Drømmen om medisin")
    expect(first.locator("mark").first).to_contain_text("medisin")
    expect(first.locator(".facts")).to_have_text("Case")
    first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Drømmen om medisin")


def test_the_number_of_results_and_another_spelling_are_said_politely(site: StaticSite, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(f"{site.url}/nb/search/?q=drommen")
    count = len(_answer(page))
    assert _status(page) == f"{count} treff på «drommen». Viser treff på «drømmen»."
    _ask(page, "drømmen")
    expect(page.get_by_role("status")).to_contain_text("drømmen")
    assert _status(page) == f"{count} treff på «drømmen»."


def test_every_page_leads_to_the_search_and_fetches_nothing_of_it(site: StaticSite, reader: BrowserContext) -> None:
    page = reader.new_page()
    for path in ("/nb/", "/nb/guides/det-forste-motet/", "/nb/topics/cv/", "/ar/about/"):
        page.goto(site.url + path)
        page.get_by_role("link", name=STRINGS[path[1:3]].t("search.link"), exact=True).first.click()
        expect(page).to_have_url(f"{site.url}{path[:4]}search/")
        expect(page.get_by_role("searchbox")).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert [asked for asked in site.asked if "pagefind" in asked or "search-" in asked] == []
    _ask(page, "مرشد")
    assert _answer(page)
    assert "/ar/pagefind/words.txt" in site.asked


def test_going_back_shows_the_question_before(site: StaticSite, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(f"{site.url}/nb/search/?q=medisin")
    first = _answer(page)
    _ask(page, "penger")
    expect(page.get_by_role("status")).to_contain_text("penger")
    assert _answer(page) != first
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("medisin")
    assert _answer(page) == first
    expect(page.get_by_role("searchbox")).to_have_value("medisin")


def test_more_results_are_shown_when_asked_for(site: StaticSite, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(f"{site.url}/nb/search/?q=du")
    assert len(_answer(page)) == 10
    found, total = page.locator("#search_answer h2 a"), int(_status(page).split()[0])
    for shown in range(10, total, 10):
        page.get_by_role("button", name="Vis flere").click()
        expect(found.nth(shown)).to_be_focused()
        expect(found).to_have_count(min(shown + 10, total))
    expect(page.get_by_role("button", name="Vis flere")).to_have_count(0)
    assert len(set(_answer(page))) == total > 10


@pytest.mark.parametrize("code", ["uk", "nb"])
def test_where_nothing_is_found_the_reader_is_led_on(code: str, site: StaticSite, reader: BrowserContext) -> None:
    page, other = reader.new_page(), "en" if code == "nb" else "nb"
    page.goto(f"{site.url}/{code}/search/")
    _ask(page, "xyzzyplugh")
    assert _answer(page) == []
    assert _status(page) == STRINGS[code].t("search.none", query="xyzzyplugh")
    expect(page.get_by_text(STRINGS[code].t("search.hint"))).to_be_visible()
    elsewhere = page.get_by_role("link", name=STRINGS[code].t("search.elsewhere"))
    expect(elsewhere).to_have_attribute("href", f"/{other}/search/?q=xyzzyplugh")
    assert page.get_by_role("navigation", name=STRINGS[code].t("search.topics")).get_by_role("link").count() > 3


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", "\"><script>alert('møte')</script>", "<mark>møte"])
def test_a_hostile_question_is_shown_as_text(query: str, site: StaticSite, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{site.url}/nb/search/?q={quote(query)}")
    _answer(page)
    assert query in _status(page)
    assert page.locator("main :is(img, script), [role=status] *").count() == 0


def test_of_two_quick_questions_the_last_is_answered(site: StaticSite, reader: BrowserContext) -> None:
    page = reader.new_page()
    page.goto(f"{site.url}/nb/search/")
    page.evaluate(
        """() => {
          const form = document.getElementById("search");
          for (const query of ["møte", "xyzzyplugh"]) { form.elements.q.value = query; form.requestSubmit(); }
        }"""
    )
    assert _answer(page) == []
    with page.expect_response("**/*.pf_fragment"):
        pass  # The older question is answered only now.
    page.wait_for_load_state("networkidle")
    assert _answer(page) == []
    assert "xyzzyplugh" in _status(page)


@pytest.mark.parametrize(
    "missing", ["words.txt", r"pagefind\.js", r"\.pf_meta", r"wasm\.", r"\.pf_index", r"\.pf_fragment"]
)
def test_where_a_part_of_the_index_is_missing_the_reader_is_told_and_can_try_again(
    missing: str, site: StaticSite, reader: BrowserContext
) -> None:
    page = reader.new_page()
    site.missing = missing
    page.goto(f"{site.url}/nb/search/")
    _ask(page, "møte")
    expect(page.get_by_role("status")).to_have_text(STRINGS["nb"].t("search.failed"))
    expect(page.locator("#search_answer > *")).to_have_count(0)
    site.missing = ""
    _ask(page, "møte")
    assert "/nb/guides/det-forste-motet/" in _answer(page)


@pytest.mark.parametrize("code", ["nb", "ar"])
def test_without_javascript_the_page_says_so_and_leads_to_the_topics(
    code: str, site: StaticSite, chromium: Browser
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site.url}/{code}/search/?q=cv")
    expect(page.locator(".search__without")).to_have_text(STRINGS[code].t("search.without"))
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("navigation", name=STRINGS[code].t("search.topics")).get_by_role("link").first.click()
    expect(page).to_have_url(f"{site.url}/{code}/topics/first-meeting/")
    context.close()


@pytest.mark.parametrize("code", ORDER)
def test_every_word_of_the_texts_is_found(code: str, site: StaticSite, reader: BrowserContext, built: Path) -> None:
    words = (built / code / "pagefind/words.txt").read_text("utf-8").split("\n")[::3]
    page = reader.new_page()
    page.goto(f"{site.url}/{code}/search/")
    lost = page.evaluate(
        """async ([address, words, code]) => {
          const { find } = await import(address);
          const lost = [];
          for (const word of words) {
            const answer = await find(word, code).catch(() => ({ results: [] }));
            if (!answer.results.length) lost.push(word);
          }
          return lost;
        }""",
        [_module(built, "search-index"), words, code],
    )
    assert lost == []


def _module(built: Path, name: str) -> str:
    return f"/assets/{next((built / 'assets').glob(f'{name}.*.js')).name}"


# How words are divided and folded


@pytest.fixture(scope="module")
def folding(chromium: Browser, _site: StaticSite, built: Path) -> Iterator[Folding]:
    """The module that readers' browsers run, given texts and a language."""
    page = chromium.new_page()
    page.goto(f"{_site.url}/nb/about/")
    run = """async ([address, texts, code]) => {
      const { fold, wordsOf } = await import(address);
      return texts.map((text) => [wordsOf(text), fold(text, code)]);
    }"""
    yield lambda texts, code: page.evaluate(run, [_module(built, "folding"), texts, code])
    page.close()


ALPHABETS = st.text("aeoæøåéABC zZ09-_'’ʼ ґєїйІ ابكيىةأئؤۀکیهٔـ\u064e\u0651\u200c۴٤ ሀሐኀሠሰአዐጸፀኣሃ፣። .,<", max_size=24)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(texts=st.lists(ALPHABETS, min_size=20, max_size=40))
def test_the_browser_divides_words_as_the_build_does_and_folds_them_once(folding: Folding, texts: list[str]) -> None:
    found = folding(texts, "nb")
    for text, (words, _) in zip(texts, found):
        assert sorted(set(words)) == words_of([text])
    folded = [each for _, each in found]
    assert [again for _, again in folding(folded, "nb")] == folded


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("være", "vaere", "nb"),
        ("få", "faa", "nb"),
        ("ø", "oe", "nb"),
        ("کتاب", "كتاب", "fa"),
        ("می‌شود", "میشود", "fa"),
        ("۱۱۶", "116", "fa"),
        ("أسئلة", "اسئله", "ar"),
        ("مرحبـــا", "مَرْحَبًا", "ar"),
        ("сім’я", "сімʼя", "uk"),
        ("ጽሑፍ", "ፅሁፍ", "ti"),
        ("ሠላም", "ሰላም", "ti"),
        ("ኣዐ", "አኣ", "ti"),
    ],
)
def test_two_ways_to_type_a_word_are_folded_to_one(one: str, other: str, code: str, folding: Folding) -> None:
    (_, first), (_, second) = folding([one, other], code)
    assert first == second


@pytest.mark.parametrize(("one", "other", "code"), [("aad", "ad", "so"), ("shoes", "shos", "en"), ("mat", "møt", "nb")])
def test_different_words_stay_different(one: str, other: str, code: str, folding: Folding) -> None:
    (_, first), (_, second) = folding([one, other], code)
    assert first != second
