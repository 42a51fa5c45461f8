"""The teacher's keys: what each does, and the page that lists them."""

from __future__ import annotations

import pygame

from game.screens import theme
from game.screens.projector.brush import LARGE, TEXT, Brush, below

LISTED = ("space", "lock", "reveal", "hands", "pause", "again", "blank", "undo", "size", "language", "mute", "full",
          "leave")  # fmt: skip
PLAIN = {pygame.K_l: "lock", pygame.K_e: "reveal"}
PRESSES = {
    pygame.K_SPACE: "on",
    pygame.K_p: "pause",
    pygame.K_r: "again",
    pygame.K_F1: "keys",
    pygame.K_t: "language",
    **dict.fromkeys((pygame.K_PLUS, pygame.K_KP_PLUS, pygame.K_EQUALS), "larger"),
    **dict.fromkeys((pygame.K_MINUS, pygame.K_KP_MINUS), "smaller"),
}
"""Keys the console has too, by the name it sends."""
TWICE = (pygame.K_z, pygame.K_ESCAPE)


def draw_keys(brush: Brush, box: pygame.Rect) -> None:
    """Key and deed, a line each."""

    def page(each: Brush, place: pygame.Rect) -> int:
        y = each.block(each.say("projector.keys_title"), place, LARGE, bold=True) + each.space(8)
        names = [each.say(f"projector.key_{name}") for name in LISTED]
        left = max(theme.width_of(name, each.px(TEXT + 3), bold=True) for name in names) + each.space(24)
        for name, key in zip(names, LISTED, strict=True):
            each.block(name, below(place, y), TEXT + 3, bold=True)
            deed = pygame.Rect(place.left + left, y, place.width - left, 1)
            y = each.block(each.say(f"projector.does_{key}"), deed, TEXT + 3)
        return y

    brush.fitted(page, box)
