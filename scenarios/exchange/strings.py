"""The words of a story for translators: each string with a key that no translation changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from scenarios.exchange.remark import refuse, remark
from scenarios.finding import Finding
from scenarios.model import Choice, Scene, Step, Story


@dataclass(frozen=True)
class Text:
    """A string to translate. ``many`` tells whether it may have several lines."""

    key: str
    words: str
    many: bool = False


@dataclass(frozen=True)
class Row:
    """A string as a translator gave it back. ``line`` is its line in the file."""

    key: str
    source: str
    words: str
    line: int = 0
    fuzzy: bool = False


@dataclass(frozen=True)
class Sent:
    """What a file of translations says of itself: the story it is for, and its rows."""

    story: str
    rows: tuple[Row, ...]


def texts_of(story: Story) -> Iterator[Text]:
    """Every string of the scenes, in the order they are read."""
    for scene in story.scenes:
        yield Text(f"{scene.id}.title", scene.title)
        yield Text(f"{scene.id}.text", scene.text, many=True)
        for n, point in enumerate(scene.takeaways, 1):
            yield Text(f"{scene.id}.takeaway.{n}", point)
        if scene.onward:
            yield Text(f"{scene.id}.onward", scene.onward.label)
        for choice in scene.choices:
            yield Text(f"{choice.id}.title", choice.title)
            yield Text(f"{choice.id}.consequence", choice.consequence, many=True)
            yield Text(f"{choice.id}.reason_label", choice.reason_label)
            yield Text(f"{choice.id}.reason", choice.reason)
            yield Text(f"{choice.id}.onward", choice.onward.label)


def with_words(story: Story, words: Mapping[str, str]) -> Story:
    """The story with other words. Nothing but words changes; a string without a new one keeps its own."""

    def told(key: str, old: str) -> str:
        return words.get(key, old)

    def step(owner: str, old: Step) -> Step:
        return Step(told(f"{owner}.onward", old.label), old.target)

    def choice(old: Choice) -> Choice:
        return replace(
            old,
            title=told(f"{old.id}.title", old.title),
            consequence=told(f"{old.id}.consequence", old.consequence),
            reason=told(f"{old.id}.reason", old.reason),
            reason_label=told(f"{old.id}.reason_label", old.reason_label),
            onward=step(old.id, old.onward),
        )

    def scene(old: Scene) -> Scene:
        return replace(
            old,
            title=told(f"{old.id}.title", old.title),
            text=told(f"{old.id}.text", old.text),
            takeaways=tuple(told(f"{old.id}.takeaway.{n}", t) for n, t in enumerate(old.takeaways, 1)),
            onward=old.onward and step(old.id, old.onward),
            choices=tuple(map(choice, old.choices)),
        )

    return replace(story, scenes=tuple(map(scene, story.scenes)))


def words_of(sent: Sent, story: str, texts: Iterable[Text], kept: Mapping[str, str]) -> dict[str, str]:
    """The new words by key. ``kept`` are words an earlier translation has, for strings that came back empty.

    Raises `ExchangeError` with every row that belongs to another story or an older original, and every gap.
    """
    if sent.story != story:
        refuse([remark("X08.other", line=1, found=sent.story)])
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
        elif row.source != text.words:
            found.append(remark("X08.older", line=row.line, where=row.key, now=text.words))
        elif row.fuzzy:
            found.append(remark("X08.fuzzy", line=row.line, where=row.key))
        elif row.words.strip() and not text.many and "\n" in row.words.strip():
            found.append(remark("X08.lines", line=row.line, where=row.key))
        elif row.words.strip():
            words[row.key] = row.words.strip(" \t\n")
        elif row.key not in kept:
            found.append(remark("X08.missing", line=row.line, where=row.key))
        seen.add(row.key)
    found += [remark("X08.missing", where=key) for key in wanted if key not in seen and key not in kept]
    refuse(found)
    return {key: kept[key] for key in wanted if key in kept} | words
