"""Which provider an installation has chosen, from its settings; none unless it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings

from cms.languages.machine.asking import Patience
from cms.languages.machine.deepl import DeepL, address_for
from cms.languages.machine.libretranslate import LibreTranslate
from cms.languages.machine.provider import Provider

NONE, LIBRETRANSLATE, DEEPL = "none", "libretranslate", "deepl"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a setting, for the operator. ``is_error`` where no provider can be used."""

    code: str
    message: str
    hint: str
    is_error: bool = True


def faults(name: str, url: str, key: str) -> Iterator[Fault]:
    """What is wrong with TOOLBOX_TRANSLATOR, _URL and _KEY. No message holds the key, nor the address as a whole."""
    if name in ("", NONE):
        return
    if name not in (LIBRETRANSLATE, DEEPL):
        hint = "Write libretranslate or deepl, or leave it out for none."
        yield Fault("E010", f"TOOLBOX_TRANSLATOR is “{name}”.", hint)
        return
    if name == LIBRETRANSLATE and not url:
        hint = "Set TOOLBOX_TRANSLATOR_URL to the address of your LibreTranslate, as http://127.0.0.1:5000."
        yield Fault("E011", "LibreTranslate has no address.", hint)
    if name == DEEPL and not key:
        yield Fault("E012", "DeepL has no key.", "Set TOOLBOX_TRANSLATOR_KEY to the key from your account at DeepL.")
    if not (key.isascii() and key.isprintable()):
        yield Fault(
            "E016", "TOOLBOX_TRANSLATOR_KEY is no key.", "Copy it once more: it has only plain letters and signs."
        )
    if url:
        yield from _faults_of(url, key)


def _faults_of(url: str, key: str) -> Iterator[Fault]:
    try:
        address = urlsplit(url)
        host = address.hostname or ""
        is_fit = address.scheme in ("http", "https") and bool(host) and not address.query and not address.fragment
        has_secret = bool(address.username or address.password)
        _ = address.port
    except ValueError:
        is_fit, has_secret, host = False, False, ""
    if not is_fit:
        hint = "Write it with https:// or http:// and a host, and without ? and #."
        yield Fault("E013", "TOOLBOX_TRANSLATOR_URL is no address of a server.", hint)
    elif has_secret:
        hint = "Put the key in TOOLBOX_TRANSLATOR_KEY: an address is shown to editors."
        yield Fault("E014", "TOOLBOX_TRANSLATOR_URL holds a name or a password.", hint)
    elif address.scheme == "http" and key and not _is_this_machine(host):
        hint = "Use https://, unless nobody else can listen between the two machines."
        yield Fault("W015", f"The key travels to {host} without protection.", hint, is_error=False)


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def chosen_provider() -> Provider | None:
    """None where none is chosen, and where the settings are wrong: Django's check tells how."""
    name, url, key = settings.TOOLBOX_TRANSLATOR, settings.TOOLBOX_TRANSLATOR_URL, settings.TOOLBOX_TRANSLATOR_KEY
    if name in ("", NONE) or any(fault.is_error for fault in faults(name, url, key)):
        return None
    kind = LibreTranslate if name == LIBRETRANSLATE else DeepL
    return kind((url or address_for(key)).rstrip("/"), key)


def patience() -> Patience:
    return Patience(settings.TOOLBOX_TRANSLATOR_SECONDS)
