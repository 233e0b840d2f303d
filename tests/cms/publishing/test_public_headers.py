"""The CMS' own server says with the readers' pages what a host would say."""

from __future__ import annotations

from pathlib import Path

from cms.publishing.public_headers import site_headers

RULES = """/*
  Content-Security-Policy: default-src 'none'; style-src 'self'
  Cache-Control: no-cache

/assets/*
  Cache-Control: public, immutable
"""


def test_every_pattern_that_fits_is_said_and_the_last_one_wins(tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text(RULES, "utf-8")
    page = site_headers(tmp_path, "/nb/guides/kort-cv/")
    assert page["Content-Security-Policy"] == "default-src 'none'; style-src 'self'"
    assert page["Cache-Control"] == "no-cache"
    assert site_headers(tmp_path, "/assets/a.js")["Cache-Control"] == "public, immutable"


def test_a_site_without_headers_is_served_all_the_same(tmp_path: Path) -> None:
    assert site_headers(tmp_path, "/nb/") == {"X-Content-Type-Options": "nosniff"}


def test_a_new_release_brings_its_own_headers(tmp_path: Path) -> None:
    file = tmp_path / "_headers"
    file.write_text(RULES, "utf-8")
    site_headers(tmp_path, "/nb/")
    file.write_text("/*\n  Referrer-Policy: no-referrer\n", "utf-8")
    assert "Content-Security-Policy" not in site_headers(tmp_path, "/nb/")
