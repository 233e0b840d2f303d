"""LIX by hand: what is a sentence, what is a long word, and what is told of both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.editing.lix import LEAST_WORDS, Passage, readability


def sentences(*texts: str) -> list[str]:
    return [each.text for each in readability(Passage("", "", text) for text in texts).sentences]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hun ler. Han venter.", ["Hun ler", "Han venter."]),
        ("Går det bra? Ja! Fint …", ["Går det bra", "Ja", "Fint …"]),
        ("«Vent litt!» sier hun.", ["«Vent litt!» sier hun."]),
        ("Hun sier: «Vent.» Så går hun.", ["Hun sier", "«Vent", "Så går hun."]),
        ("Ta med f.eks. vitnemål og CV.", ["Ta med f.eks. vitnemål og CV."]),
        ("Møt kl. 10 hos O. Hansen.", ["Møt kl. 10 hos O. Hansen."]),
        ("Slik: gå dit.", ["Slik: gå dit."]),
        ("Ærlig talt. Ålesund er fint. Øya også.", ["Ærlig talt", "Ålesund er fint", "Øya også."]),
        ("…", []),
    ],
)
def test_where_a_sentence_ends(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_paragraph_ends_a_sentence_without_a_full_stop() -> None:
    assert sentences("Ta med CV", "og vitnemål") == ["Ta med CV", "og vitnemål"]


def test_the_number_is_words_by_sentences_plus_long_words_per_hundred() -> None:
    text = "Vi har alt vi trenger her i dag. " * 10 + "Arbeidsgiveren krever politiattest. " * 2
    found = readability([Passage("", "", text)])
    # 80 + 6 words in 12 sentences; «trenger» ten times and both «arbeidsgiveren» and «politiattest» twice are long.
    assert (found.words, len(found.sentences)) == (86, 12)
    assert found.lix == round(86 / 12 + 100 * 14 / 86) == 23
    assert [(word, times) for word, times, _ in found.long_words(9)] == [
        ("trenger", 10),
        ("arbeidsgiveren", 2),
        ("politiattest", 2),
    ]


@pytest.mark.parametrize(
    ("word", "long"), [("krever", 0), ("trenger", 1), ("CV-en", 0), ("e-postadresse", 1), ("1234567", 0)]
)
def test_a_long_word_has_more_than_six_letters(word: str, long: int) -> None:
    assert len(readability([Passage("", "", word)]).long_words(9)) == long


def test_a_few_words_have_no_number() -> None:
    assert readability([Passage("", "", "Ord " * (LEAST_WORDS - 1))]).lix is None
    assert readability([Passage("", "", "Ord " * LEAST_WORDS)]).lix == LEAST_WORDS


def test_long_sentences_come_with_their_place_longest_first() -> None:
    passages = [Passage("a", "", "ord " * 21 + "."), Passage("b", "reason", "Kort her. " + "ord " * 30)]
    longest = readability(passages).longest_sentences(5)
    assert [(each.passage.block, len(each.words)) for each in longest] == [("a", 21), ("b", 32)][::-1]


@given(st.text(alphabet=st.sampled_from("aÆ.!?:…«» -1\n"), max_size=60))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    from cms.editing.lix import WORD

    found = readability([Passage("", "", text)])
    assert [word for each in found.sentences for word in each.words] == WORD.findall(text)
