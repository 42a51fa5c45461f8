"""A button, and the frame every widget that can be chosen is drawn in."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.screens import theme
from game.screens.theme import Colour
from game.screens.widgets.lines import line_height, lines, widest
from game.screens.widgets.look import FOCUS, OUTLINE, Look
from game.screens.widgets.widget import Size, Widget

Deed = Callable[[], object]
CORNER = 7  # units


def frame(
    canvas: pygame.Surface, rect: pygame.Rect, look: Look, *, ink: Colour, focused: bool, edge: Colour = OUTLINE
) -> None:
    """A plate with rounded corners; a thick white ring and a lighter plate say that it has the focus."""
    corner = look.space(CORNER)
    pygame.draw.rect(canvas, ink, rect, border_radius=corner)
    if focused:
        pygame.draw.rect(canvas, FOCUS, rect, width=look.space(3), border_radius=corner)
    else:
        pygame.draw.rect(canvas, edge, rect, width=1, border_radius=corner)


class Button(Widget):
    """Words on a plate; `on_choose` is called when it is chosen."""

    focusable = True

    def __init__(
        self,
        text: str,
        on_choose: Deed,
        *,
        main: bool = False,
        small: bool = False,
        grows: bool = False,
        on: bool = False,
        align: str = "center",
        name: str = "",
    ) -> None:
        """`main` is the one thing most people want here; `on` marks the one chosen of several.

        `name` finds it again when the page is built anew.
        """
        super().__init__()
        self.text, self.on_choose = text, on_choose
        self.main, self.small, self.grows, self.on, self.align = main, small, grows, on, align
        self.name = name or text

    def measure(self, width: int, look: Look) -> Size:
        """Words and room round them."""
        pixels, across, down = self._sizes(look)
        broken = lines(self.text, pixels, width - 2 * across, bold=True)
        return widest(broken, pixels, bold=True) + 2 * across, line_height(pixels) * len(broken) + 2 * down

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Words in the middle."""
        super().place(rect, look)
        pixels, across, _ = self._sizes(look)
        broken = lines(self.text, pixels, rect.width - 2 * across, bold=True)
        step = line_height(pixels)
        top = rect.top + (rect.height - step * len(broken)) // 2
        self.written = []
        for nth, line in enumerate(broken):
            wide = theme.width_of(line, pixels, bold=True)
            left = rect.left + (across if self.align == "left" else (rect.width - wide) // 2)
            self.written.append((line, pygame.Rect(left, top + nth * step, wide, step)))

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Plate and words."""
        plate, ink = (theme.AMBER, theme.INK) if self.main else (theme.RAISED, theme.TEXT)
        edge = theme.AMBER if self.on else OUTLINE
        frame(canvas, self.rect, look, ink=plate, focused=focus is self, edge=edge)
        if self.on:
            bar = pygame.Rect(self.rect.left, self.rect.top, look.space(5), self.rect.height)
            pygame.draw.rect(canvas, theme.AMBER, bar, border_radius=look.space(3))
        if self.main and focus is self:
            inner = self.rect.inflate(-look.space(8), -look.space(8))
            pygame.draw.rect(canvas, theme.INK, inner, width=look.space(2), border_radius=look.space(4))
        for line, place in self.written:
            theme.write(canvas, line, place.midleft, pixels=self._sizes(look)[0], ink=ink, bold=True, anchor="midleft")

    def choose(self) -> None:
        """Do it."""
        self.on_choose()

    def _sizes(self, look: Look) -> tuple[int, int, int]:
        """Pixels of text, of room beside and above it."""
        if self.small:
            return look.text(theme.LABEL), look.space(11), look.space(6)
        return look.text(theme.BODY), look.space(18), look.space(10)
