"""The inside of a paragraph: text, bold, italic, links and line breaks."""

from __future__ import annotations

import re

from sitebuilder.contract.escape import unescape
from sitebuilder.contract.href import allowed
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose import Run, Runs, make_runs

_TOKEN = re.compile(
    r"""(?P<escaped>\\[!-/:-@\[-`{-~]|&(?:lt|gt|amp);)
    |(?P<image>!\[)
    |\[(?P<label>(?:[^\[\]\\]|\\.)*)\]\((?P<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)
    |(?P<broken>\[(?:[^\[\]\\]|\\.)*\]\([^)\n]*\)?)
    |(?P<stars>\*+)
    |(?P<break>[ ]{2,}\n)
    |(?P<html><(?=[A-Za-z/!?])[^<>\n]*>?)
    |(?P<entity>&\#?[A-Za-z0-9]+;)
    |(?P<code>`+)
    |(?P<under>(?<!\w)_(?=\S)|(?<=\S)_(?!\w))
    """,
    re.VERBOSE,
)
_HOW = {
    "image": ("Put a picture on a line of its own.", "Sett bildet på en egen linje."),
    "entity": ("Write the character itself.", "Skriv selve tegnet."),
    "code": ("Write \\` for a backtick readers should see.", "Skriv \\` for en aksent som skal vises."),
    "under": ("Use *one star* for italic, or write \\_.", "Bruk *én stjerne* for kursiv, eller skriv \\_."),
    "broken": ("Write [the words](the address), no blanks in the address.", "Skriv [ordene](adressen) uten mellomrom."),
    "stars": ("Use one star, two or three.", "Bruk én, to eller tre stjerner."),
}


def read_runs(text: str, line: int) -> tuple[Runs, tuple[Problem, ...]]:
    """The runs a paragraph's source says. ``line`` is where ``text`` begins."""
    problems: list[Problem] = []
    return make_runs(_scan(text, line, Run(""), problems)), tuple(problems)


def _scan(text: str, first_line: int, around: Run, problems: list[Problem]) -> list[Run]:
    """The runs of a text that begins, and should end, with the look of ``around``."""
    runs: list[Run] = []
    bold, italic, href = around.look
    at = opened = 0

    def add(piece: str) -> None:
        if piece:
            runs.append(Run(piece, bold, italic, href))

    def line(position: int) -> int:
        return first_line + text.count("\n", 0, position)

    for token in _TOKEN.finditer(text):
        add(_soft(text[at : token.start()]))
        at = token.end()
        kind, found = token.lastgroup or "", token[0]
        if token["href"] is not None and href is None:
            address = token["href"]
            if not allowed(address):
                problems.append(problem("C13", line(token.start()), href=address))
                add(_soft(found))
                continue
            inside = Run(address, bold, italic, address)
            label = _scan(token["label"], line(token.start()), inside, problems)
            runs.extend(label or [inside])
        elif kind == "escaped":
            add(unescape(found))
        elif kind == "break":
            add("\n")
        elif kind == "stars" and len(found) <= 3:
            if _alone(text, token):
                add(found)
                continue
            bold, italic = bold ^ (len(found) >= 2), italic ^ (len(found) != 2)
            opened = token.start()
        elif kind == "html":
            problems.append(problem("C10", line(token.start()), text=found[:40]))
            add(_soft(found))
        else:
            how, how_nb = _HOW.get(kind, _HOW["image"])
            problems.append(problem("C11", line(token.start()), text=found[:20], how=how, how_nb=how_nb))
            add(_soft(found))
    add(_soft(text[at:]))
    if (bold, italic) != (around.bold, around.italic):
        problems.append(problem("C12", line(opened)))
    return runs


def _soft(text: str) -> str:
    """A line end without two blanks before it reads as a blank."""
    return text.replace("\n", " ")


def _alone(text: str, token: re.Match[str]) -> bool:
    """Whether stars stand by themselves, as in "2 * 3"."""
    before, after = text[: token.start()][-1:], text[token.end() :][:1]
    return (not before or before.isspace()) and (not after or after.isspace())
