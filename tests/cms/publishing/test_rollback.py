"""Going back to an earlier release."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cms.publishing.make import make
from cms.publishing.models import Release
from cms.publishing.places import Places
from cms.publishing.rollback import can_go_back_to, go_back, request_rollback
from tests.cms.publishing.sample import make_editor, make_guide, publish

pytestmark = pytest.mark.usefixtures("library")


def release_now() -> Release:
    made = make(Release.objects.get(state="waiting").pk)
    assert made is not None
    assert made.state == "live", made.message
    return made


@pytest.fixture
def two() -> tuple[Release, Release]:
    page = publish(make_guide("kort-cv", title="Først"))
    first = release_now()
    publish(page, title="Så")
    return first, release_now()


def page_text(places: Places) -> str:
    return (places.public / "nb/guides/kort-cv/index.html").read_text()


def back_to(release: Release) -> Release:
    made = go_back(request_rollback(to=release, user=make_editor(), queued=False).pk)
    assert made is not None
    return made


def test_readers_and_content_have_the_earlier_text_and_the_cms_keeps_the_newer(
    two: tuple[Release, Release], places: Places
) -> None:
    first, second = two
    back = back_to(first)
    second.refresh_from_db()
    assert (back.state, back.kind, back.of, second.state) == ("live", "rollback", first, "replaced")
    assert "Først" in page_text(places)
    assert "title: Først" in (places.content / "nb/guides/kort-cv.md").read_text()
    from cms.library.models import GuidePage

    assert GuidePage.objects.get().title == "Så"


def test_going_back_and_forth_again(two: tuple[Release, Release], places: Places) -> None:
    first, second = two
    back_to(first)
    assert "Først" in page_text(places)
    second.refresh_from_db()
    back_to(second)
    assert "Så" in page_text(places)


def test_the_next_publish_brings_the_newest_text_back(two: tuple[Release, Release], places: Places) -> None:
    back_to(two[0])
    publish(make_guide("soknad"))
    release_now()
    assert "Så" in page_text(places)


def test_what_waits_to_be_published_is_set_aside_and_comes_with_the_next_publish(
    two: tuple[Release, Release], places: Places
) -> None:
    publish(make_guide("soknad"))
    waiting = Release.objects.get(state="waiting")
    back_to(two[0])
    waiting.refresh_from_db()
    assert waiting.state == "superseded"
    assert "next publish" in waiting.message
    assert waiting.changes.get().title == "Soknad"
    assert make(waiting.pk) is None


def test_it_is_not_possible_to_go_back_to_what_readers_see_now_or_never_saw(two: tuple[Release, Release]) -> None:
    first, second = two
    first.refresh_from_db()
    assert can_go_back_to(first)
    assert not can_go_back_to(second)
    back_to(first)
    first.refresh_from_db()
    assert not can_go_back_to(first)
    assert not can_go_back_to(Release.objects.create(state="failed"))


def test_a_release_that_is_no_longer_kept_is_told_so(two: tuple[Release, Release], places: Places) -> None:
    import shutil

    first, second = two
    shutil.rmtree(places.releases / first.directory)
    back = back_to(first)
    assert (back.state, back.message) == (
        "failed",
        f"The files of release {first.pk} are no longer kept, so it is not possible to go back to it.",
    )
    assert "Så" in page_text(places)


def test_the_command_goes_back_by_one(two: tuple[Release, Release], places: Places) -> None:
    out = StringIO()
    call_command("rollback", stdout=out)
    assert "is live" in out.getvalue()
    assert "still holds the newer texts" in out.getvalue()
    assert "Først" in page_text(places)


def test_the_command_refuses_a_release_it_cannot_go_back_to(two: tuple[Release, Release], places: Places) -> None:
    with pytest.raises(CommandError, match=f"release {two[1].pk}"):
        call_command("rollback", str(two[1].pk), stdout=StringIO())


def test_the_publish_command_tells_each_step_and_the_outcome(places: Path) -> None:
    publish(make_guide("kort-cv"))
    out = StringIO()
    call_command("publish", stdout=out)
    assert [line.split()[0] for line in out.getvalue().splitlines()[:4]] == ["Checking", "Writing", "Building", "Going"]
    assert "is live after" in out.getvalue()


def test_the_publish_command_fails_with_the_reason(places: Places) -> None:
    publish(make_guide("kort-cv"))
    (places.content / "notater.docx").write_bytes(b"PK")
    with pytest.raises(CommandError, match=r"notater\.docx"):
        call_command("publish", stdout=StringIO())
