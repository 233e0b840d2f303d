"""One link is asked: what a site may answer, and whom we never ask. Every site is on 127.0.0.1."""

from __future__ import annotations

import contextlib
import datetime as dt
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.editing.external_links.address import NotAnAddress, is_open, place_of
from cms.editing.external_links.answer import Answer, Fault
from cms.editing.external_links.asking import Asker
from tests.cms.editing.links.faulty_site import FaultySite, faulty_site, free_port

NAME = "MentorToolbox-LinkCheck/1.0 (+https://toolbox.example.org)"


def anyone(number: str) -> bool:
    return True


@pytest.fixture(scope="module")
def site() -> Iterator[FaultySite]:
    with faulty_site() as made:
        yield made


@pytest.fixture
def asker() -> Asker:
    return Asker(NAME, may_ask=anyone, patience=5)


@pytest.mark.parametrize("path", ["/", "/200", "/204", "/no-head/403", "/no-head/404", "/no-head/405", "/no-head/501"])
def test_a_page_that_get_finds_is_there(site: FaultySite, asker: Asker, path: str) -> None:
    answer = asker.ask(site.url + path)
    assert answer.fault is None
    assert answer.status in (200, 204)


def test_a_page_that_head_finds_is_asked_once(site: FaultySite, asker: Asker) -> None:
    asker.ask(f"{site.url}/asked-once")
    assert [method for method, path in site.asked if path == "/asked-once"] == ["HEAD"]
    assert NAME in site.names


def test_a_connection_that_breaks_off_at_head_is_tried_with_get(site: FaultySite, asker: Asker) -> None:
    assert asker.ask(f"{site.url}/cut-head") == Answer(200)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 503])
def test_a_status_is_told_as_it_is(site: FaultySite, asker: Asker, status: int) -> None:
    assert asker.ask(f"{site.url}/{status}") == Answer(status)


def test_of_an_endless_page_next_to_nothing_is_fetched(site: FaultySite, asker: Asker) -> None:
    assert asker.ask(f"{site.url}/huge") == Answer(200)
    assert site.sent < 20_000_000  # What the system's buffers take, and no more.


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/cut", Fault.CUT),
        ("/nonsense", Fault.UNREADABLE),
        ("/to/301/round", Fault.LOOP),
        ("/steps/6", Fault.LOOP),
        ("/to/302/file:///etc/passwd", Fault.UNREADABLE),
        ("/to/302/https://[", Fault.UNREADABLE),
    ],
)
def test_what_is_no_answer_is_told(site: FaultySite, asker: Asker, path: str, fault: Fault) -> None:
    assert asker.ask(site.url + path) == Answer(fault=fault)


def test_five_redirects_are_followed(site: FaultySite, asker: Asker) -> None:
    assert asker.ask(f"{site.url}/steps/5") == Answer(200)


@pytest.mark.parametrize("path", ["/slow", "/drip"])
def test_a_site_that_is_slow_is_given_up(site: FaultySite, path: str) -> None:
    hasty = Asker(NAME, may_ask=anyone, patience=0.2, deadline=0.4)
    assert hasty.ask(site.url + path) == Answer(fault=Fault.TIMEOUT)


def test_only_a_permanent_redirect_is_a_move(site: FaultySite, asker: Asker) -> None:
    assert asker.ask(f"{site.url}/to/301/new").moved_to == f"{site.url}/new"
    assert asker.ask(f"{site.url}/to/308/new").moved_to == f"{site.url}/new"
    assert asker.ask(f"{site.url}/to/302/new") == Answer(200)
    assert asker.ask(f"{site.url}/to/301/to/302/new").moved_to == f"{site.url}/to/302/new"
    assert asker.ask(f"{site.url}/to/302/to/301/new") == Answer(200)
    assert asker.ask(f"{site.url}/to/301/404") == Answer(404)


def test_what_a_busy_site_asks_for_is_told(site: FaultySite, asker: Asker) -> None:
    assert asker.ask(f"{site.url}/later/429/120") == Answer(429, retry_after=120)
    assert asker.ask(f"{site.url}/later/503/7").retry_after == 7
    assert asker.ask(f"{site.url}/later/429/soon").retry_after == 0
    hour = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)).replace(" ", "_")
    assert 3500 < asker.ask(f"{site.url}/later/429/{hour}").retry_after <= 3600
    assert ("GET", "/later/429/120") not in site.asked  # Whoever is busy is not asked again.


def test_nobody_there_and_no_such_name(asker: Asker) -> None:
    assert asker.ask(f"http://127.0.0.1:{free_port()}/") == Answer(fault=Fault.REFUSED)
    assert asker.ask(f"http://{'a' * 64}.invalid/") == Answer(fault=Fault.ADDRESS)
    assert asker.ask("http://:80/") == Answer(fault=Fault.ADDRESS)
    assert asker.ask("https://[::1/") == Answer(fault=Fault.ADDRESS)


@pytest.mark.parametrize("url", ["http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/", "http://0x7f.1:1/"])
def test_this_machine_is_never_asked(url: str) -> None:
    assert Asker(NAME).ask(url) == Answer(fault=Fault.PRIVATE)


def test_a_redirect_into_our_own_network_is_not_followed(site: FaultySite) -> None:
    """A number that may be asked leads to one that may not: the name is looked up again at every step."""
    asker = Asker(NAME, may_ask=lambda number: number == "127.0.0.1")
    assert asker.ask(f"{site.url}/to/302/http://127.0.0.2:1/") == Answer(fault=Fault.PRIVATE)


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"]
    + ["::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "ff02::1", "::"],
)
def test_numbers_that_are_not_for_everyone(number: str) -> None:
    assert not is_open(number)


@pytest.mark.parametrize("number", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_numbers_that_are_for_everyone(number: str) -> None:
    assert is_open(number)


@pytest.mark.parametrize(
    ("url", "name", "target"),
    [
        ("https://blåbær.no/sylte?tøy=1", "xn--blbr-roah.no", "/sylte?t%C3%B8y=1"),
        ("https://bl%C3%A5b%C3%A6r.no", "xn--blbr-roah.no", "/"),
        ("http://NAV.no:8080/a b/%20", "nav.no:8080", "/a%20b/%20"),
        ("http://[2606:4700::1]/", "[2606:4700::1]", "/"),
        ("https://kari:hemmelig@nav.no/", "nav.no", "/"),
    ],
)
def test_an_address_is_asked_as_a_browser_would(url: str, name: str, target: str) -> None:
    place = place_of(url)
    assert (place.name, place.target) == (name, target)


@settings(max_examples=50)
@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://", "https://[", "ftp://"]))
def test_any_text_is_an_address_or_is_none(text: str, scheme: str) -> None:
    try:
        place = place_of(scheme + text)
    except NotAnAddress:
        return
    assert place.host.isascii()
    assert place.target.isascii()
    assert " " not in place.target


def test_a_certificate_nobody_vouches_for_is_told(tmp_path: Path, asker: Asker) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=x -days 2"
    subprocess.run([*command.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def shake_hands() -> None:
            with contextlib.suppress(OSError):
                context.wrap_socket(server.accept()[0], server_side=True).close()

        thread = threading.Thread(target=shake_hands, daemon=True)
        thread.start()
        answer = asker.ask(f"https://127.0.0.1:{server.getsockname()[1]}/")
        thread.join(5)
    assert answer == Answer(fault=Fault.CERTIFICATE)
