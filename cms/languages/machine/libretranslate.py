"""LibreTranslate, which an installation runs itself: texts do not leave the house.

`/languages` and `/translate` as its own documentation has them. The limits are those its public server has; one's
own has none unless they are set.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cms.languages.machine.asking import Patience, ask
from cms.languages.machine.failure import ProviderFailed, Trouble
from cms.languages.machine.provider import Pair, Provider


class LibreTranslate(Provider):
    name = "LibreTranslate"
    codes = {"nb": ("nb", "no")}  # Versions before 1.5 call it “no”.
    most_texts = 25
    most_characters = 2_000

    def ask_languages(self, patience: Patience) -> frozenset[Pair]:
        said = ask(f"{self.url}/languages", patience)
        try:
            return frozenset((each["code"], target) for each in said for target in each["targets"])
        except (LookupError, TypeError):
            raise ProviderFailed(Trouble.UNREADABLE) from None

    def ask_translation(self, texts: Sequence[str], pair: Pair, patience: Patience) -> Any:
        body = {"q": list(texts), "source": pair[0], "target": pair[1], "format": "html"}
        key = {"api_key": self.key} if self.key else {}
        said = ask(f"{self.url}/translate", patience, body={**body, **key})
        return said.get("translatedText") if isinstance(said, dict) else None
