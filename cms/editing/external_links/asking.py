"""Asks one link, politely: HEAD, and GET where that is refused; of the page itself nothing is fetched."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin

import urllib3.exceptions
from django.utils import timezone
from urllib3.connection import HTTPConnection, HTTPSConnection

from cms.editing.external_links.address import NotAnAddress, Place, is_open, numbers_of, place_of
from cms.editing.external_links.answer import Answer, Fault

PERMANENT = (301, 308)
REDIRECTS = (*PERMANENT, 302, 303, 307)
BUSY = (429, 503)
MOST_REDIRECTS = 5


@dataclass(frozen=True)
class Reply:
    """The head of one answer."""

    status: int
    location: str = ""
    retry_after: float = 0.0


class NoReply(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault)


@dataclass(frozen=True)
class Asker:
    """Who asks, and how patiently."""

    name: str
    """The ``User-Agent``: who we are, and where to complain."""
    may_ask: Callable[[str], bool] = is_open
    """Whether a number may be asked."""
    patience: float = 15.0
    """Seconds for a connection, and for each pause in an answer."""
    deadline: float = 30.0
    """Seconds for the whole head of one answer, however slowly it drips."""
    trusted: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def ask(self, url: str) -> Answer:
        """Follows redirects, as a reader's browser would. Never raises for what a site does."""
        moved_to, permanent, seen = "", True, set[str]()
        try:
            for _ in range(MOST_REDIRECTS + 1):
                seen.add(url)
                reply = self._reply(url)
                if reply.status not in REDIRECTS or not reply.location:
                    good = reply.status < 400
                    return Answer(reply.status, None, moved_to if good else "", reply.retry_after)
                url = _onward(url, reply.location)
                permanent = permanent and reply.status in PERMANENT
                moved_to = url if permanent else moved_to
                if url in seen and reply.status in PERMANENT:
                    break
        except NoReply as failed:
            # What the editor wrote was an address; where the site leads from there is the site's affair.
            lost = failed.fault is Fault.ADDRESS and len(seen) > 1
            return Answer(fault=Fault.UNREADABLE if lost else failed.fault)
        return Answer(fault=Fault.LOOP)

    def _reply(self, url: str) -> Reply:
        """Some sites know no HEAD, or answer it wrongly: what it says against a page, GET has to confirm."""
        try:
            reply = self._send("HEAD", url)
        except NoReply as failed:
            if failed.fault not in (Fault.CUT, Fault.UNREADABLE):
                raise
        else:
            if reply.status < 400 or reply.status == 429:
                return reply
        return self._send("GET", url)

    def _send(self, method: str, url: str) -> Reply:
        place, numbers = self._where(url)
        for number in numbers[:2]:  # A second one where the first cannot be reached at all.
            with suppress(_Unreachable):
                return self._exchange(method, place, number)
        raise NoReply(Fault.REFUSED)

    def _where(self, url: str) -> tuple[Place, list[str]]:
        try:
            place = place_of(url)
            numbers = numbers_of(place)
        except NotAnAddress as error:
            raise NoReply(Fault.ADDRESS) from error
        except OSError as error:
            raise NoReply(Fault.NO_HOST) from error
        if not all(map(self.may_ask, numbers)):
            raise NoReply(Fault.PRIVATE)
        return place, numbers

    def _exchange(self, method: str, place: Place, number: str) -> Reply:
        connection = self._connection(place, number)
        began = time.monotonic()
        watch = threading.Timer(self.deadline, _end, [connection])
        with closing(connection):
            try:
                watch.start()
                connection.connect()
                headers = {"Host": place.name, "User-Agent": self.name, "Accept": "*/*"}
                connection.request(method, place.target, headers=headers, preload_content=False)
                response = connection.getresponse()
                if time.monotonic() - began >= self.deadline:  # Ended by the watch, in the middle of its head.
                    raise TimeoutError
            except Exception as error:
                fault = Fault.TIMEOUT if time.monotonic() - began >= self.deadline else _fault(error)
                if fault is None:
                    raise
                if fault is Fault.REFUSED:
                    raise _Unreachable from error
                raise NoReply(fault) from error
            finally:
                watch.cancel()
            wait = _seconds(response.headers.get("Retry-After", "")) if response.status in BUSY else 0.0
            return Reply(response.status, response.headers.get("Location", ""), wait)

    def _connection(self, place: Place, number: str) -> HTTPConnection:
        """To the very number that was looked at; its certificate must be that of the name."""
        if place.scheme == "http":
            return HTTPConnection(number, place.port, timeout=self.patience)
        return HTTPSConnection(
            number,
            place.port,
            timeout=self.patience,
            ssl_context=self.trusted,
            server_hostname=place.host,
            assert_hostname=place.host,
        )


class _Unreachable(Exception):
    pass


def _onward(url: str, location: str) -> str:
    try:
        return urldefrag(urljoin(url, location)).url
    except ValueError as error:
        raise NoReply(Fault.UNREADABLE) from error


def _end(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _fault(error: Exception) -> Fault | None:
    match error:
        case urllib3.exceptions.NewConnectionError():  # To the library a kind of timeout.
            return Fault.REFUSED
        case TimeoutError() | urllib3.exceptions.TimeoutError():
            return Fault.TIMEOUT
        case ssl.SSLCertVerificationError() | urllib3.exceptions.SSLError():
            return Fault.CERTIFICATE
        case ssl.SSLError() | ConnectionResetError() | BrokenPipeError():
            return Fault.CUT
        case http.client.HTTPException():
            return Fault.UNREADABLE
        case OSError():
            return Fault.REFUSED
        case urllib3.exceptions.HTTPError() | ValueError():
            return Fault.UNREADABLE
    return None


def _seconds(said: str) -> float:
    """What ``Retry-After`` says, a number or a date; 0 for what cannot be read."""
    if said.strip().isdecimal():
        return float(said)
    try:
        return max(0.0, (parsedate_to_datetime(said) - timezone.now()).total_seconds())
    except (TypeError, ValueError):
        return 0.0
