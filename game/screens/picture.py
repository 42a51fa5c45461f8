"""One whole picture of a match, drawn on any surface: the window's, or a film's."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.brain.explain import Thought
from game.screens import draw_hud, panels, scoresheet, theme, thinking
from game.screens.camera import WHOLE_X, WHOLE_Y
from game.screens.draw_ball import ball_shown, draw_ball, draw_trail
from game.screens.draw_pitch import draw_pitch
from game.screens.draw_players import draw_chosen, draw_players
from game.screens.moment import Look, Moment, watched
from game.screens.shape import draw_shape
from game.state import SIDE

GAP = 4  # units between a column and the pitch
MOST = 1.4  # times its size the bar above grows at most: its words are large already


def draw(surface: pygame.Surface, moment: Moment, look: Look, options: Sequence[Thought] = ()) -> None:
    """Draw `moment` as `look` asks; `options` are what the watched player weighs, if that is shown."""
    unit = theme.unit(surface.get_size())
    area = stage(surface.get_size(), text=look.text)
    columns = _columns(area, unit=unit) if look.panels else ()
    view = area
    if columns and look.camera.zoom == 0:
        view = pygame.Rect(columns[0].right, area.top, columns[1].left - columns[0].right, area.height)
        for column in columns:
            surface.fill(theme.APRON, column.inflate(round(4 * GAP * unit), round(4 * GAP * unit)).clip(area))
    look.camera.frame(view)
    surface.set_clip(area)
    _on_the_pitch(surface, moment, look, options, unit=unit)
    if look.thinking and look.panels and not columns:
        _mind_over_the_pitch(surface, moment, look, options, unit=unit)
    if columns:
        _beside(surface, moment, look, options, columns=columns, unit=unit)
    draw_hud.draw_calls(surface, view, moment, unit=unit * min(look.text, MOST))
    surface.set_clip(None)
    draw_hud.draw_top(surface, moment, unit=unit * min(look.text, MOST))
    draw_hud.draw_foot(surface, moment, look, unit=unit)


def stage(size: tuple[int, int], *, text: float = 1.0) -> pygame.Rect:
    """The part of a surface of `size` px left to the pitch, with words `text` times as large as usual."""
    unit = theme.unit(size)
    top, foot = round(draw_hud.TOP * unit * min(text, MOST)), round(draw_hud.FOOT * unit)
    return pygame.Rect(0, top, size[0], size[1] - top - foot)


def _columns(area: pygame.Rect, *, unit: float) -> tuple[pygame.Rect, ...]:
    """Two columns beside the pitch, or none where they would make the pitch smaller than three quarters."""
    width = round(panels.WIDTH * unit)
    gap = round(GAP * unit)
    left_over = area.width - 2 * (width + gap)
    if left_over / (2 * WHOLE_X) < 0.75 * min(area.height / (2 * WHOLE_Y), area.width / (2 * WHOLE_X)):
        return ()
    height = area.height - 2 * gap
    left = pygame.Rect(gap, area.top + gap, width, height)
    return left, left.move(area.width - width - 2 * gap, 0)


def _on_the_pitch(
    surface: pygame.Surface,
    moment: Moment,
    look: Look,
    options: Sequence[Thought],
    *,
    unit: float,
) -> None:
    """Grass, overlays, players and ball, in this order."""
    camera, scene = look.camera, moment.scene
    draw_pitch(surface, camera)
    if look.shape:
        draw_shape(surface, camera, moment, unit=unit)
    _tails(surface, moment, look, unit=unit)
    if look.wants:
        thinking.draw_wants(surface, camera, moment, unit=unit)
    slot = watched(moment, look)
    if look.thinking:
        thinking.draw_options(surface, camera, moment, slot=slot, options=options, unit=unit)
        thinking.draw_want(surface, camera, moment, slot=slot, unit=unit)
    draw_trail(surface, camera, moment.trail, unit=unit)
    draw_players(surface, camera, scene, programme=moment.programme, unit=unit)
    draw_ball(surface, camera, ball_shown(camera, scene, unit=unit), unit=unit)
    if look.thinking:
        _name_thoughts(surface, moment, look, options, slot=slot, unit=unit)


def _name_thoughts(
    surface: pygame.Surface,
    moment: Moment,
    look: Look,
    options: Sequence[Thought],
    *,
    slot: int,
    unit: float,
) -> None:
    """The watched player's name, what he wants, and his best options when he has a choice; none over another."""
    camera = look.camera
    name = moment.programme.who(slot // SIDE, moment.scene.man[slot])
    taken = [draw_chosen(surface, camera, moment.scene, slot=slot, name=name, unit=unit, text=look.text)]
    if len(options) < 2 or options[0].kind != moment.scene.want[slot]:
        taken.append(thinking.name_want(surface, camera, moment, slot=slot, unit=unit, text=look.text))
    if len(options) > 1:
        thinking.name_options(surface, camera, moment, options=options, taken=taken, unit=unit, text=look.text)


def _tails(surface: pygame.Surface, moment: Moment, look: Look, *, unit: float) -> None:
    """The way each player has come."""
    for slot, tail in enumerate(moment.tails):
        if len(tail) > 1 and moment.scene.on[slot]:
            points = [look.camera.screen(x, y) for x, y in tail]
            ink = theme.on_grass(moment.programme.clubs[slot // SIDE].kit)
            pygame.draw.lines(surface, ink, False, points, max(1, round(2 * unit)))


def _beside(
    surface: pygame.Surface,
    moment: Moment,
    look: Look,
    options: Sequence[Thought],
    *,
    columns: Sequence[pygame.Rect],
    unit: float,
) -> None:
    """The two columns: numbers at the left, at the right a mind or the news."""
    left, right = columns
    scoresheet.draw_numbers(surface, left.topleft, moment, unit=unit)
    top = left.top + scoresheet.height(unit) + round(GAP * unit)
    rest = pygame.Rect(left.left, top, left.width, left.bottom - top)
    if look.thinking:
        slot = watched(moment, look)
        panels.draw_mind(surface, right, moment, slot=slot, options=options, unit=unit)
        panels.draw_news(surface, rest, moment, unit=unit)
    else:
        panels.draw_news(surface, right, moment, unit=unit)


def _mind_over_the_pitch(
    surface: pygame.Surface,
    moment: Moment,
    look: Look,
    options: Sequence[Thought],
    *,
    unit: float,
) -> None:
    """What a player weighs where there is no room for columns: over a corner of the pitch."""
    area = stage(surface.get_size())
    box = pygame.Rect(0, 0, round(panels.WIDTH * unit), area.height)
    box.topright = (area.right - round(GAP * unit), area.top + round(GAP * unit))
    slot = watched(moment, look)
    panels.draw_mind(surface, box, moment, slot=slot, options=options, unit=unit)
