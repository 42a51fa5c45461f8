"""Hands counted by eye, typed on the projector: a number an option."""

from __future__ import annotations

from typing import Any

import pygame

from game.screens import theme
from game.screens.projector.asking import ink_of
from game.screens.projector.brush import TEXT, Brush
from game.screens.projector.shapes import draw_shape

MOST = 3  # digits
DONE = (pygame.K_RETURN, pygame.K_KP_ENTER)
ON = (pygame.K_TAB, pygame.K_RIGHT, pygame.K_DOWN)
BACK = (pygame.K_LEFT, pygame.K_UP)


class Hands:
    """The counts being typed for one question with buttons."""

    def __init__(self, question: dict[str, Any]) -> None:
        self.question = question
        self.typed = [str(each or "") for each in question["hands"] or [0] * len(question["options"])]
        self.at = 0
        self._arrived = True  # at this number: the first digit takes its place, as in a spreadsheet

    @property
    def counts(self) -> list[int]:
        """As they stand."""
        return [int(each or "0") for each in self.typed]

    def take(self, event: pygame.event.Event) -> str:
        """A key: digits, another option, `done` or `left`; empty while they are being typed."""
        letter = getattr(event, "unicode", "") or (chr(event.key) if 48 <= event.key < 58 else "")
        if event.key == pygame.K_ESCAPE:
            return "left"
        if event.key in DONE:
            return "done"
        if event.key in ON or event.key in BACK:
            self.at = (self.at + (1 if event.key in ON else -1)) % len(self.typed)
            self._arrived = True
        elif event.key == pygame.K_BACKSPACE:
            self.typed[self.at] = self.typed[self.at][:-1]
            self._arrived = False
        elif letter.isascii() and letter.isdecimal():
            before = "" if self._arrived else self.typed[self.at]
            self._arrived = False
            if len(before) < MOST:
                self.typed[self.at] = (before + letter).lstrip("0")
        return ""

    def draw(self, brush: Brush, box: pygame.Rect) -> None:
        """One row over the foot of the page: shape, word, number; the one being typed is framed."""
        brush.canvas.fill(theme.RAISED, box)
        width = box.width // len(self.typed)
        for nth, (option, typed) in enumerate(zip(self.question["options"], self.typed, strict=True)):
            place = pygame.Rect(box.left + nth * width, box.top, width, box.height).inflate(-brush.space(10), 0)
            size = brush.px(TEXT)
            at = pygame.Rect(place.left + size // 2, place.centery - size // 2, size, size)
            draw_shape(brush.canvas, option["shape"], at, ink_of(option["shape"]))
            said = theme.fitted(brush.words(option["text"]), size, place.width - 5.2 * size)
            left = (at.right + size // 2, place.centery)
            theme.write(brush.canvas, said, left, pixels=size, anchor="midleft")
            field = pygame.Rect(place.right - round(3.0 * size), place.top + size // 3, round(2.6 * size), 0)
            field.height = place.height - 2 * (size // 3)
            brush.canvas.fill(theme.INK, field)
            pygame.draw.rect(brush.canvas, theme.WHITE if nth == self.at else theme.MUTED, field, 3)
            theme.write(brush.canvas, typed or "0", field.center, pixels=size, bold=True, anchor="center")
