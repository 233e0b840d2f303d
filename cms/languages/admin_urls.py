"""Addresses of the admin's pages about translations, under ``/cms/languages/``."""

from __future__ import annotations

from django.urls import path

from cms.languages.board.views import Board, BoardFile
from cms.languages.review_views import take_step
from cms.languages.translating.urls import OURS
from cms.languages.views import OriginalOf

app_name = "languages"
urlpatterns = [
    path("board/", Board.as_view(), name="board"),
    path("board.csv", BoardFile.as_view(), name="board_file"),
    path("<int:pk>/original/", OriginalOf.as_view(), name="original"),
    path("<int:pk>/review/", take_step, name="review"),
    *OURS,
]
