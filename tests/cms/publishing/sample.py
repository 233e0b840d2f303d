"""A small library of real pages: homes, sections, a topic and guides, with a person who writes them."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.files import File
from wagtail.log_actions import LogContext
from wagtail.models import Collection, Locale, Page, Site

from cms.library.models import GuidePage, HomePage, SectionPage, ToolboxImage, Topic, TopicName

LANGUAGES = ("nb", "en")
TEXT = "<p>Skriv to linjer om deg selv.</p>"


def make_editor(name: str = "kari"):
    found = get_user_model().objects.filter(username=name).first()
    return found or get_user_model().objects.create_superuser(name, f"{name}@example.org", "tre-blå-hester-i-regn")


def make_places() -> None:
    """Homes and sections for two languages, and the topic every guide has."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    if Collection.get_first_root_node() is None:  # Gone after a test that emptied the tables.
        Collection.add_root(name="Root")
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locales["nb"])
    for code, locale in locales.items():
        home = HomePage.objects.filter(locale=locale).first()  # A language that was added has its places already.
        if home is None:
            home = root.add_child(instance=HomePage(title=code, slug=code, locale=locale))
            home.add_child(instance=SectionPage(title="Guides", slug="guides", kind="guide", locale=locale))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": HomePage.objects.first()}
    )
    topic = Topic(key="jobb", names=[TopicName(language="nb", name="Jobb"), TopicName(language="en", name="Work")])
    topic.save()


def section(language: str = "nb") -> SectionPage:
    return SectionPage.objects.get(locale__language_code=language, kind="guide")


def make_guide(slug: str, *, title: str = "", language: str = "nb", text: str = TEXT, body: list | None = None):
    """A draft guide with one step."""
    page = GuidePage(
        title=title or slug.replace("-", " ").capitalize(),
        slug=slug,
        summary="Hva den er, og hva den er god for.",
        audience="both",
        topics=["jobb"],
        minutes=5,
        together="Les den sammen.",
        steps=[("step", {"title": "Skriv", "body": body or [("text", text)], "key": "skriv"})],
        locale=section(language).locale,
        live=False,
    )
    section(language).add_child(instance=page)
    return GuidePage.objects.get(pk=page.pk)


def publish(page: GuidePage, user=None, **changes: object) -> GuidePage:
    """Save ``changes`` as a revision and publish it, as the admin does."""
    page = GuidePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(page, name, value)
    user = user or make_editor()
    with LogContext(user=user):
        page.save_revision(user=user).publish(user=user)
    return GuidePage.objects.get(pk=page.pk)


def with_text(text: str) -> dict[str, object]:
    return {"steps": [("step", {"title": "Skriv", "body": [("text", f"<p>{text}</p>")], "key": "skriv"})]}


def make_image(folder: Path, title: str = "To som prater") -> ToolboxImage:
    from PIL import Image

    file = folder / "bilde.png"
    Image.new("RGB", (40, 30), "navy").save(file)
    with file.open("rb") as handle:
        image = ToolboxImage(title=title, file=File(handle, name="bilde.png"))
        image.save()
    return image
