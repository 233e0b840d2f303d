"""What every provider can do: say which languages it knows, and translate a few texts at once."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.core.cache import cache

from cms.languages.machine.asking import Patience
from cms.languages.machine.failure import ProviderFailed, Trouble

KNOWN_FOR = 60 * 60
"""Seconds for which a provider is believed to know the same languages."""

Pair = tuple[str, str]
"""A source and a target language, as the provider calls them."""


@dataclass(frozen=True)
class Provider(ABC):
    """Texts are HTML with inline tags; what stands in ``<span translate="no" id="…">`` is left alone."""

    name: ClassVar[str]
    codes: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """How the provider calls our languages, where otherwise than we do; the first one it knows is used."""
    most_texts: ClassVar[int]
    most_characters: ClassVar[int]
    """That one request takes."""

    url: str
    key: str = field(default="", repr=False)

    @abstractmethod
    def ask_languages(self, patience: Patience) -> frozenset[Pair]:
        """Every pair it translates. Raises `ProviderFailed`."""

    @abstractmethod
    def ask_translation(self, texts: Sequence[str], pair: Pair, patience: Patience) -> Any:
        """What it says for these texts, yet to be looked at. Raises `ProviderFailed`."""

    def pair(self, source: str, target: str, patience: Patience) -> Pair | None:
        """Our two languages as it calls them; None where it does not translate from the one to the other."""
        known = cache.get(self._cache_key)
        if known is None:
            known = self.ask_languages(patience)
            cache.set(self._cache_key, known, KNOWN_FOR)
        return self._among(known, source, target)

    def is_known_to_lack(self, source: str, target: str) -> bool:
        """Without asking it: whether it said lately that it does not know these two."""
        known = cache.get(self._cache_key)
        return known is not None and self._among(known, source, target) is None

    def translate(self, texts: Sequence[str], pair: Pair, patience: Patience) -> list[str]:
        """As many texts as were given, in their order. Raises `ProviderFailed`."""
        found: list[str] = []
        for batch in self.batches(texts):
            said = self.ask_translation(batch, pair, patience)
            if not isinstance(said, list) or len(said) != len(batch) or not all(isinstance(text, str) for text in said):
                raise ProviderFailed(Trouble.UNREADABLE)
            found += said
        return found

    def batches(self, texts: Iterable[str]) -> Iterator[list[str]]:
        """As few requests as the limits allow. A text that is longer than the limit goes alone."""
        batch: list[str] = []
        for text in texts:
            size = sum(map(len, batch)) + len(text)
            if batch and (len(batch) == self.most_texts or size > self.most_characters):
                yield batch
                batch = []
            batch.append(text)
        if batch:
            yield batch

    def called(self, language: str) -> tuple[str, ...]:
        return self.codes.get(language, (language,))

    def _among(self, known: frozenset[Pair], source: str, target: str) -> Pair | None:
        pairs = ((one, other) for one in self.called(source) for other in self.called(target))
        return next((pair for pair in pairs if pair in known), None)

    @property
    def _cache_key(self) -> str:
        return f"machine-languages-{hashlib.sha256(f'{self.name} {self.url}'.encode()).hexdigest()[:16]}"
