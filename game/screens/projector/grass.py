"""A match on the projector: grass, men and ball, a bar with the score above, nothing smaller than a back row reads."""

from __future__ import annotations

import pygame

from game.screens import clock_face, sprites, theme
from game.screens.camera import Camera
from game.screens.draw_ball import ball_shown, draw_ball, draw_trail
from game.screens.draw_pitch import draw_pitch
from game.screens.draw_players import draw_players
from game.screens.moment import Moment
from game.screens.play import hud, marks
from game.screens.play.reckoning import Reckoning
from game.screens.projector.brush import TEXT, Brush


def draw_score(brush: Brush, moment: Moment, bar: pygame.Rect, *, units: float, aside: str = "") -> None:
    """Score at the left, clock in the middle, `aside` at the right; short names where long ones do not fit."""
    pixels = brush.px(units)
    time = clock_face.time_of(moment.match, moment.setup)
    face = f"{time} {clock_face.added(moment.match)}".strip()
    clock = theme.write(brush.canvas, face, bar.center, pixels=pixels, bold=True, anchor="center")
    if aside:
        at = (bar.right, bar.centery)
        room = bar.right - clock.right - brush.space(16)
        text = theme.fitted(aside, pixels, room)
        theme.write(brush.canvas, text, at, pixels=pixels, ink=theme.MUTED, anchor="midright")
    _sides(brush, moment, bar, pixels=pixels, room=clock.left - bar.left - brush.space(16))


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
    unit = theme.unit((round(box.width * 1.25), round(box.height * 1.25)))
    draw_pitch(canvas, camera)
    here = slot is not None and bool(scene.on[slot])
    if here and told is not None and slot is not None:
        attacks = int(moment.match.teams[0].attacks)
        marks.draw_below(canvas, camera, scene, told, slot=slot, attacks=attacks, unit=unit, line=True)
    draw_trail(canvas, camera, moment.trail, unit=unit)
    draw_players(canvas, camera, scene, programme=moment.programme, unit=unit)
    if here and slot is not None:
        marks.draw_you(canvas, camera, scene, slot=slot, pushing=pushing, unit=unit)
    draw_ball(canvas, camera, ball_shown(camera, scene, unit=unit), unit=unit)
    _calls(brush, moment, box, loud)
    canvas.set_clip(clip)


def _calls(brush: Brush, moment: Moment, box: pygame.Rect, loud: str) -> None:
    """What the referee has given, at the top; what everybody must hear larger under it."""
    text, top = hud.call_of(moment, brush.say), box.top + brush.space(6)
    if text:
        plate = theme.label(brush.canvas, text, (box.centerx, top), pixels=brush.px(TEXT), bold=True, anchor="midtop")
        top = plate.bottom + brush.space(6)
    if loud:
        theme.label(brush.canvas, loud, (box.centerx, top), pixels=brush.px(TEXT + 9), bold=True, anchor="midtop")


def _sides(brush: Brush, moment: Moment, bar: pygame.Rect, *, pixels: int, room: float) -> None:
    """Badge, name, goals, name, badge."""
    teams, clubs = moment.match.teams, moment.programme.clubs
    goals = f"{teams[0].goals}–{teams[1].goals}"
    gap, badge = brush.space(9), round(pixels * 0.42)
    names = [club.name for club in clubs]
    fixed = theme.width_of(goals, pixels, bold=True) + 4 * gap + 4 * badge
    if fixed + sum(theme.width_of(name, pixels, bold=True) for name in names) > room:
        names = [club.short for club in clubs]
    x = bar.left + badge
    sprites.stamp(brush.canvas, sprites.shirt(clubs[0].kit, -1, badge), (x, bar.centery))
    x += badge + gap
    for text in (names[0], goals, names[1]):
        box = theme.write(brush.canvas, text, (x, bar.centery), pixels=pixels, bold=True, anchor="midleft")
        x = box.right + gap
    sprites.stamp(brush.canvas, sprites.shirt(clubs[1].kit, -1, badge), (x + badge, bar.centery))
