"""One question to a provider over HTTP, with an end to everything: time, size, attempts, and where it goes."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from cms.languages.machine.failure import ProviderFailed, Trouble, by_status

MOST_BYTES = 4 * 1024 * 1024
"""Of an answer: far more than all texts of a page, far less than what hurts."""
SILENCE = 20.0
"""Seconds without a byte after which nobody waits any longer."""
AGAIN = (429, 503)
"""Come back in a moment, these say."""
CHUNK = 64 * 1024


@dataclass
class Patience:
    """For all that is asked for one page: seconds in all, and the pauses before asking again."""

    seconds: float = 30.0
    pauses: tuple[float, ...] = (1.0, 3.0)
    began: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> float:
        return self.seconds - (time.monotonic() - self.began)

    def spent(self) -> ProviderFailed:
        return ProviderFailed(Trouble.SLOW, seconds=round(self.seconds))


def ask(
    url: str, patience: Patience, *, headers: Mapping[str, str] | None = None, body: Mapping[str, Any] | None = None
) -> Any:
    """What is answered, read as JSON. Raises `ProviderFailed`. With a ``body`` it is a POST of JSON."""
    data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
    said = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "mentor-toolbox"}
    request = Request(url, data=data, headers={**said, **(headers or {})})
    answer = _patiently(lambda: _open(request, patience), patience)
    try:
        return json.loads(answer)
    except (ValueError, RecursionError):
        raise ProviderFailed(Trouble.UNREADABLE) from None


def _patiently(attempt: Callable[[], bytes], patience: Patience) -> bytes:
    for pause in patience.pauses:
        try:
            return attempt()
        except HTTPError as refused:
            if refused.code not in AGAIN or patience.left <= pause:
                raise ProviderFailed(by_status(refused.code), status=refused.code) from None
        time.sleep(pause)
    try:
        return attempt()
    except HTTPError as refused:
        raise ProviderFailed(by_status(refused.code), status=refused.code) from None


def _open(request: Request, patience: Patience) -> bytes:
    """The bytes of a success. An answer that is none is raised as `HTTPError`, closed and not read."""
    if patience.left <= 0:
        raise patience.spent()
    try:
        with build_opener(_StayHere).open(request, timeout=min(SILENCE, patience.left)) as answer:
            return _read(answer, patience)
    except HTTPError as refused:
        refused.close()
        raise
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError):
            raise patience.spent() from None
        if isinstance(error, (URLError, ConnectionError)):
            raise ProviderFailed(Trouble.UNREACHABLE, host=urlsplit(request.full_url).hostname) from None
        raise ProviderFailed(Trouble.UNREADABLE) from None


def _read(answer: http.client.HTTPResponse, patience: Patience) -> bytes:
    found = bytearray()
    while chunk := answer.read1(CHUNK):
        found += chunk
        if len(found) > MOST_BYTES:
            raise ProviderFailed(Trouble.UNREADABLE)
        if patience.left <= 0:
            raise patience.spent()
    return bytes(found)


class _StayHere(HTTPRedirectHandler):
    """Texts and key go to the address that was set, and to no other."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None
