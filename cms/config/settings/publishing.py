"""Where releases are made, and where they go."""

from __future__ import annotations

import os

from cms.config.settings.env import CONTENT, PRODUCTION, PUBLIC, VAR, hour

TOOLBOX_CONTENT = CONTENT
TOOLBOX_PUBLIC = PUBLIC
TOOLBOX_VAR = VAR
TOOLBOX_SITE_URL = os.environ.get("TOOLBOX_SITE_URL", "").rstrip("/")
"""The address of the reader's site where it is not this server's own, as ``https://toolbox.example.org``."""
TOOLBOX_RELEASES_KEPT = 10
TOOLBOX_DEBOUNCE_SECONDS = 0.3
"""How long a request for a release waits for company: several pages published at once become one release."""

TOOLBOX_DELIVERY = os.environ.get("TOOLBOX_DELIVERY", "none")
"""``none``, ``git`` (commit and push ``content/``) or ``hook`` (POST to a host's build hook)."""
TOOLBOX_GIT_REMOTE = os.environ.get("TOOLBOX_GIT_REMOTE", "")
TOOLBOX_GIT_BRANCH = os.environ.get("TOOLBOX_GIT_BRANCH", "main")
TOOLBOX_BUILD_HOOK = os.environ.get("TOOLBOX_BUILD_HOOK", "")

TOOLBOX_LINK_CHECK = hour("TOOLBOX_LINK_CHECK", "03:30" if PRODUCTION else "off")
"""When in the night the worker checks links to other sites; None where it does not."""
