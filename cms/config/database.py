"""Whether the database is as this code wants it."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def migrations_are_waiting() -> bool:
    """Asks without doing: `migrate` takes seconds even where there is nothing to do."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
