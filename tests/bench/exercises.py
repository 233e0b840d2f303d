"""`make bench-exercises`: a verdict in the page of a slow phone, and the checks of all sets.

The verdict stands beside one that carries the whole lexicon and measures how far every word of it is.
"""

from __future__ import annotations

import json
import os
import platform
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

import brotli
from playwright.sync_api import Browser
from sitebuilder.contract.document import Document, ExerciseSet
from sitebuilder.contract.reader import read_document
from sitebuilder.contract.tree import read_tree
from sitebuilder.contract.writer import write_document
from sitebuilder.places import SCRIPTS, SITE

from exercises.answer_keys import answer_keys, keys_as_data
from exercises.checks import check_items
from exercises.lexicon import lexicon_of
from exercises.model import Item
from tests.bench.readme import write_table
from tests.chromium import started
from tests.served import served

SLOWER = 4
ANSWERS = 20
FRESH = 9

OURS = """async ([address, given]) => {
  const { judge } = await import(address);
  const { keys, answers } = JSON.parse(given);
  const started = performance.now();
  judge(answers[0][0], keys[0]);
  const first = performance.now() - started;
  return [first, keys.map((key, n) => {
    const started = performance.now();
    for (const answer of answers[n]) judge(answer, key);
    return (performance.now() - started) / answers[n].length;
  })];
}"""

NAIVE = """async ([address, given]) => {
  const { normalise } = await import(address);
  const { keys, answers, lexicon } = JSON.parse(given);
  const slips = (one, other) => {
    const rows = [Array.from({ length: other.length + 1 }, (_, n) => n)];
    for (let i = 1; i <= one.length; i += 1) {
      rows.push([i]);
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[one.length][other.length];
  };
  const judge = (answer, key) => {
    const typed = normalise(answer);
    const right = (key.accept || []).map(([text]) => normalise(text));
    if (right.includes(typed)) return "correct";
    const near = typed.split(" ").map((word) => lexicon.reduce(
      (best, form) => { const far = slips(word, form); return far < best[0] ? [far, form] : best; }, [99, ""]));
    return near.some(([far]) => far === 0) ? "wrong" : near.map(([, form]) => form).join(" ");
  };
  const started = performance.now();
  judge(answers[0][0], keys[0]);
  const first = performance.now() - started;
  return [first, keys.map((key, n) => {
    const started = performance.now();
    for (const answer of answers[n]) judge(answer, key);
    return (performance.now() - started) / answers[n].length;
  })];
}"""


def main() -> None:
    documents = [d for d in read_tree(SITE.parent / "content").library.documents if isinstance(d.body, ExerciseSet)]
    norwegian = [d for d in documents if not d.front.translation]
    lexicon = lexicon_of(item for d in norwegian for item in _items(d))
    pages = [[_data(item, lexicon) for item in _items(d)] for d in norwegian]
    keys = [key for page in pages for item in page for key in item.values()]
    rows = _verdicts(keys, sorted(lexicon))
    carried = statistics.mean(
        _weight([key.get("forms", []) for item in page for key in item.values()]) for page in pages
    )
    texts = [(write_document(d), d.path) for d in documents]
    lines = [
        f"| CPU ×{SLOWER} | first verdict in a fresh page, best of {FRESH} | a verdict, median | slowest key "
        "| words carried, brotli |",
        "| --- | --- | --- | --- | --- |",
        f"| as the page does | {rows[0]} | {carried:.0f} bytes a page |",
        f"| every word of the lexicon measured | {rows[1]} | {_weight(sorted(lexicon)) / 1000:.1f} KB |",
        "",
        f"{len(keys)} answer keys, {ANSWERS} answers to each; {len(lexicon):,} words and phrases in the lexicon.",
        f"{len(documents)} sets in all languages, {sum(len(_items(d)) for d in documents):,} items: "
        f"every check {_seconds(lambda: [check_items(_items(d)) for d in documents]):.2f} s, "
        f"reading and every check {_seconds(lambda: _read(texts)):.2f} s, "
        f"answer keys of the {len(norwegian)} in Norwegian "
        f"{_seconds(lambda: [_data(item, lexicon) for d in norwegian for item in _items(d)]):.2f} s.",
        f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors.",
    ]
    table = "\n".join(lines)
    print(table)
    write_table("bench-exercises", table)


def _verdicts(keys: list[dict[str, Any]], lexicon: list[str]) -> list[str]:
    """The cells of a row for the page's own way and for the naive one."""
    dice = random.Random(1)
    answers = [[_answer(key, dice) for _ in range(ANSWERS)] for key in keys]
    given = {"keys": keys, "answers": answers}
    with served(SCRIPTS) as server, started() as browser:
        address = f"{server.url}/judge.js"
        ours = [_measured(browser, address, OURS, given) for _ in range(FRESH)]
        few = {"keys": keys[:40], "answers": [some[:2] for some in answers[:40]], "lexicon": lexicon}
        naive = [_measured(browser, address, NAIVE, few) for _ in range(FRESH)]
    return [_cells(ours), _cells(naive)]


def _measured(browser: Browser, address: str, script: str, given: dict[str, Any]) -> tuple[float, list[float]]:
    """Milliseconds of the first verdict in a page that has judged nothing, and of one for each key."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    first, each = page.evaluate(script, [address, json.dumps(given)])
    context.close()
    return first, each


def _cells(measured: list[tuple[float, list[float]]]) -> str:
    """The first verdict is the best of all: what else the machine does would weigh more than the code."""
    first = min(one for one, _ in measured)
    each = [statistics.median(times) for times in zip(*(each for _, each in measured))]
    return f"{first:.2f} ms | {statistics.median(each):.3f} ms | {max(each):.3f} ms"


def _answer(key: dict[str, Any], dice: random.Random) -> str:
    """An answer with a slip: all the steps are tried before one fits, or none does."""
    text: str = dice.choice(key["accept"])[0]
    place = dice.randrange(len(text))
    return text[:place] + dice.choice("abcdeø") + text[place + dice.randint(0, 1) :]


def _items(document: Document) -> tuple[Item, ...]:
    assert isinstance(document.body, ExerciseSet)
    return document.body.items


def _data(item: Item, lexicon: frozenset[str]) -> dict[str, Any]:
    return keys_as_data(answer_keys(item, lexicon))


def _weight(value: object) -> int:
    return len(brotli.compress(json.dumps(value, ensure_ascii=False).encode(), quality=11))


def _read(texts: list[tuple[str, str]]) -> None:
    read_document.cache_clear()
    for text, path in texts:
        read_document(text, path)


def _seconds(work: Callable[[], object]) -> float:
    started_at = time.perf_counter()
    work()
    return time.perf_counter() - started_at


if __name__ == "__main__":
    main()
