"""A field that holds the ids of things that never change their id: topics, help boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst

Choices = Callable[[], list[tuple[str, str]]]


class KeyListField(models.JSONField):
    """A list of ids in the order they were given, chosen by ticking boxes.

    Ids instead of relations: a translation shares them with its original, and a revision keeps them as they were.
    """

    def __init__(self, *args: Any, offered: Choices | None = None, **kwargs: Any) -> None:
        self.offered = offered
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs.pop("encoder", None)
        return KeysField(
            offered=self.offered or list,
            required=not self.blank,
            label=capfirst(self.verbose_name),  # As Django names every other field in a form.
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class KeysField(forms.MultipleChoiceField):
    """Ticked ids as a list. What was ticked before keeps its order, what is new comes last."""

    def __init__(self, *, offered: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._offered = offered

    def __deepcopy__(self, memo: dict[int, Any]) -> KeysField:
        """Each form asks once what there is to choose from."""
        field: KeysField = super().__deepcopy__(memo)
        field.choices = self._offered()
        return field

    def clean(self, value: Any) -> list[str]:
        return list(super().clean(value))

    def has_changed(self, initial: Sequence[str] | None, data: Sequence[str] | None) -> bool:
        return set(initial or ()) != set(data or ())


def keep_order(before: Sequence[str], ticked: Sequence[str]) -> list[str]:
    """The ticked ids, those of ``before`` first and in their order."""
    return [key for key in before if key in ticked] + [key for key in ticked if key not in before]
