"""Django and Wagtail: apps, middleware, database, languages, files."""

from __future__ import annotations

import os

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from cms.config.settings.env import PRODUCTION, ROOT, VAR, words

BASE_DIR = ROOT
DEBUG = False
SECRET_KEY = os.environ.get("TOOLBOX_SECRET_KEY", "")
if not SECRET_KEY:
    if PRODUCTION:
        raise ImproperlyConfigured("Set TOOLBOX_SECRET_KEY to a long random text, kept secret and kept the same.")
    from cms.config.secret import local_secret

    SECRET_KEY = local_secret(VAR)

ALLOWED_HOSTS = words("TOOLBOX_HOSTS", "127.0.0.1 localhost [::1]")
CSRF_TRUSTED_ORIGINS = words("TOOLBOX_ORIGINS")

INSTALLED_APPS = [
    "cms.config",
    "cms.seeding",
    "cms.accounts",
    "cms.editing",
    "cms.publishing",
    "cms.languages",
    "cms.library",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.api.v2",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cms.publishing.public_site.PublicSite",  # First: a reader's request meets no session and no database.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.editing.refused.RefusedMiddleware",
]

ROOT_URLCONF = "cms.config.urls"
WSGI_APPLICATION = "cms.config.wsgi.application"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows its preview in a frame of the same origin.

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{VAR / 'toolbox.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A writer waits for the other one instead of failing, and readers never wait.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # A scenario of 30 scenes has more than Django's 1,000 fields.

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "releases"]}}

LANGUAGE_CODE = "nb"
LOCALE_PATHS = [ROOT / "cms" / "config" / "locale"]  # Norwegian for the parts of Wagtail that ship without it.
TIME_ZONE = "Europe/Oslo"
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True

STATIC_URL = "/cms/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/cms/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# On one's own machine files are served from where they lie; elsewhere `collectstatic` gathers and names them.
WHITENOISE_USE_FINDERS = not PRODUCTION
if PRODUCTION:
    STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("TOOLBOX_LOG_LEVEL", "WARNING")},
}
