"""Bringing a live release to where it is served from: nothing, a Git remote, or a host's build hook."""
