"""What the processes of `forked` are forked from: imported once, it has loaded Django and built a small site.

Scripts, styles and templates of the site are read, shaken and compiled in that build, and kept by the process.
"""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "cms.config.settings"
with tempfile.TemporaryDirectory() as _folder:
    os.environ["TOOLBOX_VAR"] = _folder
    django.setup()

    import django.test.signals
    import gunicorn.app.wsgiapp  # noqa: F401
    from django_tasks_db.management.commands import db_worker  # noqa: F401
    from sitebuilder.build import build_site
    from sitebuilder.contract.document import Library
    from sitebuilder.contract.tree import write_library

    import cms.config.urls
    import cms.publishing.background
    import cms.publishing.make  # noqa: F401
    import tests.cms.publishing.sample  # noqa: F401
    from tests.site.sample_library import TOPICS, document

    _content = Path(_folder, "content")
    write_library(Library((document("kort-cv"),), (), TOPICS), _content, {})
    build_site(_content, Path(_folder, "public"))

gc.collect()
gc.freeze()  # What is loaded stays shared between the processes.
