"""The structure of a changed original, carried to a translation with its words kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.languages.carry import carry, carry_lines, parts_of
from cms.languages.compare import News, gaps, news

Stream = list[dict[str, Any]]


def choice(key: str, target: str = "slutt", **said: Any) -> dict[str, Any]:
    value = {"key": key, "title": f"Valg {key}", "quality": "helpful", "target": target}
    words = {"consequence": f"<p>Følge {key}</p>", "reason": f"<p>Fordi {key}</p>"}
    return {
        "type": "item",
        "id": f"id-{key}",
        "value": {**value, **words, "onward_label": "", "reason_label": "", **said},
    }


def scene(key: str, *choices: dict[str, Any], **said: Any) -> dict[str, Any]:
    text = [{"type": "text", "value": f"<p>Tekst {key}</p>", "id": f"t-{key}"}]
    value = {"key": key, "title": f"Scene {key}", "text": text, "choices": list(choices), **said}
    return {"type": "scene", "id": f"id-{key}", "value": value}


def points(*said: str) -> Stream:
    return [{"type": "item", "value": point, "id": str(place)} for place, point in enumerate(said)]


def ending(key: str, *takeaways: str, **said: Any) -> dict[str, Any]:
    text = [{"type": "text", "value": f"<p>Tekst {key}</p>", "id": f"t-{key}"}]
    value = {"key": key, "title": f"Slutt {key}", "text": text, "outcome": "good", "takeaways": points(*takeaways)}
    return {"type": "ending", "id": f"id-{key}", "value": {**value, **said}}


WORDS = ("title", "consequence", "reason", "onward_label", "reason_label")


def in_english(said: Any, name: str = "") -> Any:
    """Every word with EN before it: what a translator makes of it."""
    if isinstance(said, dict):
        inner = "words" if said.get("type") in ("text", "item") else ""
        return {key: in_english(each, inner if key == "value" and inner else key) for key, each in said.items()}
    if isinstance(said, list):
        return [in_english(each, name) for each in said]
    return f"EN {said}" if said and name in (*WORDS, "words") else said


BEFORE = [scene("a", choice("a1"), choice("a2")), ending("slutt", "<p>Vent.</p>", "<p>Spør.</p>")]
ENGLISH = in_english(BEFORE)


def told(scenes: Stream, key: str) -> dict[str, Any]:
    return parts_of(scenes)[key]["value"]


def test_a_translator_translates_every_word_of_these_stories() -> None:
    assert told(ENGLISH, "a1")["consequence"] == "EN <p>Følge a1</p>"
    assert told(ENGLISH, "slutt")["takeaways"][0]["value"] == "EN <p>Vent.</p>"
    assert told(ENGLISH, "a")["text"][0]["value"] == "EN <p>Tekst a</p>"
    assert told(ENGLISH, "a1")["target"] == "slutt"


def test_nothing_changes_where_the_structure_is_the_same() -> None:
    assert carry(BEFORE, ENGLISH, BEFORE) == ENGLISH


def test_a_scene_that_is_split_keeps_the_words_of_the_choices_that_move() -> None:
    now = [scene("a", choice("a1", "b"), choice("a3")), scene("b", choice("a2"), choice("b1")), BEFORE[1]]
    carried = carry(now, ENGLISH, BEFORE)
    assert told(carried, "a2") == told(ENGLISH, "a2")
    assert told(carried, "a1") == {**told(ENGLISH, "a1"), "target": "b"}
    assert (told(carried, "b")["title"], told(carried, "b")["text"]) == (
        "",
        [{"type": "text", "value": "", "id": "t-b"}],
    )
    assert [item.key for item in gaps(now, carried)] == ["a3", "b", "b1"]


def test_a_scene_that_is_removed_is_left_out_and_the_others_keep_their_words() -> None:
    now = [ending("slutt", "<p>Spør.</p>")]
    carried = carry(now, ENGLISH, BEFORE)
    assert list(parts_of(carried)) == ["slutt"]
    assert told(carried, "slutt")["takeaways"] == [{"type": "item", "value": "EN <p>Spør.</p>", "id": "0"}]


def test_what_is_not_running_text_is_the_originals() -> None:
    now = [
        scene("a", choice("a2", quality="risky"), choice("a1", reason="")),
        ending("slutt", "<p>Vent.</p>", "<p>Spør.</p>", outcome="open"),
    ]
    carried = carry(now, ENGLISH, BEFORE)
    assert (told(carried, "a2")["quality"], told(carried, "slutt")["outcome"]) == ("risky", "open")
    assert list(parts_of(carried)) == ["a", "a2", "a1", "slutt"]
    assert told(carried, "a1")["reason"] == ""


def test_a_scene_may_become_an_ending_and_keeps_its_words() -> None:
    carried = carry([ending("a", "<p>Vent.</p>")], ENGLISH, BEFORE)
    assert (carried[0]["type"], told(carried, "a")["title"]) == ("ending", "EN Scene a")
    assert told(carried, "a")["takeaways"][0]["value"] == ""


@pytest.mark.parametrize(
    ("now", "before", "kept"),
    [
        (points("b", "a"), points("a", "b"), ["B", "A"]),
        (points("b"), points("a", "b"), ["B"]),
        (points("ny", "a", "b"), points("a", "b"), ["", "A", "B"]),
        (points("a!", "b"), points("a", "b"), ["A", "B"]),
        (points("b", "a"), [], ["A", "B"]),
    ],
)
def test_points_are_found_again_by_what_they_said_else_by_their_id(
    now: Stream, before: Stream, kept: list[str]
) -> None:
    assert [item["value"] for item in carry_lines(now, points("A", "B"), before)] == kept


def test_an_empty_paragraph_is_no_words_and_the_names_of_paragraphs_say_nothing() -> None:
    now = [scene("a", choice("a1", consequence='<p data-block-key="x1">Følge a1</p>'), choice("a2")), BEFORE[1]]
    assert news(BEFORE, now) == ()
    empty = [scene("a", choice("a1", consequence='<p data-block-key="x1"> </p>'), choice("a2")), BEFORE[1]]
    assert [item.key for item in gaps(BEFORE, empty)] == ["a1"]


def test_points_a_translator_wrote_anew_are_found_by_their_place() -> None:
    own = [{**point, "id": f"x{place}"} for place, point in enumerate(points("A", "B"))]
    assert [item["value"] for item in carry_lines(points("a", "b"), own)] == ["A", "B"]


def test_it_is_told_what_is_new_gone_moved_and_changed() -> None:
    now = [scene("a", choice("a1", title="Annet"), choice("a3")), scene("b", choice("a2"))]
    assert [(item.news, item.key) for item in news(BEFORE, now)] == [
        (News.CHANGED, "a1"),
        (News.NEW, "a3"),
        (News.NEW, "b"),
        (News.MOVED, "a2"),
        (News.GONE, "slutt"),
    ]
    assert news(BEFORE, BEFORE) == ()


KEYS = st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h"])
LINES = st.lists(st.sampled_from(["<p>Vent.</p>", "<p>Spør.</p>", "<p>Lytt.</p>"]), max_size=3)


@st.composite
def stories(draw: st.DrawFn) -> Stream:
    """Scenes and choices with ids of their own, in any place: of two such stories the one may be the other, changed."""
    keys = draw(st.lists(KEYS, unique=True, min_size=1))
    scenes: Stream = []
    for key in keys:
        if scenes and scenes[-1]["type"] == "scene" and draw(st.booleans()):
            quality = draw(st.sampled_from(["helpful", "risky"]))
            reason = draw(st.sampled_from(["", f"<p>Fordi {key}</p>"]))
            scenes[-1]["value"]["choices"].append(choice(key, draw(KEYS), quality=quality, reason=reason))
        elif draw(st.booleans()):
            scenes.append(ending(key, *draw(LINES)))
        else:
            scenes.append(scene(key))
    return scenes


def structure(scenes: Stream) -> list[Any]:
    """All that must be the same in every language."""
    words = {"title", "text", "choices", "takeaways", *WORDS}
    return [
        (
            part["type"],
            part["id"],
            {name: said for name, said in part["value"].items() if name not in words},
            [each["value"]["key"] for each in part["value"].get("choices", [])],
            len(part["value"].get("takeaways", [])),
        )
        for part in parts_of(scenes).values()
    ]


@given(stories(), stories())
def test_the_result_has_the_structure_of_the_original_whatever_became_of_it(before: Stream, now: Stream) -> None:
    assert structure(carry(now, in_english(before), before)) == structure(now)
    assert structure(carry(now, in_english(before))) == structure(now)


@given(stories(), stories())
def test_every_word_of_an_id_that_is_kept_is_kept(before: Stream, now: Stream) -> None:
    english = in_english(before)
    carried = carry(now, english, before)
    for key in parts_of(now).keys() & parts_of(before).keys():
        was, became, source = told(english, key), told(carried, key), told(now, key)
        for name in was.keys() & became.keys() & {"title", "text", "consequence", "reason"}:
            assert became[name] == (was[name] if source[name] else source[name])
        if was.get("takeaways") and became.get("takeaways"):
            kept = [point["value"] for point in became["takeaways"]]
            said_before = [point["value"] for point in told(before, key)["takeaways"]]
            said_now = [point["value"] for point in source["takeaways"]]
            for point in said_before:
                pairs = list(zip(said_now, kept, strict=True))
                assert pairs.count((point, f"EN {point}")) == min(said_before.count(point), said_now.count(point))


@given(stories(), stories())
def test_carrying_the_same_once_more_changes_nothing(before: Stream, now: Stream) -> None:
    carried = carry(now, in_english(before), before)
    assert carry(now, carried, now) == carried


@given(stories(), stories())
def test_what_has_no_words_yet_is_told_and_nothing_else(before: Stream, now: Stream) -> None:
    carried = carry(now, in_english(before), before)
    told_of = {item.key for item in gaps(now, carried)}
    assert parts_of(now).keys() - parts_of(before).keys() <= told_of
    assert not gaps(now, in_english(now))
