"""Delivery by build hook: a POST that tells a host to build the site."""

from __future__ import annotations

import http.client
import json
from ipaddress import ip_address
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from cms.publishing.delivery.parcel import DeliveryError, Parcel

SECONDS = 20


def call(parcel: Parcel, hook: str) -> None:
    """POST to ``hook``. Its address is a secret: messages name its host only. Redirects are not followed."""
    address = _address(hook)
    host = address.hostname or ""
    request = Request(
        hook,
        data=json.dumps({"release": parcel.release, "title": parcel.subject}).encode(),
        headers={"Content-Type": "application/json", "User-Agent": "mentor-toolbox"},
        method="POST",
    )
    try:
        with build_opener(_StayHere).open(request, timeout=SECONDS) as answer:
            answer.read(1024)
    except HTTPError as error:
        raise DeliveryError("delivery-hook", host=host, why=f"it answered {error.code}.") from None
    except (URLError, TimeoutError, http.client.HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        raise DeliveryError("delivery-hook", host=host, why=f"{reason or type(error).__name__}.") from None


class _StayHere(HTTPRedirectHandler):
    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


def _address(hook: str) -> SplitResult:
    if not hook:
        raise DeliveryError("delivery-setup", why="TOOLBOX_BUILD_HOOK is empty.")
    try:
        address = urlsplit(hook)
        host = address.hostname or ""
        allowed = bool(host) and (address.scheme == "https" or (address.scheme == "http" and _is_this_machine(host)))
    except ValueError:
        allowed = False
    if not allowed:
        raise DeliveryError("delivery-setup", why="TOOLBOX_BUILD_HOOK must begin with https://.")
    return address


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
