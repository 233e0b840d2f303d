"""``content/`` into the CMS and out again: nothing is lost, nothing is done twice."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from sitebuilder.contract.tree import paths
from wagtail.models import Locale, Page, Revision

from cms.config.settings.env import ROOT
from cms.library.live import live_content
from cms.library.models import PAGE_OF_KIND, GuidePage, HelpBox, ToolboxImage, Topic
from cms.publishing.export import export_content, live_library
from cms.publishing.failures import Refused
from cms.publishing.load import LoadError, load_content

pytestmark = pytest.mark.django_db

TEXT = """\
---
id: 5d6f1a52-5f3c-4e9f-8a6f-0f8f2f9a7c01
type: guide
title: Et hus ved sjøen
summary: Om et hus.
audience: both
topics:
- trust
minutes: 5
together: Se på bildet sammen.
related:
- ../guides/kort.md
published_on: 2026-01-02
updated_on: 2026-11-01
translation: source
---

## Se på huset {#se}

![Et hus ved sjøen](../../media/images/hus.webp)

Les [den andre](../guides/kort.md).
"""
SHORT = TEXT.replace("5d6f1a52", "6d6f1a52").replace("related:\n- ../guides/kort.md\n", "")
OTHER = SHORT.replace("![Et hus ved sjøen](../../media/images/hus.webp)\n\n", "").replace(
    "../guides/kort.md", "https://www.nav.no/"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two guides that lead to each other, and a picture."""
    folder = tmp_path / "files"
    (folder / "nb/guides").mkdir(parents=True)
    (folder / "media/images").mkdir(parents=True)
    (folder / "topics.yml").write_text("- id: trust\n  names:\n    nb: Tillit\n    en: Trust\n")
    (folder / "nb/guides/hus.md").write_text(TEXT)
    (folder / "nb/guides/kort.md").write_text(OTHER)
    Image.new("RGB", (2000, 10), "navy").save(folder / "media/images/hus.webp", "WEBP")
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in paths(folder)}


def export(folder: Path) -> dict[str, bytes]:
    export_content(live_library(), folder)
    return bytes_of(folder)


def guide(slug: str = "hus") -> GuidePage:
    return GuidePage.objects.get(slug=slug)


def test_the_starter_content_comes_out_byte_for_byte(tmp_path: Path) -> None:
    load_content(ROOT / "content")
    assert export(tmp_path / "out") == bytes_of(ROOT / "content")


def test_the_starter_content_can_be_edited_and_published_as_it_is(tmp_path: Path) -> None:
    """Every block passes the form's own checks, and a page that is opened and saved says what it said."""
    load_content(ROOT / "content")
    for model in PAGE_OF_KIND.values():
        for page in model.objects.all():
            before = page.to_document()
            for name in (field.name for field in page._meta.get_fields() if hasattr(field, "stream_block")):
                block = getattr(page, name).stream_block
                setattr(page, name, block.clean(getattr(page, name)))
            page.full_clean()
            assert page.to_document() == before


def test_files_with_pictures_and_links_come_out_byte_for_byte(content: Path, tmp_path: Path) -> None:
    report = load_content(content)
    assert sorted(report.created) == [
        "media/images/hus.webp",
        "nb/guides/hus.md",
        "nb/guides/kort.md",
        "topics.yml: trust",
    ]
    assert export(tmp_path / "out") == bytes_of(content)


def test_a_link_between_files_is_a_link_between_pages(content: Path, tmp_path: Path) -> None:
    load_content(content)
    page = guide("kort")
    page.slug = "et-annet-navn"
    page.save()
    exported = export(tmp_path / "out")
    assert "[den andre](../guides/et-annet-navn.md)" in exported["nb/guides/hus.md"].decode()
    assert "- ../guides/et-annet-navn.md" in exported["nb/guides/hus.md"].decode()


def test_loading_again_changes_nothing(content: Path) -> None:
    load_content(content)
    before = Revision.objects.count()
    report = load_content(content)
    assert report.is_empty
    assert report.unchanged == 4
    assert Revision.objects.count() == before


def test_a_changed_file_updates_its_page_by_its_id(content: Path) -> None:
    load_content(content)
    page = guide()
    (content / "nb/guides/hus.md").rename(content / "nb/guides/hytte.md")
    (content / "nb/guides/hytte.md").write_text(TEXT.replace("Et hus ved", "En hytte ved"))
    assert load_content(content).updated == ["nb/guides/hytte.md"]
    assert (guide("hytte").pk, guide("hytte").title) == (page.pk, "En hytte ved sjøen")
    assert guide("hytte").live_revision == guide("hytte").latest_revision


def test_the_dates_are_those_of_the_file(content: Path) -> None:
    load_content(content)
    page = guide()
    assert page.first_published_at.date() == dt.date(2026, 1, 2)
    assert page.last_published_at.date() == dt.date(2026, 11, 1)
    assert not page.has_unpublished_changes


def test_a_draft_stays_in_the_history_of_its_page_and_is_named(content: Path) -> None:
    load_content(content)
    page = guide()
    page.title = "Et utkast"
    draft = page.save_revision()
    (content / "nb/guides/hus.md").write_text(TEXT.replace("Om et hus.", "Om et annet hus."))
    assert load_content(content).drafts_set_aside == ["nb/guides/hus.md"]
    assert guide().title == "Et hus ved sjøen"
    assert page.revisions.get(pk=draft.pk).as_object().title == "Et utkast"


def test_a_draft_of_a_page_whose_file_did_not_change_is_left_alone(content: Path) -> None:
    load_content(content)
    page = guide()
    page.title = "Et utkast"
    draft = page.save_revision()
    assert load_content(content).is_empty
    assert guide().latest_revision == draft
    assert guide().has_unpublished_changes


def test_a_page_without_a_file_is_left_alone_and_named(content: Path) -> None:
    load_content(content)
    (content / "nb/guides/hus.md").unlink()
    assert load_content(content).without_file == ["nb/guides/hus.md"]
    assert guide().live


def test_content_with_a_fault_is_refused_whole_and_the_file_named(content: Path) -> None:
    (content / "nb/guides/kort.md").write_text(OTHER.replace("minutes: 5", "minutes: mange"))
    with pytest.raises(LoadError) as refused:
        load_content(content)
    assert "nb/guides/kort.md:9: C05" in str(refused.value)
    assert not GuidePage.objects.exists()
    assert not ToolboxImage.objects.exists()


def test_what_the_form_has_no_place_for_is_refused_with_nothing_left_behind(content: Path, settings) -> None:
    box = "!!! note\n\n    !!! tip\n\n        Hei\n"
    (content / "nb/guides/kort.md").write_text(OTHER + "\n" + box)
    with pytest.raises(LoadError) as refused:
        load_content(content)
    assert {(p.code, p.path) for p in refused.value.problems} <= {
        ("L03", "nb/guides/kort.md"),
        ("C17", "nb/guides/kort.md"),
    }
    assert not GuidePage.objects.exists()
    assert [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()] == []


def test_a_page_in_the_way_is_named(content: Path) -> None:
    load_content(content)
    other = TEXT.replace("5d6f1a52", "7d6f1a52")
    (content / "nb/guides/hus.md").write_text(other)
    with pytest.raises(LoadError, match=r"nb/guides/hus.md:0: L04"):
        load_content(content)


def test_only_what_is_live_and_an_original_leaves_the_cms(content: Path) -> None:
    load_content(content)
    parent = guide().get_parent()
    guide().create_alias(
        parent=parent.get_translation(Locale.objects.get(language_code="en")),
        update_locale=Locale.objects.get(language_code="en"),
        reset_translation_key=False,
    )
    guide("kort").unpublish()
    assert [document.path for document in live_content().library.documents] == ["nb/guides/hus.md"]


def test_a_private_page_does_not_leave_the_cms(content: Path) -> None:
    from wagtail.models import PageViewRestriction

    load_content(content)
    PageViewRestriction.objects.create(page=guide(), restriction_type=PageViewRestriction.LOGIN)
    assert [document.slug for document in live_content().library.documents] == ["kort"]


def test_a_picture_of_a_draft_does_not_leave_the_cms(content: Path, tmp_path: Path) -> None:
    load_content(content)
    guide().unpublish()
    assert "media/images/hus.webp" not in export(tmp_path / "out")


def test_a_deleted_picture_is_refused_with_page_and_step(content: Path) -> None:
    load_content(content)
    ToolboxImage.objects.all()._raw_delete("default")  # Past everything that keeps it.
    problem = live_content().problems[0]
    assert (problem.code, problem.path, problem.where) == ("L02", "nb/guides/hus.md", "se")
    with pytest.raises(Refused):
        live_library()


def test_export_writes_only_what_changed_and_deletes_what_is_gone(content: Path, tmp_path: Path) -> None:
    load_content(content)
    out = tmp_path / "out"
    export(out)
    assert not export_content(live_library(), out)
    page = guide("kort")
    page.summary = "Noe nytt."
    page.save()
    assert export_content(live_library(), out).written == ("nb/guides/kort.md",)
    guide().unpublish()
    assert export_content(live_library(), out).deleted == ("media/images/hus.webp", "nb/guides/hus.md")


def test_the_number_of_queries_does_not_grow_with_the_library(content: Path, django_assert_max_num_queries) -> None:
    load_content(content)
    for number in range(12):
        path = content / f"nb/guides/hus-{number}.md"
        path.write_text(TEXT.replace("5d6f1a52", f"8d6f1a{number:02}"))
    load_content(content)
    with django_assert_max_num_queries(16):
        assert len(live_library().documents) == 14


def test_help_boxes_and_topics_follow_their_files(content: Path, tmp_path: Path) -> None:
    (content / "nb/help").mkdir()
    file = content / "nb/help/politi.md"
    file.write_text("---\nid: politi\ntitle: Politiet\nverified_on: 2026-11-01\n---\n\nRing [112](tel:112).\n")
    load_content(content)
    file.write_text(file.read_text().replace("Ring", "Ring gratis"))
    (content / "topics.yml").write_text("- id: trust\n  names:\n    en: Trust\n    nb: Å stole på\n")
    report = load_content(content)
    assert report.updated == ["topics.yml: trust", "nb/help/politi.md"]
    assert export(tmp_path / "out") == bytes_of(content)
    assert (HelpBox.objects.count(), Topic.objects.count()) == (1, 1)


def test_the_commands_say_what_they_did(content: Path, tmp_path: Path, capsys) -> None:
    call_command("load_content", "--from", str(content))
    assert "4 created, 0 updated, 0 unchanged." in capsys.readouterr().out
    call_command("load_content", "--from", str(content), "--if-empty")
    assert "nothing was loaded" in capsys.readouterr().out
    call_command("export_content", "--to", str(tmp_path / "out"))
    assert "4 written, 0 deleted." in capsys.readouterr().out
    assert bytes_of(tmp_path / "out") == bytes_of(content)


def test_the_load_command_names_what_is_wrong(content: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is not a folder"):
        call_command("load_content", "--from", str(tmp_path / "nowhere"))
    (content / "nb/guides/hus.md").write_text("Hei")
    with pytest.raises(CommandError, match=r"nb/guides/hus.md:1: C02"):
        call_command("load_content", "--from", str(content))


def test_loading_can_start_from_an_empty_database(content: Path, tmp_path: Path) -> None:
    Page.objects.all().delete()
    Locale.objects.all().delete()
    load_content(content)
    assert export(tmp_path / "out") == bytes_of(content)
    shutil.rmtree(tmp_path / "out")
