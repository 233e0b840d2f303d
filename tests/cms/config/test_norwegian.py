"""The editors' pages are Norwegian throughout: our own words, and those Wagtail ships without."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils.translation import template as template_texts
from django.utils.translation import trans_real

from cms.config.translations import CMS, compile_translations

ROOMS = ("accounts", "editing", "languages", "library", "publishing")
CATALOGUES = sorted(CMS.glob("**/locale/nb/LC_MESSAGES/*.po"))

PLAIN = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
WITH_CONTEXT = {"pgettext", "pgettext_lazy"}
STRING = r"""(?:\"\"\"(?:.|\n)*?\"\"\"|'''(?:.|\n)*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
IN_TEMPLATE = re.compile(rf"\b(gettext|pgettext|ngettext|_)\(\s*u?({STRING})(?:\s*,\s*u?({STRING}))?")
HOLDER = re.compile(r"%\(\w+\)[sdi]|%[sd]|\{\w*\}|</?[a-z]+[^>]*>")

Key = tuple[str | None, str]
"""Context, if any, and the English text."""


def in_python(source: str) -> Iterator[Key]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [part.value if isinstance(part, ast.Constant) else "" for part in node.args]
        if name in PLAIN | PLURAL and texts and texts[0]:
            yield None, texts[0]
        elif name in WITH_CONTEXT:
            yield texts[0], texts[1]


def in_template(source: str) -> Iterator[Key]:
    for name, first, second in IN_TEMPLATE.findall(template_texts.templatize(source)):
        if name == "pgettext":
            yield ast.literal_eval(first), ast.literal_eval(second)
        else:
            yield None, ast.literal_eval(first)


def marked(room: Path) -> set[Key]:
    """What the source of one room marks for translation."""
    found: set[Key] = set()
    for file in room.rglob("*.py"):
        if "migrations" not in file.parts:
            found.update(in_python(file.read_text(encoding="utf-8")))
    for file in room.glob("templates/**/*.*"):
        found.update(in_template(file.read_text(encoding="utf-8")))
    return found


def texts_of(catalogue: Path) -> dict[Key, polib.POEntry]:
    """The entries of a ``.po``; none if it is not there."""
    if not catalogue.exists():
        return {}
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(catalogue)) if not entry.obsolete}


def translated(*catalogues: Path) -> set[Key]:
    return {key for catalogue in catalogues for key, entry in texts_of(catalogue).items() if entry.translated()}


def test_the_collector_finds_every_way_of_marking_a_text() -> None:
    assert set(in_python('_("a" "b"); gettext(x); ngettext("one", "many", n); pgettext("card", "Back")')) == {
        (None, "ab"),
        (None, "one"),
        ("card", "Back"),
    }
    assert set(
        in_template(
            """{% load i18n %}{% translate "It's" %}{% trans 'He said "no"' as x %}{% translate "Back" context "card" %}
            {% blocktranslate count n=n trimmed %}{{ n }} key{% plural %}{{ n }} keys{% endblocktranslate %}"""
        )
    ) == {(None, "It's"), (None, 'He said "no"'), ("card", "Back"), (None, "%(n)s key")}


@pytest.mark.parametrize("room", ROOMS)
def test_every_text_of_ours_has_a_norwegian_one(room: str) -> None:
    texts = marked(CMS / room)

    assert texts - translated(CMS / room / "locale/nb/LC_MESSAGES/django.po") == set()


def test_rooms_without_a_catalogue_have_nothing_to_translate() -> None:
    """A text in ``cms/config`` itself would have no catalogue of its own to stand in."""
    elsewhere = marked(CMS / "config") | set(in_python((CMS / "__init__.py").read_text(encoding="utf-8")))

    assert elsewhere == set()


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_every_text_wagtail_shows_editors_has_a_norwegian_one(domain: str) -> None:
    rooms = [Path(app.path) / "locale" for app in apps.get_app_configs() if app.name.startswith("wagtail")]
    english = [key for room in rooms for key in texts_of(room / f"en/LC_MESSAGES/{domain}.po")]
    norwegian = translated(
        CMS / f"config/locale/nb/LC_MESSAGES/{domain}.po",
        *(CMS / room / f"locale/nb/LC_MESSAGES/{domain}.po" for room in ROOMS),
        *(room / f"nb/LC_MESSAGES/{domain}.po" for room in rooms),
    )

    assert len(english) > 100
    assert set(english) - norwegian == set()


def test_no_two_catalogues_of_ours_disagree() -> None:
    """The words in ``cms/config`` win over those of a room, silently: the same English must mean the same."""
    meanings: dict[Key, set[str]] = {}
    for catalogue in CATALOGUES:
        if catalogue.stem == "django":
            for entry in polib.pofile(str(catalogue)):
                meanings.setdefault((entry.msgctxt, entry.msgid), set()).add(entry.msgstr)

    assert {key: words for key, words in meanings.items() if len(words) > 1} == {}


def test_wagtail_finds_our_words_in_its_pages_and_in_its_scripts(client: Client) -> None:
    compile_translations()

    pages = trans_real.DjangoTranslation("nb", domain="django")
    scripts = client.get(reverse("wagtailadmin_javascript_catalog"), headers={"accept-language": "nb"}).text

    assert pages.gettext("Go to the first error") == "Gå til den første feilen"
    assert '"Collapse all": "Lukk alle"' in scripts


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: str(file.relative_to(CMS)))
def test_a_translation_keeps_its_placeholders_tags_and_outer_blanks(catalogue: Path) -> None:
    for entry in polib.pofile(str(catalogue)):
        pairs = [(entry.msgid, entry.msgstr)]
        if entry.msgid_plural:
            pairs = [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
        for english, norwegian in pairs:
            assert sorted(HOLDER.findall(norwegian)) == sorted(HOLDER.findall(english)), english
            assert norwegian[:1].isspace() == english[:1].isspace(), english
            assert norwegian[-1:].isspace() == english[-1:].isspace(), english


def test_the_first_start_of_a_fresh_checkout_speaks_norwegian(tmp_path: Path) -> None:
    """Where nothing is compiled yet, Django has looked for words before our catalogues are there."""
    shutil.copytree(CMS, tmp_path / "cms", ignore=shutil.ignore_patterns("*.mo", "__pycache__"))
    program = (
        "import django; django.setup(); from django.utils import translation as t; t.activate('nb');"
        "print(t.gettext('Help boxes'), t.gettext('Go to the first error'))"
    )
    path = os.pathsep.join(map(str, (tmp_path, CMS.parent, CMS.parent / "site")))
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "TOOLBOX_VAR": str(tmp_path / "var")},
    )
    assert done.stdout.strip() == "Hjelpebokser Gå til den første feilen", done.stderr
