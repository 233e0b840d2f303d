"""allauth's forms, in words an editor understands at once."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """Name or e-mail address, and password. Labels that stay, in place of placeholders that vanish."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Username or e-mail")
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class AddKeyForm(AddWebAuthnForm):
    """A new key, offered as a passkey: it then signs in alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("A name you will know it by")
        alone = self.fields["passwordless"]
        alone.label = _("Sign in with this key alone, without a password")
        alone.help_text = _("The key then asks for your fingerprint, your face or a PIN.")
        alone.initial = True
