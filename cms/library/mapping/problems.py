"""What only the CMS can find wrong with a page: things it uses that are gone, and texts it has no block for."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from sitebuilder.contract.problems import Problem

__all__ = ["CannotHold", "Problem", "cannot_hold", "missing_media", "missing_page", "not_valid"]

_FILES = {"images": ("picture", "bilde"), "audio": ("recording", "lydopptak")}


class CannotHold(Exception):
    """A text says something the editor has no block for; ``code`` names it in `_UNHELD`."""

    def __init__(self, code: str, where: str = "") -> None:
        self.code = code
        self.where = where
        super().__init__(code)


_UNHELD: dict[str, dict[str, tuple[str, str]]] = {
    "box-in-box": {
        "en": (
            "A box inside a box cannot be edited in the CMS.",
            "Write the inner box as text, or after the outer one.",
        ),
        "nb": ("En boks inni en boks kan ikke redigeres i CMS-et.", "Skriv den indre som tekst, eller etter den ytre."),
    },
    "heading-in-box": {
        "en": ("A heading inside a box cannot be edited in the CMS.", "Write it in bold, or use the title of the box."),
        "nb": (
            "En overskrift i en boks kan ikke redigeres i CMS-et.",
            "Skriv den med fet skrift, eller i boksens tittel.",
        ),
    },
    "heading-in-scene": {
        "en": ("A heading inside a scene cannot be edited in the CMS.", "Write it in bold: headings are choices here."),
        "nb": ("En overskrift i en scene kan ikke redigeres i CMS-et.", "Skriv den fet: her er overskrifter valg."),
    },
    "only-text": {
        "en": ("Only paragraphs and lists can stand here.", "Move the box, picture or table to the text of the scene."),
        "nb": ("Her kan det bare stå avsnitt og lister.", "Flytt boksen, bildet eller tabellen til teksten i scenen."),
    },
    "phrase": {
        "en": ("A phrase holds paragraphs and lists only, and is not folded.", "Use !!! phrase, with text under it."),
        "nb": ("En frase har bare avsnitt og lister og er ikke foldet sammen.", "Bruk !!! phrase, med tekst under."),
    },
    "dialogue": {
        "en": ("A dialogue in the CMS is for exactly two.", "Give it two parts, and each line one of them."),
        "nb": ("En samtale i CMS-et er for nøyaktig to.", "Gi den to roller, og hver replikk én av dem."),
    },
    "other": {
        "en": ("The CMS would not write this file as it stands.", "Run “toolbox format” on it, then “toolbox check”."),
        "nb": ("CMS-et ville ikke skrevet filen slik den står.", "Kjør «toolbox format» på den, så «toolbox check»."),
    },
}


def missing_page(path: str, where: str) -> Problem:
    """A link or a reference to a page that was deleted, or that is no document."""
    words = {
        "en": (
            "A link leads to a page that is gone or that readers cannot open.",
            "Choose another page, or remove the link.",
        ),
        "nb": (
            "En lenke går til en side som er slettet, eller som lesere ikke kan åpne.",
            "Velg en annen side, eller fjern lenken.",
        ),
    }
    return Problem("L01", "error", path, 0, words, where)


def missing_media(path: str, where: str, kind: str) -> Problem:
    """A picture or a recording that was deleted while it was in use."""
    en, nb = _FILES[kind]
    words = {
        "en": (f"A {en} used here has been deleted.", f"Choose another {en}, or remove the block."),
        "nb": (f"Et {nb} som brukes her, er slettet.", f"Velg et annet {nb}, eller fjern blokken."),
    }
    return Problem("L02", "error", path, 0, words, where)


def cannot_hold(path: str, what: CannotHold) -> Problem:
    """A file that would not come out of the CMS as it went in."""
    return Problem("L03", "error", path, 0, _UNHELD[what.code], what.where)


def not_valid(path: str, error: ValidationError) -> Problem:
    """A page the CMS does not take; the words are Django's, in the language that is active."""
    said = "; ".join(error.messages)
    words = {
        "en": (f"The CMS does not take this page: {said}", "Correct the file, or the page that is in its way."),
        "nb": (f"CMS-et tar ikke imot siden: {said}", "Rett filen, eller siden som er i veien for den."),
    }
    return Problem("L04", "error", path, 0, words)
