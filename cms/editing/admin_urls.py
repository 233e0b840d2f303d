"""Addresses of the editor's own helpers, under ``/cms/editing/``."""

from __future__ import annotations

from django.urls import path

from cms.editing import story_check

app_name = "editing"
urlpatterns = [
    path("story/<int:page_id>/", story_check.check_page, name="check_page"),
    path("story/new/<int:section_id>/", story_check.check_new_page, name="check_new_page"),
]
