from __future__ import annotations

import re
from string import Formatter

import pytest

from exercises.finding import find
from exercises.wording import WORDINGS


@pytest.mark.parametrize("key", WORDINGS)
def test_a_sentence_names_the_same_things_in_both_languages(key: str) -> None:
    norwegian, english = (
        {name for _, name, _, _ in Formatter().parse(" ".join(said)) if name} for said in WORDINGS[key]
    )
    assert norwegian == english


@pytest.mark.parametrize("key", WORDINGS)
def test_every_sentence_can_be_said_and_ends_as_one(key: str) -> None:
    names = {name for said in WORDINGS[key] for _, name, _, _ in Formatter().parse(" ".join(said)) if name} - {"where"}
    finding = find(key, where="stille", **dict.fromkeys(names, "ord"))
    for language in ("nb", "en"):
        message, remedy = finding.told(language)
        assert re.search(r"[.?!)]$", message)
        assert remedy.endswith(".")
        assert finding.say(language) == f"{message} {remedy}"


def test_a_language_without_its_own_sentences_gets_english() -> None:
    finding = find("E07.none", where="bor")
    assert finding.say("uk") == finding.say("en") == f"{finding.message} {finding.remedy}"
