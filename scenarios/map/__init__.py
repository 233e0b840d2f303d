"""The map of a story: where each choice leads, drawn for editors and for the leader of a group.

`draw_map` makes the picture and `list_map` the same in words, for those who cannot see it.
"""

from scenarios.map.listed import list_map
from scenarios.map.svg import draw_map
from scenarios.map.words import MapWords

__all__ = ["MapWords", "draw_map", "list_map"]
