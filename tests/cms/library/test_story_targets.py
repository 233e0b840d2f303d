"""A link between scenes holds, whatever its scenes are renamed to, saved or not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.library.blocks.scenario import ScenesBlock
from cms.library.blocks.targets import target_errors
from cms.library.keys import give_keys

TITLES = st.sampled_from(["Kafeen", "kafeen ", "Slutt", "slutt-2", "", "؟", "Slutt!"])
GONE = str(UUID(int=99))


def telling(number: int, title: str, target: str, key: str = "") -> dict[str, Any]:
    value = {"title": title, "text": [], "target": target, "onward_label": "", "key": key}
    return {"type": "telling", "value": value, "id": str(UUID(int=number))}


@given(
    titles=st.lists(TITLES, min_size=1, max_size=6),
    later=st.lists(TITLES, min_size=6, max_size=6),
    leads=st.lists(st.integers(0, 5), min_size=6, max_size=6),
    saved=st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_a_picked_scene_stays_picked_through_any_renaming(
    titles: list[str], later: list[str], leads: list[int], saved: list[bool]
) -> None:
    """The form names a scene by its key, and by its block's id before it has one; titles change, and are swapped."""
    stream = [telling(n, title, str(UUID(int=leads[n] % len(titles)))) for n, title in enumerate(titles)]
    if all(saved[: len(titles)]):
        give_keys([stream])
    for block, title in zip(stream, later, strict=False):
        block["value"]["title"] = title
    give_keys([stream])
    keys = [block["value"]["key"] for block in stream]
    assert len(set(keys)) == len(keys)
    assert [block["value"]["target"] for block in stream] == [keys[leads[n] % len(keys)] for n in range(len(keys))]
    assert not give_keys([stream])


def test_a_scene_that_is_gone_before_it_was_saved_leaves_no_target() -> None:
    stream = [telling(1, "Kafeen", GONE)]
    give_keys([stream])
    assert stream[0]["value"]["target"] == ""


def test_a_title_that_two_scenes_share_names_neither_of_them() -> None:
    stream = [telling(1, "Start", "slutt"), telling(2, "Slutt", "", "a"), telling(3, " slutt", "", "b")]
    give_keys([stream])
    assert stream[0]["value"]["target"] == "slutt"


@pytest.mark.parametrize("target", ["slutt", "Slutt", str(UUID(int=2))])
def test_a_scene_may_be_named_by_key_title_or_block(target: str) -> None:
    scenes = ScenesBlock().to_python([telling(1, "Start", target), telling(2, "Slutt", "start", "slutt")])
    assert target_errors(scenes) == {}


def test_a_scene_that_is_gone_is_told_without_the_number_of_its_block() -> None:
    message = target_errors(ScenesBlock().to_python([telling(1, "Start", GONE)]))[0].block_errors["target"].messages[0]
    assert GONE not in message
