"""Players on the pitch: discs at home, rounded squares away, so that sides differ without their colours."""

from __future__ import annotations

import math

import pygame

from game.screens import sprites, theme
from game.screens.camera import Camera
from game.screens.programme import Programme
from game.screens.scene import Scene
from game.state import NOBODY, SIDE, SLOTS

BODY = 0.78  # m, radius of a player seen close: larger than life, so that his number reads
FAR_BODY = 1.2  # m, radius seen from afar
SMALLEST, LARGEST_FAR = 10.0, 12.0  # units a radius seen from afar keeps to
WALK = 0.8  # m/s, below it nobody's heading shows
SPRINT = 7.0  # m/s, 25.2 km/h, the usual line for a sprint
SHORT_OF_BREATH = 0.45  # of a full breath, from here a gauge shows under the player


def radius(camera: Camera, unit: float) -> int:
    """Pixels of a player's radius."""
    far = max(SMALLEST * unit, min(FAR_BODY * camera.scale, LARGEST_FAR * unit))
    return max(5, round(max(far, BODY * camera.scale)))


def draw_players(
    surface: pygame.Surface,
    camera: Camera,
    scene: Scene,
    *,
    programme: Programme,
    unit: float,
) -> None:
    """Everybody on the pitch, the nearest to the viewer last."""
    size = radius(camera, unit)
    for slot in sorted(range(SLOTS), key=lambda slot: -scene.y[slot]):
        if scene.on[slot]:
            _player(surface, camera, scene, slot=slot, programme=programme, size=size)
    if scene.carrier != NOBODY and scene.on[scene.carrier]:
        ring = sprites.ring(size + max(3, size // 3), theme.WHITE, max(2, size // 5))
        sprites.stamp(surface, ring, camera.screen(scene.x[scene.carrier], scene.y[scene.carrier]))


def _player(
    surface: pygame.Surface,
    camera: Camera,
    scene: Scene,
    *,
    slot: int,
    programme: Programme,
    size: int,
) -> None:
    side = slot // SIDE
    club = programme.clubs[side]
    kit = club.keeper if slot % SIDE == 0 else club.kit
    at = camera.screen(scene.x[slot], scene.y[slot])
    speed = math.hypot(scene.vx[slot], scene.vy[slot])
    if speed > SPRINT:
        _streaks(surface, at, (scene.vx[slot] / speed, scene.vy[slot] / speed), size=size)
    if speed > WALK:
        turn = math.atan2(scene.vy[slot], scene.vx[slot]) / (2 * math.pi)
        heading = round(turn * sprites.HEADINGS) % sprites.HEADINGS
        sprites.stamp(surface, sprites.pointer(size, heading, theme.bright(kit)), at)
    number = club.numbers[scene.man[slot]]
    shirt = sprites.shirt(kit, number, size, down=scene.down[slot])
    sprites.stamp(surface, shirt, at)
    if scene.yellow[slot]:
        _card(surface, at, size)
    if scene.breath[slot] < SHORT_OF_BREATH:
        _gauge(surface, at, scene.breath[slot], size=size)


def _streaks(surface: pygame.Surface, at: tuple[int, int], way: tuple[float, float], *, size: int) -> None:
    """Two short lines behind a sprinting player."""
    for aside in (-0.5, 0.5):
        x = at[0] - way[0] * size * 1.2 - way[1] * size * aside
        y = at[1] + way[1] * size * 1.2 - way[0] * size * aside
        end = (x - way[0] * size * 1.1, y + way[1] * size * 1.1)
        pygame.draw.line(surface, theme.LINE, (x, y), end, max(1, size // 6))


def _card(surface: pygame.Surface, at: tuple[int, int], size: int) -> None:
    """A yellow card at the right shoulder of a booked player."""
    card = pygame.Rect(0, 0, max(4, round(size * 0.55)), max(6, round(size * 0.8)))
    card.center = (at[0] + size, at[1] - size)
    pygame.draw.rect(surface, theme.INK, card.inflate(2, 2))
    pygame.draw.rect(surface, theme.BOOKED, card)


def _gauge(surface: pygame.Surface, at: tuple[int, int], breath: float, *, size: int) -> None:
    """How much breath a winded player has left."""
    box = pygame.Rect(0, 0, 2 * size, max(3, size // 3))
    box.midtop = (at[0], at[1] + size + 2)
    pygame.draw.rect(surface, theme.PLATE, box)
    left = box.inflate(-2, -2)
    left.width = max(1, round(left.width * max(0.0, breath)))
    pygame.draw.rect(surface, theme.TEXT, left)


def draw_chosen(
    surface: pygame.Surface, camera: Camera, scene: Scene, *, slot: int, name: str, unit: float, text: float = 1.0
) -> pygame.Rect:
    """Mark the player somebody looks at: a ring, a chevron above him and his name, whose box is returned."""
    size = radius(camera, unit)
    x, y = camera.screen(scene.x[slot], scene.y[slot])
    ring = sprites.ring(size + max(3, size // 3), theme.SKY, max(2, size // 4))
    sprites.stamp(surface, ring, (x, y))
    chevron = sprites.shape(sprites.CHEVRON, round(size * 1.3), theme.WHITE)
    sprites.stamp(surface, chevron, (x, y - size * 2.4))
    at = (x, y + size * 1.8)
    return theme.label(surface, name, at, pixels=theme.LABEL * unit * text, anchor="midtop")
