"""Everything round the pitch while somebody plays: score, clock, what is needed, cards, calls, keys.

Beside the pitch stand two cards; with text of 125 % or more, or on a squarish screen, they flow into a drawer below.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import pygame

from game.screens import clock_face, sprites, theme
from game.screens.moment import Moment
from game.screens.play import marks
from game.screens.play.facts import Card, Chances, Row, Say
from game.screens.play.paper import Paper, card_size, draw_card, draw_flow, flow_height, flow_rows
from game.screens.theme import Colour
from game.state import Restart

EDGE = 10  # units kept free at the sides
ROW = 40  # units of the bar with the score
NEED = 20  # units a line of what is needed takes
FOOT = 30  # units of the bar with the keys
DRAWER_FROM = 1.25  # text size from which cards go below
SQUARISH = 1.5  # width over height below which they do too
MOOD = 210  # units, width of the bar of chances
BADGE = 8  # units, radius of a side's shape


@dataclass(frozen=True)
class Shown:
    """One frame of what the HUD tells."""

    moment: Moment
    need: str
    cards: tuple[Card, Card]
    chances: Chances | None
    """None where the settings show none."""
    numbers: bool
    mood: str
    """What is needed and how likely it is, in words."""
    keys: Sequence[tuple[str, str]]
    """Caps and what they do, the most important first."""
    status: Sequence[tuple[str, str]]
    """The same at the right: speed, pause, all keys."""
    speech: Sequence[tuple[str, str]]
    """Who says what."""
    captions: Sequence[str]
    call: str
    """What the referee has given."""
    loud: str
    """A goal, a red card."""


@dataclass(frozen=True)
class Places:
    """Where everything stands, px."""

    top: pygame.Rect
    view: pygame.Rect
    """All that is left to the pitch."""
    pitch: pygame.Rect
    """The part of it between the cards."""
    cards: tuple[pygame.Rect, ...]
    drawer: pygame.Rect | None
    foot: pygame.Rect
    needed: tuple[str, ...]


def lay_out(paper: Paper, shown: Shown, text: float) -> Places:
    """Measure the words, then give everything its place."""
    width, height = paper.surface.get_size()
    needed = tuple(theme.wrapped(shown.need, theme.LABEL * paper.unit, width - 2 * paper.px(EDGE), most=2))
    top = pygame.Rect(0, 0, width, paper.px(ROW + NEED * len(needed) + 4))
    foot = pygame.Rect(0, 0, width, paper.px(FOOT))
    foot.bottom = height
    gap = max(4, paper.px(4))
    if text >= DRAWER_FROM or width / height < SQUARISH:
        rows = tuple(row for card in shown.cards for row in card.rows)
        tall = flow_height(paper, flow_rows(paper, rows, width - 2 * paper.px(EDGE)))
        drawer = pygame.Rect(0, foot.top - tall, width, tall)
        view = pygame.Rect(0, top.bottom, width, drawer.top - top.bottom)
        return Places(top, view, view, (), drawer, foot, needed)
    view = pygame.Rect(0, top.bottom, width, foot.top - top.bottom)
    sizes = [card_size(paper, card) for card in shown.cards]
    left = pygame.Rect((gap, view.top + gap), sizes[0])
    right = pygame.Rect((0, view.top + gap), sizes[1])
    right.right = width - gap
    pitch = pygame.Rect(left.right + gap, view.top, right.left - left.right - 2 * gap, view.height)
    return Places(top, view, pitch, (left, right), None, foot, needed)


def draw(paper: Paper, shown: Shown, places: Places) -> None:
    """All of it round the pitch."""
    for nth, (card, box) in enumerate(zip(shown.cards, places.cards, strict=False)):
        _card(paper, card, box, nth)
    if places.drawer is not None:
        rows = tuple(row for card in shown.cards for row in card.rows)
        paper.sheet("drawer", places.drawer, rows, lambda page, box: _drawer(page, rows, box), clear=False)
    paper.sheet("top", places.top, _told_on_top(shown, places), lambda page, _: _top(page, shown, places), clear=False)
    keys = (tuple(shown.keys), tuple(shown.status))
    paper.sheet("foot", places.foot, keys, lambda page, box: _foot(page, shown, box), clear=False)


def _card(paper: Paper, card: Card, box: pygame.Rect, nth: int) -> None:
    paper.sheet(f"card {nth}", box, card, lambda page, whole: draw_card(page, card, whole), clear=True)


def _drawer(paper: Paper, rows: tuple[Row, ...], box: pygame.Rect) -> None:
    draw_flow(paper, flow_rows(paper, rows, box.width - 2 * paper.px(EDGE)), box)


def _told_on_top(shown: Shown, places: Places) -> Hashable:
    """Everything the top bar is made of."""
    match = shown.moment.match
    goals = tuple((int(team.goals), int(team.kicks_scored)) for team in match.teams)
    time = clock_face.time_of(match, shown.moment.setup), clock_face.added(match), int(match.clock.half)
    return goals, time, shown.chances, shown.numbers, shown.mood, places.needed


def _top(paper: Paper, shown: Shown, places: Places) -> None:
    """Score, clock and chances in one row; what is needed below."""
    paper.surface.fill(theme.INK)
    row = pygame.Rect(0, 0, places.top.width, paper.px(ROW))
    clock = _clock(paper, shown.moment, row)
    _score(paper, shown.moment, row, room=clock.left - paper.px(2 * EDGE))
    if shown.chances is not None:
        _mood(paper, shown, shown.chances, row, left=clock.right + paper.px(2 * EDGE))
    for nth, line in enumerate(places.needed):
        at = (paper.px(EDGE), row.bottom + paper.px(NEED) * nth)
        paper.write(line, at, ink=theme.TEXT)


def _clock(paper: Paper, moment: Moment, row: pygame.Rect) -> pygame.Rect:
    time = clock_face.time_of(moment.match, moment.setup)
    face = paper.write(time, row.center, units=26, bold=True, anchor="center")
    at = (face.right + paper.px(6), row.centery)
    added = paper.write(clock_face.added(moment.match), at, units=20, ink=theme.AMBER, bold=True, anchor="midleft")
    return face.union(added).union(face.move(paper.width("+10", units=20, bold=True), 0))


def _score(paper: Paper, moment: Moment, row: pygame.Rect, *, room: float) -> None:
    """Badge, name, goals, name, badge; short names where the long ones do not fit."""
    teams, clubs = moment.match.teams, moment.programme.clubs
    goals = f"{teams[0].goals}–{teams[1].goals}"
    if moment.match.clock.half == clock_face.SHOOT_OUT:
        goals += f" ({teams[0].kicks_scored}–{teams[1].kicks_scored})"
    names, gap = [club.name for club in clubs], paper.px(8)
    badge = paper.px(BADGE)

    def needs(units: float) -> int:
        texts = (*names, goals)
        return sum(paper.width(text, units=units, bold=True) for text in texts) + 5 * gap + 4 * badge

    units = 22.0
    if needs(units) > room:
        names = [club.short for club in clubs]
    if needs(units) > room:
        units *= room / needs(units)
    x = paper.px(EDGE) + badge
    _badge(paper, moment, 0, (x, row.centery))
    x += badge + gap
    for text, ink in ((names[0], theme.TEXT), (goals, theme.WHITE), (names[1], theme.TEXT)):
        x = paper.write(text, (x, row.centery), units=units, ink=ink, bold=True, anchor="midleft").right + gap
    _badge(paper, moment, 1, (x + badge, row.centery))


def _badge(paper: Paper, moment: Moment, side: int, at: tuple[float, float]) -> None:
    kit = moment.programme.clubs[side].kit
    sprites.stamp(paper.surface, sprites.shirt(kit, -1, paper.px(BADGE)), at)


def _mood(paper: Paper, shown: Shown, chances: Chances, row: pygame.Rect, *, left: float) -> None:
    """What is needed and how likely it is in words; below them a bar between a shield and a triangle."""
    room = round(row.right - paper.px(EDGE) - left)
    width = min(paper.px(MOOD), room)
    if width < paper.px(60):
        return
    units = next((each for each in (theme.LABEL, theme.SMALL) if paper.width(shown.mood, units=each) <= room), 0)
    words = shown.mood if units else ""
    paper.write(words, (row.right - paper.px(EDGE), row.top + paper.px(10)), units=units, anchor="midright")
    size = paper.px(13)
    box = pygame.Rect(0, 0, width - 2 * (size + paper.px(5)), paper.px(16 if shown.numbers else 9))
    box.midright = (row.right - paper.px(EDGE + 5) - size, row.centery + paper.px(10 if words else 0))
    for name, ink, x in (
        ("shield", theme.SKY, box.left - size - paper.px(5)),
        ("triangle", theme.DANGER, box.right + paper.px(5)),
    ):
        marks.icon(paper.surface, name, pygame.Rect(x, box.centery - size // 2, size, size), ink)
    if shown.numbers:
        _ends(paper, chances, box)
    else:
        _scale(paper, chances.reach, box)
    pygame.draw.rect(paper.surface, theme.TEXT, box, 1)


def opened(share: float) -> float:
    """Where `share` stands on a scale that is open at both ends: one in a hundred is seen, and so is its change."""
    return math.asin(math.sqrt(min(1.0, max(0.0, share)))) / math.asin(1.0)


def _scale(paper: Paper, share: float, box: pygame.Rect) -> None:
    """How far what is needed is reached, with a notch where it is even."""
    reached = pygame.Rect(box.left, box.top, round(opened(share) * box.width), box.height)
    rest = pygame.Rect(reached.right, box.top, box.right - reached.right, box.height)
    paper.surface.fill(DRAW, rest)
    _hatch(paper.surface, rest)
    paper.surface.fill(theme.SKY, reached)
    notch = pygame.Rect(0, 0, max(1, paper.px(1.5)), box.height + paper.px(6))
    notch.center = box.center
    paper.surface.fill(theme.TEXT, notch)


def _ends(paper: Paper, chances: Chances, box: pygame.Rect) -> None:
    """Win, draw and loss in hundredths, side by side."""
    x = box.left
    for share, ink in ((chances.win, theme.SKY), (chances.draw, DRAW), (chances.loss, theme.DANGER)):
        part = pygame.Rect(x, box.top, round(share * box.width), box.height)
        paper.surface.fill(ink, part)
        if ink == DRAW:
            _hatch(paper.surface, part)
        text = f"{100 * share:.0f}"
        if part.width > paper.width(text) + 6:
            on = theme.INK if ink == theme.SKY else theme.TEXT
            ground = pygame.Rect(0, 0, paper.width(text, bold=True) + 6, box.height)
            ground.center = part.center
            paper.surface.fill(ink, ground)
            paper.write(text, part.center, ink=on, bold=True, anchor="center")
        x = part.right


DRAW: Colour = (0x1A, 0x26, 0x32)
"""Dark: a third step of lightness below danger."""


def _hatch(surface: pygame.Surface, box: pygame.Rect) -> None:
    clip = surface.get_clip()
    surface.set_clip(box.clip(clip))
    for x in range(box.left - box.height, box.right, 7):
        pygame.draw.line(surface, theme.MUTED, (x, box.bottom), (x + box.height, box.top), 1)
    surface.set_clip(clip)


def _foot(paper: Paper, shown: Shown, bar: pygame.Rect) -> None:
    """Keys at the left, speed and pause at the right; what finds no room is left out, the last first."""
    paper.surface.fill(theme.INK, bar)
    end = float(bar.right - paper.px(EDGE))
    for cap, text in reversed(shown.status):
        needs = _key_width(paper, cap, text)
        _key(paper, cap, text, (end - needs, bar.centery))
        end -= needs + paper.px(14)
    x = float(paper.px(EDGE))
    for cap, text in shown.keys:
        needs = _key_width(paper, cap, text)
        if x + needs > end:
            return
        _key(paper, cap, text, (x, bar.centery))
        x += needs + paper.px(14)


def _key_width(paper: Paper, cap: str, text: str) -> int:
    width = paper.width(text, units=theme.LABEL)
    return width + (paper.width(cap, units=theme.SMALL, bold=True) + paper.px(16) if cap else 0)


def _key(paper: Paper, cap: str, text: str, at: tuple[float, float]) -> None:
    """A key-cap and what it does."""
    x = at[0]
    if cap:
        box = pygame.Rect(0, 0, paper.width(cap, units=theme.SMALL, bold=True) + paper.px(10), paper.px(20))
        box.midleft = (round(x), round(at[1]))
        pygame.draw.rect(paper.surface, theme.RAISED, box, border_radius=paper.px(4))
        pygame.draw.rect(paper.surface, theme.MUTED, box, 1, border_radius=paper.px(4))
        paper.write(cap, box.center, units=theme.SMALL, bold=True, anchor="center")
        x = box.right + paper.px(6)
    paper.write(text, (x, at[1]), ink=theme.MUTED, anchor="midleft")


def call_of(moment: Moment, say: Say) -> str:
    """What the referee has given and to whom; empty while the ball is in play."""
    match, clubs = moment.match, moment.programme.clubs
    if match.clock.over:
        return say("match.full_time")
    kind = Restart(int(match.dead.kind))
    if kind is Restart.NONE:
        return ""
    club = clubs[int(match.dead.side)].name if kind not in (Restart.DROPPED, Restart.INTERVAL) else ""
    return say(f"match.restart_{kind.name}", club=club).strip()
