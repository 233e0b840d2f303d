"""How parts of a page get their names."""

from __future__ import annotations

import copy

import pytest

from cms.library.keys import give_keys, make_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Samira er stille", "samira-er-stille"),
        ("Så går dere på kafé!", "sa-gar-dere-pa-kafe"),
        ("Øv & spør", "ov-spor"),
        ("???", ""),
        ("Ett veldig langt navn som ikke får plass i en adresse", "ett-veldig-langt-navn-som-ikke-far-plass"),
    ],
)
def test_a_key_is_made_of_the_words_of_a_title(text: str, key: str) -> None:
    assert make_key(text) == key


def step(title: str, key: str = "") -> dict[str, object]:
    return {"type": "step", "value": {"title": title, "key": key, "body": []}}


def test_the_same_title_twice_gives_two_keys() -> None:
    stream = [step("Øv"), step("Øv"), step("Øv", "ov")]
    assert give_keys([stream])
    assert [block["value"]["key"] for block in stream] == ["ov-2", "ov-3", "ov"]


def test_a_long_title_twice_gives_two_keys_of_a_length_that_a_file_takes() -> None:
    stream = [step("a" * 60), step("a" * 60)]
    give_keys([stream])
    assert [block["value"]["key"] for block in stream] == ["a" * 40, "a" * 38 + "-2"]


def test_the_two_of_a_dialogue_are_known_by_their_names() -> None:
    value = {"instruction": "Les", "key": "", "first": {"name": "Sjåføren", "key": ""}, "second": {"key": ""}}
    stream = [{"type": "dialogue", "value": value}]
    give_keys([stream])
    assert (value["key"], value["first"]["key"], value["second"]["key"]) == ("dialogue", "sjaforen", "dialogue-2")


def test_a_key_once_given_stays() -> None:
    stream = [step("Et nytt navn", "gammelt")]
    before = copy.deepcopy(stream)
    assert not give_keys([stream])
    assert stream == before


def test_headings_inside_boxes_of_text_and_items_get_keys_too() -> None:
    stream = [
        {
            "type": "step",
            "value": {"title": "Øv", "key": "", "body": [{"type": "subheading", "value": {"text": "Høyt", "key": ""}}]},
        },
        {"type": "gap", "value": {"instruction": "Skriv", "text": "Jeg {verb}", "key": ""}},
        {"type": "step", "value": {"title": "؟", "key": "", "body": []}},
    ]
    give_keys([stream])
    assert stream[0]["value"]["body"][0]["value"]["key"] == "hoyt"
    assert stream[1]["value"]["key"] == "gap"
    assert stream[2]["value"]["key"] == "step"
