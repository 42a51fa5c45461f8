"""A QR code on a page, dark on white with the quiet margin scanners need, and words beside it."""

from __future__ import annotations

import functools

import pygame
import segno

from game.screens import theme
from game.screens.widgets.lines import line_height, lines
from game.screens.widgets.look import Look
from game.screens.widgets.widget import Size, Widget

SCANNABLE = 900  # letters; more make modules of less than 2 px at 720 lines, which cameras miss
MARGIN = 4  # modules of white round it, ISO/IEC 18004
HIGH = 190  # units it wants
LEAST = 2  # px a module


class Scannable(Widget):
    """`code` as a picture; `words` say what it is."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__()
        self.code, self.text = code, words
        self.box = pygame.Rect(0, 0, 0, 0)

    def measure(self, width: int, look: Look) -> Size:
        """The picture, and its words beside it."""
        high = self._side(width, look)
        return width, max(high, self._told(width - high, look) * line_height(look.text(theme.LABEL)))

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Picture left, words right."""
        super().place(rect, look)
        side = self._side(rect.width, look)
        self.box = pygame.Rect(rect.left, rect.top, side, side)
        step, left = line_height(look.text(theme.LABEL)), self.box.right + look.space(14)
        told = lines(self.text, look.text(theme.LABEL), rect.right - left)
        self.written = [
            (line, pygame.Rect(left, rect.top + nth * step, rect.right - left, step)) for nth, line in enumerate(told)
        ]

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """White ground, dark modules, words."""
        rows = modules(self.code)
        size = self.box.width // (len(rows) + 2 * MARGIN)
        canvas.fill(theme.WHITE, self.box)
        start = (self.box.width - size * len(rows)) // 2
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    at = self.box.left + start + across * size, self.box.top + start + down * size
                    canvas.fill(theme.INK, (*at, size, size))
        for line, place in self.written:
            pixels = look.text(theme.LABEL)
            theme.write(canvas, line, place.midleft, pixels=pixels, ink=theme.MUTED, anchor="midleft")

    def _side(self, width: int, look: Look) -> int:
        """Pixels of its side: what is wanted, but never modules too small to scan."""
        least = LEAST * (len(modules(self.code)) + 2 * MARGIN)
        return min(width, max(look.space(HIGH), least))

    def _told(self, room: int, look: Look) -> int:
        return len(lines(self.text, look.text(theme.LABEL), room - look.space(14)))


@functools.lru_cache(maxsize=4)
def modules(code: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of `code`, a row a tuple, level L: a screen is clean and the code is long."""
    return tuple(tuple(bool(dark) for dark in row) for row in segno.make_qr(code, error="l").matrix)
