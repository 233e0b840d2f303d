"""Machine translation, where an installation has chosen a provider: it fills what is missing and decides nothing.

`fill.fill` is the one way a machine's words get into a page. Everything it saves is marked as a machine's until
somebody has approved it, and whatever goes wrong leaves the page as it was.
"""
