"""The six shapes that stand for options, on the projector as on the phones."""

from __future__ import annotations

import pygame

from game.screens import sprites
from game.screens.charts import OUTLINES
from game.screens.theme import Colour


def draw_shape(canvas: pygame.Surface, name: str, box: pygame.Rect, ink: Colour) -> None:
    """The shape called `name` in `box`; a disc for the one that is no polygon."""
    size = min(box.size)
    made = sprites.shape(OUTLINES[name], size, ink) if name in OUTLINES else sprites.disc(size // 2, ink, ink)
    sprites.stamp(canvas, made, box.center)
