"""The folders and files publishing works with, read from the settings in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Places:
    """``public`` is a symbolic link to the ``public`` of the live release, once there is one."""

    content: Path
    public: Path
    var: Path

    @classmethod
    def from_settings(cls) -> Places:
        return cls(Path(settings.TOOLBOX_CONTENT), Path(settings.TOOLBOX_PUBLIC), Path(settings.TOOLBOX_VAR))

    @property
    def releases(self) -> Path:
        return self.var / "releases"

    @property
    def cache(self) -> Path:
        """What the builder keeps between builds; it may be deleted at any time."""
        return self.var / "cache" / "build"

    @property
    def lock(self) -> Path:
        return self.var / "publishing.lock"

    @property
    def delivery(self) -> Path:
        return self.var / "delivery"

    @property
    def delivery_lock(self) -> Path:
        return self.var / "delivery.lock"
