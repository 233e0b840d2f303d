"""What a list can be narrowed by."""

from __future__ import annotations

from sitebuilder.contract.document import Kind
from sitebuilder.views.page import PageView

from tests.site.sample_library import document, views


def list_of(*facts: dict, kind: Kind = Kind.GUIDE) -> PageView:
    documents = [document(f"side-{n}", kind=kind, **fact) for n, fact in enumerate(facts)]
    return views(*documents)["nb"].page(f"{kind.section}/index.md")


def choices(view: PageView) -> dict[str, list[str]]:
    return {each.name: [choice.value for choice in each.choices] for each in view.filters}


def test_a_short_list_has_no_filters() -> None:
    assert list_of(*[{"minutes": n + 1} for n in range(5)]).filters == ()


def test_a_list_is_narrowed_only_by_what_divides_it() -> None:
    view = list_of(*[{"minutes": n, "topics": ("trust", "cv")[: 1 + n % 2]} for n in range(3, 9)])
    assert choices(view) == {"topics": ["trust", "cv"], "minutes": ["5"]}
    assert [choice.text for choice in view.filters[1].choices] == ["Inntil 5 min"]
    assert [each.bound for each in view.filters] == [False, True]


def test_levels_stand_in_their_own_order() -> None:
    levels = ("B1", "A1", "pre-A1", "A2", "A1", "B1")
    view = list_of(*[{"level": level} for level in levels], kind=Kind.EXERCISE)
    assert choices(view)["level"] == ["pre-A1", "A1", "A2", "B1"]


def test_a_text_that_stands_in_several_groups_is_counted_once() -> None:
    few = [document(f"side-{n}", topics=("trust", "cv"), minutes=n + 1) for n in range(5)]
    assert views(*few)["nb"].page("mentee.md").filters == ()


def test_home_and_content_pages_have_none() -> None:
    site = views(*[document(f"side-{n}", minutes=n + 1) for n in range(9)])["nb"]
    assert site.page("index.md").filters == site.page("guides/side-1.md").filters == ()
