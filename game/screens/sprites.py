"""Small shapes with smooth edges, drawn once at four times their size and kept."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

import pygame

from game.screens import theme
from game.screens.theme import Colour, Kit

FINER = 4  # times a shape is drawn larger before it is shrunk
HEADINGS = 48  # directions a pointer is kept in


def _large(size: tuple[int, int], edge: Colour) -> pygame.Surface:
    """An empty surface to draw large on; `edge` is the colour its smooth edge fades out in."""
    large = pygame.Surface((size[0] * FINER, size[1] * FINER), pygame.SRCALPHA, 32)
    large.fill((*edge, 0))
    return large


def _shrunk(large: pygame.Surface) -> pygame.Surface:
    width, height = large.get_size()
    return pygame.transform.smoothscale(large, (width // FINER, height // FINER))


OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0, -1.22), (1.22, 0), (0, 1.22), (-1.22, 0)),
    "shield": ((-0.92, -0.9), (0.92, -0.9), (0.92, 0.25), (0, 1.15), (-0.92, 0.25)),
}
"""Corners of angular players, in radii; y points down."""


@functools.lru_cache(maxsize=512)
def shirt(kit: Kit, number: int, radius: int, *, down: bool = False) -> pygame.Surface:
    """A player in his kit's shape, about `radius` px, with his number (none below 0); paler when `down`."""
    size = 2 * round(radius * 1.25) + 3
    large = _large((size, size), kit.rim)
    full = radius * FINER
    rim = max(FINER * radius // 6, FINER)
    _outline(large, kit.shape, kit.rim, full)
    _outline(large, kit.shape, kit.shirt, full - rim)
    small = _shrunk(large)
    if number >= 0:
        digits = theme.lettering(str(number), round(radius * 1.22), kit.number, bold=True)
        ink = digits.get_bounding_rect()
        small.blit(digits, (size // 2 - ink.centerx, size // 2 - ink.centery))
    if down:
        small.set_alpha(130)
    return small


def _outline(large: pygame.Surface, shape: str, ink: Colour, radius: int) -> None:
    """Fill a kit's shape round the middle of `large`."""
    middle = large.get_width() // 2
    if shape in OUTLINES:
        points = [(middle + x * radius, middle + y * radius) for x, y in OUTLINES[shape]]
        pygame.draw.polygon(large, ink, points)
    elif shape == "square":
        side = round(radius * 0.91)
        box = pygame.Rect(middle - side, middle - side, 2 * side, 2 * side)
        pygame.draw.rect(large, ink, box, border_radius=side // 2)
    else:
        pygame.draw.circle(large, ink, (middle, middle), radius)


@functools.lru_cache(maxsize=64)
def disc(radius: int, fill: Colour, rim: Colour, opacity: int = 255) -> pygame.Surface:
    """A plain disc with a thin rim, such as the ball."""
    size = 2 * radius + 3
    large = _large((size, size), rim)
    middle = size * FINER // 2
    pygame.draw.circle(large, (*rim, opacity), (middle, middle), radius * FINER)
    pygame.draw.circle(large, (*fill, opacity), (middle, middle), (radius - 1) * FINER)
    return _shrunk(large)


@functools.lru_cache(maxsize=64)
def ring(radius: int, ink: Colour, thickness: int = 2) -> pygame.Surface:
    """A circle line whose outer edge has `radius` px."""
    size = 2 * radius + 3
    large = _large((size, size), ink)
    middle = size * FINER // 2
    pygame.draw.circle(large, ink, (middle, middle), radius * FINER, thickness * FINER)
    return _shrunk(large)


@functools.lru_cache(maxsize=256)
def pointer(radius: int, heading: int, ink: Colour) -> pygame.Surface:
    """A small triangle just outside a disc of `radius`, towards heading `heading` of HEADINGS (0 is right)."""
    reach = radius + max(5, radius // 2)
    size = 2 * reach + 1
    large = _large((size, size), ink)
    angle = 2 * math.pi * heading / HEADINGS
    middle, tip, foot = size * FINER / 2, reach * FINER, (radius - 1) * FINER
    points = [
        (middle + math.cos(angle + turn) * length, middle - math.sin(angle + turn) * length)
        for turn, length in ((0.0, tip), (0.42, foot), (-0.42, foot))
    ]
    pygame.draw.polygon(large, ink, points)
    return _shrunk(large)


@functools.lru_cache(maxsize=64)
def shape(points: Sequence[tuple[float, float]], size: int, ink: Colour) -> pygame.Surface:
    """A filled polygon; `points` in a square of side 1, `size` its side in px."""
    large = _large((size, size), ink)
    pygame.draw.polygon(large, ink, [(x * size * FINER, y * size * FINER) for x, y in points])
    return _shrunk(large)


CHEVRON = ((0.0, 0.2), (0.5, 0.55), (1.0, 0.2), (1.0, 0.5), (0.5, 0.9), (0.0, 0.5))
"""Points down: stands above the chosen player."""


def stamp(surface: pygame.Surface, sprite: pygame.Surface, centre: tuple[float, float]) -> None:
    """Put `sprite` on `surface`, its middle at `centre`."""
    width, height = sprite.get_size()
    surface.blit(sprite, (round(centre[0] - width / 2), round(centre[1] - height / 2)))


def arrow(
    surface: pygame.Surface,
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    ink: Colour,
    thickness: int,
) -> None:
    """A straight arrow from `start` to `end` in px; nothing when they meet."""
    along, across = end[0] - start[0], end[1] - start[1]
    length = math.hypot(along, across)
    head = min(length, 3.2 * thickness + 5)
    if length < 1:
        return
    ux, uy = along / length, across / length
    neck = (end[0] - ux * head, end[1] - uy * head)
    pygame.draw.line(surface, ink, start, neck, thickness)
    half = head * 0.55
    wings = [(neck[0] - uy * half, neck[1] + ux * half), (neck[0] + uy * half, neck[1] - ux * half)]
    pygame.draw.polygon(surface, ink, [end, *wings])
    pygame.draw.aalines(surface, ink, True, [end, *wings])
