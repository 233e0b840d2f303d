"""An item as the YAML of an ``exercise`` fence: read strictly, and written in one form.

The keys and their order are those of ``docs/content-format.md``. Format errors are E20–E29.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import yaml

from exercises.fields import Fields
from exercises.finding import Finding, find
from exercises.model import (
    Accepted,
    Audio,
    Choice,
    Decoy,
    Dialogue,
    Dictation,
    Flashcard,
    Gap,
    GapField,
    GapSelect,
    Item,
    KnownError,
    Line,
    MarkWords,
    Match,
    MatchPairs,
    Option,
    OrderLines,
    OrderWords,
    Pair,
    Part,
    Picture,
    Write,
)
from exercises.nodes import compose
from exercises.writing import dump


def read_item(source: str, first_line: int) -> tuple[Item | None, tuple[Finding, ...]]:
    """The item in a fence whose first line of YAML is line ``first_line``; None as soon as anything is found.

    Never raises. Whether the item makes sense is for `exercises.checks`.
    """
    root, refused = compose(source, first_line)
    if root is None:
        return None, refused
    found: list[Finding] = []
    fields = Fields(root, first_line, _id_of(root), found)
    item = _item(fields)
    if item is None:
        found.append(find("E29", line=first_line, where=_id_of(root), known=", ".join(_TYPES)))
    else:
        fields.finish()
    return (None if found else item), tuple(sorted(found, key=lambda finding: finding.line))


def write_item(item: Item) -> str:
    """The item's YAML, in normal form and ending in a line break. `read_item` reads it back to the same item."""
    return dump(item)


def _id_of(root: yaml.MappingNode) -> str:
    ids = (value.value for key, value in root.value if key.value == "id" and isinstance(value, yaml.ScalarNode))
    return str(next(ids, ""))


def _item(fields: Fields) -> Item | None:
    item_id = fields.text("id", required=True)
    read = _TYPES.get(fields.text("type", required=True))
    if read is None:
        return None
    item = read(fields, item_id, fields.text("instruction", required=True))
    return replace(
        item,
        gloss=fields.text("gloss"),
        hint=fields.text("hint"),
        explanation=fields.text("explanation"),
        audio=fields.part("audio", _audio),
        image=fields.part("image", _picture),
        match=fields.part("match", _match) or Match(),
    )


def _choice(fields: Fields, item_id: str, instruction: str) -> Choice:
    stem = fields.text("stem", required=True)
    return Choice(
        id=item_id, instruction=instruction, stem=stem, options=fields.parts("options", _option, required=True)
    )


def _gap(fields: Fields, item_id: str, instruction: str) -> Gap:
    text = fields.text("text", required=True)
    return Gap(id=item_id, instruction=instruction, text=text, gaps=fields.named("gaps", _gap_field, required=True))


def _gap_select(fields: Fields, item_id: str, instruction: str) -> GapSelect:
    text, gaps = fields.text("text", required=True), fields.named("gaps", _gap_field, required=True)
    return GapSelect(id=item_id, instruction=instruction, text=text, gaps=gaps, bank=fields.texts("bank"))


def _order_words(fields: Fields, item_id: str, instruction: str) -> OrderWords:
    return OrderWords(
        id=item_id,
        instruction=instruction,
        tokens=fields.texts("tokens", required=True),
        orders=fields.orders("orders"),
        fixed=fields.places("fixed"),
        lead=fields.text("lead"),
    )


def _order_lines(fields: Fields, item_id: str, instruction: str) -> OrderLines:
    return OrderLines(
        id=item_id,
        instruction=instruction,
        lines=fields.texts("lines", required=True),
        orders=fields.orders("orders"),
        fixed=fields.places("fixed"),
        lead=fields.text("lead"),
    )


def _match_pairs(fields: Fields, item_id: str, instruction: str) -> MatchPairs:
    pairs = fields.parts("pairs", _pair, required=True)
    return MatchPairs(id=item_id, instruction=instruction, pairs=pairs, decoys=fields.parts("decoys", _decoy))


def _mark_words(fields: Fields, item_id: str, instruction: str) -> MarkWords:
    text, errors = fields.text("text", required=True), fields.parts("errors", _known_error)
    return MarkWords(id=item_id, instruction=instruction, text=text, errors=errors)


def _dictation(fields: Fields, item_id: str, instruction: str) -> Dictation:
    sentence = fields.text("sentence", required=True)
    accept, errors = fields.parts("accept", _accepted), fields.parts("errors", _known_error)
    return Dictation(id=item_id, instruction=instruction, sentence=sentence, accept=accept, errors=errors)


def _flashcard(fields: Fields, item_id: str, instruction: str) -> Flashcard:
    front = fields.text("front", required=True)
    back, example = fields.text("back"), fields.text("example")
    return Flashcard(id=item_id, instruction=instruction, front=front, back=back, example=example)


def _write(fields: Fields, item_id: str, instruction: str) -> Write:
    prompt = fields.text("prompt", required=True)
    checklist, models = fields.texts("checklist"), fields.texts("models")
    return Write(id=item_id, instruction=instruction, prompt=prompt, checklist=checklist, models=models)


def _dialogue(fields: Fields, item_id: str, instruction: str) -> Dialogue:
    parts, lines = fields.parts("parts", _part, required=True), fields.parts("lines", _line, required=True)
    return Dialogue(id=item_id, instruction=instruction, parts=parts, lines=lines)


_TYPES: dict[str, Callable[[Fields, str, str], Item]] = {
    Choice.type: _choice,
    Gap.type: _gap,
    GapSelect.type: _gap_select,
    OrderWords.type: _order_words,
    OrderLines.type: _order_lines,
    MatchPairs.type: _match_pairs,
    MarkWords.type: _mark_words,
    Dictation.type: _dictation,
    Flashcard.type: _flashcard,
    Write.type: _write,
    Dialogue.type: _dialogue,
}


def _option(fields: Fields) -> Option:
    option_id, text = fields.text("id", required=True), fields.text("text", required=True)
    return Option(option_id, text, fields.truth("correct"), fields.text("feedback"))


def _gap_field(name: str, fields: Fields) -> GapField:
    accept, errors = fields.parts("accept", _accepted), fields.parts("errors", _known_error)
    return GapField(name, accept, errors, fields.texts("confusable"), fields.text("hint"))


def _accepted(fields: Fields) -> Accepted:
    return Accepted(fields.text("text", required=True), fields.text("note"))


def _known_error(fields: Fields) -> KnownError:
    return KnownError(fields.text("text", required=True), fields.text("feedback"))


def _pair(fields: Fields) -> Pair:
    return Pair(fields.text("left", required=True), fields.text("right"), fields.text("answer"))


def _decoy(fields: Fields) -> Decoy:
    return Decoy(fields.text("right"), fields.text("answer"))


def _part(fields: Fields) -> Part:
    return Part(fields.text("id", required=True), fields.text("name", required=True), fields.text("task"))


def _line(fields: Fields) -> Line:
    return Line(fields.text("part", required=True), fields.text("text", required=True))


def _audio(fields: Fields) -> Audio:
    normal, slow = fields.text("normal", required=True), fields.text("slow")
    return Audio(normal, slow, fields.text("transcript"), fields.text("speaker"), fields.text("dialect"))


def _picture(fields: Fields) -> Picture:
    return Picture(fields.text("src", required=True), fields.text("alt", required=True))


def _match(fields: Fields) -> Match:
    return Match(strict_case=fields.mark("case", "strict"), strict_punctuation=fields.mark("punctuation", "strict"))
