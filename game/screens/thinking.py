"""The thinking overlay: what a player is about to do, and what he weighed before he chose it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.brain.explain import Thought
from game.intent import ON_BALL, Intent
from game.screens import sprites, theme
from game.screens.camera import Camera
from game.screens.draw_players import radius
from game.screens.language import Language
from game.screens.moment import Moment
from game.screens.theme import Colour
from game.state import NOBODY, SIDE, SLOTS

TOLD = 3  # options whose value is written on the pitch
NEAR = 1.5  # m, a want as close as this needs no arrow


def word(kind: int, say: Language) -> str:
    """What an intent is called."""
    return say(f"watch.intent_{Intent(kind).name}")


def option_name(option: Thought, moment: Moment) -> str:
    """What an option is called: the intent, and the number of the mate it is meant for."""
    if option.mate == NOBODY:
        return word(option.kind, moment.programme.say)
    slot = option.mate
    club = moment.programme.clubs[slot // SIDE]
    return f"{word(option.kind, moment.programme.say)} {club.numbers[moment.scene.man[slot]]}"


def best_first(options: Sequence[Thought]) -> list[Thought]:
    """The chosen option, then the others, the most valuable first."""
    return sorted(options, key=lambda option: (not option.chosen, -option.value))


def draw_want(
    surface: pygame.Surface,
    camera: Camera,
    moment: Moment,
    *,
    slot: int,
    unit: float,
    thin: bool = False,
) -> None:
    """An arrow from a player to the spot he wants to reach or play the ball to."""
    scene = moment.scene
    ink = wish_colour(scene.want[slot])
    start = camera.screen(moment.scene.x[slot], moment.scene.y[slot])
    end = camera.screen(scene.want_x[slot], scene.want_y[slot])
    way = math.hypot(scene.want_x[slot] - scene.x[slot], scene.want_y[slot] - scene.y[slot])
    if way > NEAR:
        thickness = max(1, round((1.5 if thin else 3) * unit))
        sprites.arrow(surface, start, end, ink=ink, thickness=thickness)


def name_want(
    surface: pygame.Surface, camera: Camera, moment: Moment, *, slot: int, unit: float, text: float = 1.0
) -> pygame.Rect:
    """The word for what he wants, above the end of its arrow; the box it covers."""
    scene = moment.scene
    x, y = camera.screen(scene.want_x[slot], scene.want_y[slot])
    return theme.label(
        surface,
        word(scene.want[slot], moment.programme.say),
        (x, y - radius(camera, unit) * 2.2),
        pixels=theme.LABEL * unit * text,
        ink=wish_colour(scene.want[slot]),
        bold=True,
    )


def wish_colour(kind: int) -> Colour:
    """Playing the ball is AMBER, going somewhere is SKY."""
    return theme.AMBER if kind in ON_BALL else theme.SKY


def draw_wants(surface: pygame.Surface, camera: Camera, moment: Moment, *, unit: float) -> None:
    """Everybody's want as a thin arrow."""
    for slot in range(SLOTS):
        if moment.scene.on[slot]:
            draw_want(surface, camera, moment, slot=slot, unit=unit, thin=True)


def draw_options(
    surface: pygame.Surface,
    camera: Camera,
    moment: Moment,
    *,
    slot: int,
    options: Sequence[Thought],
    unit: float,
) -> None:
    """Where each option would send him or the ball: a dot the larger the better, lines to the best."""
    if not options:
        return
    ranked = best_first(options)
    start = camera.screen(moment.scene.x[slot], moment.scene.y[slot])
    best, worst = max(o.value for o in ranked), min(o.value for o in ranked)
    for rank, option in reversed(list(enumerate(ranked))):
        end = camera.screen(option.x, option.y)
        good = (option.value - worst) / (best - worst) if best > worst else 1.0
        ink = theme.AMBER if option.chosen else theme.TEXT
        if rank < TOLD:
            pygame.draw.line(surface, ink, start, end, max(1, round(1.4 * unit)))
        dot = sprites.disc(max(3, round((2.5 + 5 * good) * unit)), ink, theme.INK)
        sprites.stamp(surface, dot, end)


def name_options(
    surface: pygame.Surface,
    camera: Camera,
    moment: Moment,
    *,
    options: Sequence[Thought],
    taken: Sequence[pygame.Rect],
    unit: float,
    text: float = 1.0,
) -> None:
    """Names and values of the best options beside their spots, moved past the boxes `taken` already."""
    boxes = list(taken)
    pixels = theme.SMALL * unit * text
    for option in best_first(options)[:TOLD]:
        x, y = camera.screen(option.x, option.y)
        y += round(radius(camera, unit) + pixels)
        name = f"{option_name(option, moment)} {option.value:+.3f}"
        width = theme.width_of(name, pixels, bold=option.chosen) + pixels
        box = pygame.Rect(x - width / 2, y - pixels, width, 2 * pixels)
        step = pixels / 2 if box.bottom + 5 * pixels < camera.stage.bottom else -pixels
        while box.collidelist(boxes) >= 0:
            box.top += round(step)
        ink = theme.AMBER if option.chosen else theme.TEXT
        at = box.center
        boxes.append(theme.label(surface, name, at, pixels=pixels, ink=ink, bold=option.chosen))
