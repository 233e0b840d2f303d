"""Every text of ``cms/accounts`` is there in Norwegian."""

from __future__ import annotations

import re
from pathlib import Path

import polib
from django.utils.translation import template as template_texts

from cms import accounts

ROOM = Path(accounts.__file__).parent
IN_PYTHON = re.compile(r"""\b_\(\s*((?:"[^"]*"\s*)+)\)""")
IN_TEMPLATE = re.compile(r"""gettext\(u?(["'])((?:(?!\1).)*)\1[,)]""")


def texts() -> set[str]:
    """What the source marks for translation, as far as it is one plain string."""
    found = set()
    for file in ROOM.glob("*.py"):
        for match in IN_PYTHON.finditer(file.read_text()):
            found.add("".join(re.findall(r'"([^"]*)"', match[1])))
    for file in (ROOM / "templates").rglob("*.html"):
        for match in IN_TEMPLATE.finditer(template_texts.templatize(file.read_text())):
            found.add(match[2])
    return found


def test_every_text_has_a_norwegian_one() -> None:
    translated = {
        entry.msgid for entry in polib.pofile(str(ROOM / "locale/nb/LC_MESSAGES/django.po")) if entry.translated()
    }

    assert len(texts()) > 40
    assert texts() - translated == set()
