"""What is stored about signing in, beside what Django, allauth and axes store themselves."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


class SecondFactorRule(models.TextChoices):
    """Who must sign in with more than a password."""

    NOBODY = "nobody", _("Nobody has to")
    PUBLISHERS = "publishers", _("Administrators and publishers")
    EVERYONE = "everyone", _("Everyone")


@register_setting(icon="lock")
class SignInSettings(BaseGenericSetting):
    """The rules of signing in that an administrator chooses."""

    second_factor = models.CharField(
        _("second factor required for"),
        max_length=20,
        choices=SecondFactorRule,
        default=SecondFactorRule.NOBODY,
        help_text=_(
            "A code from an app, or a passkey. Those who must have one and have none are asked to set it up "
            "before they can go on."
        ),
    )

    panels = [FieldPanel("second_factor")]

    class Meta:
        verbose_name = _("sign-in")


class OneTimePassword(models.Model):
    """Marks a user whose password was made by a machine and shown on a screen: it must be changed at first sign-in."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="one_time_password", primary_key=True
    )

    def __str__(self) -> str:
        return f"{self.user}"
