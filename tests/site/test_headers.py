"""What a host says with every page, and what a page may not hold because of it."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from sitebuilder.build import BuildError
from sitebuilder.build.headers import content_security_policy, headers_of, write_headers
from sitebuilder.build.inline import refuse_foreign_code
from sitebuilder.styles import read_styles
from sitebuilder.views.assets import Assets

ASSETS = Assets(style="p{top:0}", scripts={"page": "/assets/page.1.js"})
OURS = '<style>p{top:0}</style><script type="module" src="/assets/page.1.js"></script>'


def page_with(folder: Path, html: str) -> Path:
    page = folder / "index.html"
    page.write_text(f"<!doctype html><html><head>{OURS}</head><body>{html}</body></html>", "utf-8")
    return page


def test_the_policy_allows_exactly_the_style_of_the_pages() -> None:
    styles = read_styles().inline
    assert len(styles) > 1
    digests = [base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles]
    hashes = " ".join(f"'sha256-{digest}'" for digest in digests)
    policy = content_security_policy(styles)
    assert f"style-src 'self' {hashes};" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy


def test_the_headers_are_written_as_hosts_read_them(tmp_path: Path) -> None:
    write_headers(tmp_path, ["p{}"])
    lines = (tmp_path / "_headers").read_text("utf-8").splitlines()
    assert lines[0] == "/*"
    assert "  Referrer-Policy: no-referrer" in lines
    assert lines[-2:] == ["/assets/*", "  Cache-Control: public, max-age=31536000, immutable"]
    assert all(line.startswith("  ") or line in headers_of(["p{}"]) for line in lines)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Skriv &lt;script&gt; og style= og onclick= i teksten.</p>",
        '<p title="onclick= og style=">javascript: er et ord</p>',
        '<a href="/nb/">Hjem</a>',
        '<p>a "style = b" c</p>',
    ],
)
def test_words_about_code_are_words(html: str, tmp_path: Path) -> None:
    refuse_foreign_code(page_with(tmp_path, html), "nb/side", ASSETS)


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<script src="/assets/page.1.js"></script>', "<script>"),
        ('<SCRIPT SRC="https://elsewhere.example/x.js"></SCRIPT>', "<script>"),
        ("<style>p{top:1px}</style>", "<style>"),
        (OURS[: OURS.index("<script")], "<style>"),
        ('<p style="top:0">', "style= on <p>"),
        ("<p\nSTYLE=top:0>", "style= on <p>"),
        ("<img/onerror=alert(1)>", "onerror= on <img>"),
        ('<a href=" JavaScript:alert(1)">', "javascript: in href"),
        ('<iframe src="/nb/"></iframe>', "<iframe>"),
        ('<base href="/en/">', "<base>"),
    ],
)
def test_code_that_is_not_ours_stops_the_build(html: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(BuildError) as refused:
        refuse_foreign_code(page_with(tmp_path, html), "nb/side", ASSETS)
    assert named in str(refused.value)
    assert "nb/side" in str(refused.value)
