"""What every widget is: a rectangle with a text, that can be measured, placed, drawn, and perhaps chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.screens.widgets.look import Look

Size = tuple[int, int]


class Widget:
    """One thing on a page. `rect` and `written` are known after it was placed; `text` is what a reader would say."""

    text: str = ""
    focusable: bool = False
    grows: bool = False
    """Takes what room is left over in a row."""

    def __init__(self) -> None:
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.written: list[tuple[str, pygame.Rect]] = []
        """Texts and where they stand, for tests and readers."""

    def measure(self, width: int, look: Look) -> Size:
        """The size wanted where at most `width` pixels across are to be had."""
        raise NotImplementedError

    def place(self, rect: pygame.Rect, look: Look) -> None:
        """Take `rect`."""
        self.rect = pygame.Rect(rect)

    def draw(self, canvas: pygame.Surface, look: Look, focus: Widget | None) -> None:
        """Draw it; `focus` is the widget that has the focus."""

    def parts(self) -> Iterator[Widget]:
        """The widgets a person sees in it, itself where it holds none."""
        yield self

    def choose(self) -> None:
        """Enter, Space, South, or a click."""

    def shift(self, step: int) -> bool:
        """Left (-1) or right (1) while focused; whether that meant anything."""
        return False

    def press(self, spot: tuple[float, float]) -> None:
        """A click at `spot` of the canvas."""
        self.choose()

    def drag(self, spot: tuple[float, float]) -> bool:
        """The mouse moved to `spot` with the button down since `press`; whether that meant anything."""
        return False

    def type(self, event: pygame.event.Event) -> bool:
        """A key while focused; whether it was taken."""
        return False
