"""``toolbox exercise import|export|check`` as people run it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sitebuilder import exercise_words as translating
from sitebuilder.cli import main
from sitebuilder.contract.document import Document
from sitebuilder.contract.hashing import source_hash
from sitebuilder.contract.reader import read_data

from exchange.csv_strings import read_csv, write_csv
from exchange.po_strings import read_po, write_po
from exchange.strings import words_of
from exercises.exchange.strings import FORM

CONTENT = Path(__file__).parents[3] / "content"
SETS = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.glob("*/exercises/*.md"))
SET = "pa-bussen.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with the texts of two languages, and nothing else."""
    for language in ("nb", "en"):
        shutil.copytree(CONTENT / language / "exercises", tmp_path / "content" / language / "exercises")
    return tmp_path / "content"


def _run(*args: object) -> Result:
    return CliRunner().invoke(main, ["exercise", *map(str, args)])


@pytest.mark.parametrize("name", SETS)
def test_every_published_set_goes_out_and_comes_back_byte_for_byte(name: str, tmp_path: Path) -> None:
    before = (CONTENT / name).read_bytes()
    for ending in ("gift", "h5p", "json", "anki.csv"):
        out = tmp_path / f"out.{ending}"
        file = tmp_path / ending / name
        file.parent.mkdir(parents=True)
        file.write_bytes(before)
        assert _run("export", file, "--output", out, "--content", tmp_path / ending).exit_code == 0
        file.unlink()
        assert _run("import", out, "--to", name, "--content", tmp_path / ending).exit_code == 0
        assert file.read_bytes() == before


@pytest.mark.parametrize("language", ["en", "ar", "uk"])
def test_every_translation_that_is_up_to_date_comes_back_from_translators_as_it_was(language: str) -> None:
    pairs = [(_document(f"nb/{n.partition('/')[2]}"), _document(n)) for n in SETS if n.startswith(f"{language}/")]
    current = [(a, b) for a, b in pairs if b.front.translation and b.front.translation.of == source_hash(a)]
    assert current
    for original, before in current:
        _comes_back(original, before)


def _comes_back(original: Document, before: Document) -> None:
    texts = list(translating.strings_of(original))
    for sent in (
        read_csv(FORM, write_csv(FORM, original.front.id, texts, translating.ROOM.kept(original, before))),
        read_po(FORM, write_po(FORM, original.front.id, "xx", texts, translating.ROOM.kept(original, before))),
    ):
        words = words_of(sent, original.front.id, texts, {})
        assert translating.translated(original, before.language, words, before) == before


def _document(name: str) -> Document:
    document, _ = read_data((CONTENT / name).read_bytes(), name)
    assert document
    return document


@pytest.mark.parametrize("ending", ["po", "csv"])
def test_a_translation_goes_to_translators_and_comes_back_byte_for_byte(ending: str, content: Path) -> None:
    source, file, out = content / "nb/exercises" / SET, content / "en/exercises" / SET, content.parent / f"out.{ending}"
    before = file.read_bytes()
    assert _run("export", source, "--output", out, "--for", "en", "--content", content).exit_code == 0
    done = _run("import", out, "--to", f"en/exercises/{SET}", "--content", content, "--force")
    assert (done.exit_code, file.read_bytes()) == (0, before)
    out.write_text(out.read_text("utf-8").replace("Excuse me, …", "Pardon, …"), "utf-8")
    assert _run("import", out, "--to", f"en/exercises/{SET}", "--content", content, "--force").exit_code == 0
    changed = file.read_text("utf-8")
    assert "gloss: Pardon, …" in changed
    assert "state: draft" in changed


def test_a_first_translation_has_what_came_back_and_the_norwegian_as_it_was(content: Path) -> None:
    out = content.parent / "out.csv"
    source = content / "nb/exercises" / SET
    assert _run("export", source, "--output", out, "--for", "uk", "--content", content).exit_code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfset;key;norwegian;source;translation\n")
    refused = _run("import", out, "--to", f"uk/exercises/{SET}", "--content", content)
    assert (refused.exit_code, (content / "uk").exists()) == (1, False)
    rows = [line for line in out.read_text("utf-8").split("\n") if line]
    out.write_text("\n".join([rows[0], *(f"{row}слово" for row in rows[1:])]), "utf-8")
    done = _run("import", out, "--to", f"uk/exercises/{SET}", "--content", content)
    assert done.exit_code == 0
    made = (content / "uk/exercises" / SET).read_text("utf-8")
    assert "stem: Unnskyld, …" in made
    assert "instruction: слово" in made


def test_words_of_an_earlier_translation_are_not_kept_for_another_wrong_answer(content: Path) -> None:
    source, out = content / "nb/exercises" / SET, content.parent / "out.csv"
    swapped = source.read_text("utf-8").replace("    - text: i\n", "    - text: ii\n")
    source.write_text(swapped, "utf-8")
    assert _run("export", source, "--output", out, "--for", "en", "--content", content).exit_code == 0
    rows = out.read_text("utf-8").split("\n")
    assert [row for row in rows if ";av.gaps.sted.errors.1.feedback;ii;" in row][0].endswith("på veien.;")
    assert [row for row in rows if ";av.gaps.sted.errors.2.feedback;til;" in row][0].endswith("where you get off.")


def test_losses_are_told_with_the_line_of_the_item(content: Path) -> None:
    file = content / "nb/exercises" / SET
    done = _run("export", file, "--format", "gift", "--content", content)
    line = file.read_text("utf-8").split("\n").index("id: hvor-av")
    assert f"{file}:{line}: X75 warning [hvor-av]" in done.stderr


@pytest.mark.parametrize(
    "command", [("export", "--format", "gift"), ("import", "--format", "gift", "--to", f"nb/exercises/{SET}")]
)
def test_a_set_is_never_written_over_the_file_it_is_made_from(command: tuple[str, ...], content: Path) -> None:
    file = content / "nb/exercises" / SET
    if command[0] == "import":
        file.write_text("::a::B?{=c ~d}\n", "utf-8")
    before = file.read_bytes()
    output = ["--output", file] if command[0] == "export" else []
    done = _run(*command, file, *output, "--force", "--content", content)
    assert (done.exit_code, file.read_bytes()) == (1, before)
    assert "X01" in done.output


def test_a_refused_file_writes_nothing_and_names_the_line(content: Path) -> None:
    bad = content.parent / "bad.gift"
    bad.write_text("A?{=a ~b}\n\nB?{=a\n", "utf-8")
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    done = _run("import", bad, "--content", content, "--language", "nb")
    assert done.exit_code == 1
    assert f"{bad}:3: X11 error [B?{{=a]: Spørsmålet «B?{{=a» har en klamme uten make" in done.output
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before


def test_a_set_whose_front_matter_cannot_be_read_is_refused(content: Path) -> None:
    out = content.parent / "out.json"
    assert _run("export", content / "nb/exercises" / SET, "--output", out, "--content", content).exit_code == 0
    for old, new in (("title: På bussen", "titel: På bussen"), ("level: A1", "level: C9"), ("type: exercise", "- a")):
        broken = json.loads(out.read_text("utf-8"))
        broken["questions"][0]["metadata"]["authorComments"] = broken["questions"][0]["metadata"][
            "authorComments"
        ].replace(old, new)
        file = content.parent / "broken.json"
        file.write_text(json.dumps(broken), "utf-8")
        done = _run("import", file, "--to", "nb/exercises/ny.md", "--content", content)
        assert (done.exit_code, (content / "nb/exercises/ny.md").exists()) == (1, False)
        assert "Nothing was written" in done.output


def test_a_strangers_questions_become_a_file_whose_gaps_the_check_names(content: Path) -> None:
    gift = content.parent / "quiz.gift"
    gift.write_text("$CATEGORY: a/Kaffe på ei bru\n\nJeg {=bor ~bo} her.\n\nSkriv. {}\n", "utf-8")
    assert _run("import", gift, "--content", content).exit_code == 0
    made = content / "nb/exercises/kaffe-pa-ei-bru.md"
    assert "instruction: Velg\n" in made.read_text("utf-8")
    checked = _run("check", made, "--content", content)
    assert checked.exit_code == 1
    for key in ("summary", "topics", "level", "mentor", "can_do", "together"):
        assert f"“{key}” is missing" in checked.output


def test_a_file_of_another_program_is_checked_where_it_stands(content: Path) -> None:
    gift = content.parent / "quiz.gift"
    gift.write_text("\n\n::a::Jeg {=bor ~bor} her.\n\n::b::Hva?{~a ~b}\n", "utf-8")
    done = _run("check", gift, "--content", content)
    assert done.exit_code == 1
    assert f"{gift}:3: E06 error [a]" in done.output
    assert f"{gift}:5: E07 error [b]" in done.output
    assert _run("check", content / "nb/exercises" / SET, "--content", content).exit_code == 0


def test_a_package_for_anki_is_written_to_a_file_only(content: Path) -> None:
    file, out = content / "nb/exercises" / SET, content.parent / "out.apkg"
    assert _run("export", file, "--format", "apkg", "--content", content).exit_code == 2
    done = _run("export", file, "--output", out, "--content", content)
    assert (done.exit_code, out.read_bytes()[:2]) == (0, b"PK")
    assert "cannot be imported here again" in done.output


@pytest.mark.parametrize(("name", "kind"), [("a.txt", ""), ("a.apkg", ""), ("a.anki.csv", "anki"), ("a.tsv", "anki")])
def test_the_format_is_told_by_the_name_or_the_first_line(name: str, kind: str, content: Path) -> None:
    file = content.parent / name
    file.write_text("hund\thund\n", "utf-8")
    done = _run("import", file, "--content", content, "--to", "nb/exercises/ny.md")
    assert (done.exit_code == 0) == bool(kind)
    file.write_text("#separator:tab\nhund\tdog\n", "utf-8")
    assert _run("import", file, "--content", content, "--to", "nb/exercises/to.md").exit_code == 0


@pytest.mark.parametrize("place", ["../x.md", "/tmp/x.md", "nb/guides/x.md", "xx/exercises/x.md"])
def test_a_set_goes_nowhere_but_among_the_exercises(place: str, content: Path) -> None:
    gift = content.parent / "a.gift"
    gift.write_text("A?{=a ~b}", "utf-8")
    assert _run("import", gift, "--to", place, "--content", content).exit_code == 2
