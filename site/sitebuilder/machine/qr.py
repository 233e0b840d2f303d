"""QR codes: the address of a page for the camera of another phone, and for paper."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import segno

from sitebuilder.contract.tree import link_file, replace_file

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks for."""

MASK = 2
"""One of the eight patterns a code may be laid over with. Every reader reads all of them; trying each to find the
best takes four times as long."""

_DRAWN = "1"
"""Part of the name a code is kept under. To be raised when codes are drawn differently."""


def qr_svg(address: str) -> bytes:
    """The code as SVG, black on white and without a size. About 15 % of it may be dirty or torn."""
    made = segno.make(address, micro=False, error="m", boost_error=False, mask=MASK)
    file = BytesIO()
    made.save(file, kind="svg", border=QUIET, light="#fff", xmldecl=False, omitsize=True, svgclass=None, lineclass=None)
    return file.getvalue()


def put_qr(address: str, target: Path, kept: Path | None = None) -> None:
    """Writes the code to ``target``; with the folder ``kept`` no code is drawn twice."""
    if kept is None:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(qr_svg(address))
        return
    drawn = kept / f"{hashlib.sha256(f'{_DRAWN} {address}'.encode()).hexdigest()[:32]}.svg"
    if not drawn.exists():
        replace_file(drawn, qr_svg(address))
    link_file(drawn, target)
