"""What is wrong with links, in words, for those who mend them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.editing.external_links.answer import Fault
from cms.editing.external_links.judging import State
from cms.editing.external_links.models import ExternalLink, LinkPlace

WORDS: dict[str, str | Promise] = {
    "gone": gettext_lazy("The site says that the page is gone (%(status)s)."),
    "server": gettext_lazy("The site answers with a fault of its own (%(status)s)."),
    "closed": gettext_lazy("The site turns machines away (%(status)s). Open the link yourself now and then."),
    "busy": gettext_lazy("The site asked to be left alone for a while (%(status)s)."),
    Fault.ADDRESS: gettext_lazy("This is no address of a site."),
    Fault.PRIVATE: gettext_lazy("The address is inside a network that readers cannot reach. It is not checked."),
    Fault.NO_HOST: gettext_lazy("There is no site with this name."),
    Fault.REFUSED: gettext_lazy("The site cannot be reached."),
    Fault.CUT: gettext_lazy("The site broke off the connection."),
    Fault.TIMEOUT: gettext_lazy("The site did not answer in time."),
    Fault.CERTIFICATE: gettext_lazy("The site's certificate is not valid. Browsers warn readers against it."),
    Fault.UNREADABLE: gettext_lazy("The site's answer could not be read."),
    Fault.LOOP: gettext_lazy("The address leads on to others without end."),
}


@dataclass(frozen=True)
class BrokenLink:
    """A link to mend: the page it stands on, and where it is mended. A link on two pages is told twice."""

    url: str
    title: str
    language: str
    edit_url: str
    why: str


def broken_links(language: str = "") -> list[BrokenLink]:
    """The broken links readers may meet, the longest broken first; in one language or in all. One query."""
    places = LinkPlace.objects.filter(link__state=State.BROKEN).select_related("link")
    if language:
        places = places.filter(language=language)
    return [
        BrokenLink(place.link.url, place.title, place.language, place.edit_url, why(place.link))
        for place in places.order_by("link__failing_since", "title", "pk")
    ]


def why(link: ExternalLink) -> str:
    """What is wrong, in the language of the one who reads; empty where nothing is."""
    if link.state == State.MOVED:
        return _("It has moved to %(address)s. Link to that address instead.") % {"address": link.moved_to}
    if link.why not in WORDS:
        return ""
    told = str(WORDS[link.why]) % {"status": link.status}
    if link.failures > 1 and link.failing_since:
        day = date_format(localtime(link.failing_since), "SHORT_DATE_FORMAT")
        nights = ngettext("%(n)d night", "%(n)d nights", link.failures) % {"n": link.failures}
        told = _("%(told)s Since %(day)s (%(nights)s).") % {"told": told, "day": day, "nights": nights}
    return told
