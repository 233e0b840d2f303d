"""Behind a real address, with HTTPS."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
ASKED = (
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SECURE_PROXY_SSL_HEADER",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN",
    "ALLAUTH_TRUSTED_PROXY_COUNT",
)
PROGRAM = f"""
import json
from django.conf import settings
print(json.dumps({{name: getattr(settings, name) for name in {ASKED!r}}}))
"""


def settings_with(tmp_path: Path, **environment: str) -> dict[str, object]:
    given = {
        **{name: value for name, value in os.environ.items() if not name.startswith("TOOLBOX_")},
        "DJANGO_SETTINGS_MODULE": "cms.config.settings",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "TOOLBOX_VAR": str(tmp_path),
        **environment,
    }
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=given, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_in_production_nothing_travels_unencrypted(tmp_path: Path) -> None:
    settings = settings_with(tmp_path, TOOLBOX_PRODUCTION="1", TOOLBOX_SECRET_KEY="k" * 60)

    assert settings["SESSION_COOKIE_SECURE"] is settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 365 * 24 * 60 * 60
    assert settings["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is False


def test_headers_of_a_proxy_are_believed_only_when_there_is_one(tmp_path: Path) -> None:
    alone = settings_with(tmp_path)
    behind = settings_with(tmp_path, TOOLBOX_PROXIES="1")

    assert (alone["SECURE_PROXY_SSL_HEADER"], alone["ALLAUTH_TRUSTED_PROXY_COUNT"]) == (None, 0)
    assert behind["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert behind["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1
