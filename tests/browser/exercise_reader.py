"""A reader who does the set of `tests.browser.exercise_set`: what she does to an item, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.served import Served

WATCH = "window.judged = []; addEventListener('judged', (event) => judged.push(Object.values(event.detail)));"


@dataclass
class Reader:
    """A page with the set on a phone. ``wrong`` are the errors of its scripts, ``asked`` all it asked for."""

    page: Page
    wrong: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def item(self, id: str) -> Locator:
        return self.page.locator(f"[id='item-{id}']")

    def check(self, id: str) -> None:
        self.item(id).locator(".item-judge").click()

    def says(self, id: str, *lines: str | re.Pattern[str]) -> None:
        expect(self.item(id).locator(".item-result > p")).to_have_text(list(lines))

    @property
    def judged(self) -> list[list[str]]:
        """Item and verdict, as the page tells other scripts."""
        found: list[list[str]] = self.page.evaluate("() => window.judged")
        return found


def opened(page: Page, place: Served, language: str = "nb") -> Reader:
    made = Reader(page)
    page.on("pageerror", lambda error: made.wrong.append(str(error)))
    page.on("request", lambda request: made.asked.append(request.url))
    page.add_init_script(WATCH)
    page.goto(f"{place.url}/{language}/exercises/alle/")
    return made


def write(*answers: str) -> Callable[[Reader, str], None]:
    def act(reader: Reader, id: str) -> None:
        for n, answer in enumerate(answers):
            reader.item(id).locator("input, textarea").nth(n).fill(answer)

    return act


def tap(*names: str) -> Callable[[Reader, str], None]:
    """Words to lay down, or labels of what is chosen."""

    def act(reader: Reader, id: str) -> None:
        reader.page.mouse.click(2, 2)  # The first touch of a page brings what can be tapped.
        for name in names:
            words = reader.item(id).locator("label, .item-chip").filter(visible=True)
            words.filter(has_text=re.compile(rf"^(\d\.)?{re.escape(name)}$")).click()

    return act


def choose(*answers: str) -> Callable[[Reader, str], None]:
    def act(reader: Reader, id: str) -> None:
        for n, answer in enumerate(answers):
            reader.item(id).locator("select").nth(n).select_option(label=answer)

    return act


def move(*steps: tuple[str, str]) -> Callable[[Reader, str], None]:
    def act(reader: Reader, id: str) -> None:
        reader.page.mouse.click(2, 2)
        for line, way in steps:
            reader.item(id).get_by_role("button", name=re.compile(rf"\d\. {way}: {re.escape(line)}$")).click()

    return act


AGAIN = "Ikke riktig ennå. Prøv en gang til."
CASES: dict[str, list[tuple[Callable[[Reader, str], None], str, list[str]]]] = {
    "hils": [
        (tap("Bare bra."), "known-error", ["Ikke helt. Det svarer du på noe annet."]),
        (tap("Jeg heter Ali."), "correct", ["Riktig!"]),
    ],
    "flere": [
        (tap("Ha det!"), "wrong", ["Det du har valgt, er riktig. Men det er flere!"]),
        (tap("Vi ses!", "Hei!"), "known-error", ["Hei!: Ikke helt. Det sier du først."]),
        (tap("Hei!"), "correct", ["Riktig!"]),
    ],
    "bor": [
        (
            write("bo", "Toyen"),
            "letters",
            [
                "Ord nummer 1: Ikke helt. Etter «jeg» skal verbet ha -r.",
                "Ord nummer 2: Nesten. Se på bokstavene i «Toyen»: æ, ø eller å?",
            ],
        ),
        (
            write("holder til", "Tøyen"),
            "correct-with-note",
            ["Ord nummer 1: Riktig! Det går også an.", "Ord nummer 2: Riktig!"],
        ),
    ],
    "dag": [
        (write("I dag jeg jobber"), "order", ["Riktige ord, feil rekkefølge. Verbet skal stå på plass nummer to."]),
        (write("I morgen jobber jeg"), "wrong", [AGAIN]),
        (write("i  dag jobber jeg"), "correct", ["Riktig!"]),
    ],
    "liten": [
        (write("intresert"), "spelling", ["Nesten. Se på hvordan du skriver «intresert»."]),
        (write("interessert!"), "correct", ["Riktig!"]),
    ],
    "velg": [
        (choose("jobba"), "wrong", [AGAIN]),
        (choose("jobbe"), "known-error", ["Ikke helt. Verbet skal ha -r."]),
        (choose("jobber"), "correct", ["Riktig!"]),
    ],
    "ordne": [
        (
            tap("i dag", "jeg", "jobber", "her"),
            "order",
            ["Rekkefølgen stemmer ikke ennå. Riktig fra begynnelsen: 1. Verbet skal stå på plass nummer to."],
        ),
        (tap("i dag", "jeg", "jobber", "her", "jeg", "jobber", "her", "i dag"), "correct", ["Riktig!"]),
    ],
    "linjer": [
        (move(("– Hei!", "Flytt opp")), "order", ["Rekkefølgen stemmer ikke ennå."]),
        (move(("– Hei!", "Flytt opp")), "order", ["Rekkefølgen stemmer ikke ennå. Riktig fra begynnelsen: 2."]),
        (move(("– Vær så god!", "Flytt ned")), "correct", ["Riktig!"]),
    ],
    "par": [
        (choose("ei bok", "en bil"), "wrong", ["Riktig så langt: 1 av 2."]),
        (choose("et hus", "en bil"), "correct", ["Riktig!"]),
    ],
    "merk": [
        (tap("Jeg", "her"), "wrong", [f"Jeg: {AGAIN}", "her: Ikke helt. «Her» sier hvor."]),
        (tap("Jeg", "her", "bor", "jobber"), "correct", ["Riktig!"]),
    ],
    "hor": [
        (write("Bussen kom snart"), "known-error", ["Ikke helt. Hør en gang til."]),
        (write("bussen kommer snart"), "correct", ["Riktig!"]),
    ],
    "lyd": [
        (write("Vi ses i dag"), "wrong", [AGAIN]),
        (write("Vi ses i morgen."), "correct", ["Riktig!"]),
    ],
}
