"""What is said about the exchange of a story, in the words of this room and of `exchange`."""

from __future__ import annotations

from pathlib import Path

from exchange.remark import WORDINGS, Remark, remark_in
from exchange.wording import read_wordings

EXCHANGE_WORDINGS = WORDINGS | read_wordings(Path(__file__).with_name("wording.toml"))


def remark(wording: str, *, line: int = 0, where: str = "", **values: object) -> Remark:
    """A remark about a story on its way."""
    return remark_in(EXCHANGE_WORDINGS, wording, line, where, values)
