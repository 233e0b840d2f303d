"""The glossary for one page into one language, from what editors keep."""

from __future__ import annotations

from cms.languages.machine.glossary_models import GlossaryTerm, GlossaryTranslation
from cms.languages.machine.protected import Glossary

NORWEGIAN = "nb"
"""The language the terms are in."""


def read_glossary(source: str, target: str, *, quotes: bool) -> Glossary:
    """Words that stay do so in a text of any language; terms are found where the original is Norwegian."""
    never = GlossaryTerm.objects.filter(never_translate=True).values_list("term", flat=True)
    terms = GlossaryTranslation.objects.filter(language=target, term__never_translate=False)
    said = terms.values_list("term__term", "words") if source == NORWEGIAN else ()
    return Glossary(frozenset(never), {term.lower(): words for term, words in said}, quotes)
