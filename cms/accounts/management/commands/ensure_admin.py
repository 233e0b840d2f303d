from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from cms.accounts.first_administrator import create_first_administrator


class Command(BaseCommand):
    help = "Create the first administrator, with a one-time password, unless there is one. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--username", default="admin", help="The name to sign in with (default: admin).")
        parser.add_argument("--email", default="", help="An e-mail address, for a forgotten password.")

    def handle(self, *args: Any, username: str, email: str, **options: Any) -> None:
        try:
            password = create_first_administrator(username=username, email=email)
        except ValueError as error:
            raise CommandError(str(error)) from error
        if password is None:
            self.stdout.write("There is an administrator already; nothing was changed.")
            return
        self.stdout.write(
            f"Sign in at   {settings.WAGTAILADMIN_BASE_URL}{reverse('account_login')}\n"
            f"Name         {username}\n"
            f"Password     {password}\n"
            "This password is shown only now. You choose your own at the first sign-in."
        )
