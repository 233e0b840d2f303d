"""A folder of pages on 127.0.0.1, served as a host would: HTTP/1.1 kept alive, brotli, the headers of ``_headers``.

It tells what was asked for in ``asked``. It is for tests and measurements: it knows no ranges, dates or languages.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import brotli

TEXT = (".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".md", ".webmanifest")
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=0, must-revalidate"
Rules = list[tuple[str, list[tuple[str, str]]]]


@dataclass
class Served:
    """A running server. Files are compressed when they are first asked for, with brotli's ``quality``."""

    folder: Path
    quality: int
    url: str = ""
    asked: list[str] = field(default_factory=list)
    _compressed: dict[Path, bytes] = field(default_factory=dict)

    def find(self, path: str) -> tuple[int, Path | None]:
        """Status and file for a path; for one that leads nowhere the nearest page that says so, if there is one."""
        file = self.folder / path.lstrip("/")
        if file.is_dir():
            file /= "index.html"
        if self.folder in file.resolve().parents and file.is_file():
            return 200, file
        language = path.strip("/").partition("/")[0]
        pages = (self.folder / language / "404.html", self.folder / "404.html")
        return 404, next((page for page in pages if page.is_file()), None)

    def body(self, file: Path, brotli_accepted: bool) -> tuple[bytes, bool]:
        """The file's bytes, and whether they are compressed."""
        if not brotli_accepted or file.suffix not in TEXT:
            return file.read_bytes(), False
        if file not in self._compressed:
            self._compressed[file] = brotli.compress(file.read_bytes(), quality=self.quality)
        return self._compressed[file], True

    def headers(self, path: str) -> dict[str, str]:
        """What ``_headers`` says of a path, by name; where it says nothing of caching, what a host would."""
        found = {"cache-control": FOREVER if path.startswith("/assets/") else ASK_AGAIN}
        for pattern, headers in self._rules():
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                found |= {name.lower(): value for name, value in headers}
        return found

    def _rules(self) -> Rules:
        rules: Rules = []
        file = self.folder / "_headers"
        for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
            name, colon, value = line.strip().partition(":")
            if line[:1] == "/":
                rules.append((line.strip(), []))
            elif rules and colon and not name.startswith("#"):
                rules[-1][1].append((name.strip(), value.strip()))
        return rules


@contextmanager
def served(folder: Path, quality: int = 5) -> Iterator[Served]:
    """Serves ``folder``, which may still be empty, at a free port until the block ends."""
    site = Served(folder.resolve(), quality)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Served) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1  # Headers and body leave together.

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            site.asked.append(self.path)
            if (site.folder / path.strip("/")).is_dir() and not path.endswith("/"):
                self._answer(301, {"location": f"{path}/"}, b"")
                return
            status, file = site.find(path)
            if file is None:
                self._answer(status, {}, b"")
                return
            body, is_compressed = site.body(file, "br" in self.headers.get("Accept-Encoding", ""))
            headers = site.headers(path) | {"content-type": _type(file), "vary": "Accept-Encoding"}
            if is_compressed:
                headers["content-encoding"] = "br"
            self._answer(status, headers, body)

        def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in (headers | {"content-length": str(len(body))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


def _type(file: Path) -> str:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
