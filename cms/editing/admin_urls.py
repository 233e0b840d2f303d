"""Addresses of the editor's own helpers, under ``/cms/editing/``."""

from __future__ import annotations

from django.urls import path

from cms.editing import live_check
from cms.editing.external_links.report import LinkReport

app_name = "editing"
urlpatterns = [
    path("check/<int:page_id>/", live_check.check_page, name="check_page"),
    path("check/new/<int:section_id>/", live_check.check_new_page, name="check_new_page"),
    path("try/<int:page_id>/", live_check.try_page, name="try_page"),
    path("try/new/<int:section_id>/", live_check.try_new_page, name="try_new_page"),
    path("links/", LinkReport.as_view(), name="links"),
    path("links/results/", LinkReport.as_view(results_only=True), name="links_results"),
]
