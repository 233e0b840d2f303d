"""How Wagtail behaves for our editors."""

from __future__ import annotations

import os

WAGTAIL_SITE_NAME = "Mentor Toolbox"
WAGTAILADMIN_BASE_URL = os.environ.get("TOOLBOX_URL", "http://127.0.0.1:8000").rstrip("/")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nb", "Norsk bokmål"), ("en", "English")]
WAGTAIL_AUTOSAVE_INTERVAL = 5_000  # Half a second, the default, would save at every pause between two words.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # No request to a third party, for editors either.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["mp3", "m4a", "ogg", "opus", "wav"]  # The document library holds sound.
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_BASE_URL = WAGTAILADMIN_BASE_URL
# A translation starts as a draft. The default publishes it at once, in the language it was made from.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Wagtail's own asks whether the last one to approve may publish by hand, too.
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.languages.publish_approved.publish_approved"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "library.ToolboxImage"
WAGTAILDOCS_DOCUMENT_MODEL = "library.ToolboxAudio"
