"""The short way to write a gap: its answers where it stands, "Jeg {bor|bur|!bo: Presens etter «jeg».} i Oslo.".

Between { and } stand the right answers, and the wrong ones with ! before them; a colon and a blank come before the
note or the reason. Reading the form turns this into a gap with a name, "Jeg {bor} i Oslo.", and its answers in the
list of gaps. What stands between braces and has no right answer is left as it is: the checks name it.

Works on the stored JSON of one item. Nothing that is written already is lost, and doing it twice changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cms.library.keys import fresh, make_key
from cms.library.mapping.stream import Stream

Stored = dict[str, Any]

_BRACES = re.compile(r"\{([^{}]*)\}")
_WRONG, _OR, _BECAUSE = "!", "|", ": "
_NAMELESS = "gap"


@dataclass(frozen=True)
class Answer:
    """A right or wrong answer, with its note or the reason why it is wrong."""

    text: str
    said: str = ""
    is_wrong: bool = False


def read_answers(between: str) -> tuple[Answer, ...]:
    """The answers between { and }."""
    found = []
    for part in between.split(_OR):
        written = part.strip()
        text, _, said = written.removeprefix(_WRONG).partition(_BECAUSE)
        if text.strip():
            found.append(Answer(text.strip(), said.strip(), written.startswith(_WRONG)))
    return tuple(found)


def expand_gaps(item: Stored) -> bool:
    """Turns the shorthand in the text of a block with gaps into gaps, in place. Returns whether anything was changed.

    The ids of what is made come from that of the block, so that a form that is sent again and again makes the same.
    """
    value = item["value"]
    text, gaps = value.get("text") or "", list(value.get("gaps") or [])
    expansion = _Expansion(item["id"] or "", text, gaps)
    expanded = _BRACES.sub(expansion.gap, text)
    if expanded == text and not expansion.written:
        return False
    value["text"], value["gaps"] = expanded, gaps
    return True


class _Expansion:
    def __init__(self, block: str, text: str, gaps: Stream) -> None:
        self._block = block
        self._gaps = gaps
        self._named = {(gap["value"].get("name") or "").strip(): gap for gap in gaps}
        standing = {between.strip() for between in _BRACES.findall(text)}
        self._free = set(self._named) - standing
        self.written: set[str] = set()
        """The names that the text has been given."""

    def gap(self, found: re.Match[str]) -> str:
        """What stands in the place of a pair of braces: the name of a gap that is there, or of one made now."""
        between = found[1].strip()
        if between in self._named and between not in self.written:
            return f"{{{between}}}"
        answers = read_answers(between)
        right = next((answer.text for answer in answers if not answer.is_wrong), None)
        if right is None:
            return found[0]
        name = make_key(right) or _NAMELESS
        if name in self._free:
            self._free.remove(name)
        else:
            name = self._make(fresh(name, self._named))
        self.written.add(name)
        for answer in answers:
            self._add(self._named[name], answer)
        return f"{{{name}}}"

    def _make(self, name: str) -> str:
        value = {"name": name, "accept": [], "errors": [], "hint": "", "confusable": []}
        self._named[name] = _put(self._gaps, value, f"{self._block}/{name}")
        return name

    def _add(self, gap: Stored, answer: Answer) -> None:
        """A reason that differs from one that is there already is kept beside it: the checks tell of the two."""
        name, words = ("errors", "feedback") if answer.is_wrong else ("accept", "note")
        there: Stream = gap["value"].setdefault(name, [])
        same = [one["value"] for one in there if (one["value"].get("text") or "").strip() == answer.text]
        silent = next((one for one in same if not one.get(words)), None)
        if any(answer.said in ("", one.get(words)) for one in same):
            return
        if silent is not None:
            silent[words] = answer.said
        else:
            _put(there, {"text": answer.text, words: answer.said}, f"{gap['id']}/{name}/{answer.text}")


def _put(items: Stream, value: Stored, path: str) -> Stored:
    """A new item of a list; its id is made from its place and unlike those in the list."""
    ids = {item["id"] for item in items}
    id, number = str(uuid5(NAMESPACE_URL, path)), 1
    while id in ids:
        number += 1
        id = str(uuid5(NAMESPACE_URL, f"{path}/{number}"))
    items.append({"type": "item", "value": value, "id": id})
    return items[-1]
