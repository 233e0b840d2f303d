"""LibreTranslate and DeepL over real sockets, and all that can go wrong on the way."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.core.checks import Error, Warning
from django.utils.translation import override

from cms.languages.machine import asking
from cms.languages.machine.asking import Patience, ask
from cms.languages.machine.checks import check_translator
from cms.languages.machine.deepl import DeepL, address_for
from cms.languages.machine.failure import ProviderFailed, Trouble
from cms.languages.machine.libretranslate import LibreTranslate
from cms.languages.machine.provider import Provider
from cms.languages.machine.setup import chosen_provider, faults
from tests.cms.languages.machine_server import KEY, Playing, playing

PROVIDERS = (LibreTranslate, DeepL)
PAIRS = {LibreTranslate: ("nb", "en"), DeepL: ("NB", "EN-GB")}


@pytest.fixture(scope="module")
def _server() -> Iterator[Playing]:
    with playing() as server:
        yield server


@pytest.fixture
def server(_server: Playing) -> Iterator[Playing]:
    cache.clear()
    _server.fault = None
    _server.asked.clear()
    _server.paths.clear()
    yield _server
    cache.clear()


def patient(seconds: float = 5) -> Patience:
    return Patience(seconds, pauses=(0, 0))


@pytest.mark.parametrize("kind", PROVIDERS)
def test_texts_come_back_in_their_order(kind: type[Provider], server: Playing) -> None:
    provider = kind(server.url, KEY)
    pair = provider.pair("nb", "en", patient())
    assert pair == PAIRS[kind]
    texts = [f'tekst {n} <span translate="no" id="keep0">NAV</span>' for n in range(120)]
    said = provider.translate(texts, pair, patient())
    assert said == [f'TEKST {n} <span translate="no" id="keep0">NAV</span>' for n in range(120)]
    assert len(server.asked) == {LibreTranslate: 5, DeepL: 3}[kind]  # In batches it takes.


def test_what_is_asked_for_is_what_the_providers_document(server: Playing) -> None:
    LibreTranslate(server.url, KEY).translate(["hei"], ("nb", "en"), patient())
    DeepL(server.url, KEY).translate(["hei"], ("NB", "EN-GB"), patient())
    assert server.asked == [
        {"q": ["hei"], "source": "nb", "target": "en", "format": "html", "api_key": KEY},
        {"text": ["hei"], "source_lang": "NB", "target_lang": "EN-GB", "tag_handling": "html"},
    ]
    assert server.paths == ["/translate", "/v2/translate"]  # The key stands in no address.


@pytest.mark.parametrize(("kind", "unknown"), [(LibreTranslate, "ti"), (DeepL, "fa")])
def test_a_language_a_provider_does_not_know_is_remembered(kind: type[Provider], unknown: str, server: Playing) -> None:
    provider = kind(server.url, KEY)
    assert not provider.is_known_to_lack("nb", unknown)  # Nobody has asked it yet.
    assert provider.pair("nb", unknown, patient()) is None
    assert provider.is_known_to_lack("nb", unknown)
    assert not provider.is_known_to_lack("nb", "uk")
    provider.pair("nb", "uk", patient())
    assert len(server.paths) == 1


def test_older_versions_call_norwegian_otherwise() -> None:
    known = frozenset({("no", "en")})
    assert LibreTranslate("http://x")._among(known, "nb", "en") == ("no", "en")


@pytest.mark.parametrize(
    ("sizes", "batches"), [([10, 10], [2]), ([1_990, 20, 5], [1, 2]), ([5_000, 1], [1, 1]), ([1] * 51, [25, 25, 1])]
)
def test_batches_keep_the_limits(sizes: list[int], batches: list[int]) -> None:
    assert [len(batch) for batch in LibreTranslate("").batches("x" * size for size in sizes)] == batches


FAULTS = {
    "wrong key": (lambda asked: asked.answer({"error": KEY}, 403), Trouble.KEY),
    "no key": (lambda asked: asked.answer({}, 401), Trouble.KEY),
    "quota": (lambda asked: asked.answer({}, 456), Trouble.QUOTA),
    "too many": (lambda asked: asked.answer({}, 429), Trouble.BUSY),
    "too long": (lambda asked: asked.answer({}, 413), Trouble.TOO_LONG),
    "fault": (lambda asked: asked.answer({}, 500), Trouble.FAULT),
    "down for a while": (lambda asked: asked.answer({}, 503), Trouble.FAULT),
    "bad request": (lambda asked: asked.answer({"error": "nb is not supported"}, 400), Trouble.REFUSED),
    "elsewhere": (lambda asked: asked.answer({}, 302, Location="http://127.0.0.1:9/"), Trouble.ELSEWHERE),
    "elsewhere with the texts": (lambda asked: asked.answer({}, 307, Location="/translate"), Trouble.ELSEWHERE),
    "a page": (lambda asked: asked.answer(b"<html>Welcome</html>"), Trouble.UNREADABLE),
    "nothing": (lambda asked: asked.answer(b""), Trouble.UNREADABLE),
    "deep": (lambda asked: asked.answer(b"[" * 100_000), Trouble.UNREADABLE),
    "a list": (lambda asked: asked.answer([]), Trouble.UNREADABLE),
    "fewer": (
        lambda asked: asked.answer({"translatedText": ["A"], "translations": [{"text": "A"}]}),
        Trouble.UNREADABLE,
    ),
    "numbers": (
        lambda asked: asked.answer({"translatedText": [1, 2], "translations": [{"text": 1}] * 2}),
        Trouble.UNREADABLE,
    ),
    "others": (lambda asked: asked.answer({"translatedText": "AB", "translations": "AB"}), Trouble.UNREADABLE),
    "cut off": (lambda asked: asked.answer(b"{", 200, **{"Content-Length": "9"}), Trouble.UNREADABLE),
    "hung up": (lambda asked: asked.connection.shutdown(socket.SHUT_RDWR), Trouble.UNREACHABLE),
    "no HTTP": (lambda asked: asked.wfile.write(b"hei hei\r\n\r\n"), Trouble.UNREADABLE),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", PROVIDERS)
def test_a_fault_is_told_in_words_without_the_key(
    kind: type[Provider], fault: str, server: Playing, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.fault, trouble = FAULTS[fault]
    with pytest.raises(ProviderFailed) as failed, override("en"):
        kind(server.url, KEY).translate(["a", "b"], PAIRS[kind], patient())
    assert failed.value.trouble is trouble
    told = failed.value.told(kind.name)
    assert kind.name in told
    assert "%(" not in told
    assert KEY not in f"{told} {failed.value!r} {failed.value.__dict__} {caplog.text}"
    assert failed.value.__cause__ is None or failed.value.__suppress_context__
    assert len(server.asked) == (3 if trouble is Trouble.BUSY or fault == "down for a while" else 1)


def test_what_comes_back_after_a_moment_is_taken(server: Playing) -> None:
    def only_later(asked) -> None:
        if len(server.asked) == 1:
            asked.answer({}, 429)
        else:
            asked.answer({"translatedText": ["HEI"]})

    server.fault = only_later
    assert LibreTranslate(server.url).translate(["hei"], ("nb", "en"), patient()) == ["HEI"]


def test_no_pause_is_longer_than_what_is_left(server: Playing) -> None:
    server.fault = lambda asked: asked.answer({}, 503)
    with pytest.raises(ProviderFailed):
        LibreTranslate(server.url).translate(["hei"], ("nb", "en"), Patience(5, pauses=(6,)))
    assert len(server.asked) == 1


def test_a_slow_answer_is_not_waited_for(server: Playing) -> None:
    server.fault = lambda asked: asked.rfile.read(1)  # Until the other side has had enough.
    with pytest.raises(ProviderFailed) as failed:
        LibreTranslate(server.url).translate(["hei"], ("nb", "en"), patient(0.1))
    assert failed.value.trouble is Trouble.SLOW


def test_an_answer_without_end_is_not_read_to_its_end(server: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_BYTES", 1_000)
    server.fault = lambda asked: asked.answer({"translatedText": ["x" * 5_000]})
    with pytest.raises(ProviderFailed) as failed:
        LibreTranslate(server.url).translate(["hei"], ("nb", "en"), patient())
    assert failed.value.trouble is Trouble.UNREADABLE


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "http://no-such-host.invalid"])
def test_a_provider_that_is_not_there(address: str) -> None:
    with pytest.raises(ProviderFailed) as failed, override("en"):
        ask(address, patient())
    assert failed.value.trouble is Trouble.UNREACHABLE
    assert address.split("/")[2].split(":")[0] in failed.value.told("DeepL")


def test_patience_that_is_spent_asks_nobody(server: Playing) -> None:
    with pytest.raises(ProviderFailed) as failed:
        ask(server.url, patient(0))
    assert failed.value.trouble is Trouble.SLOW
    assert server.paths == []


@pytest.mark.parametrize(
    ("name", "url", "key", "codes"),
    [
        ("", "", "", []),
        ("none", "", "", []),
        ("google", "", "", ["E010"]),
        ("libretranslate", "", "", ["E011"]),
        ("libretranslate", "http://127.0.0.1:5000", "", []),
        ("libretranslate", "http://translate.example:5000", "", []),
        ("libretranslate", "http://translate.example:5000", KEY, ["W015"]),
        ("libretranslate", "http://localhost:5000", KEY, []),
        ("libretranslate", "translate.example", "", ["E013"]),
        ("libretranslate", "file:///etc/passwd", "", ["E013"]),
        ("libretranslate", "http://[::1", "", ["E013"]),
        ("libretranslate", "https://x.example/?key=1", "", ["E013"]),
        ("libretranslate", "https://kari:hemmelig@x.example", "", ["E014"]),
        ("deepl", "", "", ["E012"]),
        ("deepl", "", KEY, []),
        ("deepl", "", "nøkkel", ["E016"]),
        ("deepl", "", "two\nlines", ["E016"]),
    ],
)
def test_settings_are_checked_in_words(name: str, url: str, key: str, codes: list[str], settings) -> None:
    settings.TOOLBOX_TRANSLATOR, settings.TOOLBOX_TRANSLATOR_URL, settings.TOOLBOX_TRANSLATOR_KEY = name, url, key
    told = check_translator()
    assert [each.id for each in told] == [f"languages.{code}" for code in codes]
    assert all(isinstance(each, Error if "E0" in each.id else Warning) and each.hint for each in told)
    assert KEY not in str(told)
    assert "hemmelig@" not in str(told)
    is_off = name in ("", "none") or any(fault.is_error for fault in faults(name, url, key))
    assert (chosen_provider() is None) is is_off


def test_deepl_has_two_addresses_and_shows_no_key() -> None:
    assert address_for("abc:fx") == "https://api-free.deepl.com"
    assert address_for("abc") == "https://api.deepl.com"
    assert KEY not in repr(DeepL("https://api.deepl.com", KEY))
