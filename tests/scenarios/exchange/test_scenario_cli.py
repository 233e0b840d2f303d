"""``toolbox scenario`` as people run it."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from sitebuilder.cli import main
from sitebuilder.contract.tree import create_file

CONTENT = Path(__file__).parents[3] / "content"
STORIES = sorted(path.name for path in (CONTENT / "nb/scenarios").glob("*.md"))
STORY = "mentee-som-tier.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def _run(*args: object) -> Result:
    return CliRunner().invoke(main, ["scenario", *map(str, args)])


@pytest.mark.parametrize("ending", ["twee", "h5p", "json", "ink"])
@pytest.mark.parametrize("name", STORIES)
def test_every_published_story_goes_out_and_comes_back_byte_for_byte(name: str, ending: str, content: Path) -> None:
    file, out = content / "nb/scenarios" / name, content.parent / f"out.{ending}"
    before = file.read_bytes()
    assert _run("export", file, "--output", out, "--content", content).exit_code == 0
    file.unlink()
    assert _run("import", out, "--to", f"nb/scenarios/{name}", "--content", content).exit_code == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("ending", ["po", "csv"])
def test_a_translation_goes_to_translators_and_comes_back_byte_for_byte(ending: str, content: Path) -> None:
    file, out = content / "en/scenarios" / STORY, content.parent / f"out.{ending}"
    before = file.read_bytes()
    source = content / "nb/scenarios" / STORY
    assert _run("export", source, "--output", out, "--for", "en", "--content", content).exit_code == 0
    done = _run("import", out, "--to", f"en/scenarios/{STORY}", "--content", content, "--force")
    assert (done.exit_code, file.read_bytes()) == (0, before)
    changed = out.read_text("utf-8").replace("She hardly says a word", "She is silent")
    out.write_text(changed, "utf-8")
    assert _run("import", out, "--to", f"en/scenarios/{STORY}", "--content", content, "--force").exit_code == 0
    assert file.read_text("utf-8").startswith(before.decode().split("title:")[0] + "title: She is silent\n")


def test_a_spreadsheet_sees_that_the_strings_are_utf_8(content: Path) -> None:
    out = content.parent / "out.csv"
    assert _run("export", content / "nb/scenarios" / STORY, "--output", out, "--content", content).exit_code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfstory,key")


def test_a_story_that_is_too_large_to_be_read_again_is_not_written(content: Path) -> None:
    large = content.parent / "large.twee"
    large.write_text(":: A\n" + "Hei på deg. " * 100_000, "utf-8")
    done = _run("import", large, "--to", "nb/scenarios/large.md", "--content", content)
    assert done.exit_code == 1
    assert "X01" in done.output
    assert not (content / "nb/scenarios/large.md").exists()


@pytest.mark.parametrize(("line", "code"), [("minutes: [", "C02"), ("minutes: *x", "C02"), ("minutes: ti", "C05")])
def test_front_matter_that_cannot_be_read_again_is_not_written(line: str, code: str, content: Path) -> None:
    out = content.parent / "a.twee"
    assert _run("export", content / "nb/scenarios" / STORY, "--output", out, "--content", content).exit_code == 0
    told = out.read_text("utf-8")
    out.write_text("\n".join(line if one.startswith("minutes:") else one for one in told.split("\n")), "utf-8")
    done = _run("import", out, "--to", "nb/scenarios/ny.md", "--content", content)
    assert (done.exit_code, code in done.output) == (1, True), done.output
    assert not (content / "nb/scenarios/ny.md").exists()


def test_a_file_that_is_there_is_replaced_only_when_asked(content: Path) -> None:
    out = content.parent / "a.twee"
    out.write_text("mine", "utf-8")
    done = _run("export", content / "nb/scenarios" / STORY, "--output", out, "--content", content)
    assert (done.exit_code, out.read_text("utf-8")) == (1, "mine")
    assert "--force" in done.output


def test_a_refused_file_writes_nothing_and_names_the_line(content: Path) -> None:
    bad = content.parent / "bad.twee"
    bad.write_text(":: A\nHei.\n<<set $x>>\n", "utf-8")
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    done = _run("import", bad, "--content", content, "--language", "nb")
    assert done.exit_code == 1
    assert f"{bad}:3: X05 error [A]: Passasjen «A» har kode" in done.output
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before


def test_a_strangers_story_becomes_a_file_whose_gaps_the_check_names(content: Path) -> None:
    twee = content.parent / "kaffe.twee"
    twee.write_text(":: StoryTitle\nKaffe på ei bru\n\n:: A\n[[Vent->B]]\n[[Gå->B]]\n\n:: B\nSlutt.\n", "utf-8")
    assert _run("import", twee, "--content", content).exit_code == 0
    made = content / "nb/scenarios/kaffe-pa-ei-bru.md"
    checked = _run("check", made, "--content", content)
    assert checked.exit_code == 1
    for key in ("summary", "topics", "role", "goals", "together"):
        assert f"“{key}” is missing" in checked.output


@pytest.mark.parametrize(
    "place", ["../x.md", "/tmp/x.md", "nb/guides/x.md", "xx/scenarios/x.md", "nb/scenarios/../x.md"]
)
def test_a_story_goes_nowhere_but_among_the_scenarios(place: str, content: Path) -> None:
    twee = content.parent / "a.twee"
    twee.write_text(":: A\nhei\n", "utf-8")
    assert _run("import", twee, "--to", place, "--content", content).exit_code == 2


def test_the_map_of_a_story_is_an_svg(content: Path) -> None:
    out = content.parent / "map.svg"
    assert _run("map", content / "nb/scenarios" / STORY, "--output", out, "--content", content).exit_code == 0
    assert ElementTree.parse(out).getroot().tag.endswith("svg")


@pytest.mark.parametrize("command", [("export", "--format", "twee"), ("map",)])
def test_a_story_is_never_written_over_by_what_is_made_of_it(command: tuple[str, ...], content: Path) -> None:
    file = content / "nb/scenarios" / STORY
    before = file.read_bytes()
    done = _run(*command, file, "--output", file, "--force", "--content", content)
    assert (done.exit_code, file.read_bytes()) == (1, before)
    assert "--output" in done.output


def test_a_place_where_nothing_can_be_written_is_told_and_nothing_is_left_there(content: Path) -> None:
    (content.parent / "a.twee").write_text(":: A\nhei\n", "utf-8")
    place = content / "nb/scenarios/mappe.md"
    place.mkdir()
    before = sorted(content.rglob("*"))
    done = _run("import", content.parent / "a.twee", "--to", "nb/scenarios/mappe.md", "--content", content, "--force")
    assert done.exit_code == 1
    assert "mappe.md cannot be written" in done.output
    assert sorted(content.rglob("*")) == before


def test_of_two_that_make_one_file_at_once_the_first_keeps_it(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    with ThreadPoolExecutor(8) as pool:
        made = [pool.submit(create_file, target, b"%d" % n) for n in range(8)]
    done = [n for n, one in enumerate(made) if one.exception() is None]
    assert [b"%d" % n for n in done] == [target.read_bytes()]
    assert all(isinstance(one.exception(), FileExistsError) for n, one in enumerate(made) if n not in done)
    assert list(tmp_path.iterdir()) == [target]
