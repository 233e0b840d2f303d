"""Words among the signs of ink: which characters mean something there, and how they are written as themselves.

The language: https://github.com/inkle/ink/blob/master/Documentation/WritingWithInk.md
"""

from __future__ import annotations

import re

_SIGNS = re.compile(
    r"[\\{}|~#\[\]]|-(?=>)|<(?=[>-])|/(?=[/*])"
    r"|^[ \t]*[*+=-]|^(?=(?:VAR|CONST|LIST|INCLUDE|EXTERNAL|TODO)\b)",
    re.MULTILINE,
)
_READ = re.compile(r"\\(.)")
_KEYWORDS = {"not", "and", "or", "mod", "true", "false", "else", "function", "temp", "return", "ref", "has", "hasnt"}
LOGIC = re.compile(
    r"[{}]|<-|->[ \t]*->|<>|^[ \t]*~|^[ \t]*(?:VAR|CONST|LIST|INCLUDE|EXTERNAL)\b"
    r"|^[ \t]*=(?!=)|^[ \t]*==+[ \t]*function\b|^[ \t]*==+[^(]{0,200}\(|^[ \t]*-(?!>)|^[*+ \t]*[*+][ \t]*\(\w+\)"
    r"|->[ \t]*\w+(?:\.\w+|[ \t]*\()"
)
"""What ink would compute, in a line whose escaped characters are blotted out."""


def encode(words: str) -> str:
    """Words that ink shows as they are. `decode` gives them back."""
    return _SIGNS.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1:]}", words)


def decode(text: str) -> str:
    return _READ.sub(r"\1", text)


def blotted(line: str) -> str:
    """The line with every escaped character made harmless, each sign at its place."""
    return _READ.sub("\x01\x01", line)


def knot_of(an_id: str) -> str:
    """An id as the name of a knot; `id_of_knot` gives it back. Ids have no underscore, so none is lost."""
    name = an_id.replace("-", "_")
    return f"_{name}" if name.isdigit() or name in _KEYWORDS else name


def id_of_knot(name: str) -> str:
    return name.removeprefix("_").replace("_", "-")
