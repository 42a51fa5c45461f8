"""A block of text, and a gap."""

from __future__ import annotations

import pygame

from game.screens import theme
from game.screens.theme import Colour
from game.screens.widgets.lines import line_height, lines, widest
from game.screens.widgets.look import Look
from game.screens.widgets.widget import Size, Widget


class Words(Widget):
    """Text in as many lines as it needs."""

    def __init__(
        self,
        text: str,
        *,
        size: float = theme.BODY,
        ink: Colour = theme.TEXT,
        bold: bool = False,
        align: str = "left",
        grows: bool = False,
    ) -> None:
        """`size` in units; `align` is left, center or right."""
        super().__init__()
        self.text = text
        self.size, self.ink, self.bold, self.align, self.grows = size, ink, bold, align, grows

    def measure(self, width: int, look: Look) -> Size:
        """As wide as its widest line."""
        pixels = look.text(self.size)
        broken = lines(self.text, pixels, width, bold=self.bold)
        return widest(broken, pixels, bold=self.bold), line_height(pixels) * len(broken)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Break into lines."""
        super().place(rect, look)
        pixels = look.text(self.size)
        step = line_height(pixels)
        self.written = []
        for nth, line in enumerate(lines(self.text, pixels, rect.width, bold=self.bold)):
            wide = theme.width_of(line, pixels, bold=self.bold)
            left = {"left": 0, "center": (rect.width - wide) // 2, "right": rect.width - wide}[self.align]
            self.written.append((line, pygame.Rect(rect.left + left, rect.top + nth * step, wide, step)))

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Write it."""
        for line, place in self.written:
            theme.write(
                canvas, line, place.midleft, pixels=look.text(self.size), ink=self.ink, bold=self.bold, anchor="midleft"
            )


def title(text: str) -> Words:
    """A page's heading."""
    return Words(text, size=30, bold=True)


def heading(text: str) -> Words:
    """A heading within a page."""
    return Words(text, size=theme.BODY + 1, bold=True, ink=theme.AMBER)


def note(text: str) -> Words:
    """Something said aside."""
    return Words(text, size=theme.LABEL, ink=theme.MUTED)


class Gap(Widget):
    """Room, in units."""

    def __init__(self, units: float = 8, *, grows: bool = False) -> None:
        super().__init__()
        self.units, self.grows = units, grows

    def measure(self, width: int, look: Look) -> Size:
        """That much both ways."""
        return look.space(self.units), look.space(self.units)
