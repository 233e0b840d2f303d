"""Strings for translators as gettext PO: the key of each is its context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import polib

from exchange.remark import ExchangeError, remark
from exchange.strings import Form, Row, Sent, Text

_AT_LINE = re.compile(r"line (\d+)")
_MOST_LINES_OF_ONE = 2_000
"""polib joins the lines of a string one by one; a string of many thousands would take it minutes."""
_ODD_BREAKS = {"\x85": "\ufdd0", "\u2028": "\ufdd1", "\u2029": "\ufdd2"}
"""Line breaks to polib and to nobody else, and the characters that stand for them while it reads: no text has those."""
_THERE = str.maketrans(_ODD_BREAKS)
_BACK = str.maketrans({stand_in: sign for sign, stand_in in _ODD_BREAKS.items()})


def write_po(
    form: Form,
    of: str,
    language: str,
    texts: Iterable[Text],
    words: Mapping[str, str] | None = None,
    title: str = "",
) -> str:
    """The strings of what has the id ``of`` and is called ``title``, for translation to ``language``.

    What has only a suggestion is marked as fuzzy, beside what the original said then.
    """
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        **({"Project-Id-Version": " ".join(title.split())} if title else {}),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        _field(form): of,
    }
    for text in texts:
        if text.words:
            made.append(_entry(form, text, (words or {}).get(text.key, "")))
    return f"{str(made).rstrip()}\n"


def _entry(form: Form, text: Text, said: str) -> polib.POEntry:
    made = polib.POEntry(msgctxt=text.key, msgid=text.words, msgstr=said, comment=_about(form, text))
    if text.suggested and not said:
        made.msgstr, made.previous_msgid, made.flags = text.suggested, text.was, ["fuzzy"]
    return made


def read_po(form: Form, text: str) -> Sent:
    """The translations of a PO file. Raises `ExchangeError`."""
    if _longest_string(text) > _MOST_LINES_OF_ONE:
        raise ExchangeError([remark("X08.broken", line=1, why=f"one string has over {_MOST_LINES_OF_ONE} lines")])
    try:
        # A line break first: polib would open a file whose name is the text.
        found = polib.pofile("\n" + text.translate(_THERE), encoding="utf-8")
    except (OSError, ValueError, IndexError, KeyError, UnicodeError) as error:
        line = _AT_LINE.search(str(error))
        number = max(int(line[1]) - 1, 1) if line else 1
        raise ExchangeError([remark("X08.broken", line=number, why="it is not PO here")]) from None
    rows = tuple(
        Row(entry.msgctxt or "", *_words(entry), _line(entry), "fuzzy" in entry.flags, _said(form, entry))
        for entry in found
        if not entry.obsolete
    )
    return Sent(found.metadata.get(_field(form), ""), rows)


def _longest_string(text: str) -> int:
    """How many lines the longest string goes on for."""
    longest = count = 0
    for line in text.split("\n"):
        count = count + 1 if line.lstrip(" \t").startswith('"') else 0
        longest = max(longest, count)
    return longest


def _words(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgid.translate(_BACK), entry.msgstr.translate(_BACK)


def _line(entry: polib.POEntry) -> int:
    return max((entry.linenum or 1) - 1, 1)


def _field(form: Form) -> str:
    return f"X-{form.kind.capitalize()}-Id"


def _about(form: Form, text: Text) -> str:
    return f"{form.about}: {text.about}" if form.about and text.about else ""


def _said(form: Form, entry: polib.POEntry) -> str | None:
    """What the comment says a string is about; None where there is no such comment, which a program may drop."""
    said = entry.comment.translate(_BACK)
    return said.removeprefix(f"{form.about}: ") if form.about and said.startswith(f"{form.about}: ") else None
