"""DeepL, a company's service: texts are sent to it, and each character counts against a quota.

`/v2/languages` and `/v2/translate` as its own documentation has them: at most 50 texts and 128 KiB a request, and a
letter of Arabic or Tigrinya with its escapes is never more than four bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cms.languages.machine.asking import Patience, ask
from cms.languages.machine.failure import ProviderFailed, Trouble
from cms.languages.machine.provider import Pair, Provider

ADDRESS, FREE_ADDRESS = "https://api.deepl.com", "https://api-free.deepl.com"
FREE = ":fx"
"""How the keys of free accounts end: they have an address of their own."""
SOURCES = ("NB", "EN")
"""That it knows these is in its documentation; only its targets are asked for."""


def address_for(key: str) -> str:
    return FREE_ADDRESS if key.endswith(FREE) else ADDRESS


class DeepL(Provider):
    name = "DeepL"
    codes = {"en": ("EN-GB", "EN")}
    most_texts = 50
    most_characters = 25_000

    def ask_languages(self, patience: Patience) -> frozenset[Pair]:
        said = ask(f"{self.url}/v2/languages?type=target", patience, headers=self._headers)
        try:
            return frozenset((source, each["language"].upper()) for each in said for source in SOURCES)
        except (AttributeError, LookupError, TypeError):
            raise ProviderFailed(Trouble.UNREADABLE) from None

    def ask_translation(self, texts: Sequence[str], pair: Pair, patience: Patience) -> Any:
        body = {"text": list(texts), "source_lang": pair[0], "target_lang": pair[1], "tag_handling": "html"}
        said = ask(f"{self.url}/v2/translate", patience, headers=self._headers, body=body)
        try:
            return [each["text"] for each in said["translations"]]
        except (LookupError, TypeError):
            return None

    def called(self, language: str) -> tuple[str, ...]:
        return tuple(code.upper() for code in super().called(language))

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"DeepL-Auth-Key {self.key}"}
