"""One made-up document of each kind after the other, in any language and in an earlier version: all by its number."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from random import Random

from sitebuilder.contract.document import (
    Audience,
    Case,
    Document,
    ExerciseSet,
    FrontMatter,
    Guide,
    Kind,
    Role,
    Section,
)
from sitebuilder.contract.prose import BulletList, Checklist, ListItem, Paragraph, Prose, Run

from cms.seeding.speech import Speech
from exercises.model import Choice as Question
from exercises.model import Flashcard, Item, OrderWords, Write
from exercises.parts import Option
from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story

SPACE = uuid.UUID("6a0c7a52-0a4c-4f8b-9a55-3a1f1c2f7b10")
"""Makes a document's id from its number, the same in every database."""
KINDS = (Kind.EXERCISE, Kind.GUIDE, Kind.SCENARIO, Kind.CASE, Kind.EXERCISE, Kind.GUIDE, Kind.SCENARIO, Kind.EXERCISE)
"""As they come in a library: more exercises than cases."""
_STARTS = {Kind.SCENARIO: "Hva gjør du", Kind.CASE: "Et år", Kind.GUIDE: "Slik går det", Kind.EXERCISE: "Øv på norsk"}
_WEAK, _GOOD = (Quality.RISKY, Quality.HARMFUL), (Quality.HELPFUL, Quality.WORKABLE)


@dataclass(frozen=True)
class Maker:
    """Makes the documents of one library; ``topics`` are the ids there are to choose from."""

    seed: int
    topics: tuple[str, ...]

    def document(self, number: int, language: str = "nb", *, gaps: float = 0.0, is_earlier: bool = False) -> Document:
        """The document with this number. An earlier version says one thing otherwise."""
        kind = KINDS[number % len(KINDS)]
        speech = Speech(Random(f"{self.seed} {number}"), language, gaps)
        front = self._front(number, kind, speech)
        body = _BODIES[kind](speech)
        if is_earlier:
            front = replace(front, together=f"{front.together} Ta god tid.")
        return Document(language, slug_of(number), front, body)

    def _front(self, number: int, kind: Kind, speech: Speech) -> FrontMatter:
        dice = speech.dice
        front = FrontMatter(
            id=str(id_of(number)),
            type=kind,
            title=f"{speech.about(_STARTS[kind])[:70]} {number + 1}",
            summary=speech.sentence(),
            audience=dice.choice(list(Audience)),
            topics=tuple(sorted(dice.sample(self.topics, dice.randint(1, 2)))),
            minutes=dice.randint(3, 25),
            together=speech.sentence(),
            published_on=dt.date(2026, 1, 5) + dt.timedelta(days=dice.randrange(250)),
            updated_on=dt.date(2026, 10, 1) + dt.timedelta(days=dice.randrange(50)),
            sensitive=dice.random() < 0.08,
        )
        if kind is Kind.SCENARIO:
            goals, reflection = (speech.heading(), speech.heading()), (speech.question(),)
            return replace(front, role=speech.sentence(), goals=goals, reflection=reflection, start="motet")
        if kind is Kind.EXERCISE:
            level = dice.choice(("pre-A1", "A1", "A2", "B1"))
            return replace(front, level=level, can_do=speech.heading(), mentor=speech.sentence())
        return replace(front, fictional=kind is Kind.CASE)


def id_of(number: int) -> uuid.UUID:
    return uuid.uuid5(SPACE, str(number))


def slug_of(number: int) -> str:
    return f"dokument-{number + 1}"


def _story(speech: Speech) -> Story:
    endings = [
        Scene(f"slutt-{n}", speech.heading(), speech.text(), outcome=outcome, takeaways=(speech.sentence(),))
        for n, outcome in enumerate((Outcome.GOOD, Outcome.MIXED), 1)
    ]
    middle = Scene("videre", speech.heading(), speech.text(), _choices(speech, "videre", "slutt-1", "slutt-2"))
    first = Scene("motet", speech.heading(), speech.text(), _choices(speech, "motet", "videre", "slutt-2"))
    return Story("motet", (first, middle, *endings))


def _choices(speech: Speech, scene: str, *targets: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=f"{scene}-{n}",
            title=speech.heading(),
            quality=speech.dice.choice((_GOOD, _WEAK)[n % 2]),
            consequence=speech.text(),
            reason=speech.sentence(),
            reason_label="Hvorfor:",
            onward=Step("Gå videre", target),
        )
        for n, target in enumerate(targets)
    )


def _guide(speech: Speech) -> Guide:
    steps = range(1, speech.dice.randint(3, 6))
    return Guide(tuple(Section(f"steg-{n}", speech.heading(), _prose(speech)) for n in steps), _paragraph(speech))


def _case(speech: Speech) -> Case:
    parts = [Section(f"del-{n}", speech.heading(), _prose(speech), Role.PART) for n in (1, 2)]
    strengths = Section("styrker", speech.heading(), _paragraph(speech), Role.STRENGTHS)
    return Case((*parts, strengths), _paragraph(speech))


def _set(speech: Speech) -> ExerciseSet:
    makers = (_question, _card, _order, _write)
    count = speech.dice.randint(4, 7)
    items = [makers[n % len(makers)](speech, f"oppgave-{n + 1}") for n in range(count)]
    return ExerciseSet((*_paragraph(speech), *items))


def _question(speech: Speech, key: str) -> Item:
    options = (Option("ja", "Ja, det passer fint.", True), Option("nei", "Ja, jeg passer.", feedback=speech.sentence()))
    return Question(id=key, instruction=speech.heading(), stem="Passer det på torsdag?", options=options)


def _card(speech: Speech, key: str) -> Item:
    return Flashcard(id=key, instruction=speech.heading(), front="en avtale", back=speech.text(1))


def _order(speech: Speech, key: str) -> Item:
    return OrderWords(id=key, instruction=speech.heading(), tokens=("Jeg", "bor", "i", "Oslo"), hint=speech.text(1))


def _write(speech: Speech, key: str) -> Item:
    return Write(id=key, instruction=speech.heading(), prompt=speech.question(), checklist=(speech.heading(),))


def _prose(speech: Speech) -> Prose:
    made = Speech(speech.dice, speech.language)
    points = [(Run(made.heading()),) for _ in range(speech.dice.randint(2, 4))]
    rest = Checklist(tuple(points)) if speech.dice.random() < 0.4 else BulletList(tuple(map(ListItem, points)))
    return (*_paragraph(speech), rest)


def _paragraph(speech: Speech) -> Prose:
    words = speech.text()
    return (Paragraph((Run(words),) if words else ()),)


_BODIES = {Kind.SCENARIO: _story, Kind.CASE: _case, Kind.GUIDE: _guide, Kind.EXERCISE: _set}
