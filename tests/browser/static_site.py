"""A folder served on 127.0.0.1 under the security policy of the live site, with what was asked of it."""

from __future__ import annotations

import base64
import hashlib
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class StaticSite:
    """``requests`` are the addresses asked for, in their order; those that match ``missing`` are answered with 404."""

    def __init__(self, folder: Path) -> None:
        self.requests: list[str] = []
        self.missing = ""
        style = re.search("<style>(.*?)</style>", (folder / "nb" / "index.html").read_text("utf-8"), re.DOTALL)
        assert style
        self.policy = _policy(style[1])
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self, directory=str(folder)))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'sha256-{digest}' 'self'; "
        "img-src 'self' data:; media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, site: StaticSite, *arguments: object, **named: object) -> None:
        self._site = site
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._site.requests.append(self.path)
        if self._site.missing and re.search(self._site.missing, self.path):
            self.send_error(404)
            return
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self._site.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass
