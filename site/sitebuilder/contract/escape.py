"""Plain text in Markdown and back.

A backslash takes the meaning from any ASCII punctuation. ``<`` and an ``&`` that would read as an entity are
written as entities, since Python-Markdown, unlike CommonMark, keeps a backslash before them.
"""

from __future__ import annotations

import re
import string

PUNCTUATION = frozenset(string.punctuation)

_MEANINGFUL = re.compile(r"[\\`*_\[\]]")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_LINE_START = re.compile(r"^(?:([#\-+>|=~{])|(!!!|\?\?\?)|(\d+)([.)]))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(lt|gt|amp);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&"}


def escape(text: str) -> str:
    """Text as it stands inside a line."""
    return _ENTITY.sub("&amp;", _MEANINGFUL.sub(r"\\\g<0>", text)).replace("<", "&lt;")


def escape_line_start(line: str) -> str:
    """A line, already escaped inside, whose beginning starts no list, heading, table or box."""

    def guard(match: re.Match[str]) -> str:
        sign, box, number, dot = match.groups()
        return f"{number}\\{dot}" if number else f"\\{sign or box}"

    return _LINE_START.sub(guard, line)


def escape_heading(text: str) -> str:
    """Text of a heading, where ``{`` would begin its attributes."""
    return escape(text).replace("{", "\\{")


def unescape(text: str) -> str:
    """The plain text that `escape` was given."""
    return _ESCAPED.sub(lambda m: m[1] or _NAMED[m[2]], text)
