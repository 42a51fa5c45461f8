"""The QR code a class joins by: dark on white, with the quiet margin scanners need."""

from __future__ import annotations

import io

import segno

MODULE = 12  # px at 1080p: from the back of a room 8 px fail and 12 are read (design notes, C5)
MARGIN = 4  # modules


def qr_rows(address: str) -> list[str]:
    """The code's modules, a row a text of 0 and 1, without margin."""
    return ["".join("1" if dark else "0" for dark in row) for row in _made(address).matrix]


def qr_svg(address: str) -> str:
    """The code as SVG, `MODULE` px a module."""
    written = io.BytesIO()
    _made(address).save(written, kind="svg", scale=MODULE, border=MARGIN, light="#fff", xmldecl=False)
    return written.getvalue().decode()


def _made(address: str) -> segno.QRCode:
    """The code of `address`, level M."""
    return segno.make_qr(address, error="m", boost_error=False)
