"""Material's own templates have their strings in every language, also in those Material does not know."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from sitebuilder.languages import ORDER

from tests.site.rendered_pages import SITES, config_of


@pytest.mark.parametrize("code", ORDER)
def test_materials_own_templates_find_their_strings_in_every_language(code: str, tmp_path: Path) -> None:
    environment = config_of(SITES[code], tmp_path).theme.get_env()
    english = environment.loader.get_source(environment, "partials/languages/en.html")[0]  # type: ignore[union-attr]
    keys = re.findall(r'^  "([^"]+)":', english, re.MULTILINE)
    asked = '{% import "partials/language.html" as lang with context %}{{ lang.t(key) }}'
    template = environment.from_string(asked)
    theme = SimpleNamespace(theme=SimpleNamespace(language=code))
    strings = {key: template.render(config=theme, key=key) for key in keys}
    assert [key for key, text in strings.items() if not text] == []
    assert strings["direction"] == SITES[code].language.direction


@pytest.mark.parametrize("code", ["so", "ti"])
def test_somali_and_tigrinya_have_all_of_materials_strings_themselves(code: str, tmp_path: Path) -> None:
    environment = config_of(SITES[code], tmp_path).theme.get_env()
    sources = [
        environment.loader.get_source(environment, f"partials/languages/{name}.html")[0]  # type: ignore[union-attr]
        for name in ("en", code)
    ]
    english, own = (re.findall(r'^  "([^"]+)":', source, re.MULTILINE) for source in sources)
    assert own == english
