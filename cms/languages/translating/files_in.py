"""A file that comes back from a translator: what fits is taken, all else is told with its line, and nothing is lost.

A file of another page or language changes nothing. Words for a text the original has changed since are kept as a
suggestion for what it says now. Words with broken markup are refused one by one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation, TranslationContext

from cms.languages.translating import saving
from cms.languages.translating.files_out import FORM, Belongs, belongs, once, path_of
from cms.languages.translating.markup import fault, tidy
from cms.languages.translating.texts import Text, rich_contexts, texts_of
from exchange.csv_strings import read_csv
from exchange.intake import text_of
from exchange.po_strings import read_po
from exchange.strings import Row, Sent
from exchange.xliff_strings import read_xliff

MOST_ROWS = 5_000
"""Far more than any page has texts."""


class WrongFileError(Exception):
    """The file is not for this translation. ``other`` is what it says it is for; None where it does not say."""

    def __init__(self, words: str, other: Belongs | None = None) -> None:
        self.other = other
        super().__init__(words)


@dataclass(frozen=True)
class Told:
    """A text of the file: its line there, what it is a translation of, its words, and why it was not taken."""

    line: int
    text: str
    words: str
    why: str = ""


@dataclass
class Summary:
    """What became of a file. ``left`` are the texts of the page that have no words after it."""

    kind: str
    is_older: bool = False
    """It was made from an original that says something else now."""
    taken: list[Told] = field(default_factory=list)
    replaced: list[saving.Replaced] = field(default_factory=list)
    unchanged: int = 0
    unsure: list[Told] = field(default_factory=list)
    older: list[Told] = field(default_factory=list)
    refused: list[Told] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def read_file(data: bytes) -> tuple[str, Sent]:
    """What kind of file it is, and what it says. Raises `ExchangeError`."""
    text = text_of(data)
    start = text.lstrip()
    if start.startswith("<"):
        return "XLIFF", read_xliff(start)
    if start.replace('"', "").startswith(tuple(f"{FORM.kind}{sign}key{sign}" for sign in ",;\t")):
        return "CSV", read_csv(FORM, start)
    return "PO", read_po(FORM, text)


@transaction.atomic
def take_in(translation: Translation, data: bytes, user: Any) -> Summary:
    """Takes in what fits. Raises `ExchangeError` and `WrongFileError`; then nothing is changed."""
    kind, sent = read_file(data)
    if len(sent.rows) > MOST_ROWS:
        raise WrongFileError(_("The file has more texts than any page has. See whether you chose the right one."))
    is_older = _check_belongs(translation, sent)
    intake = _Intake(translation, user, Summary(kind, is_older))
    for row in sent.rows:
        if row.words.strip():
            intake.take(row)
    saving.note_replaced(translation, intake.summary.replaced, user)
    intake.summary.left = [text.text for text in once(texts_of(translation)) if not text.words]
    return intake.summary


def _check_belongs(translation: Translation, sent: Sent) -> bool:
    """Whether the file was made from an earlier version of the original."""
    said, own = Belongs.read(sent.of), belongs(translation)
    if said is None:
        raise WrongFileError(_("The file does not say which page it belongs to. Take one that was downloaded here."))
    if said.document != own.document:
        raise WrongFileError(_("The file belongs to another page."), said)
    if said.language != own.language:
        raise WrongFileError(_("The file is for another language."), said)
    return said.source != own.source


class _Intake:
    """One file on its way in."""

    def __init__(self, translation: Translation, user: Any, summary: Summary) -> None:
        self.translation = translation
        self.user = user
        self.summary = summary
        self._texts: dict[str, list[Text]] = {}
        for text in texts_of(translation):
            self._texts.setdefault(text.path, []).append(text)
        self._rich = rich_contexts(translation.source)
        self._contexts: dict[str, int] = dict(
            TranslationContext.objects.filter(object_id=translation.source.object_id).values_list("path", "pk")
        )
        self._seen: dict[tuple[int, int], str] = {}

    def take(self, row: Row) -> None:
        path = path_of(row.key)
        text = next((each for each in self._texts.get(path, ()) if _same(each.text, row.source)), None)
        if text is None:
            self._keep(row, self._contexts.get(path))
        elif row.fuzzy:
            self.summary.unsure.append(_told(row))
        elif why := fault(text.text, row.words, is_rich=text.context in self._rich):
            self.summary.refused.append(_told(row, why))
        else:
            self._save(row, text, tidy(row.words))

    def _save(self, row: Row, text: Text, words: str) -> None:
        if self._seen.setdefault(text.place, words) != words:
            self.summary.refused.append(
                _told(row, _("The file says this twice, and in two ways. The first was taken."))
            )
        elif words == text.words:
            self.summary.unchanged += 1
        else:
            _saved, lost = saving.save_words(
                self.translation,
                context=text.context,
                string=text.string,
                words=words,
                user=self.user,
                tool=self.summary.kind,
            )
            self.summary.taken.append(_told(row))
            self.summary.replaced += [lost] if lost else []

    def _keep(self, row: Row, context: int | None) -> None:
        """The original does not say this there, or not any more."""
        if context is None:
            self.summary.refused.append(_told(row, _("The page has no such place.")))
        elif why := fault(row.source, row.words, is_rich=True) or fault(row.source, row.source, is_rich=True):
            self.summary.refused.append(_told(row, why))
        elif row.fuzzy:
            self.summary.unsure.append(_told(row))
        else:
            words = tidy(row.words)
            saving.keep_for_other_text(self.translation, context=context, text=row.source, words=words, user=self.user)
            self.summary.older.append(_told(row))


def _same(one: str, other: str) -> bool:
    """Programs for translators may break lines elsewhere."""
    return one.split() == other.split()


def _told(row: Row, why: str = "") -> Told:
    return Told(row.line, row.source, row.words, why)
