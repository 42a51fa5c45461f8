"""The six shapes that stand for options, on the projector as on the phones."""

from __future__ import annotations

import pygame

from game.screens import charts, sprites
from game.screens.theme import Colour

POLYGONS = {
    "shield": charts.SHIELD,
    "arrow": charts.ARROW,
    "triangle": charts.TRIANGLE,
    "square": ((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)),
    "diamond": ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
}


def draw_shape(canvas: pygame.Surface, name: str, box: pygame.Rect, ink: Colour) -> None:
    """The shape called `name` in `box`; a disc for the one that is no polygon."""
    size = min(box.size)
    made = sprites.shape(POLYGONS[name], size, ink) if name in POLYGONS else sprites.disc(size // 2, ink, ink)
    sprites.stamp(canvas, made, box.center)
