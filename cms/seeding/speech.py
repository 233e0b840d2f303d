"""Sentences about mentoring, put together by dice. They read like Norwegian; nobody is meant to learn from them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

NAMES = ("Samira", "Yusuf", "Oksana", "Hodan", "Mehdi", "Selam", "Amina", "Dmytro", "Farid", "Rahel", "Khadra", "Ola")
PLACES = (
    "biblioteket",
    "en kafé",
    "NAV",
    "skolen",
    "legekontoret",
    "bussen",
    "jobben",
    "helsestasjonen",
    "idrettslaget",
)
MATTERS = (
    *("jobbintervjuet", "CV-en", "norskprøven", "et brev fra kommunen", "praksisplassen", "økonomien", "en avtale"),
    *("utdanningen", "det første møtet", "ensomheten", "et avslag", "fritiden", "foreldremøtet", "en ny kollega"),
)
_WAYS = (
    "{name} vil snakke om {matter}.",
    "Dere møtes på {place}, og {name} har med seg spørsmål om {matter}.",
    "Spør åpent, og vent på svaret.",
    "Skriv ned tre ting om {matter} før neste møte.",
    "{name} er stille når dere kommer inn på {matter}.",
    "Avtal hva hver av dere gjør før dere ses igjen på {place}.",
    "Det er lov å si at {matter} er vanskelig.",
    "Øv sammen, og bytt roller etterpå.",
    "En mentor trenger ikke ha svaret på alt om {matter}.",
    "Ta en pause på {place} om det blir mye.",
)
_ASKED = ("Hva tror du {name} trenger nå?", "Hva ville du gjort på {place}?", "Hvordan kan dere ta opp {matter} igjen?")
_DONE = (
    *("Lytt først", "Still ett spørsmål", "Skriv det ned", "Gå en tur", "Øv høyt", "Del det opp", "Vent litt"),
    *("Ring sammen", "Les brevet sammen", "Lag en plan", "Velg én ting", "Avtal en dag", "Si det som det er"),
)


@dataclass
class Speech:
    """What is said in ``language``: one and the same for the same dice, with the language named where it is another.

    ``gaps`` is the share of texts that have no words yet. The dice fall alike whatever the language.
    """

    dice: Random
    language: str = "nb"
    gaps: float = 0.0

    def sentence(self) -> str:
        return self._said(self.dice.choice(_WAYS))

    def text(self, most: int = 3) -> str:
        """One to ``most`` sentences: empty where words are missing."""
        count = self.dice.randint(1, most)
        return self._or_gap(" ".join(self.sentence() for _ in range(count)))

    def question(self) -> str:
        return self._said(self.dice.choice(_ASKED))

    def heading(self) -> str:
        return self._or_gap(self._said(self.dice.choice(_DONE)))

    def about(self, start: str) -> str:
        """A title."""
        return self._said(f"{start}: {{matter}} og {{name}} på {{place}}")

    def _or_gap(self, words: str) -> str:
        return "" if self.dice.random() < self.gaps else words

    def _said(self, pattern: str) -> str:
        words = pattern.format(
            name=self.dice.choice(NAMES), place=self.dice.choice(PLACES), matter=self.dice.choice(MATTERS)
        )
        return words if self.language == "nb" else f"[{self.language}] {words}"
