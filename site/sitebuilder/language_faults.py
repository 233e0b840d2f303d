"""What is wrong with the words of a language, told to whoever wrote them: the file, the keys, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter

from sitebuilder.language_heads import CODE, Head

DIRECTIONS = ("ltr", "rtl")

NAMES = "languages."
"""Before the names a language has for others. It may lack some, and name more than are offered."""

_TWO_LETTERS = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""

ISO_639_1 = frozenset(_TWO_LETTERS.split())
"""Every language code of two letters there is; the list is closed, so that another one is a slip of the pen."""


def faults_of_names(folder: Path) -> Iterator[str]:
    """Files of ``folder`` that would be taken for a language, and are none by their name."""
    for path in sorted(folder.iterdir()):
        code = path.stem
        if path.suffix.lower() not in (".yml", ".yaml"):
            continue
        if not CODE.fullmatch(code):
            yield f"{path}: a file is named by the code of its language, two or three small letters: pl.yml."
        elif path.suffix != ".yml":
            yield f"{path}: is not read under this name. Call it {code}.yml."
        elif len(code) == 2 and code not in ISO_639_1:
            yield f"{path}: “{code}” is no language. Look its code up in ISO 639: Polish is pl, Pashto ps."


def faults_of_order(heads: Sequence[Head]) -> Iterator[tuple[str, str]]:
    """Code and sentence for each language that has no place of its own in the menu."""
    taken: dict[int, str] = {}
    free = max((head.order for head in heads if head.order is not None), default=0) + 1
    for head in heads:
        if head.order is None:
            yield head.code, f"language.order must be its place in the menu, a whole number: {free} is free."
        elif head.order in taken:
            yield head.code, f"language.order: {head.order} is {taken[head.order]}.yml already. {free} is free."
        else:
            taken[head.order] = head.code


def faults_of_strings(strings: Mapping[str, str], reference: Mapping[str, str], reference_file: str) -> Iterator[str]:
    """What is wrong with the strings of one language, one sentence for each kind of fault."""
    wanted = [key for key in reference if not key.startswith(NAMES)]
    missing = [key for key in wanted if not strings.get(key)]
    missing += [key for key, text in strings.items() if key.startswith(NAMES) and not text]
    if missing:
        yield f"missing or empty: {', '.join(missing)}. Write them as text in quotation marks."
    unknown = [key for key in strings if key not in reference and not key.startswith(NAMES)]
    if unknown:
        yield f"unknown: {', '.join(unknown)}. Remove them, or add them to {reference_file} first."
    for key in wanted:
        if strings.get(key) and _places(strings[key]) != _places(reference[key]):
            places = " ".join(sorted(f"{{{place}}}" for place in _places(reference[key]))) or "none"
            yield f"{key}: the places to fill in must be: {places}."
    if (strings.get("language.direction") or "ltr") not in DIRECTIONS:
        yield "language.direction must be ltr or rtl."


def _places(text: str) -> frozenset[str]:
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({"a brace that is not closed"})
