"""Addresses of a translator's pages, and those of wagtail-localize that are answered here."""

from __future__ import annotations

from django.urls import path

from cms.languages.translating import views
from cms.languages.translating.string_view import edit_string

OURS = [
    path("<int:pk>/words/<int:segment>/", views.use_words, name="use-words"),
    path("<int:pk>/files/", views.Files.as_view(), name="files"),
    path("<int:pk>/files/<str:kind>/", views.download, name="download"),
    path("<int:pk>/kept/", views.KeptWords.as_view(), name="kept"),
]

THEIRS = [
    path("localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/", edit_string),
    path("localize/translate/<int:translation_id>/pofile/download/", views.download_po),
    path("localize/translate/<int:translation_id>/pofile/upload/", views.upload_po),
    path("localize/translate/<int:translation_id>/disable/", views.stop),
    path("localize/page/<int:page_id>/convert_to_alias/", views.never_a_copy),
]
"""Where its editor and its own names for these views lead; they must be asked before its own."""
