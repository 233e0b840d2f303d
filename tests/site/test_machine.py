"""What the site says to machines: exact texts, and forms that hold whatever an editor types."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from sitebuilder.build import build_site
from sitebuilder.contract.document import Document, Kind, Library, Series
from sitebuilder.contract.front_matter_fields import READERS, Wrong
from sitebuilder.contract.prose import Paragraph, Run
from sitebuilder.contract.tree import write_library
from sitebuilder.machine.feed import ATOM, NEWEST, atom_feed
from sitebuilder.machine.index_json import documents_json
from sitebuilder.machine.llms import llms_txt
from sitebuilder.machine.qr import put_qr, qr_svg
from sitebuilder.machine.schema import documents_schema
from sitebuilder.markdown.context import Context
from sitebuilder.markdown.prose_html import prose_elements
from sitebuilder.views import SiteView

from tests.site.sample_library import ALL_LANGUAGES, TOPICS, document, translated, views
from tests.site.test_documents import CONTENT, TREE
from tests.starter_site import ADDRESS

ROOT = ADDRESS.url
GUIDE = document("cv", topics=("cv",), phase="goal-work", series=Series("cv", 1), reviewed_on=dt.date(2026, 11, 20))
ARABIC = translated(GUIDE, "ar", state="draft", method="machine", of="0" * 16)
EXERCISE = document("hils", kind=Kind.EXERCISE)
DATES = {"published": "2026-11-23", "updated": "2026-11-23", "reviewed": None, "review_by": None}


def _index(site: SiteView) -> dict[str, object]:
    index = json.loads(documents_json(site, ROOT))
    Draft202012Validator(documents_schema(ROOT)).validate(index)
    return dict(index)


def _feed(site: SiteView) -> ElementTree.Element:
    return ElementTree.fromstring(atom_feed(site, ROOT))


def _all(parent: ElementTree.Element, tag: str) -> list[str | None]:
    return [found.text for found in parent.findall(f"{{{ATOM}}}{tag}")]


# The index


def test_the_index_says_everything_of_a_document() -> None:
    index = _index(views(GUIDE, ARABIC, EXERCISE)["nb"])
    assert {key: value for key, value in index.items() if key != "documents"} == {
        "$schema": f"{ROOT}/api/documents.schema.json",
        "language": "nb",
        "direction": "ltr",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
    }
    guide, exercise = index["documents"]  # type: ignore[misc]
    assert guide == {
        "id": GUIDE.front.id,
        "type": "guide",
        "title": "cv (nb)",
        "summary": "Hva dette er til.",
        "address": f"{ROOT}/nb/guides/cv/",
        "markdown": f"{ROOT}/nb/guides/cv/index.md",
        "language": "nb",
        "direction": "ltr",
        "audience": "both",
        "topics": [{"id": "cv", "name": "CV"}],
        "phase": "goal-work",
        "level": None,
        "minutes": 10,
        "together": "Les dette sammen.",
        "series": {"id": "cv", "order": 1},
        "sensitive": False,
        "dates": DATES | {"reviewed": "2026-11-20"},
        "translation": None,
        "alternates": {"ar": f"{ROOT}/ar/guides/cv/", "nb": f"{ROOT}/nb/guides/cv/"},
    }
    assert (exercise["level"], exercise["phase"], exercise["series"]) == ("A1", None, None)


def test_the_index_says_how_a_translation_came_to_be_and_that_it_is_older() -> None:
    (found,) = _index(views(GUIDE, ARABIC)["ar"])["documents"]  # type: ignore[misc]
    assert found["direction"] == "rtl"
    assert found["translation"] == {
        "from": "nb",
        "of": "0" * 16,
        "state": "draft",
        "method": "machine",
        "reviewed": None,
        "older": True,
    }


def test_a_language_without_texts_has_an_empty_index() -> None:
    assert _index(views(GUIDE)["so"])["documents"] == []


@pytest.mark.parametrize(
    ("key", "value"), [("type", "poem"), ("minutes", 0), ("id", None), ("alternates", {}), ("odd", 1)]
)
def test_the_schema_refuses_what_the_index_never_says(key: str, value: object) -> None:
    index = _index(views(GUIDE)["nb"])
    index["documents"][0][key] = value  # type: ignore[index]
    with pytest.raises(ValidationError):
        Draft202012Validator(documents_schema(ROOT)).validate(index)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(documents_schema(ROOT))


# The feed


def test_the_feed_names_the_newest_first() -> None:
    older = document("eldre", updated_on=dt.date(2026, 11, 1), published_on=dt.date(2026, 10, 1), authors=("Ada",))
    assert atom_feed(views(older, replace(GUIDE, slug="nyest"))["nb"], ROOT) == (
        f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb">
<id>{ROOT}/nb/</id>
<title>Verktøykassa</title>
<subtitle>{views()["nb"].t("site.description")}</subtitle>
<updated>2026-11-23T00:00:00Z</updated>
<author>
<name>Verktøykassa</name>
</author>
<rights>CC BY 4.0</rights>
<link rel="self" type="application/atom+xml" href="{ROOT}/nb/feed.xml" />
<link rel="alternate" type="text/html" hreflang="nb" href="{ROOT}/nb/" />
<entry>
<id>{uuid.uuid5(uuid.UUID(GUIDE.front.id), "nb").urn}</id>
<title>cv (nb)</title>
<updated>2026-11-23T00:00:00Z</updated>
<published>2026-11-23T00:00:00Z</published>
<summary>Hva dette er til.</summary>
<link rel="alternate" type="text/html" href="{ROOT}/nb/guides/nyest/" />
<category term="cv" label="CV" />
</entry>
<entry>
<id>{uuid.uuid5(uuid.UUID(older.front.id), "nb").urn}</id>
<title>eldre (nb)</title>
<updated>2026-11-01T00:00:00Z</updated>
<published>2026-10-01T00:00:00Z</published>
<summary>Hva dette er til.</summary>
<author>
<name>Ada</name>
</author>
<link rel="alternate" type="text/html" href="{ROOT}/nb/guides/eldre/" />
<category term="trust" label="Tillit" />
</entry>
</feed>
"""
    )


def test_a_text_has_another_entry_in_each_language_and_keeps_it_when_it_moves() -> None:
    moved = views(replace(GUIDE, slug="ny"))["nb"]
    ids = [_all(_feed(site).find(f"{{{ATOM}}}entry"), "id") for site in (*_two(), moved)]  # type: ignore[arg-type]
    assert ids[0] != ids[1]
    assert ids[0] == ids[2]


def _two() -> tuple[SiteView, SiteView]:
    sites = views(GUIDE, ARABIC)
    return sites["nb"], sites["ar"]


def test_the_feed_ends_after_the_newest() -> None:
    days = [dt.date(2026, 1, 1) + dt.timedelta(n) for n in range(NEWEST + 5)]
    feed = _feed(views(*(document(f"nr-{n}", updated_on=day) for n, day in enumerate(days)))["nb"])
    assert [_all(entry, "title") for entry in feed.findall(f"{{{ATOM}}}entry")] == [
        [f"nr-{n} (nb)"] for n in range(NEWEST + 4, 4, -1)
    ]


def test_a_feed_announces_no_sensitive_text() -> None:
    assert "farlig" not in atom_feed(views(document("farlig", sensitive=True), GUIDE)["nb"], ROOT)


def test_an_empty_feed_is_a_whole_one() -> None:
    feed = _feed(views(GUIDE)["so"])
    assert (len(_all(feed, "id")), len(_all(feed, "updated")), _all(feed, "entry")) == (1, 1, [])


# Whatever an editor types


def _typed(text: str) -> Document | None:
    try:
        return document("cv", title=READERS["title"](text), summary=READERS["summary"](text))
    except Wrong:
        return None


@given(
    st.text(st.characters(codec="utf-8"), max_size=80) | st.sampled_from(["</script><b>", "]]>&amp;", "\ufffe\x0b<"])
)
def test_no_title_breaks_the_feed_or_the_index_or_becomes_markup(text: str) -> None:
    made = _typed(text)
    if made is None:
        return
    site = views(made)["nb"]
    (found,) = _index(site)["documents"]  # type: ignore[misc]
    assert (found["title"], found["summary"]) == (made.front.title, made.front.summary)
    assert "<" not in documents_json(site, ROOT)
    title = _feed(site).find(f"{{{ATOM}}}entry/{{{ATOM}}}title")
    assert title is not None
    assert list(title) == []
    assert (title.text or "").strip() in made.front.title.replace("\ufffe", "").replace("\uffff", "")


# QR codes


def test_a_code_is_black_on_white_with_four_modules_of_quiet_around() -> None:
    svg = ElementTree.fromstring(qr_svg(f"{ROOT}/nb/"))
    ground, code = list(svg)
    size = int(svg.attrib["viewBox"].split()[-1])
    assert (ground.attrib["fill"], ground.attrib["d"]) == ("#fff", f"M0 0h{size}v{size}h-{size}z")
    assert code.attrib["stroke"] == "#000"
    assert code.attrib["d"].startswith("M4 4.5h7")
    assert set(svg.attrib) == {"viewBox"}


def test_a_code_is_drawn_once_for_an_address(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        put_qr(f"{ROOT}/nb/", tmp_path / "site" / name, tmp_path / "kept")
    put_qr(f"{ROOT}/en/", tmp_path / "site" / "c.svg", tmp_path / "kept")
    assert (tmp_path / "site" / "a.svg").samefile(tmp_path / "site" / "b.svg")
    assert (tmp_path / "site" / "c.svg").read_bytes() == qr_svg(f"{ROOT}/en/")
    assert len(list((tmp_path / "kept").iterdir())) == 2


# In their places


@pytest.fixture(scope="module")
def built(starter_site: Path) -> Path:
    return starter_site


def test_every_document_stands_beside_its_page_as_the_very_file_it_was_made_from(built: Path) -> None:
    assert TREE.library.documents
    for each in TREE.library.documents:
        copy = built / each.url.strip("/") / "index.md"
        assert copy.read_bytes() == (CONTENT / each.path).read_bytes(), each.path


def test_every_document_and_every_home_has_its_code(built: Path) -> None:
    addresses = [each.url for each in TREE.library.documents] + [f"/{language.code}/" for language in ALL_LANGUAGES]
    for address in addresses:
        assert (built / address.strip("/") / "qr.svg").read_bytes() == qr_svg(f"{ROOT}{address}"), address


def test_every_index_follows_the_published_schema_and_leads_to_files(built: Path) -> None:
    schema = json.loads((built / "api/documents.schema.json").read_text("utf-8"))
    for language in ALL_LANGUAGES:
        index = json.loads((built / language.code / "api/documents.json").read_text("utf-8"))
        Draft202012Validator(schema).validate(index)
        assert index["$schema"] == schema["$id"] == f"{ROOT}/api/documents.schema.json"
        for found in index["documents"]:
            assert (built / found["markdown"].removeprefix(f"{ROOT}/")).is_file()
            for address in (found["address"], *found["alternates"].values()):
                assert (built / address.removeprefix(f"{ROOT}/") / "index.html").is_file()


def test_what_is_said_to_language_models_leads_to_files(built: Path) -> None:
    text = (built / "llms.txt").read_text("utf-8")
    assert text == llms_txt(ALL_LANGUAGES, ROOT)
    assert text.startswith("# Mentor Toolbox\n\n> ")
    links = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert len(links) > 2 + 7 * len(ALL_LANGUAGES) - 1
    for link in links:
        place = built / link.removeprefix(f"{ROOT}/")
        assert (place / "index.html" if link.endswith("/") else place).is_file(), link


def test_the_picture_of_a_preview_is_small(built: Path) -> None:
    assert (built / "preview.png").stat().st_size < 10_000


# Numbers


def test_a_telephone_number_keeps_its_order_among_arabic_letters(tmp_path: Path) -> None:
    by_code = {language.code: language for language in ALL_LANGUAGES}
    runs = (Run("اتصل بـ +47 400 00 004 أو "), Run("116 111", href="tel:116111"), Run(" في 2026."))

    def html(code: str) -> str:
        (made,) = prose_elements((Paragraph(runs),), Context(by_code[code], by_code, lambda href: None, {}))
        return ElementTree.tostring(made, encoding="unicode")

    assert html("ar") == (
        '<p>اتصل بـ <bdi dir="ltr">+47 400 00 004</bdi> أو '
        '<a href="tel:116111"><bdi dir="ltr">116 111</bdi></a> في 2026.</p>'
    )
    assert html("nb") == '<p>اتصل بـ +47 400 00 004 أو <a href="tel:116111">116 111</a> في 2026.</p>'


def test_a_build_writes_codes_to_its_cache(tmp_path: Path) -> None:
    write_library(Library((GUIDE,), (), TOPICS), tmp_path / "content")
    build_site(tmp_path / "content", tmp_path / "site", cache=tmp_path / "cache", address=ADDRESS)
    kept = {file.read_bytes() for file in (tmp_path / "cache" / "qr").iterdir()}
    assert qr_svg(f"{ROOT}/nb/guides/cv/") in kept
    assert len(kept) == 1 + len(ALL_LANGUAGES)
