"""The reader's site: the content contract, and the way from ``content/`` to ``public/``.

Knows neither Django nor a database: this is what a static host's build machine runs.
"""
