"""A translator's day: what is asked for, the words there were before, files out and in, two people at one page."""
