"""``toolbox exercise judge`` as authors run it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sitebuilder.cli import main

SET = """---
id: d94cf7e4-b777-4ed3-b28e-f76c7b10a8bc
type: exercise
title: På bussen
summary: Øv på å spørre om bussen.
audience: mentee
topics: [norwegian]
level: A1
minutes: 10
mentor: Ta bussen sammen.
can_do: Jeg kan spørre om bussen.
together: Ta bussen sammen.
authors: [Mentor Toolbox]
published_on: 2026-11-23
updated_on: 2026-11-23
translation: source
---

```exercise
id: stopper
type: gap
instruction: Skriv.
text: Når {verb} bussen? I dag {to} på skolen.
gaps:
  verb:
    accept:
    - text: stopper
    - text: kommer
      note: Det betyr noe annet.
    errors:
    - text: stoppe
      feedback: Her trenger du presens.
    - text: stoppet
  to:
    accept:
    - text: får jeg mat
```

```exercise
id: diktat
type: dictation
instruction: Skriv det du hører.
sentence: Ja, bussen går nå.
audio:
  normal: ../../media/a.mp3
  transcript: Ja, bussen går nå.
```

```exercise
id: ordne
type: order-words
instruction: Ordne.
tokens: [i dag, tar, jeg, bussen]
orders: [[3, 2, 4, 1]]
```

```exercise
id: linjer
type: order-lines
instruction: Ordne.
lines: [– Hei!, – Hei. Hvor skal du?, – Til byen.]
```

```exercise
id: velg
type: choice
instruction: Velg to.
stem: Hva sier du?
options:
- id: a
  text: Unnskyld!
  correct: true
- id: b
  text: Hallo, du der!
  feedback: Det høres uhøflig ut.
- id: c
  text: Beklager!
  correct: true
  feedback: Fint.
- id: d
  text: Buss!
```

```exercise
id: par
type: match
instruction: Finn par.
pairs:
- left: holdeplass
  right: der bussen stopper
- left: billett
  right: det du betaler for
decoys:
- right: en sjåfør
```

```exercise
id: merk
type: mark-words
instruction: Merk verbene.
text: Jeg [går] hjem og [spiser] middag.
errors:
- text: hjem
  feedback: Det sier hvor.
```

```exercise
id: kort
type: flashcard
instruction: Les.
front: buss
```
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "content" / "nb" / "exercises").mkdir(parents=True)
    file = tmp_path / "content" / "nb" / "exercises" / "bussen.md"
    file.write_text(SET, "utf-8")
    return file


def _judge(file: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["exercise", "judge", str(file), "--content", str(file.parents[2]), *args])


TOLD = [
    (("stopper", "Stopper.", "--gap", "verb"), "correct: Right."),
    (("stopper", "kommer", "--gap", "verb"), "correct-with-note: Right, with a note: Det betyr noe annet."),
    (("stopper", "stoppe", "--gap", "verb"), "known-error: A known error: Her trenger du presens."),
    (("stopper", "stoppet", "--gap", "verb"), "known-error: A known error, and nothing is said of why it is wrong."),
    (("stopper", "stoper", "--gap", "verb"), "spelling: Nearly. Look at the spelling of “stoper”."),
    (("stopper", "jeg får mat", "--gap", "to"), "order: The right words, but the verb must come second."),
    (("stopper", "mat jeg får", "--gap", "to"), "order: The right words, in another order."),
    (("stopper", "faar jeg mat", "--gap", "to"), "letters: Nearly. Look at æ, ø and å in “faar”."),
    (
        ("stopper", "far jeg mat", "--gap", "to"),
        "wrong: Wrong. “far” is a word of its own, and is not taken for a slip.",
    ),
    (("stopper", "taxi", "--gap", "to"), "wrong: Wrong."),
    (("diktat", "ja bussen går nå"), "spelling: Nearly. Look at the spelling of “ja”."),
    (("diktat", "ja, bussen gar nå"), "letters: Nearly. Look at æ, ø and å in “gar”."),
    (("ordne", "Jeg tar bussen i dag"), "correct: Right."),
    (("ordne", "i dag jeg tar bussen"), "order: The right words, but the verb must come second."),
    (("linjer", "1, 2, 3"), "correct: Right."),
    (("linjer", "2 1 3"), "order: The right words, in another order."),
    (("velg", "a c"), "correct-with-note: Right, with a note: Fint."),
    (("velg", "Unnskyld!"), "wrong: Wrong."),
    (("velg", "hallo, du der"), "known-error: A known error: Det høres uhøflig ut."),
    (("velg", "d"), "wrong: Wrong."),
    (("par", "holdeplass = der bussen stopper"), "correct: Right."),
    (("par", "billett = en sjåfør"), "wrong: Wrong."),
    (("merk", "går spiser"), "correct: Right."),
    (("merk", "går"), "wrong: Wrong."),
    (("merk", "går, hjem"), "known-error: A known error: Det sier hvor."),
]


@pytest.mark.parametrize(("args", "said"), TOLD, ids=[" ".join(args[:2]) for args, _ in TOLD])
def test_an_answer_is_judged_and_told_in_words(args: tuple[str, ...], said: str, file: Path) -> None:
    done = _judge(file, *args)
    assert (done.exit_code, done.stdout) == (0, f"{said}\n")


def test_the_verdict_is_told_in_norwegian_too(file: Path) -> None:
    done = _judge(file, "stopper", "stoper", "--gap", "verb", "--language", "nb")
    assert done.stdout == "spelling: Nesten. Se på skrivemåten i «stoper».\n"


REFUSED = [
    (("bil", "ja"), "no item “bil” that can be read. It has: stopper, diktat, ordne, linjer, velg, par, merk, kort."),
    (("x" * 500, "ja"), f"no item “{'x' * 60}…” that can be read."),
    (("stopper", "ja"), "“stopper” has several gaps: verb, to. Say which one with --gap."),
    (("stopper", "ja", "--gap", "tre"), "“stopper” has no gap “tre”. It has: verb, to."),
    (("diktat", "ja", "--gap", "verb"), "“diktat” has no gaps."),
    (("kort", "buss"), "“kort” is a flashcard: nothing in it is right or wrong."),
    (("velg", "kanskje"), "“velg” has no such option. Give its text or its id: a, b, c, d."),
    (("velg", " "), "“velg” has no such option."),
    (("linjer", "1 2"), "Give the numbers of the 3 lines"),
    (("linjer", "1 2 ²"), "Give the numbers of the 3 lines"),
    (("par", "holdeplass"), "Give one pair of “par” as “left = right”"),
    (("par", "holdeplass = buss"), "Give one pair of “par” as “left = right”"),
    (("merk", "går løper"), "“løper” is no word of “merk”."),
]


@pytest.mark.parametrize(("args", "said"), REFUSED, ids=[" ".join(args)[:30] for args, _ in REFUSED])
def test_bad_use_says_what_to_do_instead(args: tuple[str, ...], said: str, file: Path) -> None:
    done = _judge(file, *args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_file_that_is_not_there_is_bad_use(file: Path) -> None:
    done = _judge(file.with_name("borte.md"), "stopper", "ja")
    assert done.exit_code == 2
    assert "does not exist" in done.stderr


def test_what_keeps_an_item_from_being_read_is_told_with_its_line(file: Path) -> None:
    file.write_text(SET.replace("front: buss", "frant: buss"), "utf-8")
    done = _judge(file, "kort", "buss")
    line = SET.split("\n").index("front: buss") + 1
    assert done.exit_code == 2
    assert f"{file}:{line}: E2" in done.stderr
    assert _judge(file, "ordne", "i dag tar jeg bussen").exit_code == 0


def test_a_file_that_is_no_set_has_no_items(file: Path, tmp_path: Path) -> None:
    for data in (b"", b"\xff\xfe", b"x" * 2_000_000):
        (tmp_path / "x.md").write_bytes(data)
        done = CliRunner().invoke(main, ["exercise", "judge", str(tmp_path / "x.md"), "a", "b"])
        assert done.exit_code == 2
        assert "C0" in done.stderr


def test_a_draft_outside_the_content_is_judged_with_the_words_of_all_sets(file: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(SET.replace("text: stopper\n", "text: smaken\n"), "utf-8")
    assert _judge_with(draft, file, "smakken") == "spelling: Nearly. Look at the spelling of “smakken”.\n"
    file.write_text(SET.replace("tokens: [i dag,", "tokens: [smakken,"), "utf-8")
    assert "“smakken” is a word of its own" in _judge_with(draft, file, "smakken")


def _judge_with(draft: Path, file: Path, answer: str) -> str:
    content = ["--content", str(file.parents[2])]
    return (
        CliRunner().invoke(main, ["exercise", "judge", str(draft), "stopper", answer, "--gap", "verb", *content]).stdout
    )
