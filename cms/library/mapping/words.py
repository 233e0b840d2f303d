"""Words an editor need not write: what stands before a reason and on the link to the next scene."""

from __future__ import annotations

REASON = {
    "nb": "Hvorfor:",
    "en": "Why:",
    "uk": "Чому:",
    "ar": "لماذا:",
    "ti": "ስለምንታይ:",
    "so": "Sabab:",
    "fa": "چرا:",
}
ONWARD = {
    "nb": "Gå videre",
    "en": "Go on",
    "uk": "Далі",
    "ar": "تابع",
    "ti": "ቀጽል",
    "so": "Sii wad",
    "fa": "ادامه",
}


def usual(words: dict[str, str], language: str) -> str:
    """The words in this language, in English where it has none."""
    return words.get(language, words["en"])
