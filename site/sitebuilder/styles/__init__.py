"""The styles of the site: ours, and of Material's the part our pages use. See `read_styles`."""

from sitebuilder.styles.sheet import ORDER, OWN, PAPER, Styles, read_styles

__all__ = ["ORDER", "OWN", "PAPER", "Styles", "read_styles"]
