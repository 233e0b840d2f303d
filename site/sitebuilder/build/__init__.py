"""From ``content/`` to the pages a host serves. See `build_site`."""

from sitebuilder.build.report import BuildError, BuildReport
from sitebuilder.build.site import build_site

__all__ = ["BuildError", "BuildReport", "build_site"]
