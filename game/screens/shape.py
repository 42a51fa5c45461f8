"""The shape overlay: offside lines and the lines of each block."""

from __future__ import annotations

import itertools

import pygame

from game import pitch
from game.screens import sprites, theme
from game.screens.camera import Camera
from game.screens.moment import Moment
from game.state import SIDE


def draw_shape(surface: pygame.Surface, camera: Camera, moment: Moment, *, unit: float) -> None:
    """Both offside lines, and back, middle and front line of both sides joined player to player."""
    thickness = max(1, round(1.6 * unit))
    for side in (0, 1):
        ink = theme.on_grass(moment.programme.clubs[side].kit)
        for row in rows(moment, side):
            points = [camera.screen(moment.scene.x[slot], moment.scene.y[slot]) for slot in row]
            for start, end in itertools.pairwise(points):
                pygame.draw.line(surface, ink, start, end, thickness)
        _offside_line(surface, camera, moment, side=side, unit=unit)


def rows(moment: Moment, side: int) -> list[list[int]]:
    """Slots of the back, middle and front line of a side, each from touchline to touchline.

    The team sheet's depths are parted at their two widest gaps; the keeper and who was sent off belong to none.
    """
    depth = [float(deep) for deep in moment.setup.sheets[side].depth]
    slots = [side * SIDE + place for place in range(1, SIDE)]
    slots.sort(key=lambda slot: depth[slot % SIDE])
    gaps = [
        (depth[ahead % SIDE] - depth[slot % SIDE], nth) for nth, (slot, ahead) in enumerate(itertools.pairwise(slots))
    ]
    first, second = sorted(nth + 1 for _, nth in sorted(gaps, reverse=True)[:2])
    lines = (slots[:first], slots[first:second], slots[second:])
    return [
        sorted((slot for slot in line if moment.scene.on[slot]), key=lambda slot: moment.scene.y[slot])
        for line in lines
    ]


def offside_line(moment: Moment, side: int) -> float:
    """The x beyond which a rival of `side` stands offside (Law 11.1): the last but one of `side`, the ball, halfway."""
    end = -int(moment.match.teams[side].attacks)
    slots = range(side * SIDE, side * SIDE + SIDE)
    deep = sorted((moment.scene.x[slot] * end for slot in slots if moment.scene.on[slot]), reverse=True)
    last_but_one = deep[1] if len(deep) > 1 else 0.0
    return end * max(last_but_one, moment.scene.ball[0] * end, 0.0)


def _offside_line(surface: pygame.Surface, camera: Camera, moment: Moment, *, side: int, unit: float) -> None:
    """A dashed line in the colour of the side that holds it, with a small shape of that side on top."""
    x = offside_line(moment, side)
    kit = moment.programme.clubs[side].kit
    dash, gap = 1.6, 1.2  # m
    y = -pitch.HALF_WIDTH
    while y < pitch.HALF_WIDTH:
        start, end = camera.screen(x, y), camera.screen(x, min(y + dash, pitch.HALF_WIDTH))
        pygame.draw.line(surface, kit.rim, start, end, max(2, round(2.4 * unit)))
        pygame.draw.line(surface, kit.shirt, start, end, max(1, round(1.2 * unit)))
        y += dash + gap
    badge = sprites.shirt(kit, -1, max(4, round(6 * unit)))
    sprites.stamp(surface, badge, camera.screen(x, pitch.HALF_WIDTH + 1.2))
