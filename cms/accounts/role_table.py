"""Who may do what: the five roles and their permissions, as plain data.

``roles.sync_roles`` makes the database hold to this table, and ``tests/cms/accounts/test_permissions.py`` holds the
views to it. A permission is named ``app.codename``; ``app.*`` is every permission of that app. Names of apps that are
not migrated yet are left out, not errors.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SNIPPETS = ("topic", "helpbox")
"""Models of ``cms.library`` that editors keep outside the page tree. They have no language of their own to be limited
to, so an author writes them in every language."""


@dataclass(frozen=True)
class Role:
    """One role.

    ``key`` is the name of the group, English and never changed; ``title`` is what people see.
    ``per_language``: one group for each language, with its pages under that language's home page; else one group with
    the whole tree.
    ``pages``: Wagtail's page actions. ``media``: permissions on the media library, which Wagtail gives per collection.
    ``permissions``: everything else.
    """

    key: str
    title: str | Promise
    per_language: bool
    pages: frozenset[str]
    media: frozenset[str]
    permissions: frozenset[str]


def _snippets(*actions: str) -> frozenset[str]:
    return frozenset(f"library.{action}_{snippet}" for snippet in SNIPPETS for action in actions)


def _media(*actions: str) -> frozenset[str]:
    models = ("wagtailimages", "image"), ("wagtaildocs", "document")
    return frozenset(f"{app}.{action}_{model}" for app, model in models for action in actions)


ADMIN = frozenset({"wagtailadmin.access_admin"})
SEND_TO_TRANSLATION = frozenset({"wagtail_localize.submit_translation"})
RELEASES = frozenset({"publishing.view_release", "publishing.roll_back"})
LINK_EXCEPTIONS = frozenset(f"editing.{action}_linkexception" for action in ("view", "add", "change", "delete"))
MANAGE = ("add", "change", "delete")
GLOSSARY = frozenset(f"languages.{action}_glossaryterm" for action in ("view", *MANAGE))
CHOOSE_MEDIA = _media("choose")
KEEP_MEDIA = _media("add", "change", "choose")
ALL_MEDIA = _media(*MANAGE, "choose") | frozenset(f"wagtailcore.{action}_collection" for action in MANAGE)

AUTHOR = Role(
    key="Author",
    title=_("Author"),
    per_language=True,
    pages=frozenset({"add", "change"}),
    media=KEEP_MEDIA,
    permissions=ADMIN | SEND_TO_TRANSLATION | _snippets("view", "add", "change"),
)
TRANSLATOR = Role(
    key="Translator",
    title=_("Translator"),
    per_language=True,
    pages=frozenset({"change"}),
    media=CHOOSE_MEDIA,
    permissions=ADMIN | _snippets("view", "change"),
)
REVIEWER = Role(
    key="Reviewer",
    title=_("Language reviewer"),
    per_language=True,
    pages=frozenset({"change", "lock", "unlock"}),
    media=CHOOSE_MEDIA,
    permissions=ADMIN | _snippets("view", "change"),
)
PUBLISHER = Role(
    key="Publisher",
    title=_("Publisher"),
    per_language=False,
    pages=frozenset({"change", "publish", "lock", "unlock"}),
    media=KEEP_MEDIA,
    permissions=ADMIN
    | SEND_TO_TRANSLATION
    | RELEASES
    | GLOSSARY
    | LINK_EXCEPTIONS
    | _snippets("view", "change", "publish"),
)
ADMINISTRATOR = Role(
    key="Administrator",
    title=_("Administrator"),
    per_language=False,
    pages=frozenset({"add", "bulk_delete", "change", "lock", "publish", "unlock"}),
    media=ALL_MEDIA,
    permissions=ADMIN
    | SEND_TO_TRANSLATION
    | frozenset({"accounts.*", "editing.*", "languages.*", "library.*", "publishing.*"})
    | frozenset(f"auth.{action}_user" for action in MANAGE)
    | frozenset(f"wagtailcore.{action}_{model}" for model in ("locale", "workflow", "task") for action in MANAGE),
)
ROLES = (AUTHOR, TRANSLATOR, REVIEWER, PUBLISHER, ADMINISTRATOR)


def group_name(role: Role, language: str | None = None) -> str:
    """The group of a role: ``Publisher``, or ``Author (nb)`` for a role that is given per language."""
    if role.per_language != bool(language):
        raise ValueError(f"{role.key} is given {'per language' if role.per_language else 'once, without a language'}.")
    return f"{role.key} ({language})" if language else role.key


def group_title(name: str) -> str:
    """A group's name in the reader's language: ``Forfatter (nb)``. Groups that are no role of ours keep their name."""
    key, _space, language = name.partition(" ")
    for role in ROLES:
        if role.key == key and role.per_language == bool(language):
            return f"{role.title} {language}".strip()
    return name
