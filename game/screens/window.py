"""The window: opened, resized, full screen, and closed; drawing goes to its canvas."""

from __future__ import annotations

import os
import sys

import pygame

from game.screens import ScreenError, sprites, theme
from game.screens.kits import HOME_KIT

SMALLEST = (1024, 576)  # px a canvas measures at least; a smaller window shows it shrunk
USUAL = (1280, 720)
NOT_SEEN = {"offscreen"}
"""Drivers SDL falls back to where there is no display; nobody would see anything."""


class Window:
    """A resizable window. `canvas` is what to draw on; `show` brings it to the screen."""

    def __init__(self, title: str, size: tuple[int, int] = USUAL) -> None:
        """Open it; ScreenError, in one line, when there is no display."""
        _need_a_display()
        try:
            pygame.display.set_caption(title)
            pygame.display.set_icon(_icon())
            self.screen = pygame.display.set_mode(_fit(size), pygame.RESIZABLE)
        except pygame.error as error:
            raise _no_display(str(error)) from None
        self.windowed = self.screen.get_size()
        self.full = False
        self.canvas = _canvas(self.screen)

    def resized(self) -> None:
        """Take over the size the window has now."""
        surface = pygame.display.get_surface()
        if surface is None:
            return
        self.screen = surface
        if not self.full:
            self.windowed = surface.get_size()
        self.canvas = _canvas(surface)

    def resize(self, size: tuple[int, int]) -> None:
        """Be `size` px, or as much of it as the desktop has room for; only where the window is not full screen."""
        self.screen = pygame.display.set_mode(_fit(size), pygame.RESIZABLE)
        self.windowed = self.screen.get_size()
        self.canvas = _canvas(self.screen)

    def toggle_full(self) -> None:
        """Fill the screen, or go back to the window there was."""
        if self.full:
            self.full = False
            self.screen = pygame.display.set_mode(self.windowed, pygame.RESIZABLE)
        else:
            self.windowed = self.screen.get_size()
            self.full = True
            desktop = pygame.display.get_desktop_sizes()[0]
            self.screen = pygame.display.set_mode(desktop, pygame.FULLSCREEN)
        self.canvas = _canvas(self.screen)

    def show(self) -> None:
        """Bring the canvas to the screen."""
        if self.canvas is not self.screen:
            self.screen.fill(theme.INK)
            self.screen.blit(pygame.transform.smoothscale(self.canvas, self._place().size), self._place())
        pygame.display.flip()

    def on_canvas(self, pixel: tuple[int, int]) -> tuple[float, float]:
        """Where on the canvas a spot of the screen, such as the mouse, lies."""
        if self.canvas is self.screen:
            return pixel
        place = self._place()
        shrink = self.canvas.get_width() / place.width
        return (pixel[0] - place.left) * shrink, (pixel[1] - place.top) * shrink

    def close(self) -> None:
        """Give the screen back."""
        pygame.display.quit()

    def _place(self) -> pygame.Rect:
        """The part of the screen a shrunk canvas fills, its shape kept."""
        return self.canvas.get_rect().fit(self.screen.get_rect())


def _icon() -> pygame.Surface:
    """The right back, number 2."""
    return sprites.shirt(HOME_KIT, 2, 24)


def _canvas(screen: pygame.Surface) -> pygame.Surface:
    """The screen itself, or a surface of the smallest size to draw on where the screen is smaller."""
    width, height = screen.get_size()
    if width >= SMALLEST[0] and height >= SMALLEST[1]:
        return screen
    return pygame.Surface((max(width, SMALLEST[0]), max(height, SMALLEST[1])), depth=32)


def _fit(size: tuple[int, int]) -> tuple[int, int]:
    """`size`, or what of it the desktop has room for."""
    desktop = pygame.display.get_desktop_sizes()[0]
    return min(size[0], desktop[0]), min(size[1], desktop[1])


def _need_a_display() -> None:
    _ask_x11_only_where_only_x11_is()
    try:
        pygame.display.init()
    except pygame.error as error:
        raise _no_display(str(error)) from None
    driver = pygame.display.get_driver()
    if driver in NOT_SEEN and os.environ.get("SDL_VIDEODRIVER") != driver:
        pygame.display.quit()
        raise _no_display("nothing to show a window on")


def _ask_x11_only_where_only_x11_is() -> None:
    """Keep SDL from trying Wayland where there is none: its library then complains on stderr."""
    if sys.platform == "linux" and os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("SDL_VIDEODRIVER", "x11")


def _no_display(reason: str) -> ScreenError:
    return ScreenError(
        f"no display for a window ({reason}); without one use dilemma bench, or dilemma film --out match.gif"
    )
