"""A built site on a loopback port, as a static host serves it with its headers; and as a host that fails."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cms.publishing.public_headers import site_headers


class StaticSite:
    """The site in ``folder``; another folder may take its place while it runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        """The addresses that were asked for."""
        self.dead = False
        """Whether every connection is closed without an answer, as when there is no network."""
        self.dies_at = ""
        """The address at which the network goes away."""
        self.refused: dict[str, int] = {}
        """Addresses that are answered with another status although there is a file."""
        self.missing = ""
        """What the addresses are like that are answered as not there: a regular expression, empty for none."""
        self.moved: dict[str, str] = {}
        """Old address to new."""
        self.silent: set[str] = set()
        """Addresses that get no answer until `speak` is set, as on a network that has stalled."""
        self.speak = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    @contextmanager
    def running(self) -> Iterator[StaticSite]:
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.speak.set()
            self._server.shutdown()
            self._server.server_close()
            thread.join()


def _handler(site: StaticSite) -> type[SimpleHTTPRequestHandler]:
    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            address = self.path.partition("?")[0]
            site.asked.append(address)
            if address in site.silent:
                site.speak.wait(20)
            site.dead = site.dead or address == site.dies_at
            if site.dead:
                self.close_connection = True
            elif address in site.moved:
                self.send_response(301)
                self.send_header("Location", site.moved[address])
                self.end_headers()
            elif address in site.refused or (site.missing and re.search(site.missing, address)):
                self.send_error(site.refused.get(address, 404))
            else:
                del self.headers["If-Modified-Since"]  # Whole seconds are too coarse for releases made by a test.
                super().do_GET()

        def translate_path(self, path: str) -> str:
            self.directory = str(site.folder)
            return super().translate_path(path)

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = site.folder / self.path.split("/")[1] / "404.html"
            page = page if page.is_file() else site.folder / "404.html"
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.read_bytes())

        def end_headers(self) -> None:
            headers = {"Cache-Control": "no-cache"} | site_headers(site.folder, self.path.partition("?")[0])
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
