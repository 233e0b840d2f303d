"""What Twine's story formats would run or take for their own, and how words are kept from being taken so.

A character that would begin something of the kind is written as an HTML entity, which every format shows as that
character. What is written so is read back as it was, whatever the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exchange.remark import Remark
from scenarios.exchange.remark import remark

_MACROS = (
    "set|put|move|unpack|if|unless|else-?if|else|for|loop|either|cond|nth|link(?:-[a-z-]+)?|click(?:-[a-z-]+)?"
    "|go-?to|undo|display|print|show|hide|live|stop|event|after|replace|append|prepend|hook|macro|output(?:-data)?"
    "|transition(?:-[a-z-]+)?|t8n(?:-[a-z-]+)?|text-?style|text-?colou?r|background|css|enchant|change|css-style"
    "|mouseover(?:-[a-z-]+)?|mouseout(?:-[a-z-]+)?|save-?game|load-?game|saved-?games|random|input(?:-box)?|cycling-link"
    "|seq-link|box|float-box|align|border|opacity|hover-style|char-style|line-style|page-style|link-style|font|text-indent"
    "|text-size|text-rotate[a-z-]*|str|string|num|number|verbatim|verbatim-print|v6m|v6m-print|reload|redirect|rerun|more"
    "|scroll|meter|dialog|animate|force-[a-z-]+|forget-[a-z-]+|icon-[a-z-]+|open-url|goto-url|url|shuffled|rotated|range"
    "|action|button|collapse|columns?|b4r|checkbox|dropdown|alert|prompt|confirm|a|array|dm|datamap|ds|dataset|history|visited|passage|track"
)
_LIVE = re.compile(
    r"(?P<macro><(?=[<%]|a\b[^<>\n]{0,500}\bdata-passage|/?(?:script|style|iframe|object|embed|svg|form|base|meta|link)\b)"
    rf"|\((?=(?:{_MACROS}):)"
    r"|\{(?![#}])(?=[^{}\n]*\})"
    r"|\$(?=[A-Za-z_])"
    r"|\[(?=(?:img|script)\[)"
    r"|^-(?=-$)"
    r"|^\[(?=(?:if|ifalways|ifnever|unless|else|after|append|continue|cont|cont'd|note|align|JavaScript|CSS)\b[^\n]*\]$))"
    r"|(?P<tag><(?=/?[A-Za-z!]))"
    r"|(?P<brace>\{)"
    r"|(?P<link>\[(?=\[))"
    r"|(?P<header>^:(?=:))",
    re.IGNORECASE | re.MULTILINE,
)
_WRITTEN = "38|36|40|45|58|60|91|123"
_AMP = re.compile(rf"&(?=#(?:{_WRITTEN});)")
_READ = re.compile(rf"&#({_WRITTEN});")

_LABEL_MARKS = re.compile(r"[\[\]|<>*_`\\{}$~]|\((?=[\w-]+:)|&(?=#\d+;|(?:lt|gt|amp);)")
_LABEL_READ = re.compile(r"&(?:#(\d{2,3})|(lt|gt|amp));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&"}
_NAMES = {char: f"&{name};" for name, char in _NAMED.items()}


def encode(prose: str) -> str:
    """Markdown that no story format takes for anything else. `decode` gives it back."""
    return _LIVE.sub(lambda match: _entity(match[0]), _AMP.sub("&#38;", prose))


def decode(text: str) -> str:
    return _READ.sub(lambda match: chr(int(match[1])), text)


def encode_label(words: str) -> str:
    """Plain words for a link's label, which `decode_label` gives back."""
    return _LABEL_MARKS.sub(lambda match: _NAMES.get(match[0]) or _entity(match[0]), words)


def decode_label(text: str) -> str:
    return _LABEL_READ.sub(lambda match: _NAMED[match[2]] if match[2] else chr(int(match[1])), text)


def live_parts(text: str, where: str, line: int) -> Iterator[Remark]:
    """What of a passage would be run: an error for each line of it. ``line`` is that of its first line."""
    for number, words in enumerate(text.split("\n"), line):
        found = next((match for match in _LIVE.finditer(words) if match["macro"]), None)
        if found:
            yield remark("X05.macro", line=number, where=where, code=words[found.start() :])


def tags_in(line: str) -> bool:
    """Whether something in the line looks like HTML."""
    return any(match["tag"] for match in _LIVE.finditer(line))


def _entity(char: str) -> str:
    return f"&#{ord(char)};"
