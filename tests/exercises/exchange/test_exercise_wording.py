from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

import exchange
import exercises.exchange
from exercises.exchange.remark import EXCHANGE_WORDINGS, remark

ROOM = Path(exercises.exchange.__file__).parent
SITE = ROOM.parents[1] / "site/sitebuilder"


def _names(sentences: tuple[str, str]) -> set[str]:
    return {name.removesuffix("_nb") for _, name, _, _ in Formatter().parse(" ".join(sentences)) if name}


@pytest.mark.parametrize("key", EXCHANGE_WORDINGS)
def test_a_sentence_names_the_same_things_in_both_languages_and_ends_as_one(key: str) -> None:
    wording = EXCHANGE_WORDINGS[key]
    assert _names(wording.nb) == _names(wording.en)
    assert all(remedy.endswith(".") for _, remedy in wording)


@pytest.mark.parametrize("key", EXCHANGE_WORDINGS)
def test_every_sentence_is_said_somewhere(key: str) -> None:
    files = [*ROOM.glob("*.py"), *Path(exchange.__file__).parent.glob("*.py"), *SITE.glob("exercise_*.py")]
    code = "".join(path.read_text("utf-8") for path in [*files, SITE / "exchange_cli.py"])
    family, _, variant = key.partition(".")
    assert f'"{key}"' in code or (family == "X02" and f'"{variant}"' in code)


def test_what_a_stranger_wrote_cannot_reach_the_terminal_as_a_command() -> None:
    told = remark("X72", where="\x1b[31m" + "a" * 100).say("en")
    assert "\x1b" not in told
    assert len(told) < 200
