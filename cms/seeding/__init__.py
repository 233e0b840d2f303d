"""A library of any size, made up by dice, to measure with and to try things in: `manage.py seed`."""
