"""Score, clock, stoppage and what is played for: the bars above and below the pitch, and the calls across it."""

from __future__ import annotations

import pygame

from game.screens import clock_face, sprites, theme
from game.screens.language import Language
from game.screens.moment import Look, Moment
from game.screens.news import LOUD_FOR, News
from game.state import NOBODY, Restart

TOP, FOOT = 46, 30  # units
EDGE = 12  # units kept free at the sides
BADGE = 9  # units, radius of a side's shape in the bars


def draw_top(surface: pygame.Surface, moment: Moment, *, unit: float) -> None:
    """Clubs with the score at the left, the clock in the middle, what the match is about at the right."""
    bar = pygame.Rect(0, 0, surface.get_width(), round(TOP * unit))
    surface.fill(theme.INK, bar)
    clock = _clock(surface, moment, bar, unit=unit)
    room = clock.left - 2 * EDGE * unit
    _score(surface, moment, bar, unit=unit, room=room)
    width = bar.right - clock.right - 3 * EDGE * unit
    _stakes(surface, bar, moment.programme.stakes, unit=unit, width=width)


def _clock(surface: pygame.Surface, moment: Moment, bar: pygame.Rect, *, unit: float) -> pygame.Rect:
    """Minutes and seconds, the added time in amber, and under them nothing: the half stands beside."""
    time = clock_face.time_of(moment.match, moment.setup)
    pixels = 26 * unit
    face = theme.write(surface, time, bar.center, pixels=pixels, bold=True, anchor="center")
    half = clock_face.stage(moment.match, moment.programme.say)
    left = theme.write(
        surface,
        half,
        (face.left - 8 * unit, bar.centery),
        pixels=theme.LABEL * unit,
        ink=theme.MUTED,
        anchor="midright",
    )
    added = clock_face.added(moment.match)
    right = theme.write(
        surface,
        added,
        (face.right + 7 * unit, bar.centery),
        pixels=20 * unit,
        ink=theme.AMBER,
        bold=True,
        anchor="midleft",
    )
    reserved = theme.width_of("+10", 20 * unit, bold=True)
    return face.union(left).union(right).union(face.move(reserved, 0))


def _score(surface: pygame.Surface, moment: Moment, bar: pygame.Rect, *, unit: float, room: float) -> None:
    """Badge, name, goals, name, badge; short names where the long ones do not fit."""
    teams, clubs = moment.match.teams, moment.programme.clubs
    goals = f"{teams[0].goals}–{teams[1].goals}"
    if moment.match.clock.half == clock_face.SHOOT_OUT:
        goals += f" ({teams[0].kicks_scored}–{teams[1].kicks_scored})"
    pixels = 24 * unit
    names = [club.name for club in clubs]
    gap, badge = 10 * unit, BADGE * unit
    fixed = theme.width_of(goals, pixels, bold=True) + 4 * gap + 4 * badge
    if fixed + sum(theme.width_of(name, pixels, bold=True) for name in names) > room:
        names = [club.short for club in clubs]
    x = EDGE * unit + badge
    _badge(surface, moment, 0, (x, bar.centery), unit=unit)
    x += badge + gap
    for text, ink in ((names[0], theme.TEXT), (goals, theme.WHITE), (names[1], theme.TEXT)):
        box = theme.write(surface, text, (x, bar.centery), pixels=pixels, ink=ink, bold=True, anchor="midleft")
        x = box.right + gap
    _badge(surface, moment, 1, (x + badge, bar.centery), unit=unit)


def _badge(surface: pygame.Surface, moment: Moment, side: int, at: tuple[float, float], *, unit: float) -> None:
    kit = moment.programme.clubs[side].kit
    sprites.stamp(surface, sprites.shirt(kit, -1, round(BADGE * unit)), at)


def _stakes(surface: pygame.Surface, bar: pygame.Rect, text: str, *, unit: float, width: float) -> None:
    """What the match asks of the sides, right-aligned in two lines at most."""
    pixels = 13 * unit
    lines = theme.wrapped(text, pixels, width, most=2)
    for nth, line in enumerate(lines):
        y = bar.centery + (nth - (len(lines) - 1) / 2) * 18 * unit
        at = (bar.right - EDGE * unit, y)
        theme.write(surface, line, at, pixels=pixels, ink=theme.MUTED, anchor="midright")


def draw_foot(surface: pygame.Surface, moment: Moment, look: Look, *, unit: float) -> None:
    """What each side plays for, at the left; scenario, speed and the key that shows all keys, at the right."""
    bar = pygame.Rect(0, 0, surface.get_width(), round(FOOT * unit))
    bar.bottom = surface.get_height()
    surface.fill(theme.INK, bar)
    pixels = theme.LABEL * unit
    at = (bar.right - EDGE * unit, bar.centery)
    if look.live:
        ink = theme.AMBER if look.paused else theme.MUTED
        say = moment.programme.say
        text = f"{_speed(look, say)} · {say('watch.keys_hint')}"
        at = (
            theme.write(surface, text, at, pixels=pixels, ink=ink, anchor="midright").move(-round(22 * unit), 0).midleft
        )
    half = bar.width / 2 - EDGE * unit
    title = theme.fitted(moment.programme.title, pixels, at[0] - half)
    theme.write(surface, title, at, pixels=pixels, anchor="midright")
    x = EDGE * unit
    for side, club in enumerate(moment.programme.clubs):
        _badge(surface, moment, side, (x + BADGE * unit, bar.centery), unit=unit)
        x += (2 * BADGE + 7) * unit
        plays = f"{club.name}: {club.mix}" if club.mix else club.name
        text = theme.fitted(plays, pixels, half / 2 - 3 * BADGE * unit)
        box = theme.write(surface, text, (x, bar.centery), pixels=pixels, anchor="midleft")
        x = box.right + 22 * unit


def _speed(look: Look, say: Language) -> str:
    if look.paused:
        return say("watch.paused")
    return f"{look.speed:g}×"


def stoppage(moment: Moment) -> str:
    """What the referee has given and to whom, as in "Throw-in Rovers"; empty while the ball is in play."""
    match, clubs, say = moment.match, moment.programme.clubs, moment.programme.say
    if match.clock.over:
        return say("watch.full_time")
    kind = Restart(int(match.dead.kind))
    if kind is Restart.INTERVAL:
        return say("watch.interval")
    if kind is not Restart.NONE:
        whose = f" {clubs[int(match.dead.side)].name}" if kind is not Restart.DROPPED else ""
        return say(f"watch.restart_{kind.name}") + whose
    if match.foul.kind and match.foul.until > match.tick and match.foul.victim != NOBODY:
        return f"{say('watch.advantage')} {clubs[int(match.foul.victim) // 11].name}"
    return ""


def draw_calls(surface: pygame.Surface, stage: pygame.Rect, moment: Moment, *, unit: float) -> None:
    """The stoppage on a small plate at the top of the pitch; a goal or a red card larger, below it."""
    text = stoppage(moment)
    top = stage.top + 6 * unit
    if text:
        box = theme.label(surface, text, (stage.centerx, top), pixels=theme.BODY * unit, bold=True, anchor="midtop")
        top = box.bottom + 6 * unit
    loud = loud_news(moment)
    if loud is not None:
        text = f"{loud.minute}  {loud.text}"
        theme.label(surface, text, (stage.centerx, top), pixels=28 * unit, bold=True, anchor="midtop")


def loud_news(moment: Moment) -> News | None:
    """The latest news told across the pitch, while it is fresh."""
    now = int(moment.match.tick)
    fresh = [line for line in moment.news if line.loud and now - line.tick <= LOUD_FOR]
    return fresh[-1] if fresh else None
