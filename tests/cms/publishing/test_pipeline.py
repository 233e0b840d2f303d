"""From Publish to what readers see, with real pages, files and builds."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.utils import timezone
from sitebuilder.build import BuildError
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page, Revision

from cms.library.models import GuidePage, HelpBox, SectionPage, ToolboxImage, TopicName
from cms.library.still_used import StillUsed
from cms.publishing.make import make
from cms.publishing.models import Change, MovedPage, Release
from cms.publishing.pipeline import publish as run
from cms.publishing.places import Places
from cms.publishing.release_folder import ReleaseFolder, folders
from cms.publishing.rollback import go_back, request_rollback
from cms.publishing.steps import Steps
from tests.cms.publishing.sample import make_editor, make_guide, make_image, publish, section, with_text

pytestmark = pytest.mark.usefixtures("library")


def release_now(steps: Steps | None = None) -> Release:
    made = run(Release.objects.get(state="waiting").pk, steps=steps)
    assert made is not None
    return made


def read(places: Places, path: str) -> str:
    return (places.public / path / "index.html").read_text()


def test_a_published_page_is_what_readers_see(places: Places) -> None:
    publish(make_guide("kort-cv", title="En kort CV"))
    release = release_now()
    assert (release.state, release.message) == ("live", "")
    assert "En kort CV" in read(places, "nb/guides/kort-cv")
    assert (places.content / "nb/guides/kort-cv.md").is_file()


def test_pages_that_are_open_find_their_scripts_after_a_release(places: Places) -> None:
    page = publish(make_guide("kort-cv"))
    release_now()
    (places.public / "assets" / "page.0000000000.js").write_text("of a version before")
    publish(page, **with_text("Noe nytt."))
    release_now()
    assert (places.public / "assets" / "page.0000000000.js").is_file()


def test_a_release_says_who_did_what_when_and_how_long_each_step_took(places: Places) -> None:
    page = publish(make_guide("kort-cv"))
    release = release_now()
    change = release.changes.get()
    assert (change.title, change.action, change.url) == ("Kort cv", "published", "/nb/guides/kort-cv/")
    assert (change.page_id, change.user) == (page.pk, make_editor())
    assert release.requested_by == make_editor()
    assert set(release.steps) == {"checking", "writing", "building", "switching"}
    assert release.requested_at < release.started_at < release.finished_at
    assert release.pages == 1


def test_a_draft_is_not_published(places: Places) -> None:
    publish(make_guide("kort-cv"))
    make_guide("utkast")
    release_now()
    assert not (places.public / "nb/guides/utkast").exists()


def test_only_what_changed_is_written(places: Places) -> None:
    page = publish(make_guide("kort-cv"))
    publish(make_guide("soknad"))
    release_now()
    before = {path: path.stat().st_mtime_ns for path in places.content.rglob("*.md")}
    publish(page, **with_text("Noe nytt."))
    release_now()
    after = {path: path.stat().st_mtime_ns for path in places.content.rglob("*.md")}
    assert {path.name for path in before if before[path] != after[path]} == {"kort-cv.md"}


def test_an_unpublished_page_disappears_from_the_site_and_from_the_content(places: Places) -> None:
    page = publish(make_guide("kort-cv"))
    release_now()
    page.unpublish()
    release = release_now()
    assert release.changes.get().action == "unpublished"
    assert not (places.public / "nb/guides/kort-cv").exists()
    assert not (places.content / "nb/guides/kort-cv.md").exists()


def test_a_deleted_page_disappears_and_is_told_as_deleted(places: Places) -> None:
    page = publish(make_guide("kort-cv"))
    release_now()
    page.delete()
    release = release_now()
    assert [change.action for change in release.changes.all()] == ["deleted"]
    assert not (places.content / "nb/guides/kort-cv.md").exists()


def test_a_page_with_a_new_slug_is_found_at_its_old_address_too(places: Places) -> None:
    page = publish(make_guide("kort-cv"))
    release_now()
    publish(page, slug="cv-paa-en-side")
    release = release_now()
    assert "slug" in {change.action for change in release.changes.all()}
    assert "/nb/guides/kort-cv/ /nb/guides/cv-paa-en-side/ 301" in (places.public / "_redirects").read_text()
    assert "cv-paa-en-side" in (places.content / "redirects.yml").read_text()
    assert not (places.content / "nb/guides/kort-cv.md").exists()
    assert MovedPage.objects.get().new == "/nb/guides/cv-paa-en-side/"


def test_renaming_back_and_forth_leaves_one_redirect_and_no_loop(places: Places) -> None:
    page = publish(make_guide("a"))
    for slug in ("a", "b", "c", "a"):
        page = publish(page, slug=slug)
        release_now()
    assert dict(MovedPage.objects.values_list("old", "new")) == {
        "/nb/guides/b/": "/nb/guides/a/",
        "/nb/guides/c/": "/nb/guides/a/",
    }


def test_a_moved_page_leads_to_a_release(places: Places) -> None:
    page = publish(make_guide("kort-cv"))
    release_now()
    other = (
        section()
        .get_parent()
        .add_child(instance=SectionPage(title="Flere", slug="flere", kind="guide", locale=page.locale))
    )
    MovePageAction(Page.objects.get(pk=page.pk), other, "last-child", user=make_editor()).execute()
    assert release_now().changes.get().action == "moved"


def test_a_help_box_and_a_topic_lead_to_releases(places: Places) -> None:
    box = HelpBox(key="politi", title="Politiet", locale=section().locale, text=[("text", "<p>Ring.</p>")])
    box.save()
    box.save_revision().publish()
    assert {change.title for change in Change.objects.filter(release=None)} == {"Politiet"}
    release_now()
    assert "Politiet" in (places.content / "nb/help/politi.md").read_text()


def showing(image) -> list:
    image.contextual_alt_text, image.decorative = "To som prater", False
    return [("step", {"title": "Se", "body": [("image", image)], "key": "se"})]


def test_a_picture_in_use_cannot_be_deleted_by_code_either(tmp_path: Path) -> None:
    image = make_image(tmp_path)
    publish(make_guide("kort-cv"), steps=showing(image))
    before = Change.objects.count()
    with pytest.raises(StillUsed):
        image.delete()
    assert Path(image.file.path).is_file()
    assert Change.objects.count() == before


def test_a_picture_that_was_lost_keeps_readers_on_the_last_release(places: Places, tmp_path: Path) -> None:
    image = make_image(tmp_path)
    page = publish(make_guide("kort-cv"), steps=showing(image))
    assert release_now().state == "live"
    ToolboxImage.objects.filter(pk=image.pk)._raw_delete("default")  # Past everything that keeps it.
    publish(make_guide("enda-en"))
    release = release_now()
    assert release.state == "failed"
    assert "Readers still see the last release" in release.message
    [problem] = [problem for problem in release.problems if problem["severity"] == "error"]
    assert (problem["title"], problem["edit"]) == ("Kort cv", f"/cms/pages/{page.pk}/edit/")
    assert "To som prater" in read(places, "nb/guides/kort-cv")
    publish(page, **with_text("Uten bilde."))
    assert release_now().state == "live"
    assert "Uten bilde" in read(places, "nb/guides/kort-cv")


def test_a_picture_without_words_for_those_who_cannot_see_it_stops_the_release(places: Places, tmp_path: Path) -> None:
    image = make_image(tmp_path)
    steps = showing(image)
    image.contextual_alt_text = ""
    page = publish(make_guide("kort-cv"))
    page.steps = steps
    page.save(clean=False)  # As it went live before its form asked for those words.
    release = release_now()
    [problem] = [problem for problem in release.problems if problem["severity"] == "error"]
    assert (problem["code"], problem["title"]) == ("C16", "Kort cv")
    assert problem["edit"] == f"/cms/pages/{page.pk}/edit/"


def test_an_earlier_release_keeps_the_pictures_it_had(places: Places, tmp_path: Path) -> None:
    image = make_image(tmp_path)
    page = publish(make_guide("kort-cv"), steps=showing(image))
    first = release_now()
    publish(page, **with_text("Uten bilde."))
    release_now()
    name = image.export_name
    image.delete()
    assert not (places.content / "media/images" / name).exists()
    back = go_back(request_rollback(to=first, user=make_editor(), queued=False).pk)
    assert back is not None
    assert back.state == "live"
    page_text = read(places, "nb/guides/kort-cv")
    shown = re.search(r'<img[^>]* src="/([^"]+)"', page_text)
    assert shown is not None
    assert (places.public / shown[1]).is_file()
    assert (places.content / "media/images" / name).is_file()


def test_links_follow_a_page_whose_address_changes(places: Places) -> None:
    goal = publish(make_guide("maal"))
    link = f'<p><a linktype="page" id="{goal.pk}">les mer</a></p>'
    publish(make_guide("start", text=link), related=[("page", goal)])
    box = HelpBox(key="politi", title="Politiet", locale=section().locale, text=[("text", link)])
    box.save()
    box.save_revision().publish()
    release_now()
    publish(goal, slug="nytt-maal")
    assert release_now().state == "live"
    html = read(places, "nb/guides/start")
    assert html.count('href="/nb/guides/nytt-maal/"') >= 2  # In the text, and among what to read next.
    assert "guides/maal" not in html
    start = (places.content / "nb/guides/start.md").read_text()
    assert "[les mer](../guides/nytt-maal.md)" in start
    assert "- ../guides/nytt-maal.md" in start
    assert "(../guides/nytt-maal.md)" in (places.content / "nb/help/politi.md").read_text()


def test_a_translation_follows_its_original_to_a_new_address(places: Places) -> None:
    original = publish(make_guide("maal"))
    version = {"translated_from": "nb", "translation_state": "reviewed", "translation_of": "0" * 16}
    english = make_guide("maal", language="en")
    GuidePage.objects.filter(pk=english.pk).update(translation_key=original.translation_key, **version)
    publish(english, translation_key=original.translation_key, **version)
    release_now()
    publish(original, slug="nytt-maal")
    assert release_now().state == "live"
    redirects = (places.public / "_redirects").read_text()
    assert "/nb/guides/maal/ /nb/guides/nytt-maal/ 301" in redirects
    assert "/en/guides/maal/ /en/guides/nytt-maal/ 301" in redirects
    assert (places.public / "en/guides/nytt-maal/index.html").is_file()


def test_a_page_taken_down_by_its_time_is_told_on_the_page_that_leads_to_it(places: Places) -> None:
    goal = publish(make_guide("maal"))
    link = f'<p><a linktype="page" id="{goal.pk}">les mer</a></p>'
    start = publish(make_guide("start", text=link))
    release_now()
    GuidePage.objects.filter(pk=goal.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    release = release_now()
    assert release.state == "failed"
    [problem] = [problem for problem in release.problems if problem["severity"] == "error"]
    assert (problem["title"], problem["edit"]) == ("Start", f"/cms/pages/{start.pk}/edit/")
    assert (places.public / "nb/guides/maal/index.html").is_file()  # No reader meets a link that leads nowhere.


def test_a_topic_with_another_name_has_it_everywhere_with_the_next_release(places: Places) -> None:
    publish(make_guide("kort-cv"))
    release_now()
    assert "Jobb" in read(places, "nb/guides")
    name = TopicName.objects.get(topic__key="jobb", language="nb")
    name.name = "Arbeidsliv"
    topic = name.topic
    topic.names = [name, topic.names.get(language="en")]
    topic.save()
    release = release_now()
    assert release.state == "live"
    assert "Arbeidsliv" in read(places, "nb/guides")
    assert "Arbeidsliv" in (places.content / "topics.yml").read_text()
    assert "Jobb<" not in read(places, "nb/guides/kort-cv")


def test_a_picture_that_no_page_uses_asks_for_no_release(tmp_path: Path) -> None:
    make_image(tmp_path).delete()
    assert not Change.objects.exists()


def fails_with(error: BaseException):
    def step(*args: object, **kwargs: object) -> None:
        raise error

    return step


def test_a_failing_build_keeps_readers_on_the_last_release_and_the_next_publish_heals(places: Places) -> None:
    page = publish(make_guide("kort-cv", title="Først"))
    release_now()
    publish(page, title="Så")
    failed = release_now(
        replace(Steps(), build=fails_with(BuildError("nb/guides/kort-cv.md: the page cannot be drawn")))
    )
    assert failed.state == "failed"
    assert "nb/guides/kort-cv.md: the page cannot be drawn." in failed.message
    assert "Først" in read(places, "nb/guides/kort-cv")
    assert len(list(folders(places.releases))) == 1
    publish(page)
    assert release_now().state == "live"
    assert "Så" in read(places, "nb/guides/kort-cv")


def test_content_that_a_person_broke_is_mended_by_the_next_publish(places: Places) -> None:
    page = publish(make_guide("kort-cv"))
    release_now()
    (places.content / "nb/guides/kort-cv.md").write_text("<script>")
    (places.content / "nb/guides/stray.md").write_bytes(b"\xff\xfe")
    publish(page)
    assert release_now().state == "live"
    assert not (places.content / "nb/guides/stray.md").exists()
    assert "Skriv to linjer" in (places.content / "nb/guides/kort-cv.md").read_text()


def test_a_file_that_nobody_knows_is_named_as_what_stops_the_release(places: Places) -> None:
    publish(make_guide("kort-cv"))
    (places.content / "notater.docx").write_bytes(b"PK")
    release = release_now()
    assert release.state == "failed"
    assert [problem["path"] for problem in release.problems if problem["severity"] == "error"] == ["notater.docx"]


def test_a_link_to_a_page_that_is_not_live_is_refused_with_the_page_to_mend(places: Places) -> None:
    page = publish(make_guide("kort-cv"), related=[("page", make_guide("utkast"))])
    release = release_now()
    assert (release.state, release.problems[0]["title"]) == ("failed", page.title)


def test_only_the_last_ten_releases_are_kept(places: Places, settings) -> None:
    settings.TOOLBOX_RELEASES_KEPT = 2
    page = make_guide("kort-cv")
    for title in ("En", "To", "Tre", "Fire"):
        publish(page, title=title)
        release_now()
    kept = [folder.path.name for folder in folders(places.releases)]
    assert kept == list(Release.objects.order_by("-pk").values_list("directory", flat=True)[:2])


def test_a_release_that_another_process_took_is_not_made_twice() -> None:
    publish(make_guide("kort-cv"))
    release = release_now()
    assert make(release.pk) is None


def test_pages_scheduled_for_later_wait_for_their_time(places: Places) -> None:
    page = publish(make_guide("kort-cv"), go_live_at=timezone.now() + timedelta(hours=1))
    assert not page.live
    assert not Change.objects.exists()
    content_type = ContentType.objects.get_for_model(GuidePage)
    revision = Revision.objects.get(object_id=str(page.pk), content_type=content_type)
    revision.content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    call_command("publish_scheduled")
    release = release_now()
    assert release.requested_by == make_editor()
    assert (places.public / "nb/guides/kort-cv").is_dir()


def test_every_file_of_a_release_is_in_its_manifest(places: Places) -> None:
    publish(make_guide("kort-cv"))
    release = release_now()
    folder = ReleaseFolder(places.releases / release.directory)
    there = {path.relative_to(folder.public).as_posix() for path in folder.public.rglob("*") if path.is_file()}
    assert there == set(folder.files)


def test_a_cms_that_lost_its_texts_does_not_empty_the_content(places: Places) -> None:
    for slug in ("kort-cv", "lang-cv"):
        publish(make_guide(slug))
    release_now()
    written = {path.name: path.read_bytes() for path in places.content.rglob("*") if path.is_file()}
    GuidePage.objects.all().delete()

    failed = release_now()

    assert failed.state == "failed"
    assert "load_content" in failed.message
    assert {path.name: path.read_bytes() for path in places.content.rglob("*") if path.is_file()} == written
    assert (places.public / "nb/guides/kort-cv/index.html").exists()
