"""Wagtail's views for users, with our roles in place of its groups."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet

from cms.accounts.role_table import group_title


class RolesField(ModelMultipleChoiceField):
    """Groups, shown as the roles they are."""

    widget = CheckboxSelectMultiple

    def label_from_instance(self, obj: Group) -> str:
        return group_title(obj.name)


class _Roles:
    """What both forms change in Wagtail's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"] = RolesField(
            Group.objects.order_by("name"),
            required=False,
            initial=self.fields["groups"].initial,
            label=_("Roles"),
            help_text=_("A person may have several. Authors, translators and reviewers have one for each language."),
        )
        if "is_superuser" in self.fields:
            self.fields["is_superuser"].label = _("Full access")
            self.fields["is_superuser"].help_text = _("May do everything, past every role. For one or two people.")


class PersonCreationForm(_Roles, UserCreationForm):
    pass


class PersonEditForm(_Roles, UserEditForm):
    pass


class PeopleViewSet(UserViewSet):
    """The list of people, and the forms an administrator makes and changes them with."""

    def get_form_class(self, for_update: bool = False) -> type[_Roles]:
        return PersonEditForm if for_update else PersonCreationForm
