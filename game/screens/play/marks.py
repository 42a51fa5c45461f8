"""What is drawn on the grass for the one who plays: his ring, the space he left, the line of no return, open lanes."""

from __future__ import annotations

import itertools

import pygame

from game.pitch import HALF_LENGTH, HALF_WIDTH
from game.screens import sprites, theme
from game.screens.camera import Camera
from game.screens.draw_players import radius
from game.screens.play.reckoning import Reckoning
from game.screens.scene import Scene

HATCH = 15  # units between two lines of the hatching
DASH, SPACE = 1.8, 1.4  # m
REACH = 16.0  # m beside him the line of no return is drawn
WORTH_NAMING = 6.0  # m, a space narrower than this is drawn without its name
CHEVRONS = 3.2  # m between two chevrons of an open lane
SHOWN_AHEAD = 16.0  # m the chevrons lead at most
AIM, AIMS = 22, 3  # units a chevron before the goal he attacks is wide; how many there are
AIM_FROM = 3.0  # m before that goal the first of them stands
FORWARD = {
    1: ((0.15, 0.0), (0.6, 0.5), (0.15, 1.0), (0.45, 1.0), (0.9, 0.5), (0.45, 0.0)),
    -1: ((0.85, 0.0), (0.4, 0.5), (0.85, 1.0), (0.55, 1.0), (0.1, 0.5), (0.55, 0.0)),
}
"""A chevron pointing right (+1) or left (-1), in a square of side 1."""


def draw_below(
    surface: pygame.Surface,
    camera: Camera,
    scene: Scene,
    told: Reckoning,
    *,
    slot: int,
    attacks: int,
    unit: float,
    line: bool = True,
) -> None:
    """What lies under the players; `line`: the one of no return too."""
    if told.space is not None:
        _space(surface, camera, told.space, unit=unit)
    if told.lane > 0.0:
        _lane(surface, camera, (scene.x[slot], scene.y[slot]), told.lane, attacks=attacks, unit=unit)
    if line:
        _line(surface, camera, told, unit=unit)


def draw_you(
    surface: pygame.Surface,
    camera: Camera,
    scene: Scene,
    *,
    slot: int,
    pushing: bool,
    unit: float,
    attacks: int = 1,
) -> None:
    """A white ring, and over him the shield of who stays or the arrow of who pushes, pointing where he `attacks`."""
    size = radius(camera, unit)
    x, y = camera.screen(scene.x[slot], scene.y[slot])
    ring = sprites.ring(size + max(4, size // 2), theme.WHITE, max(2, size // 4))
    sprites.stamp(surface, ring, (x, y))
    name, ink = ("arrow", theme.AMBER) if pushing else ("shield", theme.SKY)
    outline = ICONS["arrow_left" if pushing and attacks < 0 else name]
    above = x, y - size * 2.7
    sprites.stamp(surface, sprites.shape(outline, round(size * 2.2), theme.PLATE), above)
    sprites.stamp(surface, sprites.shape(outline, round(size * 1.6), ink), above)


def draw_aim(surface: pygame.Surface, camera: Camera, *, attacks: int, unit: float) -> tuple[int, int]:
    """Chevrons before the goal he attacks, or at the edge of the picture nearest it; the middle of its name's top."""
    size, step = round(AIM * unit), round(1.1 * AIM * unit)
    stage = camera.stage.inflate(-2 * size, -4 * size)
    x, y = camera.screen(attacks * (HALF_LENGTH - AIM_FROM), 0.0)
    x, y = min(max(x, stage.left), stage.right), min(max(y, stage.top), stage.bottom)
    chevron = sprites.shape(FORWARD[attacks], size, theme.WHITE)
    for nth in range(AIMS):
        sprites.stamp(surface, chevron, (x - attacks * nth * step, y))
    return x, y + size


def draw_ghost(surface: pygame.Surface, camera: Camera, at: tuple[float, float], *, letter: str, unit: float) -> None:
    """Where he was in another run: a thin dotted ring with a small letter."""
    size = radius(camera, unit)
    x, y = camera.screen(*at)
    sprites.stamp(surface, sprites.disc(size, theme.WHITE, theme.WHITE, 70), (x, y))
    theme.write(surface, letter, (x, y), pixels=max(11, size * 1.1), ink=theme.INK, bold=True, anchor="center")


def labels(
    told: Reckoning, camera: Camera, unit: float, *, line: bool = True
) -> list[tuple[str, tuple[int, int], str]]:
    """Words to stand on the grass: their key, where (px), and by which anchor."""
    found = []
    if told.space is not None and min(told.space[1] - told.space[0], told.space[3] - told.space[2]) > WORTH_NAMING:
        left, right, low, high = told.space
        found.append(("match.space_left", camera.screen((left + right) / 2, (low + high) / 2), "center"))
    x, y = camera.screen(told.no_way_back, max(-HALF_WIDTH, told.line_y - REACH))
    if line and camera.stage.left < x < camera.stage.right:
        found.append(("match.no_way_back", (x, min(y, camera.stage.bottom - round(90 * unit))), "midtop"))
    return found


def _space(surface: pygame.Surface, camera: Camera, space: tuple[float, float, float, float], *, unit: float) -> None:
    """Dark hatching inside a white edge: it reads on grass for every eye."""
    left, right, low, high = space
    x0, y0 = camera.screen(left, high)
    x1, y1 = camera.screen(right, low)
    box = pygame.Rect(x0, y0, x1 - x0, y1 - y0)
    shown = box.clip(surface.get_clip())
    if shown.width < 4 or shown.height < 4:
        return
    clip = surface.get_clip()
    surface.set_clip(shown)
    gap, width = max(8, round(HATCH * unit)), max(2, round(2.4 * unit))
    for offset in range(box.left - box.height, box.right, gap):
        pygame.draw.line(surface, theme.PLATE, (offset, box.bottom), (offset + box.height, box.top), width)
    pygame.draw.rect(surface, theme.LINE, box, max(1, round(1.6 * unit)))
    surface.set_clip(clip)


def _lane(
    surface: pygame.Surface, camera: Camera, at: tuple[float, float], room: float, *, attacks: int, unit: float
) -> None:
    """Chevrons ahead of him as far as the way is free."""
    size = max(9, round(13 * unit))
    chevron = sprites.shape(FORWARD[attacks], size, theme.LINE)
    ahead = CHEVRONS
    while ahead < min(room - 2.0, SHOWN_AHEAD):
        sprites.stamp(surface, chevron, camera.screen(at[0] + attacks * ahead, at[1]))
        ahead += CHEVRONS


def _line(surface: pygame.Surface, camera: Camera, told: Reckoning, *, unit: float) -> None:
    """A dashed line across his part of the pitch."""
    low, high = max(-HALF_WIDTH, told.line_y - REACH), min(HALF_WIDTH, told.line_y + REACH)
    width = max(2, round(2.4 * unit))
    steps = [low + nth * (DASH + SPACE) for nth in range(int((high - low) / (DASH + SPACE)) + 1)]
    for start, end in zip(steps, (min(step + DASH, high) for step in steps), strict=True):
        one, other = camera.screen(told.no_way_back, start), camera.screen(told.no_way_back, end)
        pygame.draw.line(surface, theme.PLATE, one, other, width + 2)
        pygame.draw.line(surface, theme.WHITE, one, other, width)


def icon(surface: pygame.Surface, name: str, box: pygame.Rect, ink: theme.Colour) -> None:
    """One of the HUD's shapes inside `box`: shield, arrow, triangle, up, down."""
    points = ICONS[name]
    corners = [(box.left + x * box.width, box.top + y * box.height) for x, y in points]
    pygame.draw.polygon(surface, ink, corners)
    for start, end in itertools.pairwise((*corners, corners[0])):
        pygame.draw.aaline(surface, ink, start, end)


ICONS = {
    "shield": ((0.1, 0.05), (0.9, 0.05), (0.9, 0.55), (0.5, 1.0), (0.1, 0.55)),
    "arrow": ((0.0, 0.35), (0.5, 0.35), (0.5, 0.05), (1.0, 0.5), (0.5, 0.95), (0.5, 0.65), (0.0, 0.65)),
    "arrow_left": ((1.0, 0.35), (0.5, 0.35), (0.5, 0.05), (0.0, 0.5), (0.5, 0.95), (0.5, 0.65), (1.0, 0.65)),
    "triangle": ((0.5, 0.05), (1.0, 0.95), (0.0, 0.95)),
    "up": ((0.5, 0.1), (1.0, 0.8), (0.0, 0.8)),
    "down": ((0.0, 0.2), (1.0, 0.2), (0.5, 0.9)),
}
"""Corners in a square of side 1."""
