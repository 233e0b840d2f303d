"""Text a stranger wrote for another program, as Markdown that says the same and nothing more.

Bold, italics and lists are written alike in most programs and are kept. What would be read as a heading, as a link
of the story or as HTML becomes ordinary text.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r"#+[ \t]*(?P<words>.*)")
_LIST = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_ITALIC = re.compile(r"(?<![:/])//(?=\S)([^/\n]+)(?<=\S)//(?!/)")
_BOLD = re.compile(r"''(?=\S)([^'\n]+)(?<=\S)''")


def foreign_lines(lines: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The lines as Markdown. A break between two lines of text stays a break."""
    made: list[tuple[str, int]] = []
    texts = [_line(text) for text, _ in lines]
    for n, (_, line) in enumerate(lines):
        text, after = texts[n], texts[n + 1] if n + 1 < len(texts) else ""
        if text and after and not _LIST.match(text) and not _LIST.match(after):
            text = f"{text}  "
        made.append((text, line))
        if text and after and bool(_LIST.match(after)) and not _LIST.match(text):
            made.append(("", line))
    return made


def _line(text: str) -> str:
    text = text.strip(" \t")
    heading = _HEADING.fullmatch(text)
    if heading:
        text = f"**{heading['words'].strip()}**" if heading["words"].strip() else ""
    text = _BOLD.sub(r"**\1**", _ITALIC.sub(r"*\1*", text))
    return text.replace("](#", "]\\(#").replace("<", "&lt;")
