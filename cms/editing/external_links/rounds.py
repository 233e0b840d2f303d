"""One walk through all links of what is live: collect them, ask each once, remember what came back."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from queue import SimpleQueue
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from cms.editing.external_links.answer import Answer, Fault
from cms.editing.external_links.asking import Asker
from cms.editing.external_links.judging import State, judge
from cms.editing.external_links.models import ExternalLink, LinkRound
from cms.editing.external_links.places import refresh_all
from cms.publishing.lock import holding

AT_ONCE = 4
"""Sites that are asked side by side; each of them gets one question at a time."""
PAUSE = 1.0
"""Seconds between two questions to one site."""
SHORT_WAIT = 60.0
"""Seconds we wait where a site asks for it. One that asks for more is left alone until the next night."""
STALE = timedelta(hours=20)
"""A round that was broken off longer ago is not gone on with: the next one begins anew."""
UNREACHED = (Fault.NO_HOST, Fault.REFUSED, Fault.TIMEOUT)
"""What it also looks like when our own network is down."""

Asked = tuple[ExternalLink, Answer]


@dataclass(frozen=True)
class Manners:
    """How links are asked."""

    asker: Asker = field(default_factory=lambda: Asker(our_name()))
    pause: float = PAUSE
    wait: Callable[[float], object] = time.sleep


def our_name() -> str:
    """What a site's keeper reads in the log: who asks, and where we are found."""
    return f"MentorToolbox-LinkCheck/1.0 (+{settings.TOOLBOX_SITE_URL or settings.WAGTAILADMIN_BASE_URL})"


def check_links(manners: Manners | None = None) -> LinkRound:
    """Walk through all links, or go on where a round was broken off. Raises `Busy` where one is under way."""
    with holding(Path(settings.TOOLBOX_VAR) / "links.lock", wait=False):
        refresh_all()
        round = _unfinished() or LinkRound.objects.create()
        asked = _remember(_ask_all(_by_site(_due(round)), manners or Manners()))
        round.offline = bool(asked.held) and not asked.answered
        round.finished_at = timezone.now()
        round.save()
        LinkRound.objects.exclude(pk=round.pk).delete()
    return round


def _unfinished() -> LinkRound | None:
    return LinkRound.objects.filter(finished_at=None, started_at__gt=timezone.now() - STALE).first()


def _due(round: LinkRound) -> Iterable[ExternalLink]:
    """Those this round has not come to yet."""
    missed = Q(checked_at=None) | Q(checked_at__lt=round.started_at)
    return ExternalLink.objects.filter(missed).exclude(state=State.EXCEPTED).order_by("url")


def _by_site(links: Iterable[ExternalLink]) -> list[list[ExternalLink]]:
    sites: dict[str, list[ExternalLink]] = defaultdict(list)
    for link in links:
        sites[urlsplit(link.url).netloc.lower()].append(link)
    return list(sites.values())


def _ask_all(sites: list[list[ExternalLink]], manners: Manners) -> Iterator[Asked]:
    """Answers as they come. Threads ask; only the one that reads these answers meets the database."""
    answers: SimpleQueue[Asked | None] = SimpleQueue()
    stopping = threading.Event()

    def walk(site: list[ExternalLink]) -> None:
        try:
            for asked in _ask_site(site, manners):
                answers.put(asked)
                if stopping.is_set():
                    break
        finally:
            answers.put(None)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            walks = [pool.submit(walk, site) for site in sites]
            ended = 0
            while ended < len(sites):
                asked = answers.get()
                ended += asked is None
                if asked:
                    yield asked
        finally:
            stopping.set()
            pool.shutdown(cancel_futures=True)
    for each in walks:
        each.result()  # What failed in a thread fails here.


def _ask_site(links: list[ExternalLink], manners: Manners) -> Iterator[Asked]:
    """One after the other. A site that asks to be left alone for long is: its other links wait for the next night."""
    for number, link in enumerate(links):
        if number:
            manners.wait(manners.pause)
        answer = manners.asker.ask(link.url)
        if 0 < answer.retry_after <= SHORT_WAIT:
            manners.wait(answer.retry_after)
            answer = manners.asker.ask(link.url)
        yield link, answer
        if answer.retry_after:
            return


@dataclass
class _Asked:
    answered: bool = False
    held: list[Asked] = field(default_factory=list)


def _remember(answers: Iterable[Asked]) -> _Asked:
    """What each answer means is remembered as soon as it is sure that our own network is up.

    Until a site has answered, those that could not be reached are held back; where none answers at all, and they are
    several, they are forgotten.
    """
    asked = _Asked()
    for link, answer in answers:
        if not asked.answered and answer.fault in UNREACHED:
            asked.held.append((link, answer))
            continue
        asked.answered = asked.answered or answer.fault is None
        _settle(link, answer)
        if asked.answered:
            _settle_all(asked)
    if len({urlsplit(link.url).netloc for link, _ in asked.held}) < 3:
        _settle_all(asked)
    return asked


def _settle_all(asked: _Asked) -> None:
    for link, answer in asked.held:
        _settle(link, answer)
    asked.held.clear()


def _settle(link: ExternalLink, answer: Answer) -> None:
    link.settle(judge(link.standing, answer, timezone.now()))
