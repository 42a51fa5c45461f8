"""Short messages over any page: something kept, something damaged, a pad pulled out."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from game.screens import theme
from game.screens.widgets.lines import line_height, lines, widest
from game.screens.widgets.look import Look

STAYS = 6.0  # s
A_LETTER = 0.06  # s more a letter, so that long ones can be read
MOST = 3  # at a time


@dataclass
class Notices:
    """What is being said, oldest first, with the seconds left."""

    said: list[tuple[str, float]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Say `text`, once."""
        self.said = [each for each in self.said if each[0] != text][1 - MOST :]
        self.said.append((text, STAYS + A_LETTER * len(text)))

    def passed(self, seconds: float) -> bool:
        """Let time pass; whether one of them has gone."""
        before = len(self.said)
        self.said = [(text, left - seconds) for text, left in self.said if left > seconds]
        return len(self.said) != before


def draw_notices(canvas: pygame.Surface, notices: Notices, look: Look, *, foot: float = 0.0) -> list[pygame.Rect]:
    """Draw them from the bottom up, above the page's own `foot` (share of the height); their boxes."""
    pixels, pad = look.text(theme.LABEL), look.space(12)
    bottom, boxes = round(canvas.get_height() * (1.0 - foot)) - look.space(14), []
    for text, _ in reversed(notices.said):
        broken = lines(text, pixels, round(canvas.get_width() * 0.8))
        step = line_height(pixels)
        box = pygame.Rect(0, 0, widest(broken, pixels) + 2 * pad, step * len(broken) + pad)
        box.midbottom = (canvas.get_width() // 2, bottom)
        pygame.draw.rect(canvas, theme.PLATE, box, border_radius=look.space(8))
        pygame.draw.rect(canvas, theme.AMBER, box, width=look.space(1.5), border_radius=look.space(8))
        for nth, line in enumerate(broken):
            theme.write(canvas, line, (box.centerx, box.top + pad // 2 + nth * step), pixels=pixels, anchor="midtop")
        boxes.append(box)
        bottom = box.top - look.space(6)
    return boxes
