"""Languages built side by side: this process takes its share, and forks one for every other processor.

A pool is not used: when the process that owns one is killed, its workers wait for work for ever. A forked builder
does its share and ends, whatever became of the one that asked.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection

from sitebuilder.build.engine import LanguageJob, build_language
from sitebuilder.build.offline import tell_sizes
from sitebuilder.build.report import BuildError
from sitebuilder.build.search import write_search
from sitebuilder.machine import write_for_machines

_FORK = get_context("fork")  # A job holds the whole library: forked, it is there already and need not be sent.


def build_side_by_side(jobs: Sequence[LanguageJob], processes: int | None = None) -> int:
    """Builds every job and gives the number of pages. Raises what the first failing job raised."""
    shares = _shares(jobs, processes or os.cpu_count() or 1)
    if not shares:
        return 0
    own, *others = shares
    children = []
    for share in others:
        answer, ask = _FORK.Pipe(duplex=False)
        child = _FORK.Process(target=_build_in_child, args=(share, ask), daemon=True)
        child.start()
        ask.close()
        children.append((child, answer))
    try:
        return sum(map(_build, own)) + sum(_answer(answer) for _, answer in children)
    finally:
        for child, answer in children:
            answer.close()
            child.join()


def _shares(jobs: Sequence[LanguageJob], processes: int) -> list[list[LanguageJob]]:
    """The jobs in at most ``processes`` parts of about the same number of pages."""
    shares: list[tuple[int, list[LanguageJob]]] = [(0, []) for _ in range(min(processes, len(jobs)))]
    sized = [(sum(1 for _ in job.view.documents()) + _LISTS, job) for job in jobs]
    for pages, job in sorted(sized, key=lambda pair: -pair[0]):
        lightest = min(range(len(shares)), key=lambda n: shares[n][0])
        shares[lightest] = (shares[lightest][0] + pages, [*shares[lightest][1], job])
    return [share for _, share in shares]


_LISTS = 25
"""About as many pages as a language has besides its documents."""


def _build(job: LanguageJob) -> int:
    """The language's pages, what it says to machines, what it can be searched by, and what keeping a page costs."""
    pages = build_language(job)
    write_for_machines(job.view, job.output, job.root, job.texts, job.codes)
    write_search(job.output)
    tell_sizes(job.view, job.output.parent)
    return pages


def _build_in_child(share: list[LanguageJob], ask: Connection) -> None:
    try:
        ask.send(sum(map(_build, share)))
    except (BuildError, OSError) as error:
        ask.send(error)
    except BaseException as error:
        ask.send(BuildError(f"The site could not be built: {type(error).__name__}: {error}"))
        raise


def _answer(answer: Connection) -> int:
    try:
        said = answer.recv()
    except EOFError:
        raise BuildError("A process that was building the site was ended. Publish again.") from None
    if isinstance(said, BaseException):
        raise said
    return int(said)
