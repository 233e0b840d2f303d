"""Machine translation: none, unless a provider is chosen. ``cms.languages.machine.checks`` tells what is wrong here."""

from __future__ import annotations

import os

TOOLBOX_TRANSLATOR = os.environ.get("TOOLBOX_TRANSLATOR", "").strip().lower()
"""``libretranslate`` or ``deepl``."""
TOOLBOX_TRANSLATOR_URL = os.environ.get("TOOLBOX_TRANSLATOR_URL", "").strip()
"""Of one's own LibreTranslate. DeepL's is known."""
TOOLBOX_TRANSLATOR_KEY = os.environ.get("TOOLBOX_TRANSLATOR_KEY", "").strip()
TOOLBOX_TRANSLATOR_SECONDS = float(os.environ.get("TOOLBOX_TRANSLATOR_SECONDS") or 30)
"""For all that is asked for one page. The web server must allow a request that long."""
