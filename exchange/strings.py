"""The words of something for translators: each string with a key that no translation changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exchange.remark import Finding, refuse, remark


@dataclass(frozen=True)
class Text:
    """A string to translate.

    ``many`` tells whether it may have several lines, ``optional`` whether it may come back empty. ``about`` is what it
    is said of, shown to the translator and left as it is. ``was`` is what it said before, and ``suggested`` the words
    for that: a start for the translator, no translation.
    """

    key: str
    words: str
    many: bool = False
    optional: bool = False
    about: str = ""
    was: str = ""
    suggested: str = ""


@dataclass(frozen=True)
class Row:
    """A string as a translator gave it back. ``line`` is its line in the file."""

    key: str
    source: str
    words: str
    line: int = 0
    fuzzy: bool = False
    about: str | None = None
    """None where the file does not say."""


@dataclass(frozen=True)
class Sent:
    """What a file of translations says of itself: the id of what it translates, and its rows."""

    of: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Form:
    """How the files of one kind of text look.

    ``kind`` names the column, or the field of PO's header, with the id; ``about`` the column with what a string is
    said of, empty where there is none; ``between`` stands between the cells of CSV.
    """

    kind: str
    about: str = ""
    between: str = ","

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.kind, "key", *([self.about] if self.about else []), "source", "translation")


def words_of(sent: Sent, of: str, texts: Iterable[Text], kept: Mapping[str, str]) -> dict[str, str]:
    """The new words by key. ``kept`` are words an earlier translation has, for strings that came back empty.

    Raises `ExchangeError` with every row that belongs to something else or an older original, and every gap.
    """
    if sent.of != of:
        refuse([remark("X08.other", line=1, found=sent.of)])
    wanted = {text.key: text for text in texts if text.words}
    found: list[Finding] = []
    words: dict[str, str] = {}
    seen: set[str] = set()
    for row in sent.rows:
        text = wanted.get(row.key)
        if text is None:
            found.append(remark("X08.unknown", line=row.line, where=row.key))
        elif row.key in seen:
            found.append(remark("X08.twice", line=row.line, where=row.key))
        elif row.about is not None and row.about != text.about:
            found.append(remark("X08.about", line=row.line, where=row.key, found=row.about, now=text.about))
        elif row.source != text.words:
            found.append(remark("X08.older", line=row.line, where=row.key, now=text.words))
        elif row.fuzzy:
            found.append(remark("X08.fuzzy", line=row.line, where=row.key))
        elif row.words.strip() and not text.many and "\n" in row.words.strip():
            found.append(remark("X08.lines", line=row.line, where=row.key))
        elif row.words.strip():
            words[row.key] = row.words.strip(" \t\n")
        elif row.key not in kept and not text.optional:
            found.append(remark("X08.missing", line=row.line, where=row.key))
        seen.add(row.key)
    absent = [text for text in wanted.values() if text.key not in seen and text.key not in kept and not text.optional]
    found += [remark("X08.missing", where=text.key) for text in absent]
    refuse(found)
    return {key: kept[key] for key in wanted if key in kept} | words
