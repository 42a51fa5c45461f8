"""A pair of kits, as they look on the grass."""

from __future__ import annotations

import pygame

from game.screens import sprites, theme
from game.screens.theme import Kit
from game.screens.widgets.look import Look
from game.screens.widgets.widget import Size, Widget

HIGH = 58  # units
NUMBERS = (2, 4, 9)


class Swatches(Widget):
    """Three shirts of either side on a piece of pitch."""

    def __init__(self, home: Kit, away: Kit) -> None:
        super().__init__()
        self.kits = home, away

    def measure(self, width: int, look: Look) -> Size:
        """All the width."""
        return width, look.space(HIGH)

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Home left, away right."""
        pygame.draw.rect(canvas, theme.TURF, self.rect, border_radius=look.space(6))
        step = self.rect.width / (2 * len(NUMBERS) + 1)
        for side, kit in enumerate(self.kits):
            for nth, number in enumerate(NUMBERS):
                shirt = sprites.shirt(kit, number, look.space(15))
                place = self.rect.left + step * (0.8 + nth + side * (len(NUMBERS) + 0.4))
                canvas.blit(shirt, shirt.get_rect(center=(round(place), self.rect.centery)))
