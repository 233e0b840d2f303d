from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import exchange
import scenarios.exchange
from scenarios.exchange.remark import EXCHANGE_WORDINGS, remark


def _names(sentences: tuple[str, str]) -> set[str]:
    return {name.removesuffix("_nb") for _, name, _, _ in Formatter().parse(" ".join(sentences)) if name}


@pytest.mark.parametrize("key", EXCHANGE_WORDINGS)
def test_a_sentence_names_the_same_things_in_both_languages_and_ends_as_one(key: str) -> None:
    wording = EXCHANGE_WORDINGS[key]
    assert _names(wording.nb) == _names(wording.en)
    assert all(remedy.endswith(".") for _, remedy in wording)


@pytest.mark.parametrize("key", EXCHANGE_WORDINGS)
def test_every_sentence_is_said_somewhere(key: str) -> None:
    room = Path(exchange.__file__).parent
    code = "".join(path.read_text("utf-8") for path in room.glob("*.py"))
    code += "".join(path.read_text("utf-8") for path in Path(scenarios.exchange.__file__).parent.glob("*.py"))
    site = Path(scenarios.exchange.__file__).parents[2] / "site/sitebuilder"
    code += "".join(
        (site / name).read_text("utf-8") for name in ("scenario_files.py", "scenario_cli.py", "exchange_cli.py")
    )
    family, _, variant = key.partition(".")
    assert f'"{key}"' in code or (
        family == "X02" and re.search(rf'(?:return|kind =) "{variant}"|else "{variant}"', code)
    )


def test_what_a_stranger_wrote_cannot_reach_the_terminal_as_a_command() -> None:
    said = remark("X05.twice", where="\x1b[31m" + "a" * 100).say("en")
    assert "\x1b" not in said
    assert len(said) < 200
