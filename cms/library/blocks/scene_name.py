"""The field that says where a choice leads: picked from the scenes of the form, kept as a name of one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter


class SceneNameInput(forms.TextInput):
    """A line of text. Its script puts a list of the scenes in its place, those among them that are not saved yet."""


class SceneNameAdapter(WidgetAdapter):
    js_constructor = "toolbox.SceneName"

    def js_args(self, widget: forms.Widget) -> list[Any]:
        words = {
            "choose": _("Choose a scene"),
            "unnamed": _("Scene without a title"),
            "gone": _("No such scene: %(name)s"),
            "gone_block": _("A scene that is gone"),
            "scene": _("New scene …"),
            "ending": _("New ending …"),
        }
        return [*super().js_args(widget), words]

    @cached_property
    def media(self) -> forms.Media:
        return forms.Media(js=["wagtailadmin/js/telepath/widgets.js", "library/scene-name.js"])


register(SceneNameAdapter(), SceneNameInput)
