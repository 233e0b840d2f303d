"""A walk through all links: polite, remembered as it goes, and never twice at once."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone, translation

from cms.config.settings.env import hour
from cms.editing.external_links.asking import Asker
from cms.editing.external_links.judging import State
from cms.editing.external_links.models import ExternalLink, LinkException, LinkRound
from cms.editing.external_links.nightly import is_due, last_time
from cms.editing.external_links.rounds import Manners, check_links, our_name
from cms.editing.external_links.told import broken_links
from cms.library.models import GuidePage
from cms.publishing.lock import Busy, holding
from cms.publishing.timer import Timer
from tests.cms.editing.links.conftest import publish
from tests.cms.editing.links.faulty_site import FaultySite, free_port
from tests.cms.publishing.sample import make_guide

pytestmark = pytest.mark.django_db
OSLO = ZoneInfo("Europe/Oslo")


def states() -> dict[str, State]:
    """By the path of the link."""
    return {link.url.rpartition("/")[2]: State(link.state) for link in ExternalLink.objects.all()}


def link(page: GuidePage, site: FaultySite, *paths: str) -> GuidePage:
    return publish(page, *(f"{site.url}/{path}" for path in paths))


def a_night_passes() -> None:
    for each in ExternalLink.objects.exclude(checked_at=None):
        each.checked_at -= timedelta(days=1)
        each.save()


def test_each_link_is_asked_and_what_it_means_is_remembered(
    page: GuidePage, site: FaultySite, manners: Manners
) -> None:
    link(page, site, "200", "404", "403", "500", "to/301/new")
    round = check_links(manners)
    assert states() == {
        "200": State.FINE,
        "404": State.BROKEN,
        "403": State.UNCLEAR,
        "500": State.FAILING,
        "new": State.MOVED,
    }
    assert round.finished_at
    assert not round.offline


def test_one_site_gets_one_question_at_a_time_with_a_pause(
    page: GuidePage, site: FaultySite, manners: Manners, waits: list[float]
) -> None:
    link(page, site, "a", "b", "c")
    check_links(manners)
    assert waits == [manners.pause] * 2
    assert [path for _, path in site.asked] == ["/a", "/b", "/c"]


def test_a_link_on_many_pages_is_asked_once(page: GuidePage, site: FaultySite, manners: Manners) -> None:
    link(page, site, "404")
    link(make_guide("enda-en", language="en"), site, "404#her")
    check_links(manners)
    assert len(site.asked) == 2  # HEAD and GET.
    assert [(each.title, each.language) for each in broken_links()] == [("Enda en", "en"), ("Skriv cv", "nb")]
    assert [each.title for each in broken_links("en")] == ["Enda en"]


def test_a_site_that_is_down_is_told_after_three_nights_and_with_since_when(
    page: GuidePage, site: FaultySite, manners: Manners
) -> None:
    page = link(page, site, "500", "200")
    for _night in range(2):
        check_links(manners)
        assert broken_links() == []
        a_night_passes()
    check_links(manners)
    [broken] = broken_links()
    assert (broken.url, broken.title) == (f"{site.url}/500", "Skriv cv")
    assert broken.edit_url.startswith(f"/cms/pages/{page.pk}/edit/#block-")
    with translation.override("en"):
        assert "(500). Since " in broken_links()[0].why
        assert broken_links()[0].why.endswith("(3 nights).")
    site.answers["/500"] = 200
    check_links(manners)
    assert broken_links() == []


def test_a_mended_link_is_no_longer_told(page: GuidePage, site: FaultySite, manners: Manners) -> None:
    page = link(page, site, "404")
    check_links(manners)
    assert broken_links()
    link(page, site, "200")
    assert broken_links() == []


def test_a_site_that_asks_for_a_short_wait_gets_it(
    page: GuidePage, site: FaultySite, manners: Manners, waits: list[float]
) -> None:
    link(page, site, "later/429/7")
    check_links(manners)
    assert waits == [7]
    assert states() == {"7": State.UNCLEAR}


def test_a_site_that_asks_for_a_long_wait_is_left_alone(
    page: GuidePage, site: FaultySite, manners: Manners, waits: list[float]
) -> None:
    link(page, site, "a/later", "later/429/3600", "z/later")
    check_links(manners)
    assert [path for _, path in site.asked] == ["/a/later", "/later/429/3600"]
    assert ExternalLink.objects.get(url__endswith="/z/later").state == State.WAITING


def test_nothing_is_held_against_anyone_while_our_own_network_is_down(page: GuidePage, manners: Manners) -> None:
    publish(page, *(f"http://127.0.0.{number}:{free_port()}/" for number in (1, 2, 3)))
    assert check_links(manners).offline
    assert set(ExternalLink.objects.values_list("state", flat=True)) == {State.WAITING}


def test_a_site_that_cannot_be_reached_counts_where_others_answer(
    page: GuidePage, site: FaultySite, manners: Manners
) -> None:
    publish(page, *(f"http://127.0.0.{number}:{free_port()}/" for number in (1, 2, 3)), f"{site.url}/200")
    assert not check_links(manners).offline
    assert sorted(ExternalLink.objects.values_list("state", flat=True)) == [State.FAILING] * 3 + [State.FINE]


def test_a_single_site_that_cannot_be_reached_counts(page: GuidePage, manners: Manners) -> None:
    publish(page, f"http://127.0.0.1:{free_port()}/")
    assert not check_links(manners).offline
    assert ExternalLink.objects.get().state == State.FAILING


def test_a_check_that_was_killed_is_gone_on_with(
    page: GuidePage, site: FaultySite, manners: Manners, monkeypatch: pytest.MonkeyPatch
) -> None:
    link(page, site, "a", "b", "c")

    class Killed(BaseException):
        pass

    def kill(seconds: float) -> None:
        if len(site.asked) == 2:
            raise Killed

    with pytest.raises(Killed):
        check_links(Manners(manners.asker, wait=kill))
    assert LinkRound.objects.get().finished_at is None
    check_links(manners)
    assert [path for _, path in site.asked] == ["/a", "/b", "/c"]
    assert LinkRound.objects.get().finished_at


def test_the_next_check_begins_anew(page: GuidePage, site: FaultySite, manners: Manners) -> None:
    link(page, site, "a")
    check_links(manners)
    check_links(manners)
    assert len(site.asked) == 2
    assert LinkRound.objects.count() == 1


def test_two_checks_at_once_do_not_double(page: GuidePage, site: FaultySite, manners: Manners) -> None:
    link(page, site, "a")
    with holding(Path(django_settings.TOOLBOX_VAR) / "links.lock"):
        with pytest.raises(Busy):
            check_links(manners)
        with pytest.raises(CommandError, match="being checked already"):
            call_command("check_links")
    assert site.asked == []


def test_the_command_never_asks_this_machine(page: GuidePage, site: FaultySite, capsys) -> None:
    link(page, site, "404")
    call_command("check_links")
    assert site.asked == []
    assert states() == {"404": State.UNCLEAR}


def test_an_exception_is_not_asked_and_no_longer_told(page: GuidePage, site: FaultySite, manners: Manners) -> None:
    link(page, site, "404", "ok")
    check_links(manners)
    exception = LinkException(pattern=f"{site.url}/404", reason="Bare for oss.")
    exception.save()
    assert broken_links() == []
    assert states() == {"404": State.EXCEPTED, "ok": State.FINE}
    site.asked.clear()
    check_links(manners)
    assert [path for _, path in site.asked] == ["/ok"]
    link(page, site, "404", "404/ny")  # Also a link that comes later.
    assert states() == {"404": State.EXCEPTED, "ny": State.EXCEPTED, "ok": State.FINE}
    exception.delete()
    assert states()["404"] == State.WAITING


@pytest.mark.parametrize("pattern", ["*", " ", "https://*", "*.*"])
def test_an_exception_for_everything_is_refused(pattern: str) -> None:
    with pytest.raises(ValidationError):
        LinkException(pattern=pattern, reason="Fordi.").full_clean()


def test_we_say_who_asks(settings) -> None:
    settings.TOOLBOX_SITE_URL = "https://toolbox.example.org"
    assert our_name() == "MentorToolbox-LinkCheck/1.0 (+https://toolbox.example.org)"
    assert isinstance(Manners().asker, Asker)


@pytest.mark.parametrize(("said", "at"), [("off", None), ("", time(4, 0)), ("03:30", time(3, 30))])
def test_the_hour_of_the_check(said: str, at: time | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOOLBOX_LINK_CHECK", said)
    assert hour("TOOLBOX_LINK_CHECK", "04:00") == at


@pytest.mark.parametrize("said", ["on", "24:00", "3", "03:60"])
def test_an_hour_that_is_none_is_refused(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOOLBOX_LINK_CHECK", said)
    with pytest.raises(ImproperlyConfigured, match="TOOLBOX_LINK_CHECK is “off” or a time"):
        hour("TOOLBOX_LINK_CHECK", "off")


def test_when_the_clock_last_showed_a_time() -> None:
    noon = datetime(2026, 11, 29, 12, 0, tzinfo=OSLO)
    assert last_time(time(3, 30), noon) == datetime(2026, 11, 29, 3, 30, tzinfo=OSLO)
    assert last_time(time(23, 0), noon) == datetime(2026, 11, 28, 23, 0, tzinfo=OSLO)


def test_a_check_is_due_once_a_night_and_made_up_for(settings) -> None:
    now = timezone.localtime()
    settings.TOOLBOX_LINK_CHECK = None
    assert not is_due(now)
    settings.TOOLBOX_LINK_CHECK = time(3, 30)
    assert is_due(now)
    round = LinkRound.objects.create()
    assert is_due(now)  # Begun, and not ended.
    round.finished_at = now
    round.save()
    assert not is_due(now)
    assert is_due(now + timedelta(days=1))


def test_the_worker_looks_after_the_check() -> None:
    assert "start_if_due" in [chore.work.__name__ for chore in Timer()._chores if chore.every == 300]


def test_an_unknown_fault_ends_the_check(page: GuidePage, site: FaultySite, manners: Manners) -> None:
    """It is not taken for an answer: the round stays open and the log of the worker tells."""
    link(page, site, "a")

    def fail(number: str) -> bool:
        raise RuntimeError(number)

    with pytest.raises(RuntimeError):
        check_links(Manners(Asker("test", may_ask=fail), wait=manners.wait))
    assert LinkRound.objects.get().finished_at is None
