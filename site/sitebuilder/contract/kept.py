"""How much a long-running process remembers of the documents it has read and written."""

KEPT = 8_192
"""Documents. A publish changes one page; what is said of the others is known from the publish before."""
