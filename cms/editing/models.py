"""What editors are helped by, as far as it is kept in the database."""

from cms.editing.external_links.models import ExternalLink, LinkException, LinkPlace, LinkRound

__all__ = ["ExternalLink", "LinkException", "LinkPlace", "LinkRound"]
