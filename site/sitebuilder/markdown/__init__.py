"""The Python-Markdown extension that turns a document's Markdown into its HTML.

It puts the contract's own strict reader in the place of Python-Markdown's parser: what `toolbox check` reads is
what is shown, and no text can become an element that the contract does not know. The site and the CMS preview
both name this one extension.
"""

from __future__ import annotations

from typing import Any

from sitebuilder.markdown.extension import ToolboxExtension


def makeExtension(**config: Any) -> ToolboxExtension:
    """Python-Markdown's door. For the options see `ToolboxExtension`."""
    return ToolboxExtension(**config)
