"""The two lists at the top of ``content/``: topics with their names, and where moved pages are now."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitebuilder.contract.document import Topic
from sitebuilder.contract.front_matter import SLUG, shown
from sitebuilder.contract.front_matter_yaml import dump, parse, parse_list
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose import one_line
from sitebuilder.contract.reader import at_path

_ADDRESS = re.compile(r"/[a-z]{2,3}/(?:[a-z0-9-]+/)*")


def read_topics(text: str, path: str) -> tuple[tuple[Topic, ...], tuple[Problem, ...]]:
    """The topics of ``topics.yml``: a list of ``id`` and ``names``."""
    found, lines, problems = parse_list(text, 1)
    topics: list[Topic] = []
    for number, entry in enumerate(found):
        line = lines[str(number)]
        names = entry.get("names") if isinstance(entry, dict) else None
        right = (
            isinstance(entry, dict)
            and set(entry) == {"id", "names"}
            and isinstance(entry["id"], str)
            and SLUG.match(entry["id"])
            and isinstance(names, dict)
            and names
            and all(isinstance(name, str) and one_line(name) for name in names.values())
        )
        if not right or not isinstance(names, dict):
            facts = {
                "wanted": "id (a-z, 0-9, hyphens) and names (a name by language)",
                "wanted_nb": "id (a-z, 0-9, bindestrek) og names (et navn for hvert språk)",
            }
            problems += (problem("C05", line, key=f"{number + 1}", value=shown(entry), **facts),)
        elif any(topic.id == entry["id"] for topic in topics):
            problems += (problem("C06", line, key=entry["id"]),)
        else:
            topics.append(Topic(entry["id"], {language: one_line(name) for language, name in names.items()}))
    return tuple(topics), at_path(path, problems)


def write_topics(topics: tuple[Topic, ...]) -> str:
    """The text of ``topics.yml``."""
    return dump([{"id": topic.id, "names": topic.names} for topic in topics])


def read_redirects(text: str, path: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Old addresses and where they lead now, from ``redirects.yml``."""
    parsed, problems = parse(text, 1)
    redirects: dict[str, str] = {}
    for old, new in parsed.values.items():
        if _ADDRESS.fullmatch(old) and isinstance(new, str) and _ADDRESS.fullmatch(new) and old != new:
            redirects[old] = new
        else:
            facts = {
                "wanted": "an address of this site, such as /nb/guides/kort-cv/, leading to another one",
                "wanted_nb": "en adresse på nettstedet, som /nb/guides/kort-cv/, som fører til en annen",
            }
            problems += (problem("C05", parsed.lines[old], key=old, value=shown(new), **facts),)
    return redirects, at_path(path, problems)


def write_redirects(redirects: Mapping[str, str]) -> str:
    """The text of ``redirects.yml``, sorted by the old address."""
    return dump(dict(sorted(redirects.items())))
