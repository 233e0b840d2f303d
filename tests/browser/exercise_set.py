"""A set with an item of every type, in Norwegian and under an Arabic page, as the site would publish it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sitebuilder.build.assets import write_assets
from sitebuilder.build.headers import write_headers
from sitebuilder.contract.document import Document, ExerciseSet, Kind
from sitebuilder.preview import render_document

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
    MatchPairs,
    Option,
    OrderLines,
    OrderWords,
    Pair,
    Part,
    Write,
)
from tests.site.sample_library import document

VERB = GapField(
    "verb",
    (Accepted("bor"), Accepted("holder til", "Det går også an.")),
    (KnownError("bo", "Etter «jeg» skal verbet ha -r."),),
)
SENTENCE = GapField("setning", (Accepted("I dag jobber jeg."),))
ITEMS: tuple[Item, ...] = (
    Choice(
        id="hils",
        instruction="Hva svarer du?",
        stem="Hei! Hva heter du?",
        options=(
            Option("bra", "Bare bra.", feedback="Det svarer du på noe annet."),
            Option("navn", "Jeg heter Ali.", True),
        ),
    ),
    Choice(
        id="flere",
        instruction="Hva kan du si?",
        stem="Ha det!",
        options=(
            Option("a", "Ha det!", True),
            Option("b", "Vi ses!", True),
            Option("c", "Hei!", feedback="Det sier du først."),
        ),
    ),
    Gap(
        id="bor",
        instruction="Skriv ordene som mangler.",
        text="Jeg {verb} i {by}.",
        gaps=(VERB, GapField("by", (Accepted("Tøyen"),))),
    ),
    Gap(id="dag", instruction="Skriv setningen. Begynn med «i dag».", text="{setning}", gaps=(SENTENCE,)),
    Gap(
        id="liten",
        instruction="Skriv ordet som mangler.",
        text="Hun er {adj}.",
        gaps=(GapField("adj", (Accepted("interessert"),)),),
    ),
    GapSelect(
        id="velg",
        instruction="Velg.",
        text="Hun {verb} på kafé.",
        gaps=(GapField("verb", (Accepted("jobber"),), (KnownError("jobbe", "Verbet skal ha -r."),)),),
        bank=("jobber", "jobbe", "jobba"),
    ),
    OrderWords(
        id="ordne",
        instruction="Sett i rekkefølge.",
        tokens=("i dag", "jobber", "jeg", "her", "."),
        orders=((3, 2, 4, 1, 5),),
        fixed=(5,),
    ),
    OrderLines(
        id="linjer",
        instruction="Hva kommer først?",
        lines=("– Hei!", "– Hei, hva skal du ha?", "– En kaffe.", "– Vær så god!"),
    ),
    MatchPairs(
        id="par",
        instruction="Finn par.",
        pairs=(Pair("hus", answer="et hus"), Pair("bil", answer="en bil")),
        decoys=(Decoy(answer="ei bok"),),
    ),
    MarkWords(
        id="merk",
        instruction="Merk verbene.",
        text="Jeg [bor] her og [jobber] mye.",
        errors=(KnownError("her", "«Her» sier hvor."),),
    ),
    Dictation(
        id="hor",
        instruction="Skriv det mentoren leser.",
        sentence="Bussen kommer snart.",
        errors=(KnownError("Bussen kom snart.", "Hør en gang til."),),
    ),
    Dictation(
        id="lyd",
        instruction="Skriv det du hører.",
        sentence="Vi ses i morgen.",
        audio=Audio("../../media/audio/borte.mp3", "../../media/audio/borte-sakte.mp3", "Vi ses i morgen."),
    ),
    Flashcard(id="kort", instruction="Les.", front="Takk for i dag!", back="Det sier du når du går."),
    Write(id="skriv", instruction="Skriv.", prompt="Skriv en melding.", models=("Hei!",)),
    Dialogue(
        id="samtale",
        instruction="Les høyt.",
        parts=(Part("a", "Ali", "Kjøp kaffe."), Part("b", "Kari", "Selg kaffe.")),
        lines=(Line("a", "Hei! En kaffe, takk."), Line("b", "Vær så god!")),
    ),
)
JUDGED = 12
"""How many of them can be told to be right."""

ARABIC = {
    "Det svarer du på noe annet.": "هذا جواب لسؤال آخر.",
    "Etter «jeg» skal verbet ha -r.": "بعد «jeg» ينتهي الفعل بـ -r.",
}


def publish(public: Path) -> None:
    """Writes the set with what it needs, at ``/nb/exercises/alle/`` and ``/ar/exercises/alle/``."""
    write_headers(public, write_assets(public).inline_styles)
    for language in ("nb", "ar"):
        page = public / made(language).url.strip("/") / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(render_document(made(language)), "utf-8")


def made(language: str) -> Document:
    items = ITEMS if language == "nb" else tuple(map(_arabic, ITEMS))
    return replace(document("alle", language, Kind.EXERCISE), body=ExerciseSet(items))


def _arabic(item: Item) -> Item:
    match item:
        case Choice(options=options):
            return replace(item, options=tuple(replace(one, feedback=ARABIC.get(one.feedback, "")) for one in options))
        case Gap(id="bor", gaps=gaps):
            errors = tuple(replace(one, feedback=ARABIC[one.feedback]) for one in VERB.errors)
            return replace(item, gaps=(replace(VERB, errors=errors), *gaps[1:]))
    return item
