"""The reader's site, served from ``settings.TOOLBOX_PUBLIC``: for ``make run``, and for small installations.

A middleware before all others, so that readers meet no session, no cookie and no language of the admin; what is
under ``/cms/`` passes through untouched. It does what a static host does: ``index.html``, a 404 page in the
language of the address, ``_redirects``, ``_headers``, conditional requests and ranges.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from cms.publishing.byte_range import ByteRange, RangeNotSatisfiable, byte_range
from cms.publishing.public_headers import site_headers

CMS = "/cms"
BLOCK = 64 * 1024

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("font/woff2", ".woff2")


class PublicSite:
    """Django middleware; stands right after ``SecurityMiddleware``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        if path == CMS or path.startswith(f"{CMS}/"):
            return self._get_response(request)
        return serve(request, path, Path(settings.TOOLBOX_PUBLIC))


def serve(request: HttpRequest, path: str, public: Path) -> HttpResponseBase:
    """The answer to a reader who asks for ``path`` of the site in ``public``.

    The link ``public`` is followed once, here: a request that began before a switch is answered from the release
    it began with.
    """
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    root = public.resolve()
    file = _find(root, path)
    moved = _moved(root, path)
    if moved is not None:
        response: HttpResponseBase = _redirect(*moved)
    elif file is None:
        response = _missing(root, path)
    elif file.name == "index.html" and not path.endswith(("/", "/index.html")):
        response = _redirect(f"{path}/", 301)
    else:
        response = _send(request, file)
    for name, value in site_headers(root, path).items():
        response.headers[name] = value
    return response


def _find(root: Path, path: str) -> Path | None:
    """The file that stands for ``path``; None where there is none, or where it would lie outside ``root``."""
    names = [name for name in path.split("/") if name]
    if any(name.startswith((".", "_")) or "\\" in name or "\x00" in name for name in names):
        return None  # Also "..", and what is written for hosts only, such as _redirects.
    file = root.joinpath(*names)
    try:
        found = (file / "index.html" if file.is_dir() else file).resolve(strict=True)
    except OSError:
        return None
    return found if found.is_file() and found.is_relative_to(root) else None


def _missing(root: Path, path: str) -> HttpResponse:
    language = path.split("/")[1] if path.startswith("/") else ""
    page = _find(root, f"/{language}/404.html") or _find(root, "/404.html")
    if page is None:
        return HttpResponse("There is no such page.", status=404, content_type="text/plain; charset=utf-8")
    return HttpResponse(page.read_bytes(), status=404, content_type="text/html; charset=utf-8")


def _moved(root: Path, path: str) -> tuple[str, int] | None:
    file = root / "_redirects"
    try:
        rules = _rules(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return None
    return rules.get(path) or rules.get(f"{path}/")


@lru_cache(maxsize=4)
def _rules(file: Path, changed: int) -> dict[str, tuple[str, int]]:
    """Target and status by old address, from ``_redirects``; ``changed`` tells one version of it from the next.

    Only plain lines are for us: an address, where it leads, and the status of a redirect.
    """
    rules: dict[str, tuple[str, int]] = {}
    for line in file.read_text("utf-8").splitlines():
        words = line.partition("#")[0].split()
        status = words[2].rstrip("!") if len(words) == 3 else ""
        if status in ("301", "302", "307", "308") and "*" not in words[0]:
            rules.setdefault(words[0], (words[1], int(status)))
    return rules


def _redirect(target: str, status: int) -> HttpResponse:
    """To another address of this site. Slashes are folded: ``//`` at the start would lead to another host."""
    response = HttpResponse(status=status)
    response.headers["Location"] = "/" + quote(target.lstrip("/\\"), safe="/#?=&%~:@!$,;+-._")
    return response


def _send(request: HttpRequest, file: Path) -> HttpResponseBase:
    facts = file.stat()
    etag = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
    response = get_conditional_response(request, etag=etag, last_modified=int(facts.st_mtime))
    if response is None:
        response = _whole_or_part(request, file, facts.st_size, etag)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(facts.st_mtime)
    response.headers["Cache-Control"] = "no-cache"  # Kept, but asked after each time: a release shows at once.
    response.headers["Accept-Ranges"] = "bytes"
    return response


def _whole_or_part(request: HttpRequest, file: Path, size: int, etag: str) -> HttpResponseBase:
    content_type = _content_type(file)
    part = None
    if request.headers.get("If-Range", etag) == etag:
        try:
            part = byte_range(request.headers.get("Range", ""), size)
        except RangeNotSatisfiable:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if part is None:
        return FileResponse(file.open("rb"), content_type=content_type)
    response = StreamingHttpResponse(_blocks(file.open("rb"), part), status=206, content_type=content_type)
    response.headers["Content-Range"] = part.header
    response.headers["Content-Length"] = str(part.length)
    return response


def _content_type(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    textual = kind.startswith("text/") or kind in ("application/json", "application/xml", "image/svg+xml")
    return f"{kind}; charset=utf-8" if textual else kind


def _blocks(handle: BinaryIO, part: ByteRange) -> Iterator[bytes]:
    with handle:
        handle.seek(part.first)
        left = part.length
        while left > 0 and (block := handle.read(min(BLOCK, left))):
            left -= len(block)
            yield block
