"""A server on this machine that plays LibreTranslate and DeepL, with all that can go wrong with them."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "hemmelig-123"
KNOWN = ("en", "uk", "ar", "fa")
_PARTS = re.compile(r'(<span translate="no" id="[^"]*">.*?</span>|<[^>]*>|&[^;]+;)')


def shouted(html: str) -> str:
    """What it makes of a text: capitals. Tags, entities and masks stay."""
    return "".join(part if _PARTS.fullmatch(part) else part.upper() for part in _PARTS.split(html))


class Playing(ThreadingHTTPServer):
    """``translate`` is what it makes of a text; ``fault`` answers in its place while it is set."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.translate: Callable[[str], str] = shouted
        self.fault: Callable[[_Handler], None] | None = None
        self.asked: list[dict[str, Any]] = []
        self.paths: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def texts(self) -> list[str]:
        return [text for body in self.asked for text in body.get("q") or body.get("text") or ()]


class _Handler(BaseHTTPRequestHandler):
    server: Playing

    def do_GET(self) -> None:
        self.server.paths.append(self.path)
        if self.path == "/languages":
            targets = ["nb", *KNOWN]
            self.answer([{"code": code, "name": code, "targets": targets} for code in targets])
        elif self.path == "/v2/languages?type=target" and self.is_let_in():
            self.answer([{"language": code} for code in ("AR", "EN-GB", "EN-US", "NB", "UK")])
        else:
            self.answer({"error": "no such page"}, 404)

    def do_POST(self) -> None:
        self.server.paths.append(self.path)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(body)
        if self.server.fault:
            self.server.fault(self)
        elif self.path == "/translate":
            self.answer({"translatedText": [self.server.translate(text) for text in body["q"]]})
        elif self.path == "/v2/translate" and self.is_let_in():
            self.answer({"translations": [{"text": self.server.translate(text)} for text in body["text"]]})

    def is_let_in(self) -> bool:
        is_right = self.headers["Authorization"] == f"DeepL-Auth-Key {KEY}"
        if not is_right:
            self.answer({"message": "Forbidden"}, 403)
        return is_right

    def answer(self, said: Any, status: int = 200, **headers: str) -> None:
        data = said if isinstance(said, bytes) else json.dumps(said).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Nothing: it would stand between the dots of pytest."""


@contextmanager
def playing() -> Iterator[Playing]:
    server = Playing()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
