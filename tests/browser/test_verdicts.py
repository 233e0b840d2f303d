"""The page judges as Python does: on the cases written by hand, and on thousands of answers nobody would write."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser
from sitebuilder.build.assets import write_assets
from sitebuilder.contract.document import ExerciseSet
from sitebuilder.contract.tree import read_tree
from sitebuilder.places import SCRIPTS, SITE

from exercises.answer_keys import answer_keys, keys_as_data
from exercises.judge import LONGEST, AnswerKey, Judgement, Verdict, judge
from exercises.lexicon import lexicon_of
from exercises.model import Match
from exercises.normalise import normalise
from tests.exercises.verdicts import cases
from tests.served import served

ANSWERS = 10_000
LETTERS = "abcdefghijklmnoprstuvyæøåäöéèüõ"
FAR = "БвіїґتسلیمكيةፈትሓΣσςΑßﬁǅẞŉÅꙋ漢字ｈＥ１！＂｀＇．😀👩‍👧🇳🇴"
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufe0f\ufeff"
HALVES = "\ud83d\ude00\udfff"
MARKS = ".,!?;:()[]…‘’‚‛′´`‹›ʼ“”„‟″«»‐‑‒–—―−-'\"؟۔።،؛ıİI\u0307\u0301\u030a\u0308\u0327"
BLANKS = " \t\n\r\x0b\x0c\x1c\x1f\x85\u00a0\u1680\u2000\u2003\u2028\u202f\u205f\u3000"
DIGITS = "0123456789٠٤٩۰۴۹０９"

JUDGE = """async ([address, given]) => {
  const { judge, normalise } = await import(address);
  const { keys, answers } = JSON.parse(given);
  return JSON.stringify(answers.map(([key, answer]) => [judge(answer, keys[key]), normalise(answer, keys[key])]));
}"""


@pytest.fixture(scope="module")
def told(chromium: Browser) -> Iterator[Any]:
    """Asks a browser for its verdicts and normal forms, all at once."""
    with served(SCRIPTS) as server:
        page = chromium.new_page(locale="tr-TR")  # A phone in Turkish: the letter i is where it would differ.
        page.goto(f"{server.url}/judge.js")

        def ask(keys: list[AnswerKey], answers: list[tuple[int, str]]) -> list[tuple[Judgement, str]]:
            data = list(keys_as_data({str(n): key for n, key in enumerate(keys)}).values())
            # As ASCII: halves of characters have no other way into a browser.
            given = json.dumps({"keys": data, "answers": answers})
            found = json.loads(page.evaluate(JUDGE, [f"{server.url}/judge.js", given]))
            return [(_judgement(verdict), text) for verdict, text in found]

        yield ask
        page.close()


def _judgement(found: dict[str, Any]) -> Judgement:
    assert sorted(found) == ["text", "verbSecond", "verdict", "word"]
    return Judgement(Verdict(found["verdict"]), found["text"], found["word"], found["verbSecond"])


def test_the_page_judges_each_case_as_it_says(told: Any) -> None:
    written = cases()
    found = told([case.key for case in written], [(n, case.answer) for n, case in enumerate(written)])
    for case, (one, text) in zip(written, found, strict=True):
        said = (one.verdict, one.word, one.verb_second)
        assert said == (case.verdict, case.word, case.verb_second), (case.why, case.answer)
        assert (one, text) == (judge(case.answer, case.key), normalise(case.answer, case.key.match))


def test_the_page_and_python_agree_on_ten_thousand_answers(told: Any) -> None:
    dice = random.Random(5)
    keys = [*_keys_of_the_site(), *{id(case.key): case.key for case in cases()}.values()]
    keys += [_with(key, Match(True, True)) for key in keys]
    asked = [(n, _answer(keys[n], dice)) for n in (dice.randrange(len(keys)) for _ in range(ANSWERS))]
    asked += [(0, answer) for answer in _huge()]
    counts: Counter[Verdict] = Counter()
    for (n, answer), (one, text) in zip(asked, told(keys, asked), strict=True):
        assert (one, text) == (judge(answer, keys[n]), normalise(answer, keys[n].match)), (keys[n], answer)
        counts[one.verdict] += 1
    assert all(counts[verdict] >= 50 for verdict in Verdict), counts


def test_a_huge_answer_keeps_nobody_waiting(chromium: Browser) -> None:
    """A word of ten thousand letters is compared with every accepted one; more letters are not read at all."""
    with served(SCRIPTS) as server:
        page = chromium.new_page()
        page.goto(f"{server.url}/judge.js")
        verdicts = page.evaluate(
            """async (address) => {
              const { judge } = await import(address);
              const key = { accept: [["arbeidsgiver", ""], ["." + "å".repeat(9998), ""]] };
              return ["x".repeat(1e6), "å".repeat(9997), ".".repeat(9999) + "å", "\\ud83d".repeat(1e4)].map(
                (answer) => judge(answer, key).verdict);
            }""",
            f"{server.url}/judge.js",
        )
        page.close()
    assert verdicts == ["wrong", "spelling", "wrong", "wrong"]


def _keys_of_the_site() -> list[AnswerKey]:
    sets = [d.body for d in read_tree(SITE.parent / "content").library.documents if isinstance(d.body, ExerciseSet)]
    items = [item for one in sets for item in one.items]
    lexicon = lexicon_of(items)
    return [key for item in items for key in answer_keys(item, lexicon).values()]


def _with(key: AnswerKey, match: Match) -> AnswerKey:
    return AnswerKey(key.accept, key.errors, key.forms, match, key.late_verbs)


def _answer(key: AnswerKey, dice: random.Random) -> str:
    """Something like an answer to this key. Halves of a character that meet make one, as they do in JSON."""
    known = [*(one.text for one in (*key.accept, *key.errors)), *sorted(key.forms | key.late_verbs)]
    weights = [4] * len(key.accept) + [1] * (len(known) - len(key.accept))
    text = dice.choices(known, weights)[0]
    for _ in range(dice.choice((0, 1, 1, 1, 2, 2, 3, 5))):
        text = dice.choice(CHANGES)(text, dice)
    return str(json.loads(json.dumps(text)))


def _put(signs: str) -> Any:
    def put(text: str, dice: random.Random) -> str:
        place = dice.randint(0, len(text))
        return text[:place] + dice.choice(signs) + text[place + dice.randint(0, 1) :]

    return put


def _leave_out(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + text[place + 1 :]


def _swap(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]


def _double(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + text[place : place + 1] + text[place:]


def _other_keys(text: str, dice: random.Random) -> str:
    for letter, others in (("æ", ("ae", "ä")), ("ø", ("o", "oe", "ö")), ("å", ("a", "aa", "a\u030a"))):
        if dice.random() < 0.7:
            text = text.replace(letter, dice.choice(others))
    return text


def _turn_words(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def _case(text: str, dice: random.Random) -> str:
    return dice.choice((text.upper(), text.title(), text.swapcase(), text.casefold()))


def _noise(text: str, dice: random.Random) -> str:
    return "".join(
        dice.choice(LETTERS + FAR + UNSEEN + HALVES + MARKS + BLANKS + DIGITS) for _ in range(dice.randint(0, 12))
    )


CHANGES = [_leave_out, _swap, _double, _other_keys, _other_keys, _turn_words, _turn_words, _case, _noise]
CHANGES += [_put(signs) for signs in (LETTERS, LETTERS, FAR, UNSEEN, HALVES, MARKS, BLANKS, DIGITS)]


def _huge() -> list[str]:
    at_the_limit = ["a" * LONGEST, "a" * (LONGEST + 1), "😀" * (LONGEST // 2), "😀" * (LONGEST // 2) + "a"]
    return [*at_the_limit, "." * (LONGEST - 1) + "a", " a" * (LONGEST // 2), "å" * 1_000_000, "\ud800" * LONGEST]


def test_the_module_is_small_enough_for_every_page_with_a_gap(tmp_path: Path) -> None:
    write_assets(tmp_path)
    (module,) = (tmp_path / "assets").glob("judge.*.js")
    assert len(brotli.compress(module.read_bytes())) <= 1_800
