"""The languages of the texts: those that have a file of words in ``site/languages/``, in the order of the menu.

A file that is not whole counts too: the system check of ``cms.languages`` tells what it lacks.
"""

from __future__ import annotations

from django.conf import global_settings
from django.conf.locale import LANG_INFO
from sitebuilder.language_heads import read_heads
from sitebuilder.places import LANGUAGES as FOLDER

__all__ = ["LANGUAGES", "LANGUAGES_BIDI", "WAGTAIL_CONTENT_LANGUAGES"]

_HEADS = read_heads(FOLDER)

# Django and Wagtail know the names of most languages; of Tigrinya, Somali or Pashto they do not.
for _head in _HEADS:
    LANG_INFO.setdefault(
        _head.code,
        {
            "bidi": _head.direction == "rtl",
            "code": _head.code,
            "name": _head.english_name,
            "name_local": _head.name,
        },
    )

WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [(head.code, head.name[:1].upper() + head.name[1:]) for head in _HEADS]
LANGUAGES_BIDI = sorted({*global_settings.LANGUAGES_BIDI, *(head.code for head in _HEADS if head.direction == "rtl")})
