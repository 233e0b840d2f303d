"""Fills an empty database with a made-up library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from random import Random

from django.db import transaction
from sitebuilder.contract.document import Kind, Topic
from sitebuilder.contract.registers import read_topics
from wagtail_localize.models import StringTranslation

from cms.config.settings.env import ROOT
from cms.languages.follow import soon
from cms.languages.standing import Work
from cms.library.models import PAGE_OF_KIND
from cms.publishing.load import LoadReport
from cms.publishing.load_places import Places, ensure_places
from cms.publishing.load_snippets import load_topics
from cms.seeding.documents import KINDS, Maker
from cms.seeding.localize import keep
from cms.seeding.pages import ORIGINAL, pages_of
from cms.seeding.plan import Plan, plan_for
from cms.seeding.review import ask_for_review
from cms.seeding.store import NewPage, store

Made = list[tuple[Plan, dict[str, NewPage]]]


class NotEmpty(Exception):
    """There are documents already; nothing was made."""


@transaction.atomic
def fill(documents: int, seed: int = 1) -> int:
    """Makes ``documents`` documents in the languages their plans say, and gives the number of pages.

    Raises `NotEmpty` where there is a document already. Where each stands is told after the commit.
    """
    if any(model.objects.exists() for model in PAGE_OF_KIND.values()):
        raise NotEmpty
    places = ensure_places()
    topics = _topics()
    load_topics(topics, LoadReport())
    maker = Maker(seed, tuple(topic.id for topic in topics))
    plans = [plan_for(number, seed) for number in range(documents)]
    made = [(plan, pages_of(number, plan, maker, places.locales)) for number, plan in enumerate(plans)]
    _store(made, places)
    _ask_for_review(made)
    _keep_in_localize(made, places, seed)
    soon(None)
    return sum(len(pages) for _, pages in made)


def _topics() -> tuple[Topic, ...]:
    """The toolbox's own."""
    file = ROOT / "content" / "topics.yml"
    return read_topics(file.read_text("utf-8"), file.name)[0]


def _store(made: Made, places: Places) -> None:
    by_section: dict[tuple[str, Kind], list[NewPage]] = defaultdict(list)
    for number, (_, pages) in enumerate(made):
        for language, page in pages.items():
            by_section[language, KINDS[number % len(KINDS)]].append(page)
    for place, pages in by_section.items():
        store(places.sections[place], pages)


def _ask_for_review(made: Made) -> None:
    stands = ((plan.translations.get(language, plan.original), page) for plan, page, language in _each(made))
    ask_for_review(page.row for stand, page in stands if stand.work is Work.AWAITING_REVIEW)


def _each(made: Made) -> Iterable[tuple[Plan, NewPage, str]]:
    return ((plan, page, language) for plan, pages in made for language, page in pages.items())


def _keep_in_localize(made: Made, places: Places, seed: int) -> None:
    dice = Random(f"words {seed}")
    words: list[StringTranslation] = []
    for plan, pages in made:
        if plan.by_localize and plan.translations:
            words += keep(pages[ORIGINAL].row, plan, places.locales, dice)
    # The same text in two places of a page is one to localize.
    StringTranslation.objects.bulk_create(words, ignore_conflicts=True, batch_size=500)
