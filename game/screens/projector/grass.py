"""A match on the projector: grass, men and ball, a bar with the score above, nothing smaller than a back row reads."""

from __future__ import annotations

import pygame

from game.pitch import HALF_LENGTH
from game.screens import clock_face, sprites, theme
from game.screens.camera import Camera
from game.screens.draw_ball import ball_shown, draw_ball, draw_trail
from game.screens.draw_pitch import draw_pitch
from game.screens.draw_players import draw_players
from game.screens.moment import Moment
from game.screens.play import hud, marks
from game.screens.play.reckoning import Reckoning
from game.screens.projector.brush import TEXT, Brush

GAP = 9  # units between the parts of the score
KITS = 1.7  # times as large, for the room they have, as in a match one plays
BADGE = 0.42  # of the text's height, radius of a side's shape
WAY = 3.6  # of its height, width of the sign of who attacks which goal


def draw_score(brush: Brush, moment: Moment, bar: pygame.Rect, *, units: float, aside: str = "") -> None:
    """Score at the left, clock in the middle, `aside` at the right; short names where long ones do not fit."""
    pixels, gap = brush.px(units), brush.space(16)
    time = clock_face.time_of(moment.match, moment.setup)
    face = f"{time} {clock_face.added(moment.match)}".strip()

    def half() -> float:
        return (bar.width - theme.width_of(face, pixels, bold=True)) / 2 - gap

    least = brush.px(0)
    while pixels > least and max(theme.width_of(aside, pixels), _sides_wide(brush, moment, pixels)) > half():
        pixels -= 1
    theme.write(brush.canvas, face, bar.center, pixels=pixels, bold=True, anchor="center")
    text = theme.fitted(aside, pixels, half())
    theme.write(brush.canvas, text, bar.midright, pixels=pixels, ink=theme.MUTED, anchor="midright")
    _sides(brush, moment, bar, pixels=pixels, room=half())


def draw_grass(
    brush: Brush,
    moment: Moment,
    camera: Camera,
    box: pygame.Rect,
    *,
    slot: int | None = None,
    pushing: bool = False,
    told: Reckoning | None = None,
    loud: str = "",
) -> None:
    """The whole pitch in `box`; `slot` is ringed, and `told` drawn under him; `loud` stands across it."""
    canvas, scene = brush.canvas, moment.scene
    clip = canvas.get_clip()
    canvas.set_clip(box)
    canvas.fill(theme.APRON, box)
    camera.zoom = 0
    camera.frame(box)
    unit = KITS * theme.unit(box.size)
    draw_pitch(canvas, camera)
    _ways(brush, moment, camera, box)
    here = slot is not None and bool(scene.on[slot])
    if here and told is not None and slot is not None:
        attacks = int(moment.match.teams[0].attacks)
        marks.draw_below(canvas, camera, scene, told, slot=slot, attacks=attacks, unit=unit, line=True)
    draw_trail(canvas, camera, moment.trail, unit=unit)
    draw_players(canvas, camera, scene, programme=moment.programme, unit=unit)
    if here and slot is not None:
        marks.draw_you(canvas, camera, scene, slot=slot, pushing=pushing, unit=unit)
    draw_ball(canvas, camera, ball_shown(camera, scene, unit=unit), unit=unit)
    _calls(brush, moment, camera, box, loud)
    canvas.set_clip(clip)


def _ways(brush: Brush, moment: Moment, camera: Camera, box: pygame.Rect) -> None:
    """Before each goal's side of the picture, which side plays that way: its shape, and chevrons pointing there.

    Beside the pitch where there is room, else in the lower corner, out of the way of the ball and the calls.
    """
    free = camera.screen(-HALF_LENGTH, 0.0)[0] - box.left
    high = brush.px(TEXT + 13)
    beside = free > (WAY + 0.8) * high
    high = high if beside else brush.px(TEXT)
    away = free / 2 if beside else 0.6 * WAY * high
    y = box.centery if beside else box.bottom - 0.7 * high
    for team, club in zip(moment.match.teams, moment.programme.clubs, strict=True):
        way = 1 if int(team.attacks) > 0 else -1
        x = (box.right if way > 0 else box.left) - way * away
        shirt = sprites.shirt(club.kit, -1, round(high * BADGE))
        sprites.stamp(brush.canvas, shirt, (x - way * high, y))
        chevron = sprites.shape(marks.FORWARD[way], high, theme.WHITE)
        for nth in range(2):
            sprites.stamp(brush.canvas, chevron, (x + way * (0.1 + 0.7 * nth) * high, y))


def _calls(brush: Brush, moment: Moment, camera: Camera, box: pygame.Rect, loud: str) -> None:
    """What the referee has given, in the half the ball is not in; what everybody must hear is larger."""
    text, gap = hud.call_of(moment, brush.say), brush.space(6)
    here = camera.screen(float(moment.match.ball.x), float(moment.match.ball.y))
    low = here[1] < box.centery
    y, anchor = (box.bottom - gap, "midbottom") if low else (box.top + gap, "midtop")
    for said, units in ((loud, TEXT + 9), (text, TEXT)):
        if said:
            plate = theme.label(brush.canvas, said, (box.centerx, y), pixels=brush.px(units), bold=True, anchor=anchor)
            y = plate.top - gap if low else plate.bottom + gap


def _sides_wide(brush: Brush, moment: Moment, pixels: int, *, long: bool = False) -> float:
    """Pixels both sides and their goals take, by their short names or their long ones."""
    names = [club.name if long else club.short for club in moment.programme.clubs]
    words = sum(theme.width_of(name, pixels, bold=True) for name in [*names, _goals(moment)])
    return words + 4 * brush.space(GAP) + 4 * round(pixels * BADGE)


def _goals(moment: Moment) -> str:
    home, away = moment.match.teams
    return f"{home.goals}–{away.goals}"


def _sides(brush: Brush, moment: Moment, bar: pygame.Rect, *, pixels: int, room: float) -> None:
    """Badge, name, goals, name, badge."""
    clubs, gap, badge = moment.programme.clubs, brush.space(GAP), round(pixels * BADGE)
    long = _sides_wide(brush, moment, pixels, long=True) <= room
    names = [club.name if long else club.short for club in clubs]
    x = bar.left + badge
    sprites.stamp(brush.canvas, sprites.shirt(clubs[0].kit, -1, badge), (x, bar.centery))
    x += badge + gap
    for text in (names[0], _goals(moment), names[1]):
        box = theme.write(brush.canvas, text, (x, bar.centery), pixels=pixels, bold=True, anchor="midleft")
        x = box.right + gap
    sprites.stamp(brush.canvas, sprites.shirt(clubs[1].kit, -1, badge), (x + badge, bar.centery))
