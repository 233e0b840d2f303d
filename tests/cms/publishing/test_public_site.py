"""What a reader gets from the small server."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from cms.publishing.byte_range import ByteRange, RangeNotSatisfiable, byte_range
from cms.publishing.public_site import PublicSite
from cms.publishing.switch import switch

REDIRECTS = "/nb/guides/old/ /nb/guides/cv/ 301!\n/nb/* /nb/404.html 404\n/evil/ //elsewhere.example/ 302\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path, "one")


def make_site(folder: Path, name: str) -> Path:
    public = folder / "var/releases" / name / "public"
    files = {
        "index.html": f"<h1>{name}</h1>",
        "404.html": "nothing here",
        "_redirects": REDIRECTS,
        "nb/404.html": "finnes ikke",
        "nb/guides/cv/index.html": f"<h1>CV {name}</h1>",
        "nb/guides/old/index.html": "moved",
        "assets/toolbox.js": "export {};",
        "assets/sound.mp3": "0123456789",
    }
    for path, text in files.items():
        (public / path).parent.mkdir(parents=True, exist_ok=True)
        (public / path).write_text(text)
    (folder / "secret.txt").write_text("secret")
    (public / "assets/out.txt").symlink_to(folder / "secret.txt")
    switch(folder / "public", public)
    return folder / "public"


def get(path: str, method: str = "GET", **headers: str):
    request = RequestFactory().generic(method, "/", headers=headers)
    request.path = request.path_info = path
    return PublicSite(lambda request: HttpResponse("the CMS"))(request)


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_page_is_served_with_its_kind_and_its_language_untouched(site: Path) -> None:
    response = get("/nb/guides/cv/")
    assert (response.status_code, body(response)) == (200, b"<h1>CV one</h1>")
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_script_has_a_type_browsers_run_as_a_module(site: Path) -> None:
    assert get("/assets/toolbox.js").headers["Content-Type"] == "text/javascript; charset=utf-8"


@pytest.mark.parametrize("path", ["/cms", "/cms/", "/cms/pages/1/edit/", "/cms/static/x.js"])
def test_the_cms_is_never_touched(site: Path, path: str) -> None:
    assert body(get(path)) == b"the CMS"


def test_a_page_whose_name_begins_like_the_cms_is_a_page(site: Path) -> None:
    assert get("/cmsx/").status_code == 404


def test_an_address_without_its_last_slash_leads_to_the_page(site: Path) -> None:
    response = get("/nb/guides/cv")
    assert (response.status_code, response.headers["Location"]) == (301, "/nb/guides/cv/")


@pytest.mark.parametrize("path", ["/nb/guides/old/", "/nb/guides/old"])
def test_a_moved_page_leads_to_its_new_address_even_where_a_file_stands(site: Path, path: str) -> None:
    response = get(path)
    assert (response.status_code, response.headers["Location"]) == (301, "/nb/guides/cv/")


def test_no_redirect_leaves_the_site(site: Path) -> None:
    assert get("/evil/").headers["Location"] == "/elsewhere.example/"
    assert get("//nb/guides/cv").headers["Location"] == "/nb/guides/cv/"


@pytest.mark.parametrize(("path", "text"), [("/nb/nei/", b"finnes ikke"), ("/xx/nei/", b"nothing here")])
def test_a_missing_page_is_told_in_the_language_of_its_address(site: Path, path: str, text: bytes) -> None:
    response = get(path)
    assert (response.status_code, body(response)) == (404, text)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/nb/../../../../../secret.txt",
        "/..%2fsecret.txt",
        "/nb/..\\..\\secret.txt",
        "/assets/out.txt",
        "/_redirects",
        "/.git/config",
        "/nb/\x00",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_site_is_served(site: Path, path: str) -> None:
    response = get(path)
    assert response.status_code == 404
    assert b"secret" not in body(response)


def test_a_browser_that_has_the_page_is_not_sent_it_again(site: Path) -> None:
    etag = get("/").headers["ETag"]
    response = get("/", **{"If-None-Match": etag})
    assert (response.status_code, body(response)) == (304, b"")


def test_readers_get_no_cookie_and_nothing_varies(site: Path) -> None:
    response = get("/")
    assert not response.cookies
    assert "Vary" not in response.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_readers_can_only_read(site: Path, method: str) -> None:
    assert get("/", method).status_code == 405


def test_a_phone_gets_the_part_of_a_sound_it_asks_for(site: Path) -> None:
    response = get("/assets/sound.mp3", Range="bytes=2-4")
    assert (response.status_code, body(response)) == (206, b"234")
    assert response.headers["Content-Range"] == "bytes 2-4/10"
    assert response.headers["Content-Length"] == "3"


def test_a_part_of_an_older_version_is_not_mixed_with_the_newer(site: Path) -> None:
    response = get("/assets/sound.mp3", Range="bytes=2-4", **{"If-Range": '"older"'})
    assert (response.status_code, body(response)) == (200, b"0123456789")


def test_a_part_behind_the_end_is_refused(site: Path) -> None:
    assert get("/assets/sound.mp3", Range="bytes=10-").status_code == 416


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", None),
        ("bytes=0-", ByteRange(0, 9, 10)),
        ("bytes=3-3", ByteRange(3, 3, 10)),
        ("bytes=5-99", ByteRange(5, 9, 10)),
        ("bytes=-4", ByteRange(6, 9, 10)),
        ("bytes=-40", ByteRange(0, 9, 10)),
        ("bytes=4-2", None),
        ("bytes=0-1,3-4", None),
        ("bytes=-", None),
        ("lines=1-2", None),
    ],
)
def test_ranges_are_read_as_the_standard_says(header: str, wanted: ByteRange | None) -> None:
    assert byte_range(header, 10) == wanted


@pytest.mark.parametrize(("header", "size"), [("bytes=10-", 10), ("bytes=-0", 10), ("bytes=0-", 0)])
def test_a_range_that_cannot_be_is_refused(header: str, size: int) -> None:
    with pytest.raises(RangeNotSatisfiable):
        byte_range(header, size)


def test_a_release_shows_at_once_and_a_download_that_began_goes_on_with_the_old_one(site: Path, tmp_path: Path) -> None:
    began = get("/")
    make_site(tmp_path, "two")
    assert body(began) == b"<h1>one</h1>"
    assert body(get("/")) == b"<h1>two</h1>"


def test_before_the_first_release_a_reader_is_told_that_there_is_no_such_page() -> None:
    assert get("/").status_code == 404
