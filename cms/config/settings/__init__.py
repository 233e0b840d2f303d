"""Settings, one file per concern. What differs between places comes from the environment (see ``env.py``)."""

# ruff: noqa: F403, I001 — names are handed on, and in this order: accounts adds to the apps and middleware of base.
from cms.config.settings.base import *
from cms.config.settings.accounts import *
from cms.config.settings.languages import *
from cms.config.settings.library import *
from cms.config.settings.publishing import *
from cms.config.settings.translator import *
