"""Settings → Locales: a row for each language there are texts in.

Wagtail-localize's own pages, but a row does not change its language, for all texts would follow it there; it does not
copy another language's pages, for copies would be live; and it is removed only while nothing is written in it.
"""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail_localize.locales import views as localize
from wagtail_localize.locales.forms import LocaleForm

from cms.languages.removal import reason_to_stay


class RowForm(LocaleForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, row = self.fields["language_code"], self.instance
        if row.pk:
            field.disabled = True
            field.choices = [(row.language_code, str(row))]
            field.help_text = _("A row keeps its language. Add another row for another language.")
        elif field.choices:
            field.help_text = _("Its home page, its sections and its roles are made at once.")
        else:
            field.help_text = _(
                "Every language that has a file of words in site/languages/ is here already. How to make such a file "
                "stands in docs/add-a-language.md."
            )


class _WithoutCopying:
    def get_components(self) -> localize.ComponentManager:
        return localize.ComponentManager([])


class AddRow(_WithoutCopying, localize.CreateView):
    pass


class EditRow(_WithoutCopying, localize.EditView):
    pass


class RemoveRow(localize.DeleteView):
    confirmation_message = _("Nothing is written in this language. Its empty home page and sections go with it.")

    @property
    def cannot_delete_message(self) -> str | Promise:
        return reason_to_stay(self.get_object())

    def can_delete(self, locale: Any) -> bool:
        return not reason_to_stay(locale)


class RowViewSet(localize.LocaleViewSet):
    add_view_class = AddRow
    edit_view_class = EditRow
    delete_view_class = RemoveRow

    def get_form_class(self, for_update: bool = False) -> type[RowForm]:
        return RowForm
