"""Addresses of the admin's pages about releases, under ``/cms/releases/``."""

from __future__ import annotations

from django.urls import path

from cms.publishing import views

app_name = "releases"
urlpatterns = [
    path("", views.ReleaseList.as_view(), name="index"),
    path("mine/", views.my_release, name="mine"),
    path("<int:pk>/", views.ReleaseDetail.as_view(), name="detail"),
    path("<int:pk>/status/", views.release_status, name="status"),
    path("<int:pk>/go-back/", views.RollBack.as_view(), name="roll_back"),
    path("<int:pk>/deliver/", views.deliver_again, name="deliver"),
]
