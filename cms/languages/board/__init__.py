"""The board: where every document stands in every language, what helps most readers first, one click to the work."""
