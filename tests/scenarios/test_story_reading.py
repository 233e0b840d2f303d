"""What a story's Markdown is read as, and what is refused."""

from __future__ import annotations

import pytest

from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story
from scenarios.reader import parse_story, read_story
from scenarios.reading import Chunk, Place
from scenarios.writer import write_story

MARKDOWN = """\
## Samira er stille {#stille}

Samira svarer med ett ord.

!!! note "Husk"

    ## Ikke en overskrift

\\# Heller ikke dette

- [Spør *ikke* for fort \\{1\\}](#stille-spor)
- [Foreslå en tur](#stille-tur)

### Spør *ikke* for fort \\{1} {#stille-spor .risky}

Hun ser bort.

*Hvorfor:* Et spørsmål kan kjennes
som press.

[Gå videre](#slutt)

### Foreslå en tur {#stille-tur .helpful}

*Samira:* Gjerne!

Hun reiser seg.

[Gå videre](#slutt)

## Dere går {#slutt .ending .good}

Dere prater.

- Ta med deg: Stillhet
    er *ikke* avvisning.
- Vent litt.
""".replace("*ikke* for", "\\*ikke\\* for")

STORY = Story(
    "stille",
    (
        Scene(
            "stille",
            "Samira er stille",
            'Samira svarer med ett ord.\n\n!!! note "Husk"\n\n    ## Ikke en overskrift\n\n\\# Heller ikke dette',
            (
                Choice(
                    "stille-spor",
                    "Spør *ikke* for fort {1}",
                    Quality.RISKY,
                    "Hun ser bort.",
                    "Et spørsmål kan kjennes\nsom press.",
                    "Hvorfor:",
                    Step("Gå videre", "slutt"),
                ),
                Choice(
                    "stille-tur",
                    "Foreslå en tur",
                    Quality.HELPFUL,
                    "*Samira:* Gjerne!\n\nHun reiser seg.",
                    "",
                    "",
                    Step("Gå videre", "slutt"),
                ),
            ),
        ),
        Scene(
            "slutt",
            "Dere går",
            "Dere prater.",
            outcome=Outcome.GOOD,
            takeaways=("Ta med deg: Stillhet\ner *ikke* avvisning.", "Vent litt."),
        ),
    ),
)


def test_a_story_is_read_whole() -> None:
    story, findings = read_story(MARKDOWN, start="stille")
    assert story == STORY
    assert [finding.code for finding in findings] == ["S65"]


def test_prose_and_headings_are_told_with_the_lines_they_stand_on() -> None:
    reading = parse_story(MARKDOWN, start="stille", first_line=101)
    assert reading.lines == {"stille": 101, "stille-spor": 114, "stille-tur": 123, "slutt": 131}
    assert [(chunk.place, chunk.where, chunk.line) for chunk in reading.chunks] == [
        (Place.SCENE, "stille", 103),
        (Place.CONSEQUENCE, "stille-spor", 116),
        (Place.REASON, "stille-spor", 118),
        (Place.CONSEQUENCE, "stille-tur", 125),
        (Place.SCENE, "slutt", 133),
        (Place.TAKEAWAY, "slutt", 135),
        (Place.TAKEAWAY, "slutt", 137),
    ]
    assert reading.chunks[1] == Chunk(Place.CONSEQUENCE, "stille-spor", "Hun ser bort.", 116)


def test_windows_line_ends_are_read_as_line_ends() -> None:
    assert parse_story(MARKDOWN.replace("\n", "\r\n"), start="stille") == parse_story(MARKDOWN, start="stille")


HEAD = "## A {#a}\n\nTekst.\n\n"
LINKS = "- [X](#x)\n- [Y](#y)\n\n"
CHOICES = "### X {#x .risky}\n\nOk.\n\n[Videre](#b)\n\n### Y {#y .helpful}\n\nOk.\n\n[Videre](#b)\n\n"
END = "## B {#b .ending .good}\n\nSlutt.\n\n- Ta med deg.\n"

REFUSED = [
    ("Innledning.\n\n" + HEAD, "S20", 1),
    ("# Tittel\n\n" + END, "S20", 1),
    (HEAD + "#### Dyp {#dyp}\n", "S21.level", 5),
    ("##A {#a}\n\nTekst.\n", "S21.space", 1),
    (CHOICES + END, "S21.orphan", 1),
    ("## {#a}\n", "S21.empty", 1),
    ("## A\n\nTekst.\n", "S22.missing", 1),
    ("## A {#Å}\n\nTekst.\n", "S22.form", 1),
    ("## A {#a #b}\n\nTekst.\n", "S22.many", 1),
    (HEAD + "- [Y](#y)\n- [X](#x)\n\n" + CHOICES + END, "S23.order", 5),
    (HEAD + LINKS.replace("[X]", "[Z]") + CHOICES + END, "S23.words", 5),
    (HEAD + LINKS + END, "S23.heading", 5),
    (HEAD + "- [X](#x)\n\n" + CHOICES + END, "S23.link", 13),
    (HEAD + "- [X](#x)\n" + LINKS + CHOICES + END, "S23.twice", 6),
    (HEAD + "- [Videre](#b)\n\nMer tekst.\n\n" + END, "S24.stray", 5),
    ("## A {#a}\n\nTekst.\n- [Videre](#b)\n\n" + END, "S24.blank", 4),
    (HEAD + "[Videre](#b)\n\n" + END, "S24.bullet", 5),
    (HEAD + LINKS + CHOICES.replace("[V", "- [V", 1) + END, "S24.list", 12),
    (HEAD + LINKS + CHOICES.replace("[V", "[Hit](#b)\n\n[V", 1) + END, "S24.many", 12),
    (HEAD + LINKS + CHOICES.replace(" .risky", "") + END, "S25.quality", 8),
    (HEAD + LINKS + CHOICES.replace(".risky", ".risky .helpful") + END, "S25.qualities", 8),
    (END.replace(" .good", ""), "S25.outcome", 1),
    (END.replace(".good", ".good .poor"), "S25.outcomes", 1),
    (HEAD.replace("#a", "#a .good"), "S25.ending", 1),
    (HEAD.replace("A {", "*A* {"), "S26.marks", 1),
    (HEAD + "- [](#b)\n\n" + END, "S26.empty", 5),
    (END + "    - Under.\n", "S27", 6),
    (END.replace("Slutt.\n\n", "Slutt.\n"), "S27.blank", 4),
    (HEAD + LINKS + CHOICES.replace("Ok.\n", "Ok.\n\n*Hvorfor:*\n", 1) + END, "S28", 12),
    (HEAD + LINKS + CHOICES.replace("Ok.\n", "**Hvorfor:** Fordi.\n", 1) + END, "S65", 10),
    (HEAD.replace("#a", "#a .fin"), "S15", 1),
    (HEAD.replace("#a", "#a key=value"), "S15", 1),
    (HEAD.replace("#a", "#a .helpful"), "S15", 1),
]


@pytest.mark.parametrize(("text", "wording", "line"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_cannot_be_read_is_told_with_its_line(text: str, wording: str, line: int) -> None:
    _, findings = read_story(text, start="a")
    assert (wording, line) in [(finding.wording, finding.line) for finding in findings]
    assert {finding.wording for finding in findings} - {wording} <= {"S25.quality", "S23.link", "S20", "S23.heading"}


def test_a_scene_that_only_tells_has_one_link_straight_on() -> None:
    story, findings = read_story(HEAD + "- [Videre](#b)\n\n" + END, start="a")
    assert findings == ()
    assert story.scenes[0] == Scene("a", "A", "Tekst.", onward=Step("Videre", "b"))


def test_a_checklist_at_the_end_of_an_ending_is_text_and_no_takeaway() -> None:
    story, _ = read_story("## B {#b .ending .good}\n\n- [ ] Ta med CV-en\n", start="b")
    assert (story.scenes[0].text, story.scenes[0].takeaways) == ("- [ ] Ta med CV-en", ())


def test_a_choice_without_a_way_on_is_read_and_written_as_such() -> None:
    text = "## A {#a}\n\n- [X](#x)\n\n### X {#x .risky}\n\nOk.\n"
    story, findings = read_story(text, start="a")
    assert findings == ()
    assert story.scenes[0].choices[0].onward == Step("", "")
    assert write_story(story) == text


def test_a_line_of_nothing_but_blanks_and_braces_is_read_in_no_time() -> None:
    text = "## " + " " * 50_000 + "{" * 50_000 + "x" + "\\" * 50_001
    story, _ = read_story(text, start="a")
    assert len(story.scenes) == 1
