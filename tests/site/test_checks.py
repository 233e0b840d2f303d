"""Every rule of the contract: one library that breaks it, told at its file and line, and one that keeps it."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from sitebuilder.contract.checks import check_content
from sitebuilder.contract.problems import Problem, errors
from sitebuilder.contract.rules_page import rules_page
from sitebuilder.contract.tree import read_tree
from sitebuilder.contract.wording import WORDING

from tests.site.test_documents import CONTENT

ROOT = Path(__file__).parents[2]
GUIDE = "nb/guides/det-forste-motet.md"
ENGLISH = "en/guides/det-forste-motet.md"
CASE = "en/cases/drommen-om-medisin.md"
SERIES = "nb/guides/cv-hva-er-en-cv.md"
BOX = "nb/help/bekymring.md"
SCENARIO = "en/scenarios/mentee-som-tier.md"


@dataclass(frozen=True)
class Fault:
    """A change of one file that breaks one rule. ``at`` begins the line it is told at; empty is the first line."""

    code: str
    path: str
    old: str
    new: str
    at: str = ""


END = "\x00"
"""Stands for the end of a file where a text is put in."""

FAULTS = [
    Fault("C01", GUIDE, END, "\udcff", "\udcff"),
    Fault("C02", GUIDE, "---\nid:", "id:"),
    Fault("C02", GUIDE, "title: ", "title: &a ", "title: &a"),
    Fault("C02", "topics.yml", "- id: first-meeting", "id: first-meeting\nx:\n- id: first-meeting"),
    Fault("C03", GUIDE, "title:", "farge: rød\ntitle:", "farge:"),
    Fault("C03", BOX, "title:", "farge: rød\ntitle:", "farge:"),
    Fault("C04", GUIDE, "together:", "mentor:"),
    Fault("C04", BOX, "id: bekymring", "id:", "id:"),
    Fault("C05", GUIDE, "minutes: ", "minutes: 99", "minutes:"),
    Fault("C05", GUIDE, "type: guide", "type: case\nfictional: true", "type: case"),
    Fault("C05", BOX, "id: bekymring", "id: noe-annet", "id:"),
    Fault("C05", "topics.yml", "- id: trust", "- id: 12", "- id: 12"),
    Fault("C06", GUIDE, "title:", "title: En\ntitle:", "title:"),
    Fault("C06", "topics.yml", "- id: trust", "- id: first-meeting", "- id: first-meeting"),
    Fault("C10", GUIDE, END, "Hei <b>du</b>", "Hei <b>"),
    Fault("C11", GUIDE, END, "> sitat", "> sitat"),
    Fault("C11", GUIDE, END, "Ta med:\n- CV", "- CV"),
    Fault("C11", GUIDE, END, "- [ ] Ta med\n    - CV", "    - CV"),
    Fault("C12", GUIDE, END, "Aldri *slutt", "Aldri"),
    Fault("C13", GUIDE, END, "[klikk](javascript:alert(1))", "[klikk]"),
    Fault("C14", GUIDE, END, "!!! danger\n\n    Fare", "!!! danger"),
    Fault("C15", GUIDE, END, "## Hils uten id", "## Hils"),
    Fault("C15", GUIDE, END, "!!! tip\n\n    ### En {#en}\n\n    ### To {#en}", "    ### To"),
    Fault("C16", GUIDE, END, "![](../../media/images/a.webp)", "![]("),
    Fault("C17", CASE, ".facilitator}", ".leader}", "## "),
    Fault("C17", GUIDE, END, "## \u202e {#tom}", "## \u202e"),
    Fault("C20", GUIDE, END, "[dit](../guides/finnes-ikke.md)", "[dit]"),
    Fault("C20", GUIDE, "related:", "related:\n- ../cases/finnes-ikke.md", "- ../cases/finnes-ikke.md"),
    Fault("C21", GUIDE, END, "![Et hus](../../media/images/borte.webp)", "![Et hus]"),
    Fault("C22", GUIDE, "topics:\n", "topics:\n- ukjent\n", "- ukjent"),
    Fault("C22", GUIDE, "published_on:", "help:\n- ukjent\npublished_on:", "- ukjent"),
    Fault("C25", SERIES, "  order: 1\n", "  order: 2\n", "series:"),
    Fault("C26", GUIDE, END, "[dit](../guides/cv-hva-er-en-cv.md#finnes-ikke)", "[dit]"),
    Fault("C26", GUIDE, END, "[opp](#finnes-ikke)", "[opp]"),
    Fault("C20", BOX, END, "[dit](../guides/finnes-ikke.md)", "[dit]"),
    Fault("C31", ENGLISH, "  from: nb", "  from: uk", "translation:"),
    Fault("C32", GUIDE, END, "Et nytt avsnitt.", ""),
    Fault("C40", GUIDE, "title: ", "title:   ", ""),
    Fault("C41", BOX, "id:", "id:", ""),
]


def _broken(content: Path, fault: Fault) -> None:
    file = content / fault.path
    text = file.read_text("utf-8")
    if fault.old == END:
        text = f"{text}\n{fault.new}\n"
    else:
        assert fault.old in text, fault
        text = text.replace(fault.old, fault.new, 1)
    file.write_bytes(text.encode("utf-8", "surrogateescape"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def _codes(problems: tuple[Problem, ...]) -> list[tuple[str, str, int]]:
    return [(p.code, p.path, p.line) for p in problems]


FOUND_IN_CONTENT = check_content(CONTENT)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.path}-{fault.new[:15]!r}")
def test_a_broken_rule_is_told_at_its_file_and_line(fault: Fault, content: Path) -> None:
    _broken(content, fault)
    path = ENGLISH if fault.code == "C32" else fault.path
    lines = (content / fault.path).read_text("utf-8", "surrogateescape").split("\n")
    wanted = [n for n, line in enumerate(lines, 1) if fault.at and line.startswith(fault.at)] or [1]
    if fault.code == "C32":
        wanted = [n for n, line in enumerate((content / path).read_text().split("\n"), 1) if line == "translation:"]
    told = [line for code, where, line in _codes(check_content(content)) if (code, where) == (fault.code, path)]
    assert set(told) & set(wanted), (told, wanted)


def test_the_toolbox_itself_breaks_no_rule_but_that_a_person_must_verify_its_help_boxes() -> None:
    assert {p.code for p in FOUND_IN_CONTENT} <= {"C41"}


def test_a_verified_help_box_is_not_told(content: Path) -> None:
    file = content / BOX
    file.write_text(file.read_text("utf-8").replace("\n---\n", "\nverified_on: 2026-11-20\n---\n", 1), "utf-8")
    assert BOX not in [p.path for p in check_content(content)]


@pytest.mark.parametrize(("path", "code"), [(GUIDE, "C42"), ("nb/scenarios/mentee-som-tier.md", "S59")])
def test_a_review_that_is_overdue_is_told_from_the_day_after(path: str, code: str, content: Path) -> None:
    text = (content / path).read_text("utf-8")
    (content / path).write_text(text.replace("published_on:", "review_by: 2026-11-30\npublished_on:"), "utf-8")
    last, after = dt.date(2026, 11, 30), dt.date(2026, 12, 1)
    assert code not in {p.code for p in check_content(content, last)}
    told = [p for p in check_content(content, after) if p.code == code]
    assert [(p.path, p.severity) for p in told] == [(path, "warning")]
    assert (content / path).read_text("utf-8").split("\n")[told[0].line - 1] == "review_by: 2026-11-30"


def test_two_documents_with_one_id_are_told(content: Path) -> None:
    copy = "nb/guides/en-kopi.md"
    shutil.copy(content / GUIDE, content / copy)
    told = _codes(check_content(content))
    assert {(code, path) for code, path, _ in told if path.startswith("nb/")} >= {("C23", copy)}


def test_a_second_original_is_told(content: Path) -> None:
    file = content / ENGLISH
    text = re.sub("translation:\n(  .*\n)+", "translation: source\n", file.read_text("utf-8"))
    file.write_text(text, "utf-8")
    line = text.split("\n").index("translation: source") + 1
    told = [each for each in _codes(check_content(content)) if each[0] == "C33"]
    assert told in ([("C33", ENGLISH, line)], [("C33", GUIDE, line)])


def test_a_translation_under_another_name_is_told(content: Path) -> None:
    moved = "en/guides/the-first-meeting.md"
    (content / ENGLISH).rename(content / moved)
    assert ("C24", moved) in [(code, path) for code, path, _ in _codes(check_content(content))]


def test_a_translation_with_other_parts_is_told_where_the_part_stands(content: Path) -> None:
    file = content / CASE
    text = file.read_text("utf-8")
    id = text.split("{#")[1].split(" ")[0].split("}")[0]
    file.write_text(text.replace(f"{{#{id}", "{#annet", 1), "utf-8")
    line = next(n for n, each in enumerate(file.read_text("utf-8").split("\n"), 1) if "{#annet" in each)
    assert ("C30", CASE, line) in _codes(check_content(content))


def test_a_translated_story_with_another_quality_is_told_at_the_heading(content: Path) -> None:
    file = content / SCENARIO
    text = file.read_text("utf-8")
    line = next(n for n, each in enumerate(text.split("\n"), 1) if ".helpful}" in each)
    file.write_text(text.replace(".helpful}", ".harmful}", 1), "utf-8")
    assert ("S14", SCENARIO, line) in _codes(check_content(content))


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new), "utf-8")


def test_a_translation_older_than_its_original_may_have_the_structure_of_before(content: Path) -> None:
    _change(content / SCENARIO.replace("en/", "nb/"), "#kafeen-tur", "#kafeen-gatur")
    _change(content / SCENARIO.replace("en/", "nb/"), ".helpful}", ".workable}")
    told = [p for p in check_content(content) if p.path == SCENARIO]
    assert {(p.code, p.severity) for p in told} == {("C32", "warning"), ("S13", "warning"), ("S14", "warning")}


def test_a_translation_of_the_present_original_must_have_its_structure(content: Path) -> None:
    _change(content / SCENARIO, "#kafeen-tur", "#another-answer")
    told = [p for p in check_content(content) if p.path == SCENARIO]
    assert {(p.code, p.severity) for p in told} == {("S13", "error"), ("S14", "error")}


@pytest.mark.parametrize(
    ("retired", "code"),
    [("- stille", "S16"), ("- Ikke en id", "C05"), ("- borte\n- borte", "C05"), ("- borte\n- borte-2", "")],
)
def test_an_id_that_was_retired_belongs_to_nothing_else(retired: str, code: str, content: Path) -> None:
    file = content / "nb/scenarios/mentee-som-tier.md"
    id = file.read_text("utf-8").split("{#")[1].split("}")[0].split(" ")[0]
    _change(file, "\ntogether:", f"\nretired:\n{retired.replace('stille', id)}\ntogether:")
    told = [(p.code, p.severity) for p in check_content(content) if p.path == "nb/scenarios/mentee-som-tier.md"]
    assert told == ([(code, "error")] if code else [])
    assert not any(p.code == "C32" for p in check_content(content) if p.path == SCENARIO)


@pytest.mark.parametrize(
    "path", ["xxxx/guides/a.md", "nb/notes.txt", "nb/guides/deep/a.md", "media/a.html", "media/audio/a.exe"]
)
def test_a_file_in_a_place_that_is_not_known_is_told_and_not_read(path: str, content: Path) -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(content / GUIDE, content / path)
    assert ("C17", path, 1) in _codes(check_content(content))
    assert path not in read_tree(content).texts


def test_texts_of_a_language_whose_words_are_gone_are_told_once_with_their_number(content: Path) -> None:
    for name in ("det-forste-motet.md", "cv-hva-er-en-cv.md"):
        text = (content / "en/guides" / name).read_text("utf-8")
        (content / "xx/guides").mkdir(parents=True, exist_ok=True)
        (content / "xx/guides" / name).write_text(text, "utf-8")
    told = [str(p) for p in errors(check_content(content))]
    assert len(told) == 1
    assert "xx/guides/cv-hva-er-en-cv.md:1: C18 error: There are 2 texts in the language “xx”" in told[0]
    assert "site/languages/xx.yml" in told[0]


def test_a_file_name_that_is_no_address_is_told(content: Path) -> None:
    shutil.copy(content / GUIDE, content / "nb/guides/Det første.md")
    assert ("C05", "nb/guides/Det første.md", 1) in _codes(check_content(content))


def test_a_link_to_a_part_that_is_there_is_right(content: Path) -> None:
    _broken(
        content, Fault("", GUIDE, END, "[dit](../guides/cv-hva-er-en-cv.md#utkast) og [ned](#ned)\n\n## Gå ned {#ned}")
    )
    assert "C26" not in [p.code for p in check_content(content)]


def test_old_addresses_that_lead_in_a_circle_are_told_and_a_chain_is_not(content: Path) -> None:
    lines = ["/nb/a/: /nb/b/", "/nb/b/: /nb/c/", "/nb/c/: /nb/a/", "/nb/d/: /nb/e/", "/nb/e/: /nb/guides/"]
    (content / "redirects.yml").write_text("\n".join(lines) + "\n", "utf-8")
    assert [each for each in _codes(check_content(content)) if each[0] == "C27"] == [
        ("C27", "redirects.yml", 1),
        ("C27", "redirects.yml", 2),
        ("C27", "redirects.yml", 3),
    ]


def test_every_rule_has_an_example_here() -> None:
    told_elsewhere = {"C18", "C42", "C43", "C44", "C45", "C46", "C23", "C24", "C27", "C30", "C33"}
    assert {fault.code for fault in FAULTS} | told_elsewhere == set(WORDING)


def test_every_rule_is_said_in_norwegian_and_in_english() -> None:
    for severity, words in WORDING.values():
        assert severity in ("error", "warning")
        assert set(words) == {"en", "nb"}
        assert words["en"] != words["nb"]


def test_the_page_about_the_rules_is_the_one_the_rules_make() -> None:
    remedy = "Run: .venv/bin/python -m sitebuilder.contract.rules_page > docs/checks.md"
    assert (ROOT / "docs/checks.md").read_text("utf-8") == rules_page(), remedy
