"""The sentences of the checks, read from ``wording.toml`` beside this file."""

from __future__ import annotations

from pathlib import Path

from exchange.wording import Wording, read_wordings

__all__ = ["WORDINGS", "Wording"]

WORDINGS = read_wordings(Path(__file__).with_name("wording.toml"))
