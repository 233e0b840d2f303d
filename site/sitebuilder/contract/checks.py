"""Rules that hold between documents: links, ids, series, and translations beside their originals."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from exercises.craft import check_listening
from exercises.translation import check_same_norwegian
from scenarios.craft import check_review
from scenarios.model import Story
from scenarios.translation import check_same_structure
from sitebuilder.contract.case_checks import check_case
from sitebuilder.contract.document import Case, Document, ExerciseSet, Guide, HelpBox, Kind, Library
from sitebuilder.contract.hashing import source_hash
from sitebuilder.contract.href import is_document
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose_walk import anchors_of, hrefs_in, hrefs_of, images_of
from sitebuilder.contract.rooms import from_findings
from sitebuilder.contract.tree import REDIRECTS, Tree, files_of, read_tree
from sitebuilder.languages import ORDER


def check_content(content: Path, today: dt.date | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong under ``content``, in the order of paths and lines.

    With ``today`` also what should have been reviewed before that day.
    """
    return check_tree(read_tree(content), today)


def check_tree(tree: Tree, today: dt.date | None = None) -> tuple[Problem, ...]:
    """As `check_content`, for a tree that was read already."""
    found = [*tree.problems, *check_library(tree.library, tree.media)]
    if today:
        found.extend(p for document in tree.library.documents for p in _check_review(document, today))
    found.extend(_not_canonical(tree))
    placed = [replace(p, line=_line(tree.texts.get(p.path, ""), p)) if not p.line else p for p in found]
    return tuple(sorted(placed, key=lambda p: (p.path, p.line, p.code)))


def check_library(library: Library, media: frozenset[str] | None = None) -> tuple[Problem, ...]:
    """What is wrong between documents. ``media`` names the files there are; None leaves them unchecked."""
    return tuple(_check(library, media))


def _check(library: Library, media: frozenset[str] | None) -> Iterator[Problem]:
    known = _places(library.documents)
    topics = {topic.id for topic in library.topics}
    boxes = {box.id for box in library.help_boxes}
    for document in library.documents:
        if isinstance(document.body, Case):
            yield from check_case(document, document.body)
        if isinstance(document.body, ExerciseSet):
            for p in from_findings(check_listening(document.body.items, document.front.level)):
                yield replace(p, path=document.path, needle=f"id: {p.where}")
        yield from _check_links(document, known)
        yield from _check_media(document, media)
        for id in document.front.topics:
            if id not in topics:
                names = {"what": "topic", "what_nb": "tema", "id": id}
                yield problem("C22", 0, path=document.path, needle=f"- {id}", **names)
        for id in document.front.help:
            if id not in boxes:
                names = {"what": "help box", "what_nb": "hjelpeboks", "id": id}
                yield problem("C22", 0, path=document.path, needle=f"- {id}", **names)
    yield from _check_languages(library)
    yield from _check_help(library.help_boxes, known)
    yield from _check_redirects(library.redirects)
    yield from _check_series(library.documents)
    yield from _check_ids(library.documents)


def _check_languages(library: Library) -> Iterator[Problem]:
    """One problem for a language whose words are gone, not one for each of its texts."""
    texts: tuple[Document | HelpBox, ...] = (*library.documents, *library.help_boxes)
    lost: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if text.language not in ORDER:
            lost[text.language].append(text.path)
    for language, paths in sorted(lost.items()):
        yield problem("C18", 1, path=min(paths), language=language, count=len(paths))


def _check_review(document: Document, today: dt.date) -> Iterator[Problem]:
    review_by = document.front.review_by
    if document.front.type is Kind.SCENARIO:
        for p in from_findings(check_review(review_by, today)):
            yield replace(p, path=document.path, needle="review_by:")
    elif review_by and review_by < today:
        yield problem("C42", 0, path=document.path, needle="review_by:", date=review_by)


Places = Mapping[str, frozenset[str]]
"""The documents there are, as links name them, and the parts of each that a link can lead to, in any language."""


def _places(documents: Iterable[Document]) -> Places:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for document in documents:
        found[f"../{document.front.type.section}/{document.slug}.md"] |= anchors_of(document.body)
    return found


def _check_links(document: Document, known: Places) -> Iterator[Problem]:
    front = document.front
    own = f"../{front.type.section}/{document.slug}.md"
    for href in (*hrefs_of(document.body), *front.related, *([front.scenario] if front.scenario else [])):
        yield from _check_link(document.path, f"{own}{href}" if href.startswith("#") else href, href, known)


def _check_link(path: str, href: str, needle: str, known: Places) -> Iterator[Problem]:
    if not is_document(href):
        return
    page, _, anchor = href.partition("#")
    if page not in known:
        yield problem("C20", 0, path=path, needle=needle, target=needle)
    elif anchor and anchor not in known[page]:
        yield problem("C26", 0, path=path, needle=needle, anchor=f"#{anchor}", page=page.removeprefix("../"))


def _check_media(document: Document, media: frozenset[str] | None) -> Iterator[Problem]:
    for src in images_of(document.body):
        target = src.removeprefix("../../")
        if not src.startswith("../../media/") or (media is not None and target not in media):
            yield problem("C21", 0, path=document.path, needle=src, target=target)


def _check_redirects(redirects: Mapping[str, str]) -> Iterator[Problem]:
    for old in redirects:
        address, seen = redirects[old], {old}
        while address in redirects and address not in seen:
            seen.add(address)
            address = redirects[address]
        if address == old:
            yield problem("C27", 0, path=REDIRECTS, needle=f"{old}:", old=old)


def _check_help(boxes: Iterable[HelpBox], known: Places) -> Iterator[Problem]:
    for box in boxes:
        for href in hrefs_in(box.blocks):
            yield from _check_link(box.path, href, href, known)
        if not box.verified_on:
            yield problem("C41", 1, path=box.path, id=box.id)


def _check_series(documents: Iterable[Document]) -> Iterator[Problem]:
    taken: dict[tuple[str, str, int], Document] = {}
    for document in documents:
        series = document.front.series
        if not series:
            continue
        other = taken.setdefault((document.language, series.id, series.order), document)
        if other is not document:
            yield problem(
                "C25",
                0,
                path=document.path,
                needle="series:",
                order=series.order,
                series=series.id,
                other=other.path,
            )


def _check_ids(documents: Iterable[Document]) -> Iterator[Problem]:
    by_id: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_id[document.front.id].append(document)
    for versions in by_id.values():
        originals = [document for document in versions if not document.front.translation]
        seen: dict[str, Document] = {}
        for document in versions:
            other = seen.setdefault(document.language, document)
            if other is not document:
                facts = {"id": document.front.id, "other": other.path}
                yield problem("C23", 0, path=document.path, needle="id:", **facts)
        for extra in originals[1:]:
            yield problem("C33", 0, path=extra.path, needle="translation:")
        for document in versions:
            if document.front.translation:
                yield from _check_translation(document, originals)


def _check_translation(document: Document, originals: list[Document]) -> Iterator[Problem]:
    translation = document.front.translation
    assert translation
    source = next((original for original in originals if original.language == translation.language), None)
    if source is None:
        yield problem("C31", 0, path=document.path, needle="translation:", language=translation.language)
        return
    if (document.slug, document.front.type) != (source.slug, source.front.type):
        yield problem("C24", 0, path=document.path, original=f"{source.front.type.section}/{source.slug}.md")
    found = [p.at(document.path) for p in _check_structure(source, document)]
    if translation.of != source_hash(source):
        # It has the structure its original had: that says what there is to do, and is no reason to take it down.
        yield problem("C32", 0, path=document.path, needle="translation:")
        found = [replace(p, severity="warning") for p in found]
    yield from found


def _check_structure(source: Document, document: Document) -> Iterator[Problem]:
    match source.body, document.body:
        case Story() as original, Story() as translated:
            found = from_findings(check_same_structure(original, translated))
            yield from (replace(p, needle=f"{{#{p.where}") for p in found)
        case ExerciseSet() as original, ExerciseSet() as translated:
            found = from_findings(check_same_norwegian(original.items, translated.items))
            yield from (replace(p, needle=f"id: {p.where}") for p in found)
        case (Guide() | Case()) as original, (Guide() | Case()) as translated:
            wanted, there = ([(s.id, s.role, s.whose) for s in body.sections] for body in (original, translated))
            for id in sorted({id for id, *_ in set(wanted) ^ set(there)}):
                yield problem("C30", 0, needle=f"{{#{id}", what=f"#{id}", what_nb=f"#{id}", where=id)
            if set(wanted) == set(there) and wanted != there:
                words = {"what": "the order of its sections", "what_nb": "rekkefølgen på delene"}
                yield problem("C30", 0, **words)


def _not_canonical(tree: Tree) -> Iterator[Problem]:
    wrong = {p.path for p in tree.problems if p.severity == "error" or p.code == "C40"}
    for path, data in files_of(tree.library).items():
        if path not in wrong and tree.texts[path].encode() != data:
            yield problem("C40", 1, path=path)


def _line(text: str, found: Problem) -> int:
    """The first line on which the problem's needle stands; 1 where it is not found."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if found.needle and found.needle in line), 1)
