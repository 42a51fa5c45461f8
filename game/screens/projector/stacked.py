"""Bars whose names are too long to stand beside them: every name in whole lines above its bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame

from game.screens import theme
from game.screens.charts import Bars

Block = Callable[[str, pygame.Rect, bool], int]
"""Writes a text in lines within a box, bold or not, and returns the y below it."""


def draw_stacked(canvas: pygame.Surface, chart: Bars, box: pygame.Rect, *, pixels: int, block: Block) -> int:
    """`chart` over the width of `box`, its text `pixels` high; the y below it."""
    least, most = chart.span()
    value = max(theme.width_of(bar.written, pixels) for bar in chart.bars)
    y = block(chart.title, box, True)
    for bar in chart.bars:
        y = block(bar.label, pygame.Rect(box.left, y + pixels // 4, box.width, box.height), False)
        alone = Bars("", [replace(bar, label="", written="")], "", ("", ""), least, most)
        step = round(alone.height(pixels) / 2)
        alone.draw(canvas, pygame.Rect(box.left, y - step, box.width - value, 2 * step), pixels=pixels)
        theme.write(canvas, bar.written, (box.right, y + step / 2), pixels=pixels, anchor="midright")
        y += step
    return y


def has_room(chart: Bars, pixels: int, width: int, *, labels: float) -> bool:
    """Whether title and names can stand in one line each, the names in a share `labels` of the width."""
    if theme.width_of(chart.title, pixels, bold=True) > width:
        return False
    return all(theme.width_of(bar.label, pixels) <= labels * width for bar in chart.bars)
