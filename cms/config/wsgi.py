"""The door for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from cms.config.memory import keep_what_is_loaded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.config.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 — read once, and with it all views.
keep_what_is_loaded()
