"""``/llms.txt``: what the site is and where a program finds its texts, in the form of llmstxt.org."""

from __future__ import annotations

from collections.abc import Iterable

from sitebuilder.contract.document import Kind
from sitebuilder.languages import Language
from sitebuilder.machine import addresses

_ABOUT = """\
# Mentor Toolbox

> Scenarios to practise on, cases to think over, step-by-step guides and exercises in Norwegian, for young people who
> are new in Norway and for their volunteer mentors. Free, without accounts and without tracking.

Texts are licensed CC BY 4.0. The same text has the same path in every language: exchange the first part of the path.
Each page says who wrote it and when, and whether a person has checked a translation; please pass that on.
The source of each page is Markdown with YAML front matter: add `index.md` to the address of the page.
The toolbox is no helpline. In Norway: 113 for medical emergencies, 112 for the police, 110 for fire."""


def llms_txt(languages: Iterable[Language], root: str) -> str:
    """The file's text; ``root`` is where the site stands."""
    offered = tuple(languages)
    parts = [_ABOUT, _section("Data", _data(offered, root))]
    parts += [_section(f"{one.english_name} ({one.code})", _lists(one, root)) for one in offered]
    return "\n\n".join(parts) + "\n"


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join((f"## {title}\n", *lines))


def _data(languages: Iterable[Language], root: str) -> Iterable[str]:
    yield f"- [Schema]({root}{addresses.SCHEMA}): JSON Schema of the lists of documents"
    for one in languages:
        yield f"- [Documents, {one.english_name}]({root}{addresses.documents(one.code)}): every text, with its facts"
    yield f"- [Sitemap]({root}/sitemap.xml): every page with its translations"


def _lists(language: Language, root: str) -> Iterable[str]:
    home = f"{root}/{language.code}/"
    yield f"- [Front page]({home})"
    for kind in Kind:
        yield f"- [{kind.section.capitalize()}]({home}{kind.section}/)"
    yield f"- [What is new]({root}{addresses.feed(language.code)}): Atom feed"
