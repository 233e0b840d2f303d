"""The database is what the models say."""

from __future__ import annotations

import pytest
from django.core.management import call_command


@pytest.mark.django_db
@pytest.mark.parametrize("app", ["library", "publishing", "accounts", "languages", "editing"])
def test_no_change_of_a_model_waits_for_its_migration(app: str) -> None:
    call_command("makemigrations", app, check=True, dry_run=True, verbosity=0)
