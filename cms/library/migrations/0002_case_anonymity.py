import cms.library.models.key_list
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="casepage",
            name="anonymity",
            field=cms.library.models.key_list.KeyListField(
                blank=True, default=list, verbose_name="nobody can be recognised"
            ),
        ),
        migrations.AddField(
            model_name="casepage",
            name="anonymity_by",
            field=models.CharField(blank=True, default="", editable=False, max_length=150),
        ),
        migrations.AddField(
            model_name="casepage",
            name="anonymity_of",
            field=models.CharField(blank=True, default="", editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name="casepage",
            name="anonymity_on",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
