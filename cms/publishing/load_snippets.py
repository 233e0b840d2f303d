"""Topics and help boxes from ``content/``."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sitebuilder.contract.document import HelpBox as HelpBoxSaid
from sitebuilder.contract.document import Topic as TopicSaid
from wagtail.models import Locale

from cms.library.mapping.documents import apply_help_box, to_help_box
from cms.library.mapping.links import Links
from cms.library.mapping.problems import CannotHold, Problem, cannot_hold
from cms.library.models import HelpBox, Topic, TopicName

if TYPE_CHECKING:
    from cms.publishing.load import LoadReport

_SPACE = uuid.UUID("0c9f7a44-8f0e-4b57-9a3c-3d3f6a1c2b51")
"""Makes a help box's translation key from its id."""


def load_topics(topics: tuple[TopicSaid, ...], report: LoadReport) -> None:
    """Topics with their names, in the order of the file. Those without a place in it stay, after the others."""
    known = {topic.key: topic for topic in Topic.objects.prefetch_related("names")}
    for order, said in enumerate(topics):
        topic = known.get(said.id)
        names = [(name.language, name.name) for name in topic.names.all()] if topic else []
        if topic and names == list(said.names.items()) and topic.sort_order == order:
            report.unchanged += 1
            continue
        (report.updated if topic else report.created).append(f"topics.yml: {said.id}")
        topic = topic or Topic(key=said.id)
        topic.sort_order = order
        topic.names.set(
            [TopicName(language=code, name=name, sort_order=n) for n, (code, name) in enumerate(said.names.items())]
        )
        topic.save()
    for order, topic in enumerate(
        (t for t in known.values() if t.key not in {said.id for said in topics}), len(topics)
    ):
        if topic.sort_order != order:
            Topic.objects.filter(pk=topic.pk).update(sort_order=order)


def load_help_boxes(
    boxes: tuple[HelpBoxSaid, ...], locales: Mapping[str, Locale], links: Links, report: LoadReport
) -> list[Problem]:
    """Help boxes, live. Gives a problem for each that would not come out as it went in."""
    known = {(box.locale.language_code, box.key): box for box in HelpBox.objects.select_related("locale")}
    problems = []
    for said in boxes:
        box = known.get((said.language, said.id))
        if box and box.live and to_help_box(box, links) == said:
            report.unchanged += 1
            continue
        try:
            saved = _save(box, said, locales[said.language], links, report)
            if to_help_box(saved, links) != said:
                raise CannotHold("other")
        except CannotHold as what:
            problems.append(cannot_hold(said.path, what))
    return problems


def _save(box: HelpBox | None, said: HelpBoxSaid, locale: Locale, links: Links, report: LoadReport) -> HelpBox:
    (report.updated if box else report.created).append(said.path)
    if box and box.has_unpublished_changes:
        report.drafts_set_aside.append(said.path)
    saved = box or HelpBox(locale=locale, translation_key=uuid.uuid5(_SPACE, said.id))
    apply_help_box(saved, said, links)
    saved.live, saved.has_unpublished_changes = True, False
    saved.save()
    revision = saved.save_revision(changed=False)
    HelpBox.objects.filter(pk=saved.pk).update(live_revision=revision, has_unpublished_changes=False)
    return saved
