"""One visit to one page on one phone, in a browser that has been nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Any, Literal

from playwright.sync_api import Browser, CDPSession

Until = Literal["load", "networkidle"]


@dataclass(frozen=True)
class Profile:
    """A phone and its network. ``bits`` per second, 0 for no limit; ``delay`` in ms; the processor ``slower`` times."""

    name: str
    bits: int
    delay: int
    slower: int


PROFILES = (
    Profile("no limit", 0, 0, 1),
    Profile("1.6 Mbit/s, 150 ms, CPU ×4", 1_600_000, 150, 4),
    Profile("400 kbit/s, 400 ms, CPU ×6", 400_000, 400, 6),
)


@dataclass(frozen=True)
class Visit:
    """First and largest paint and total blocking time in ms; bytes as they came over the wire; requests."""

    first_paint: float
    largest_paint: float
    blocked: float
    bytes: int
    requests: int


_PAINTS = """async () => {
  const entries = (type) => new Promise((done) => {
    const seen = new PerformanceObserver((list) => done(list.getEntries()));
    seen.observe({ type, buffered: true });
    setTimeout(() => done(seen.takeRecords()), 100);
  });
  const first = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const largest = (await entries("largest-contentful-paint")).at(-1)?.startTime ?? first;
  const tasks = (await entries("longtask")).filter((task) => task.startTime + task.duration > first);
  const blocked = tasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0);
  return { first, largest, blocked };
}"""


def visit(browser: Browser, url: str, profile: Profile, until: Until = "load") -> Visit:
    """Loads the page until its load event and first paint, or with ``networkidle`` until nothing more comes."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    sizes: list[float] = []
    requests: list[str] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.on("Network.requestWillBeSent", lambda event: requests.append(event["request"]["url"]))
    _limit(session, profile)
    page.goto(url, wait_until=until, timeout=60_000)
    # A function and no expression: an expression would be evaluated, which the site's policy forbids.
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length > 0")
    paints: dict[str, Any] = page.evaluate(_PAINTS)
    context.close()
    fetched = sum(address.startswith("http") for address in requests)
    return Visit(paints["first"], paints["largest"], paints["blocked"], int(sum(sizes)), fetched)


def middle(visits: list[Visit]) -> Visit:
    """The median of each figure."""
    return Visit(
        median(one.first_paint for one in visits),
        median(one.largest_paint for one in visits),
        median(one.blocked for one in visits),
        int(median(one.bytes for one in visits)),
        int(median(one.requests for one in visits)),
    )


def _limit(session: CDPSession, profile: Profile) -> None:
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": profile.slower})
    if profile.bits:
        speed = profile.bits / 8
        limits = {"offline": False, "latency": profile.delay, "downloadThroughput": speed, "uploadThroughput": speed}
        session.send("Network.emulateNetworkConditions", limits)
