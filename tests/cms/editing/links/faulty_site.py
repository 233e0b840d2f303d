"""A site on 127.0.0.1 that does everything sites do wrong."""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ENDLESS = b"x" * 65_536


@dataclass
class FaultySite:
    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Method and path, in order."""
    names: set[str] = field(default_factory=set)
    """What clients called themselves."""
    hosts: set[str] = field(default_factory=set)
    answers: dict[str, int] = field(default_factory=dict)
    """What a test has this path answer from now on."""
    sent: int = 0
    """Bytes of the endless page."""
    over: threading.Event = field(default_factory=threading.Event)
    """Set when the test ends: what hangs lets go."""


@contextmanager
def faulty_site() -> Iterator[FaultySite]:
    site = FaultySite()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.answer("HEAD")

        def do_GET(self) -> None:
            self.answer("GET")

        def answer(self, method: str) -> None:
            site.asked.append((method, self.path))
            site.names.add(self.headers["User-Agent"])
            site.hosts.add(self.headers["Host"])
            name, _, rest = self.path.lstrip("/").partition("/")
            if self.path in site.answers:
                self.say(site.answers[self.path])
            elif name.isdecimal():
                self.say(int(name))
            elif name == "no-head":  # /no-head/405: only GET is answered well.
                self.say(int(rest) if method == "HEAD" else 200)
            elif name == "cut-head" and method == "HEAD" or name == "cut":
                self.cut()
            elif self.path == "/to/301/round":
                self.say(301, Location="/to/301/round")
            elif name == "to":  # /to/301/where
                status, _, where = rest.partition("/")
                self.say(int(status), Location=where if "://" in where else f"/{where}")
            elif name == "steps":  # /steps/5: so many redirects before the page.
                left = int(rest)
                self.say(302, Location=f"/steps/{left - 1}") if left else self.say(200)
            elif name == "later":  # /later/429/2
                status, _, seconds = rest.partition("/")
                self.say(int(status), **{"Retry-After": seconds.replace("_", " ")})
            elif name == "slow":
                site.over.wait(20)
            elif name == "drip":
                self.drip()
            elif name == "nonsense":
                self.wfile.write(b"\x00\x01 what is this\r\n\r\n")
            elif name == "huge":
                self.huge(method)
            else:
                self.say(200)

        def say(self, status: int, **headers: str) -> None:
            self.send_response(status)
            for header, value in headers.items():
                self.send_header(header, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def cut(self) -> None:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

        def drip(self) -> None:
            """A header that never ends, with a sign of life every now and then."""
            try:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
                while not site.over.wait(0.05):
                    self.wfile.write(b"x")
            except OSError:
                pass

        def huge(self, method: str) -> None:
            if method == "HEAD":
                self.say(403)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(10**12))
            self.end_headers()
            try:
                while not site.over.is_set():
                    self.wfile.write(ENDLESS)
                    site.sent += len(ENDLESS)
            except OSError:
                pass

        def finish(self) -> None:
            with suppress(OSError, ValueError):
                super().finish()

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as server:
        site.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield site
        site.over.set()
        server.shutdown()


def free_port() -> int:
    """A port nobody listens on."""
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server:
        return server.server_address[1]
