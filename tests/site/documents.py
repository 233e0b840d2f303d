"""Strategies for whole documents of every kind, help boxes, topics, and a library of them."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from sitebuilder.contract.document import (
    LEVELS,
    PERSPECTIVES,
    PHASES,
    Audience,
    Body,
    Case,
    Document,
    ExerciseSet,
    FrontMatter,
    Guide,
    HelpBox,
    Kind,
    Library,
    Role,
    Section,
    Series,
    Source,
    Topic,
    Translation,
)
from sitebuilder.contract.exercise_reader import normal_set
from sitebuilder.contract.prose import Admonition, Prose, Run, Subheading, make_prose, make_runs
from sitebuilder.contract.prose_writer import write_lines, write_prose
from sitebuilder.contract.scenario_reader import normal_story
from sitebuilder.languages import ORDER

from exercises import model as items
from exercises.normal import one_line as item_line
from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story
from tests.site import texts

SIMPLE_PROSE = st.lists(texts.simple_blocks, max_size=2).map(make_prose)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
FIELDS = texts.one_line_typed
FIELD_LISTS = st.lists(FIELDS, max_size=2).map(tuple)
PATHS = st.sampled_from(["../guides/x.md", "../cases/kort-cv.md", "../exercises/a-1.md"])
SOURCES = st.builds(
    Source, FIELDS, st.sampled_from(["", "https://udir.no/a?b=c"]), st.none() | DAYS, st.just("") | FIELDS
)
TRANSLATIONS = st.builds(
    Translation,
    st.sampled_from(ORDER),
    st.sampled_from(["0123456789012345", "00ff00ff00ff00ff", "1e10000000000000"]),
    st.sampled_from(Translation.STATES),
    st.sampled_from(Translation.METHODS),
    st.just("") | FIELDS,
    st.none() | DAYS,
)


@st.composite
def fronts(draw: st.DrawFn, kind: Kind) -> FrontMatter:
    values: dict[str, Any] = {
        "id": str(uuid.UUID(int=draw(st.integers(0, 2**128 - 1)))),
        "type": kind,
        "title": draw(FIELDS),
        "summary": draw(FIELDS),
        "audience": draw(st.sampled_from(Audience)),
        "topics": tuple(draw(st.lists(texts.ids, min_size=1, max_size=2))),
        "minutes": draw(st.integers(1, 90)),
        "together": draw(FIELDS),
        "published_on": draw(DAYS),
        "updated_on": draw(DAYS),
        "translation": draw(st.none() | TRANSLATIONS),
        "phase": draw(st.sampled_from(["", *PHASES])),
        "level": draw(st.sampled_from(LEVELS if kind is Kind.EXERCISE else ["", *LEVELS])),
        "series": draw(st.none() | st.builds(Series, texts.ids, st.integers(1, 99))),
        "related": tuple(draw(st.lists(PATHS, max_size=2))),
        "sources": tuple(draw(st.lists(SOURCES, max_size=2))),
        "authors": draw(FIELD_LISTS),
        "reviewed_on": draw(st.none() | DAYS),
        "review_by": draw(st.none() | DAYS),
        "sensitive": draw(st.booleans()),
        "help": tuple(draw(st.lists(texts.ids, max_size=2))),
    }
    if kind is Kind.SCENARIO:
        goals = tuple(draw(st.lists(FIELDS, min_size=1, max_size=2)))
        values |= {"role": draw(FIELDS), "goals": goals, "start": "scene", "reflection": draw(FIELD_LISTS)}
        values |= {"retired": tuple(draw(st.lists(texts.ids.map("borte-{}".format), max_size=2, unique=True)))}
    if kind is Kind.CASE:
        values |= {"fictional": True, "scenario": draw(st.sampled_from(["", "../scenarios/stillhet.md"]))}
    if kind is Kind.GUIDE:
        values |= {"mentor": draw(st.just("") | FIELDS)}
    if kind is Kind.EXERCISE:
        values |= {"mentor": draw(FIELDS), "can_do": draw(FIELDS)}
    return FrontMatter(**values)


def with_own_ids(prose: Prose, taken: set[str]) -> Prose:
    """The prose with headings, inside boxes too, whose ids no other heading has."""
    made = []
    for block in prose:
        if isinstance(block, Subheading):
            block = Subheading(f"h{len(taken)}", block.text)
            taken.add(block.id)
        elif isinstance(block, Admonition):
            block = Admonition(block.kind, block.title, with_own_ids(block.blocks, taken), block.variant, block.folded)
        made.append(block)
    return make_prose(made)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    taken: set[str] = set()
    intro = with_own_ids(draw(SIMPLE_PROSE), taken)
    count = draw(st.integers(1, 2))
    steps = [Section(f"steg-{n}", draw(FIELDS), with_own_ids(draw(texts.prose), taken)) for n in range(count)]
    return Guide(tuple(steps), intro)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    taken: set[str] = set()
    roles = [(Role.PART, "")] * draw(st.integers(2, 3))
    roles += [(Role.PERSPECTIVE, whose) for whose in draw(st.lists(st.sampled_from(PERSPECTIVES), max_size=2))]
    roles += [(role, "") for role in (Role.STRENGTHS, Role.FACILITATOR) if draw(st.booleans())]
    sections = [
        Section(f"del-{n}", draw(FIELDS), with_own_ids(draw(SIMPLE_PROSE), taken), role, whose)
        for n, (role, whose) in enumerate(roles)
    ]
    return Case(tuple(sections), with_own_ids(draw(SIMPLE_PROSE), taken))


def _telling(prose: Prose) -> str:
    """Prose as a scene has it: headings and links of its own would be the story's; it ends in plain words."""
    told = [block for block in prose if not isinstance(block, Subheading)]
    return (write_prose(make_prose(told)) + "\n\nOg så.").strip().replace("(#her)", "(https://a.no/)")


INLINE = texts.runs.map(make_runs).map(
    lambda runs: write_lines((Run("Se "), *(Run(r.text.replace("\n", " "), r.bold, r.italic, None) for r in runs)))
)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story with every kind of scene, that breaks no rule: a scene with choices, one that tells, an ending."""

    def choice(number: int) -> Choice:
        onward = Step(draw(FIELDS), "videre")
        telling, reason = _telling(draw(SIMPLE_PROSE)), draw(INLINE)
        title = f"{number} {draw(FIELDS)}"
        return Choice(f"valg-{number}", title, draw(st.sampled_from(Quality)), telling, reason, "Hvorfor:", onward)

    choices = tuple(choice(n) for n in range(draw(st.integers(2, 3))))
    takeaways = tuple(draw(st.lists(INLINE, min_size=1, max_size=3)))
    told = [_telling(draw(SIMPLE_PROSE)) for _ in range(3)]
    outcome = draw(st.sampled_from(Outcome))
    scenes = (
        Scene("scene", draw(FIELDS), told[0], choices),
        Scene("videre", draw(FIELDS), told[1], onward=Step(draw(FIELDS), "slutt")),
        Scene("slutt", draw(FIELDS), told[2], outcome=outcome, takeaways=takeaways),
    )
    return normal_story(Story("scene", scenes))


ITEM_TEXTS = texts.typed.map(item_line).filter(bool)
AUDIO = st.builds(items.Audio, st.just("../../media/audio/a.mp3"), st.just(""), st.just("") | ITEM_TEXTS)
PICTURES = st.builds(items.Picture, st.just("../../media/images/a.webp"), ITEM_TEXTS)


@st.composite
def an_item(draw: st.DrawFn, number: int) -> items.Item:
    text = lambda: draw(ITEM_TEXTS)  # noqa: E731
    common: dict[str, Any] = {
        "id": f"oppgave-{number}",
        "instruction": text(),
        "gloss": draw(st.just("") | ITEM_TEXTS),
        "hint": draw(st.just("") | ITEM_TEXTS),
        "explanation": draw(st.just("") | ITEM_TEXTS),
        "audio": draw(st.none() | AUDIO),
        "image": draw(st.none() | PICTURES),
        "match": items.Match(draw(st.booleans()), draw(st.booleans())),
    }
    match draw(st.sampled_from(["choice", "gap", "order", "match", "card", "write"])):
        case "choice":
            options = tuple(items.Option(f"v{n}", text(), n == 0, draw(st.just("") | ITEM_TEXTS)) for n in range(3))
            return items.Choice(stem=text(), options=options, **common)
        case "gap":
            gap = items.GapField("verb", (items.Accepted(text(), text()),), (items.KnownError(text(), text()),))
            return items.Gap(text=f"Jeg {{verb}} i {text()}", gaps=(gap,), **common)
        case "order":
            return items.OrderWords(tokens=(text(), text(), text()), orders=((2, 1, 3),), fixed=(3,), **common)
        case "match":
            pairs = (items.Pair(text(), text()), items.Pair(text(), answer=text()))
            return items.MatchPairs(pairs=pairs, decoys=(items.Decoy(text()),), **common)
        case "card":
            return items.Flashcard(front=text(), back=text(), example=text(), **common)
        case _:
            return items.Write(prompt=text(), checklist=(text(),), models=(text(), text()), **common)


@st.composite
def exercise_sets(draw: st.DrawFn) -> ExerciseSet:
    taken: set[str] = set()
    parts: list[Any] = []
    for number in range(draw(st.integers(1, 2))):
        parts += [*with_own_ids(draw(SIMPLE_PROSE), taken), draw(an_item(number))]
    return normal_set(ExerciseSet((*parts, *with_own_ids(draw(SIMPLE_PROSE), taken))))


BODIES: dict[Kind, st.SearchStrategy[Body]] = {
    Kind.SCENARIO: stories(),
    Kind.CASE: cases(),
    Kind.GUIDE: guides(),
    Kind.EXERCISE: exercise_sets(),
}


def a_document(language: str, slug: str, front: FrontMatter, body: Body) -> Document:
    """A story knows the retired ids that stand in its front matter."""
    return Document(language, slug, front, replace(body, retired=front.retired) if isinstance(body, Story) else body)


documents = st.sampled_from(Kind).flatmap(
    lambda kind: st.builds(a_document, st.sampled_from(ORDER), texts.ids, fronts(kind), BODIES[kind])
)
help_boxes = st.builds(HelpBox, st.sampled_from(ORDER), texts.ids, FIELDS, texts.prose, st.none() | DAYS)
topics = st.builds(Topic, texts.ids, st.dictionaries(st.sampled_from(ORDER), FIELDS, min_size=1))
ADDRESSES = st.builds("/{}/guides/{}/".format, st.sampled_from(ORDER), texts.ids)
redirects = st.dictionaries(ADDRESSES, ADDRESSES, max_size=3).map(
    lambda found: {old: new for old, new in found.items() if old != new}
)
libraries = st.builds(
    Library,
    st.lists(documents, max_size=2, unique_by=lambda made: made.path).map(
        lambda d: tuple(sorted(d, key=lambda m: m.path))
    ),
    st.lists(help_boxes, max_size=2, unique_by=lambda made: made.path).map(
        lambda d: tuple(sorted(d, key=lambda m: m.path))
    ),
    st.lists(topics, max_size=3, unique_by=lambda topic: topic.id).map(tuple),
    redirects,
)
