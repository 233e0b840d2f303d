"""Every case of ``verdicts.toml`` in Python, and what holds of any answer. The page is held to the same cases."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exercises.answer_keys import answer_keys, keys_as_data
from exercises.judge import LONGEST, AnswerKey, Judgement, Verdict, judge
from exercises.lexicon import CLOSED_LIST, lexicon_of, near
from exercises.model import (
    Accepted,
    Choice,
    Dictation,
    Gap,
    GapField,
    KnownError,
    MarkWords,
    Match,
    Option,
    OrderWords,
)
from exercises.normalise import normalise
from exercises.slips import bare, is_slip, on_plain_keys
from exercises.word_order import late_verb
from tests.exercises.verdicts import Case, cases

CASES = cases()
GROUPS = [(why, tuple(group)) for why, group in groupby(CASES, key=lambda case: case.why)]


@pytest.mark.parametrize("group", [group for _, group in GROUPS], ids=[why for why, _ in GROUPS])
def test_each_case_is_judged_as_it_says(group: tuple[Case, ...]) -> None:
    told = {case.answer: judge(case.answer, case.key) for case in group}
    found = {answer: (one.verdict, one.word, one.verb_second) for answer, one in told.items()}
    assert found == {case.answer: (case.verdict, case.word, case.verb_second) for case in group}


def test_there_are_many_cases_of_every_verdict() -> None:
    assert len(CASES) >= 400
    assert all(sum(case.verdict is verdict for case in CASES) >= 8 for verdict in Verdict)


BOKA = AnswerKey(
    (Accepted("boka"), Accepted("boken", "«Boka» er også riktig.")),
    (KnownError("bok", "Den er kjent."), KnownError("bøker")),
)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("boka", Judgement(Verdict.CORRECT)),
        ("Boken.", Judgement(Verdict.CORRECT_WITH_NOTE, "«Boka» er også riktig.")),
        ("bok", Judgement(Verdict.KNOWN_ERROR, "Den er kjent.")),
        ("bøker", Judgement(Verdict.KNOWN_ERROR)),
        ("Bøka!", Judgement(Verdict.LETTERS, word="Bøka")),
        ("«bokken»", Judgement(Verdict.SPELLING, word="bokken")),
        ("avis", Judgement(Verdict.WRONG)),
    ],
)
def test_a_verdict_comes_with_what_there_is_to_say(answer: str, told: Judgement) -> None:
    assert judge(answer, BOKA) == told


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_right_answers_are_solved(verdict: Verdict) -> None:
    assert verdict.is_solved == verdict.value.startswith("correct")


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("boka" + " " * (LONGEST - 4), Verdict.CORRECT),
        ("boka" + " " * (LONGEST - 3), Verdict.WRONG),
        ("boka" + "\U0001f600" * (LONGEST // 2), Verdict.WRONG),
        ("boka" * 250_000, Verdict.WRONG),
        ("boka\ud83d", Verdict.CORRECT),
        ("\udc00bo\ud800ka", Verdict.CORRECT),
        ("." * (LONGEST - 5) + "boka", Verdict.SPELLING),
    ],
)
def test_a_huge_or_broken_answer_is_judged_all_the_same(answer: str, verdict: Verdict) -> None:
    assert judge(answer, BOKA).verdict is verdict


# --- Keys and words ---


def test_a_gap_has_a_key_for_each_of_its_places() -> None:
    gaps = (
        GapField("a", (Accepted("bor"),), (KnownError("bo", "Presens."),), confusable=("bør", "får")),
        GapField("b", (Accepted("jobber jeg", "Slik."),)),
    )
    item = Gap(id="g", instruction="Skriv.", text="Jeg {a} her. I dag {b}.", gaps=gaps, match=Match(strict_case=True))
    assert keys_as_data(answer_keys(item, frozenset({"jober", "for"}))) == {
        "a": {"accept": [["bor", ""]], "errors": [["bo", "Presens."]], "forms": ["bør"], "case": True},
        "b": {"accept": [["jobber jeg", "Slik."]], "forms": ["jober"], "late": ["jeg jobber"], "case": True},
    }


def test_a_dictation_has_one_key() -> None:
    item = Dictation(
        id="d",
        instruction="Skriv.",
        sentence="Hvor bor du?",
        accept=(Accepted("Kor bor du?", "Dialekt."),),
        match=Match(strict_punctuation=True),
    )
    assert keys_as_data(answer_keys(item, frozenset())) == {
        "sentence": {
            "accept": [["Hvor bor du?", ""], ["Kor bor du?", "Dialekt."]],
            "late": ["hvor du bor"],
            "punctuation": True,
        }
    }


def test_what_is_not_written_has_no_key() -> None:
    assert answer_keys(OrderWords(id="o", instruction="Ordne.", tokens=("jeg", "bor")), CLOSED_LIST) == {}


def test_the_lexicon_holds_every_norwegian_word_and_the_wrong_answers_whole() -> None:
    items = [
        Gap(
            id="g",
            instruction="Skriv ordet.",
            text="Bussen {verb} her.",
            gaps=(GapField("verb", (Accepted("har stoppet"),), (KnownError("å stoppe", "Presens."),), ("Kniven",)),),
        ),
        Choice(
            id="c",
            instruction="Velg.",
            stem="Unnskyld, …",
            options=(Option("a", "Går den?", correct=True), Option("b", "gjørr gå")),
        ),
        MarkWords(id="m", instruction="Finn.", text="Jeg [synger] høyt.", errors=(KnownError("høyt", "Nei."),)),
    ]
    words = {"bussen", "stoppet", "kniven", "unnskyld", "går", "synger", "høyt"}
    answers = {"bussen her", "har stoppet", "å stoppe", "går den", "gjørr gå", "jeg synger høyt"}
    assert lexicon_of(items) - CLOSED_LIST == (words | answers) - CLOSED_LIST


def test_only_forms_that_can_matter_are_near() -> None:
    lexicon = frozenset({"stoppe", "stoper", "stopper", "gjør denne", "står", "for", "på skolen", "pa skolen"})
    assert near(lexicon, ["stopper", "på skolen"]) == {"stoper", "pa skolen"}


LATE_VERBS = [
    (("I dag jobber jeg.",), "i dag jeg jobber"),
    (("jobber jeg", "I dag "), "jeg jobber"),
    (("Jeg har ikke tid",), "jeg ikke har tid"),
    (("har ikke", "Jeg "), "ikke har"),
    (("I dag er det kaldt",), "i dag det er kaldt"),
    (("Det tror jeg",), "det jeg tror"),
    (("I fjor bodde de her",), "i fjor de bodde her"),
    (("skal vi møtes", "I morgen "), "vi skal møtes"),
    # The verb comes first, or may.
    (("jobber jeg",), ""),
    (("Bor du her",), ""),
    # No subject after a verb.
    (("fordi jeg bor her",), ""),
    (("Jeg tror du kommer",), ""),
    (("Når er det",), ""),
    (("jeg ser de bøkene",), ""),
    (("I dag jobber Amina",), ""),
    (("bussen til skolen",), ""),
    (("",), ""),
]


@pytest.mark.parametrize(("given", "late"), LATE_VERBS)
def test_a_verb_that_comes_too_late_is_told_only_for_certain(given: tuple[str, ...], late: str) -> None:
    assert late_verb(*given) == late


@pytest.mark.parametrize(
    ("answer", "before", "late"),
    [("Hva heter du?", "", "hva du heter"), ("heter du", "Hva ", "du heter"), ("stopper du", "Unnskyld, ", "")],
)
def test_a_question_has_its_verb_second_after_a_question_word(answer: str, before: str, late: str) -> None:
    assert late_verb(answer, before, question=True) == late


# --- What holds of any answer ---

LETTERS = "abdeghjklmnoprstuvyæøåäöé "
SIGNS = "ÆØÅIİı.,!?-'’\"«»\u00a0\u00ad\u0307\u030a\u0301٣۵Ａｚ＂｀\ud800😀Σ"
TEXTS = st.one_of(st.text(), st.text(LETTERS + SIGNS, max_size=30))
WORDS = st.sampled_from(sorted(CLOSED_LIST))
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
MATCHES = st.builds(Match, st.booleans(), st.booleans())


@st.composite
def mutated(draw: st.DrawFn, phrases: st.SearchStrategy[str]) -> str:
    """A phrase with a few letters changed."""
    phrase = draw(phrases)
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(phrase)))
        phrase = phrase[:place] + draw(st.text(LETTERS, max_size=2)) + phrase[place + draw(st.integers(0, 2)) :]
    return phrase


@st.composite
def keys(draw: st.DrawFn) -> AnswerKey:
    accept = draw(st.lists(st.builds(Accepted, PHRASES | TEXTS, st.sampled_from(["", "Også riktig."])), max_size=3))
    errors = draw(st.lists(st.builds(KnownError, PHRASES | TEXTS, st.just("Nei.")), max_size=2))
    return AnswerKey(tuple(accept), tuple(errors), draw(st.frozensets(WORDS)), draw(MATCHES))


@given(TEXTS | mutated(PHRASES), keys())
def test_judging_never_fails_and_points_at_what_was_typed(answer: str, key: AnswerKey) -> None:
    told = judge(answer, key)
    assert told.word in normalise(answer, Match(strict_case=True, strict_punctuation=True))
    assert bool(told.word) == (told.verdict in (Verdict.LETTERS, Verdict.SPELLING))
    assert not told.verb_second or told.verdict is Verdict.ORDER


@given(keys())
def test_an_accepted_answer_is_always_right(key: AnswerKey) -> None:
    for accepted in key.accept:
        assume(normalise(accepted.text, key.match))
        assert judge(accepted.text, key).verdict.is_solved


@given(TEXTS | mutated(PHRASES), keys())
def test_normalising_the_answer_first_changes_no_verdict(answer: str, key: AnswerKey) -> None:
    folded = normalise(answer, key.match)
    once, twice = judge(answer, key), judge(folded, key)
    assert (once.verdict, once.text, once.verb_second) == (twice.verdict, twice.text, twice.verb_second)


@settings(max_examples=50)
@given(st.lists(PHRASES, min_size=1, max_size=2), st.frozensets(mutated(PHRASES), max_size=20), st.data())
def test_the_near_forms_are_as_good_as_the_whole_lexicon(
    accepted: list[str], more: frozenset[str], data: st.DataObject
) -> None:
    lexicon = CLOSED_LIST | {" ".join(bare(form)) for form in more}
    accept = tuple(Accepted(text) for text in accepted)
    answer = data.draw(mutated(st.sampled_from([*accepted, *sorted(lexicon)])))
    whole, small = AnswerKey(accept, forms=lexicon), AnswerKey(accept, forms=near(lexicon, accepted))
    assert judge(answer, small) == judge(answer, whole)


@given(st.text(LETTERS.strip(), max_size=14), st.text(LETTERS.strip(), max_size=14))
def test_a_slip_is_at_most_two_letters_by_the_usual_table(typed: str, accepted: str) -> None:
    most = 2 if len(accepted) >= 10 else 1
    assert not is_slip(typed, accepted) or (len(accepted) >= 5 and 1 <= distance(typed, accepted) <= most)


@given(mutated(st.sampled_from(["holdeplassz", "tykehjelperz", "kyllingz", "klokkaz"])))
def test_every_such_pair_is_a_slip_where_no_ending_can_differ(typed: str) -> None:
    typed += "z"
    for accepted in ("holdeplasszz", "tykehjelperzz", "kyllingzz", "klokkazz"):
        assert is_slip(typed, accepted) == (1 <= distance(typed, accepted) <= (2 if len(accepted) >= 10 else 1))


def distance(one: str, other: str) -> int:
    """Optimal string alignment by its table, as textbooks have it."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        rows.append([i])
        for j, b in enumerate(other, 1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i].append(best)
    return rows[-1][-1]


@given(st.text("aoeæøåäö"))
def test_folding_the_keys_needs_no_second_look_at_a_norwegian_letter(word: str) -> None:
    assert not set("æøåäö") & set(on_plain_keys(word))
