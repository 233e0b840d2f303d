from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0002_case_anonymity")]

    operations = [
        migrations.AddField(
            model_name="scenariopage",
            name="retired",
            field=models.JSONField(blank=True, default=list, editable=False, verbose_name="ids no longer in use"),
        ),
    ]
