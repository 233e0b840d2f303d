"""The whole site, built for real from the repository's own texts."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest
from sitebuilder.build import BuildError, build_site, engine
from sitebuilder.build import site as site_module
from sitebuilder.build.output import put_in_place
from sitebuilder.languages import load_languages
from sitebuilder.places import LANGUAGES

from tests.site.test_documents import CONTENT, TREE
from tests.starter_site import ADDRESS, REDIRECTS

ALL = load_languages(LANGUAGES)
GUIDE = "nb/guides/det-forste-motet.md"


class Page(HTMLParser):
    """What a page refers to, its language, and what in it could run."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.root: dict[str, str | None] = {}
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.menu: dict[str, str] = {}
        self.inline: list[str] = []
        self.text = ""
        self.feed(file.read_text("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.root = given
        self.addresses += [given[name] or "" for name in ("href", "src") if name in given]
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag == "a" and given.get("hreflang"):
            self.menu.setdefault(given["hreflang"] or "", given.get("href") or "")
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.inline.append(tag)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="session")
def built(starter_site: Path) -> Path:
    return starter_site


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, Page]:
    return {file.relative_to(built).as_posix(): Page(file) for file in sorted(built.rglob("*.html"))}


def test_every_page_tells_its_language_and_direction(pages: dict[str, Page]) -> None:
    for language in ALL:
        own = [page for path, page in pages.items() if path.startswith(f"{language.code}/") and "gammel" not in path]
        assert len(own) > 10
        assert {(page.root.get("lang"), page.root.get("dir")) for page in own} == {(language.code, language.direction)}


def test_the_language_menu_leads_to_the_same_page_where_it_exists(pages: dict[str, Page]) -> None:
    for document in TREE.library.documents:
        page = pages[document.url.strip("/") + "/index.html"]
        for language in ALL:
            same = document.url.replace(f"/{document.language}/", f"/{language.code}/", 1)
            exists = same.strip("/") + "/index.html" in pages
            assert page.menu[language.code] == (same if exists else f"/{language.code}/{document.front.type.section}/")


def test_lists_name_the_language_of_pages_in_another_one(built: Path) -> None:
    text = (built / "ti" / "guides" / "index.html").read_text("utf-8")
    assert 'href="/en/guides/cv-hva-er-en-cv/" hreflang="en"' in text
    assert 'href="/ti/guides/det-forste-motet/"' in text


def test_every_address_inside_the_site_leads_to_a_file(built: Path, pages: dict[str, Page]) -> None:
    wrong = []
    for path, page in pages.items():
        for address in page.addresses:
            place, anchor = urldefrag(address.removeprefix(ADDRESS.url))
            if ":" in place:
                continue
            target = place.strip("/") if place else path
            file = f"{target}/index.html".lstrip("/") if place.endswith("/") else target
            if not (built / file).is_file() or (anchor and anchor not in pages[file].ids):
                wrong.append((path, address))
    assert wrong == []


def test_no_page_has_a_script_of_its_own_and_all_have_the_style_of_their_kind(pages: dict[str, Page]) -> None:
    moved = {f"{old.strip('/')}/index.html" for old in REDIRECTS}
    of_kinds = re.compile(r"^[a-z]{2}/(scenarios|cases|exercises)/[a-z0-9-]+/")
    for path, page in pages.items():
        if path not in moved:
            assert page.inline == ["style", "style"] if of_kinds.match(path) else ["style"], path
    assert {path for path in moved if pages[path].inline} == set()


def test_ids_are_unique_on_every_page(pages: dict[str, Page]) -> None:
    assert [path for path, page in pages.items() if len(set(page.ids)) != len(page.ids)] == []


def test_the_sitemap_lists_every_page_with_its_other_languages(built: Path, pages: dict[str, Page]) -> None:
    root = ElementTree.parse(built / "sitemap.xml").getroot()
    found = {}
    for url in root:
        loc, *links = list(url)
        found[loc.text] = {link.get("hreflang"): link.get("href") for link in links}
    for address, links in found.items():
        assert address
        assert address in links.values()
        for each in links.values():
            assert each
            assert each in found
            assert (built / each.removeprefix(ADDRESS.url).strip("/") / "index.html").is_file()
    languages = tuple(language.code for language in ALL)
    real = {
        path
        for path in pages
        if path.startswith(languages) and path.endswith("index.html") and not path.endswith("/map/index.html")
        if "gammel" not in path
    }
    assert len(found) == len(real)


def test_there_is_a_page_for_addresses_that_lead_nowhere_in_every_language(built: Path) -> None:
    rules = (built / "_redirects").read_text().split("\n")
    for language in ALL:
        assert (built / language.code / "404.html").is_file()
        assert f"/{language.code}/* /{language.code}/404.html 404" in rules
    assert (built / "404.html").is_file()


def test_an_old_address_leads_on(built: Path) -> None:
    assert "/nb/guides/gammel/ /nb/guides/det-forste-motet/ 301!" in (built / "_redirects").read_text()
    assert "/nb/guides/det-forste-motet/" in Page(built / "nb/guides/gammel/index.html").addresses


def test_the_first_page_offers_every_language(pages: dict[str, Page]) -> None:
    assert all(f"/{language.code}/" in pages["index.html"].addresses for language in ALL)
    assert all(language.name in pages["index.html"].text for language in ALL)


def _spoiled(tmp_path: Path) -> Path:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    text = (content / GUIDE).read_text("utf-8")
    (content / GUIDE).write_text(text.replace("minutes: ", "minutes: 99", 1), "utf-8")
    return content


def test_a_page_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: object, *others: object) -> None:
        raise ValueError(f"odd {others is not None}")

    monkeypatch.setattr(engine, "_populate_page", fail)
    with pytest.raises(BuildError, match=r"The page \w\w/[\w/-]+\.(md|html) could not be built: ValueError: odd"):
        build_site(CONTENT, tmp_path / "public", address=ADDRESS)


def test_texts_with_errors_are_refused_with_every_error(tmp_path: Path) -> None:
    content = _spoiled(tmp_path)
    with pytest.raises(BuildError, match=f"{GUIDE}:12: C05 error"):
        build_site(content, tmp_path / "public", address=ADDRESS)
    assert not (tmp_path / "public").exists()


def test_a_picture_that_is_none_is_refused_by_name(tmp_path: Path) -> None:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    (content / "media/images").mkdir(parents=True, exist_ok=True)
    (content / "media/images/odd.webp").write_bytes(b"no picture")
    with pytest.raises(BuildError, match="odd.webp"):
        build_site(content, tmp_path / "public", address=ADDRESS)


def test_what_the_disk_says_is_passed_on(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("a file")
    with pytest.raises(OSError, match="public"):
        build_site(CONTENT, tmp_path / "public", address=ADDRESS)


def test_a_missing_word_of_the_interface_refuses_the_build_and_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    languages = Path(shutil.copytree(LANGUAGES, tmp_path / "languages"))
    text = (languages / "so.yml").read_text("utf-8")
    (languages / "so.yml").write_text(text + "odd: ord\n", "utf-8")
    monkeypatch.setattr(site_module, "LANGUAGES", languages)
    with pytest.raises(BuildError, match=r"so\.yml: unknown: odd"):
        build_site(CONTENT, tmp_path / "public", address=ADDRESS)


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("dear")
    with pytest.raises(BuildError, match="something else than a site"):
        put_in_place(tmp_path / "made", tmp_path / "home")
    assert (tmp_path / "home" / "letter.txt").read_text() == "dear"


def test_a_site_stays_when_the_new_one_cannot_be_put_in_its_place(tmp_path: Path) -> None:
    public = tmp_path / "public"
    public.mkdir()
    (public / "sitemap.xml").write_text("old")
    with pytest.raises(OSError, match="made"):
        put_in_place(tmp_path / "made", public)
    assert (public / "sitemap.xml").read_text() == "old"
