"""A bar that fills."""

from __future__ import annotations

import pygame

from game.screens import theme
from game.screens.widgets.look import OUTLINE, SHADE, Look
from game.screens.widgets.widget import Size, Widget

HIGH = 10  # units


class Progress(Widget):
    """`share` of it, 0 to 1."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.text = f"{round(share * 100)} %"

    def measure(self, width: int, look: Look) -> Size:
        """All the width."""
        return width, look.space(HIGH)

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Track, and what is done of it."""
        corner = self.rect.height // 2
        pygame.draw.rect(canvas, SHADE, self.rect, border_radius=corner)
        done = pygame.Rect(self.rect)
        done.width = max(self.rect.height, round(self.rect.width * self.share))
        pygame.draw.rect(canvas, theme.AMBER, done, border_radius=corner)
        pygame.draw.rect(canvas, OUTLINE, self.rect, width=1, border_radius=corner)
