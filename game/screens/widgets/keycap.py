"""Keys as they look on the keyboard or the pad, with what they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pygame

from game.screens import theme
from game.screens.widgets.layout import Row
from game.screens.widgets.look import OUTLINE, Look
from game.screens.widgets.widget import Size, Widget

Say = Callable[..., str]
PAD = 6  # units beside a cap's letters
MENU_KEYS: Mapping[str, Sequence[tuple[str, str]]] = {
    "keys": (("↑ ↓ ← →", "move"), ("cap_enter", "choose"), ("cap_escape", "back")),
    "mouse": (("cap_click", "choose"), ("cap_wheel", "scroll"), ("cap_escape", "back")),
    "pad": (("D-pad", "move"), ("A", "choose"), ("B", "back")),
}
"""Caps (letters, or words of shell.toml beginning with cap_) and what they do, after `keys_`."""


class KeyCap(Widget):
    """One or more keys and a word."""

    def __init__(self, cap: str, word: str) -> None:
        super().__init__()
        self.cap, self.word = cap, word
        self.text = f"{cap}: {word}"

    def measure(self, width: int, look: Look) -> Size:
        """Cap and word in one line."""
        pixels = look.text(theme.LABEL)
        cap = self._cap(look)
        word = theme.width_of(self.word, pixels) + look.space(6) if self.word else 0
        return cap + word, round(pixels * 1.6)

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Cap left, word right of it."""
        super().place(rect, look)
        cap = self._cap(look)
        self.written = [(self.cap, pygame.Rect(rect.left, rect.top, cap, rect.height))]
        if self.word:
            wide = theme.width_of(self.word, look.text(theme.LABEL))
            self.written.append((self.word, pygame.Rect(rect.left + cap + look.space(6), rect.top, wide, rect.height)))

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """A cap with a lower edge, as keys have."""
        box = self.written[0][1].inflate(0, -look.space(2))
        pygame.draw.rect(canvas, theme.RAISED, box, border_radius=look.space(4))
        pygame.draw.rect(canvas, OUTLINE, box, width=1, border_radius=look.space(4))
        pixels = look.text(theme.LABEL)
        if self.cap == ARROWS:
            _draw_arrows(canvas, box, pixels)
        else:
            theme.write(canvas, self.cap, box.center, pixels=pixels, bold=True, anchor="center")
        for word, place in self.written[1:]:
            theme.write(canvas, word, place.midleft, pixels=pixels, ink=theme.MUTED, anchor="midleft")

    def _cap(self, look: Look) -> int:
        pixels = look.text(theme.LABEL)
        if self.cap == ARROWS:
            return round(pixels * 4.6)
        return max(theme.width_of(self.cap, pixels, bold=True) + 2 * look.space(PAD), round(pixels * 1.5))


ARROWS = "↑ ↓ ← →"
"""Drawn, since the typeface has no arrows."""


def hints(say: Say, device: str) -> Row:
    """The keys of a menu, for the device used last."""
    caps = [
        KeyCap(say(f"shell.{cap}") if cap.startswith("cap_") else cap, say(f"shell.keys_{word}"))
        for cap, word in MENU_KEYS[device]
    ]
    return Row(caps, gap=20)


def _draw_arrows(canvas: pygame.Surface, box: pygame.Rect, pixels: int) -> None:
    size = pixels * 0.3
    for nth, (x, y) in enumerate(((0, -1), (0, 1), (-1, 0), (1, 0))):
        middle = pygame.Vector2(box.left + box.width * (nth + 0.7) / 4.4, box.centery)
        tip = pygame.Vector2(x, y) * size
        side = pygame.Vector2(-y, x) * size
        pygame.draw.polygon(canvas, theme.TEXT, [middle + tip, middle - tip * 0.7 + side, middle - tip * 0.7 - side])
