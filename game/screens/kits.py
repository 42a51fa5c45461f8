"""The four pairs of kits: a light shirt on a disc against a dark one on a square, apart in lightness for every eye."""

from __future__ import annotations

from game.screens import theme
from game.screens.theme import Kit

HOME_KIT = Kit((0xFF, 0xD2, 0x3F), theme.INK, theme.INK, "disc")
AWAY_KIT = Kit((0x2A, 0x1B, 0x52), theme.WHITE, theme.WHITE, "square")

PAIRS: tuple[tuple[str, Kit, Kit], ...] = (
    ("amber_indigo", HOME_KIT, AWAY_KIT),
    (
        "white_black",
        Kit((0xF4, 0xF7, 0xFA), theme.INK, theme.INK),
        Kit((0x10, 0x12, 0x16), theme.WHITE, theme.WHITE, "square"),
    ),
    (
        "sky_maroon",
        Kit((0x8F, 0xD3, 0xFF), theme.INK, theme.INK),
        Kit((0x5A, 0x0F, 0x1E), theme.WHITE, theme.WHITE, "square"),
    ),
    (
        "peach_navy",
        Kit((0xFF, 0xC9, 0xA3), theme.INK, theme.INK),
        Kit((0x0B, 0x1F, 0x4B), theme.WHITE, theme.WHITE, "square"),
    ),
)
"""Name (a word of shell.toml after `kits_`), the person's side, the rivals; Settings.kits is the index."""
