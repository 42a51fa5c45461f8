"""The ball, its shadow on the grass below it, and the way it has come."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.screens import sprites, theme
from game.screens.camera import Camera
from game.screens.draw_players import radius
from game.screens.scene import Scene
from game.state import NOBODY

SMALLEST = 5.2  # units, radius of the ball seen from afar
BODY = 0.3  # m, radius seen close: larger than life
RISE = 0.75  # m up the screen for a metre of height
GROWTH = 0.05  # larger by this share a metre of height
TALLEST = 14.0  # m, no ball is drawn larger than at this height


def draw_trail(
    surface: pygame.Surface,
    camera: Camera,
    trail: Sequence[tuple[float, float, float]],
    *,
    unit: float,
) -> None:
    """The ball's last places, fading; `trail` (n, 3) m, oldest first."""
    count = len(trail)
    for nth, (x, y, z) in enumerate(trail[:-1]):
        age = (nth + 1) / count
        dot = sprites.disc(
            max(1, round(SMALLEST * unit * 0.7 * age)), theme.WHITE, theme.WHITE, round(150 * age) // 15 * 15
        )
        sprites.stamp(surface, dot, _raised(camera, (x, y, z)))


def draw_ball(surface: pygame.Surface, camera: Camera, ball: tuple[float, float, float], *, unit: float) -> None:
    """The ball `ball` (x, y, height of its centre, m); a dark shadow shows where it would come down."""
    x, y, z = ball
    height = min(max(z, 0.0), TALLEST)
    size = max(SMALLEST * unit, BODY * camera.scale)
    ground = camera.screen(x, y)
    shadow = sprites.disc(max(3, round(size * (1 + 0.02 * height))), theme.PLATE, theme.PLATE, 120)
    sprites.stamp(surface, shadow, (ground[0] + size * 0.3, ground[1] + size * 0.35))
    grown = max(3, round(size * (1 + GROWTH * height)))
    air = _raised(camera, ball)
    if height > 1.0:
        pygame.draw.line(surface, theme.PLATE, ground, air, 1)
    sprites.stamp(surface, sprites.disc(grown, theme.WHITE, theme.INK), air)


def ball_shown(camera: Camera, scene: Scene, *, unit: float) -> tuple[float, float, float]:
    """Where to draw the ball (x, y, z m): players are larger than life, so the carrier's is put at his feet."""
    x, y, z = scene.ball
    slot = scene.carrier if scene.carrier != NOBODY else scene.taker
    if slot == NOBODY or not scene.on[slot]:
        return scene.ball
    vx, vy = scene.vx[slot], scene.vy[slot]
    if math.hypot(vx, vy) < 0.5:
        vx, vy = x - scene.x[slot], y - scene.y[slot]
    pace = math.hypot(vx, vy)
    if pace < 0.01:
        vx, pace = 1.0, 1.0
    reach = radius(camera, unit) / camera.scale
    if math.hypot(x - scene.x[slot], y - scene.y[slot]) >= reach:
        return scene.ball
    return scene.x[slot] + vx / pace * reach, scene.y[slot] + vy / pace * reach, z


def _raised(camera: Camera, ball: tuple[float, float, float]) -> tuple[int, int]:
    """Pixels of the ball itself, up the screen by its height."""
    x, y = camera.screen(ball[0], ball[1])
    return x, y - round(max(ball[2], 0.0) * RISE * camera.scale)
