"""Those who are seen in the pictures. All of them are made up."""

from __future__ import annotations

from tests.browser.editor import PASSWORD
from tests.browser.installation import Installation

PEOPLE = {
    "kari": ("Kari", "Nordmann", ("Author (nb)", "Publisher")),
    "ola": ("Ola", "Hansen", ("Author (nb)", "Publisher")),
    "amina": ("Amina", "Yusuf", ("Translator (en)", "Translator (uk)")),
    "olena": ("Olena", "Kovalenko", ("Reviewer (en)", "Reviewer (uk)")),
}
"""Sign-in name: first name, last name, groups."""

_MAKE = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

for name, (first, last, groups) in {people!r}.items():
    user = get_user_model().objects.create_user(
        name, f"{{name}}@example.org", {password!r}, first_name=first, last_name=last
    )
    user.groups.set(Group.objects.filter(name__in=groups))
"""


def make_people(installation: Installation) -> None:
    installation.run("manage.py", "shell", "-c", _MAKE.format(people=PEOPLE, password=PASSWORD))
