"""The words of the CMS's interface, as its catalogues have them: English beside Norwegian."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import allauth
import django
import polib
import wagtail
import wagtail_localize

CMS = Path(__file__).resolve().parents[1] / "cms"
LIBRARIES = (wagtail, wagtail_localize, allauth, django)


@cache
def norwegian() -> dict[str, tuple[str, ...]]:
    """What each English text is called in Norwegian. Where the CMS has its own word, the library's is not shown."""
    ours = _gathered(_of_the_cms())
    return _gathered(_of_libraries()) | ours


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for of_english, said in pairs:
        if said and said not in found[of_english]:
            found[of_english].append(said)
    return {of_english: tuple(said) for of_english, said in found.items() if said}


def _of_the_cms() -> Iterator[tuple[str, str]]:
    for written in sorted(CMS.glob("*/locale/nb/LC_MESSAGES/*.po")):
        for entry in polib.pofile(str(written)):
            yield entry.msgid, entry.msgstr
            for number, said in entry.msgstr_plural.items():
                yield (entry.msgid_plural if int(number) else entry.msgid), said


def _of_libraries() -> Iterator[tuple[str, str]]:
    for library in LIBRARIES:
        for compiled in sorted(Path(library.__path__[0]).glob("**/locale/nb/LC_MESSAGES/*.mo")):
            with compiled.open("rb") as file:
                catalogue: dict[str | tuple[str, int], str] = vars(GNUTranslations(file))["_catalog"]
            for key, said in catalogue.items():
                yield (key[0] if isinstance(key, tuple) else key), said
