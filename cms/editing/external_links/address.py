"""Which machine an address names, and whether it may be asked.

A link is written by an editor, but whoever owns a name decides where it leads: an address inside our own network must
not be asked, whatever it is called. So a name is looked up once, and the number that was looked at is the one used.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, unquote, urlsplit

_NAT64 = IPv6Network("64:ff9b::/96")
_SAFE = "/:?#@!$&'()*+,;=%~-._"
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
PORTS = {"http": 80, "https": 443}


class NotAnAddress(ValueError):
    """It names no site."""


@dataclass(frozen=True)
class Place:
    """The parts of an address a request is made of."""

    scheme: str
    host: str
    """As names are looked up: ASCII, without brackets."""
    port: int
    target: str
    """Path and query, percent-encoded."""

    @property
    def name(self) -> str:
        """The ``Host`` of a request."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def place_of(url: str) -> Place:
    """Raises `NotAnAddress` for what is no address of a site on the web."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, _ascii(parts.hostname or "")
    except ValueError as error:  # Also what a name that cannot be written in ASCII raises.
        raise NotAnAddress(url) from error
    if parts.scheme not in PORTS or not _HOST.fullmatch(host):
        raise NotAnAddress(url)
    return Place(parts.scheme, host, port or PORTS[parts.scheme], _target(parts))


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_SAFE)
    return f"{path}?{quote(parts.query, safe=_SAFE)}" if parts.query else path


def _ascii(host: str) -> str:
    """``blåbær.no`` and ``bl%C3%A5b%C3%A6r.no``, as browsers read both."""
    return unquote(host).encode("idna").decode("ascii").rstrip(".")


def numbers_of(place: Place) -> list[str]:
    """The numbers a name has, those most networks reach first. Raises `OSError` for a name nobody has."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # A part of the name is too long.
        raise socket.gaierror(socket.EAI_NONAME, place.host) from error
    return sorted(dict.fromkeys(str(address[0]) for *_, address in found), key=lambda number: ":" in number)


def is_open(number: str) -> bool:
    """Whether everyone can reach this number: neither this machine, nor a network behind one, nor a group."""
    address: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    if isinstance(address, IPv6Address):
        address = _inside(address) or address
    return address.is_global and not address.is_multicast


def _inside(address: IPv6Address) -> IPv4Address | None:
    """The older number that is carried in a newer one."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
