"""Pictures and recordings. Their export names are their file names under ``content/media/``."""

from __future__ import annotations

import os
from typing import Any, ClassVar

from django.core.files.base import ContentFile
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from cms.library.keys import make_key
from cms.library.pictures import shrink

is_file_name = RegexValidator(r"^[A-Za-z0-9][A-Za-z0-9._-]*$", _("Use letters, digits, dots, hyphens and _ only."))


class ExportedFile(models.Model):
    """A file with a name of its own under ``content/media/``: the same bytes always have the same name."""

    export_name = models.CharField(
        _("file name on the site"), max_length=120, unique=True, blank=True, validators=[is_file_name], editable=False
    )

    class Meta:
        abstract = True

    def name_by_content(self) -> None:
        """Gives the name: the title, what the bytes are, and the kind of file."""
        extension = os.path.splitext(self.file.name)[1].lower()
        self.export_name = f"{make_key(self.title) or 'file'}-{self.file_hash[:8]}{extension}"


class ToolboxImage(ExportedFile, AbstractImage):  # noqa: DJ008 — Wagtail's own has one.
    """A picture. What an editor uploads is made small and loses its metadata, such as where it was taken."""

    admin_form_fields: ClassVar = ("title", "file", "collection", "tags", "focal_point_x", "focal_point_y") + (
        "focal_point_width",
        "focal_point_height",
    )
    keep_bytes = False
    """True while a file from ``content/`` is loaded: it is kept as it is, under its own name."""

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args: Any, **kwargs: Any) -> None:
        new_file = bool(self.file) and not self.file._committed
        if new_file and not self.keep_bytes:
            name = os.path.splitext(os.path.basename(self.file.name))[0]
            with self.open_file() as uploaded:
                self.file = ContentFile(shrink(uploaded), name=f"{name}.webp")
        if new_file:
            self._set_image_file_metadata()
        if new_file and not self.keep_bytes:
            self.name_by_content()
        super().save(*args, **kwargs)


class ToolboxImageRendition(AbstractRendition):
    """A picture in another size, for the editor's pages."""

    image = models.ForeignKey(ToolboxImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="library_one_rendition")
        ]


class ToolboxAudio(ExportedFile, AbstractDocument):  # noqa: DJ008 — Wagtail's own has one.
    """A recording, with what is said in it."""

    transcript = models.TextField(
        _("what is said"), blank=True, help_text=_("In Norwegian, word for word, for those who cannot hear it.")
    )

    admin_form_fields: ClassVar = ("title", "file", "transcript", "collection", "tags")
    keep_bytes = False

    class Meta(AbstractDocument.Meta):
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
            if not self.keep_bytes:
                self.name_by_content()
        super().save(*args, **kwargs)
