"""Strategies for documents the editor's form has room for, built of `tests.site.texts`."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st
from sitebuilder.contract import document as contract
from sitebuilder.contract.exercise_reader import normal_set
from sitebuilder.contract.prose import Admonition, Checklist, Paragraph, Run, Subheading, make_prose, make_runs
from sitebuilder.contract.prose_writer import write_lines, write_prose

from cms.library.mapping.documents import Surroundings
from cms.library.mapping.links import Address, Links
from exercises import model as exercises
from exercises.normal import normal
from scenarios import model as scenarios
from tests.site import texts

AROUND = Surroundings(
    Links(
        pages={3: Address("nb", "guides", "x"), 4: Address("en", "guides", "x"), 5: Address("nb", "scenarios", "y")},
        images={1: "a.webp"},
        audio={1: "a.mp3", 2: "b.mp3"},
    )
)
"""The pages, pictures and recordings that generated documents lead to."""

paragraphs = st.builds(Paragraph, texts.runs)
only_text = st.lists(st.one_of(paragraphs, texts.lists), max_size=3).map(make_prose)
checklists = st.builds(Checklist, st.lists(texts.runs, max_size=3).map(tuple))
inner = st.lists(st.one_of(paragraphs, texts.lists, checklists, texts.tables, texts.images), max_size=3).map(tuple)
kinds = st.sampled_from(["note", "tip", "warning", "together", "facilitator", "question", "example"])
boxes = st.builds(Admonition, kinds, texts.typed, inner, st.just(""), st.booleans())
examples = st.builds(Admonition, st.just("example"), texts.typed, inner, st.sampled_from(["good", "weak"]))
phrases = st.builds(Admonition, st.just("phrase"), texts.one_line_typed, only_text)
pieces = st.one_of(paragraphs, texts.lists, checklists, texts.tables, texts.images, boxes, examples, phrases)
scene_prose = st.lists(pieces, max_size=4).map(make_prose)
subheadings = st.builds(Subheading, texts.ids, texts.typed)
prose = st.lists(st.one_of(pieces, subheadings), max_size=4).map(make_prose)

lines = texts.one_line_typed
maybe = st.one_of(st.just(""), lines)
some = st.lists(lines, max_size=3).map(tuple)
days = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
marked = texts.runs.map(
    lambda runs: write_lines(make_runs(Run(r.text.replace("\n", " "), r.bold, r.italic, r.href) for r in runs))
)
paths = st.sampled_from(["../guides/x.md", "../scenarios/y.md"])
keys = texts.ids

steps = st.builds(scenarios.Step, lines, keys)
reasons = st.one_of(st.just(("", "")), st.tuples(marked.filter(bool), st.one_of(st.just("Hvorfor:"), lines)))
choices = st.builds(
    lambda key, title, quality, text, reason, step: scenarios.Choice(key, title, quality, text, *reason, step),
    keys,
    lines,
    st.sampled_from(scenarios.Quality),
    only_text.map(write_prose),
    reasons,
    steps,
)
scene_text = scene_prose.map(write_prose)
scenes = st.one_of(
    st.builds(scenarios.Scene, keys, lines, scene_text, st.lists(choices, max_size=3).map(tuple)),
    st.builds(scenarios.Scene, keys, lines, scene_text, onward=steps),
    st.builds(
        scenarios.Scene,
        keys,
        lines,
        scene_text,
        outcome=st.sampled_from(scenarios.Outcome),
        takeaways=st.lists(marked.filter(bool), max_size=3).map(tuple),
    ),
)
stories = st.builds(
    scenarios.Story,
    keys,
    st.lists(scenes, min_size=1, max_size=3, unique_by=lambda s: s.id).map(tuple),
    st.lists(keys, max_size=2, unique=True).map(tuple),
)


def sections(role: contract.Role) -> st.SearchStrategy[contract.Section]:
    whose = st.sampled_from(contract.PERSPECTIVES) if role is contract.Role.PERSPECTIVE else st.just("")
    return st.builds(contract.Section, keys, lines, prose, st.just(role), whose)


def many(role: contract.Role) -> st.SearchStrategy[list[contract.Section]]:
    return st.lists(sections(role), max_size=2)


guides = st.builds(contract.Guide, many(contract.Role.STEP).map(tuple), prose)
cases = st.builds(
    lambda parts, views, strengths, notes, intro: contract.Case((*parts, *views, *strengths, *notes), intro),
    *(many(role) for role in (contract.Role.PART, contract.Role.PERSPECTIVE)),
    *(many(role) for role in (contract.Role.STRENGTHS, contract.Role.FACILITATOR)),
    prose,
)

recordings = st.builds(
    exercises.Audio,
    st.just("../../media/audio/a.mp3"),
    st.sampled_from(["", "../../media/audio/b.mp3"]),
    maybe,
    maybe,
    maybe,
)
pictures = st.builds(exercises.Picture, st.just("../../media/images/a.webp"), lines)
common = {
    "id": keys,
    "instruction": lines,
    "gloss": maybe,
    "hint": maybe,
    "explanation": maybe,
    "audio": st.one_of(st.none(), recordings),
    "image": st.one_of(st.none(), pictures),
    "match": st.builds(exercises.Match, st.booleans(), st.booleans()),
}
options = st.builds(exercises.Option, keys, lines, st.booleans(), maybe)
accept = st.lists(st.builds(exercises.Accepted, lines, maybe), max_size=2).map(tuple)
errors = st.lists(st.builds(exercises.KnownError, lines, maybe), max_size=2).map(tuple)
gaps = st.builds(exercises.GapField, lines, accept, errors, some, maybe)
with_gaps = {"text": lines, "gaps": st.lists(gaps, max_size=2).map(tuple)}
numbers = st.lists(st.integers(1, 12), min_size=1, max_size=4).map(tuple)
orders = st.lists(numbers, max_size=2).map(tuple)
pairs = st.lists(st.builds(exercises.Pair, lines, maybe, maybe), max_size=3).map(tuple)
decoys = st.lists(st.builds(exercises.Decoy, maybe, maybe), max_size=2).map(tuple)
ordered = {"orders": orders, "fixed": numbers | st.just(()), "lead": maybe}


@st.composite
def dialogues(draw: st.DrawFn) -> exercises.Dialogue:
    ids = draw(st.lists(keys, min_size=2, max_size=2, unique=True))
    parts = tuple(draw(st.builds(exercises.Part, st.just(id), lines, maybe)) for id in ids)
    said = st.lists(st.builds(exercises.Line, st.sampled_from(ids), lines), max_size=4).map(tuple)
    return draw(st.builds(exercises.Dialogue, **common, parts=st.just(parts), lines=said))


items = st.one_of(
    st.builds(exercises.Choice, **common, stem=lines, options=st.lists(options, max_size=3).map(tuple)),
    st.builds(exercises.Gap, **common, **with_gaps),
    st.builds(exercises.GapSelect, **common, **with_gaps, bank=some),
    st.builds(exercises.OrderWords, **common, **ordered, tokens=some),
    st.builds(exercises.OrderLines, **common, **ordered, lines=some),
    st.builds(exercises.MatchPairs, **common, pairs=pairs, decoys=decoys),
    st.builds(exercises.MarkWords, **common, text=lines, errors=errors),
    st.builds(exercises.Dictation, **common, sentence=lines, accept=accept, errors=errors),
    st.builds(exercises.Flashcard, **common, front=lines, back=maybe, example=maybe),
    st.builds(exercises.Write, **common, prompt=lines, checklist=some, models=some),
    dialogues(),
).map(normal)
"""Of every type there is."""
exercise_sets = st.lists(st.one_of(items, items, pieces), max_size=5).map(
    lambda parts: normal_set(contract.ExerciseSet(tuple(parts)))
)

sources = st.builds(
    contract.Source, lines, st.sampled_from(["", "https://www.nav.no/a?b=1"]), st.one_of(st.none(), days), maybe
)
translations = st.builds(
    contract.Translation,
    st.just("en"),
    st.from_regex("[0-9a-f]{16}", fullmatch=True),
    st.sampled_from(contract.Translation.STATES),
    st.sampled_from(contract.Translation.METHODS),
    maybe,
    st.one_of(st.none(), days),
)
OWN: dict[contract.Kind, dict[str, st.SearchStrategy[object]]] = {
    contract.Kind.SCENARIO: {"role": lines, "goals": some, "reflection": some},
    contract.Kind.CASE: {"fictional": st.booleans(), "scenario": st.sampled_from(["", "../scenarios/y.md"])},
    contract.Kind.GUIDE: {"mentor": maybe},
    contract.Kind.EXERCISE: {"mentor": lines, "can_do": lines},
}
BODIES: dict[contract.Kind, st.SearchStrategy[contract.Body]] = {
    contract.Kind.SCENARIO: stories,
    contract.Kind.CASE: cases,
    contract.Kind.GUIDE: guides,
    contract.Kind.EXERCISE: exercise_sets,
}


@st.composite
def documents(draw: st.DrawFn, kind: contract.Kind) -> contract.Document:
    """A Norwegian document of one kind."""
    body = draw(BODIES[kind])
    own = {name: draw(values) for name, values in OWN[kind].items()}
    if isinstance(body, scenarios.Story):
        own |= {"start": body.start, "retired": body.retired}
    front = contract.FrontMatter(
        id=str(draw(st.uuids(version=4))),
        type=kind,
        title=draw(lines),
        summary=draw(lines),
        audience=draw(st.sampled_from(contract.Audience)),
        topics=tuple(draw(st.lists(keys, unique=True, max_size=3))),
        minutes=draw(st.integers(1, 90)),
        together=draw(lines),
        published_on=draw(days),
        updated_on=draw(days),
        translation=draw(st.one_of(st.none(), translations)),
        phase=draw(st.sampled_from(["", *contract.PHASES])),
        level=draw(st.sampled_from(["", *contract.LEVELS])),
        series=draw(st.one_of(st.none(), st.builds(contract.Series, keys, st.integers(1, 99)))),
        related=tuple(draw(st.lists(paths, max_size=2))),
        sources=tuple(draw(st.lists(sources, max_size=2))),
        authors=draw(some),
        reviewed_on=draw(st.one_of(st.none(), days)),
        review_by=draw(st.one_of(st.none(), days)),
        sensitive=draw(st.booleans()),
        help=tuple(draw(st.lists(keys, unique=True, max_size=2))),
        **own,
    )
    return contract.Document("nb", draw(keys), front, body)
