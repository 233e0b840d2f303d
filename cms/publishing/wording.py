"""What went wrong with a release, in a sentence: what, where, and what to do.

A failure is kept as ``{"code": …}`` with facts, and said in the language of the one who reads it.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "refused": _(
        "Something must be put right before this can be published; it is listed below. "
        "Readers still see the last release."
    ),
    "build": _(
        "The site could not be built: {why} Put right what is named and publish again. "
        "If nothing here is yours to mend, show this to the person who runs the toolbox."
    ),
    "disk-full": _(
        "There is no room left on the disk for {where}. Ask the person who runs the toolbox to make room, "
        "then publish again. Readers still see the last release."
    ),
    "missing-file": _(
        "The file {where} is missing. Upload it again, or remove it from the page that uses it, and publish again."
    ),
    "disk": _(
        "{where} could not be read or written: {why}. Ask the person who runs the toolbox to look at it, "
        "then publish again. Readers still see the last release."
    ),
    "database-busy": _(
        "The database was busy for too long and the release stopped. Nothing is lost. Publish again in a moment."
    ),
    "interrupted": _("The release was stopped in the middle. Nothing is lost: it has been requested again."),
    "gave-up": _(
        "The release was stopped in the middle {attempts} times and is not tried again by itself. Ask the person who "
        "runs the toolbox to look at the worker's log, then publish again. Readers still see the last release."
    ),
    "empty": _(
        "There is nothing live in the CMS, but there are {documents} texts in the content folder, and publishing would "
        "delete them. Load them first (manage.py load_content), then publish. Readers still see the last release."
    ),
    "language-gone": _(
        "There are {texts} texts in “{language}” in the content folder, and publishing would delete them, since that "
        "language is not among the locales here. Add it under Settings → Locales and load the texts "
        "(manage.py load_content), or move the folder out of content/. Then publish. Readers still see the last "
        "release."
    ),
    "rollback-stopped": _("Going back was stopped in the middle. Readers see what they saw before. Try again."),
    "superseded": _("Someone went back to an earlier release. These changes go live with the next publish."),
    "gone": _("The files of release {release} are no longer kept, so it is not possible to go back to it."),
    "unexpected": _(
        "Something unexpected happened ({why}). Publish again. If it happens again, show this to the person who "
        "runs the toolbox. Readers still see the last release."
    ),
    "delivery-setup": _("Delivery is not set up: {why} Ask the person who runs the toolbox to set it."),
    "delivery-git": _("Git could not deliver the texts: {why}"),
    "delivery-hook": _("The host at {host} did not take the request: {why}"),
}


def sentence(failure: Mapping[str, object]) -> str:
    """The failure in words; empty for none."""
    if not failure:
        return ""
    text = SENTENCES.get(str(failure["code"]), SENTENCES["unexpected"])
    return str(text).format_map(_Facts(failure))


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"
