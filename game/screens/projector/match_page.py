"""The match on the projector: the class's own with its question, and two side by side with their figures."""

from __future__ import annotations

import math

import pygame

from game.intervals import Interval
from game.match import PUSHED
from game.post import Post
from game.screens import theme
from game.screens.camera import Camera
from game.screens.charts import Bar, Bars
from game.screens.debrief.telling import MARKS
from game.screens.debrief.thinking import PUSH, STAY
from game.screens.play.reckoning import Reckoning
from game.screens.play.view import View
from game.screens.projector.asking import draw_strip
from game.screens.projector.brush import LARGE, TEXT, Brush, below
from game.screens.projector.following import State
from game.screens.projector.grass import draw_grass, draw_score
from game.screens.projector.pair import Pair, Shown
from game.screens.projector.shapes import draw_shape
from game.screens.projector.voted import VotedMatch
from game.state import SIDE

LEAST_GRASS = 0.6  # of the page a match keeps
SHOTS, XG, GOALS = 8.0, 1.0, 3.0  # ends of the bars under a split screen, at least


class MatchView:
    """Draws a class's match; what its man must reckon with is worked out once a tick."""

    def __init__(self, match: VotedMatch) -> None:
        self.match, self.playing, self.say = match, match.playing, match.say
        self.camera = Camera()
        self.view = View(match.playing, match.say)

    def draw(self, brush: Brush, state: State | None, box: pygame.Rect) -> None:
        """The bar, the grass, and below it the question of `state`, or (None) who he is and what the room told him."""
        match = self.match
        high = round(brush.px(TEXT + 5) * 1.6)
        moment = match.playing.live.moment(match.pace.share())
        mark = brush.say("projector.mark", mark=brush.number(match.playing.rating.value, 1))
        draw_score(brush, moment, pygame.Rect(box.left, box.top, box.width, high), units=TEXT + 5, aside=mark)
        rest = below(box, box.top + high)
        strip = self._strip_height(brush, state, rest)
        grass = pygame.Rect(rest.left, rest.top, rest.width, rest.height - strip)
        slot, loud = match.playing.slot, match.telling.shown(int(match.match.tick))
        draw_grass(brush, moment, self.camera, grass, slot=slot, pushing=match.pushing, told=self.view.told, loud=loud)
        foot = pygame.Rect(rest.left, grass.bottom + brush.space(6), rest.width, strip - brush.space(6))
        brush.fitted(lambda each, place: self._strip(each, state, place), foot)

    def _strip_height(self, brush: Brush, state: State | None, rest: pygame.Rect) -> int:
        """Pixels the strip gets: what it needs, the grass keeping its share."""
        trial = Brush(pygame.Surface((1, 1), depth=32), brush.say, brush.scale, size=brush.size)
        place = pygame.Rect(rest.left, 0, rest.width, rest.height)
        needed = self._strip(trial, state, place) + brush.space(14)
        return min(needed, round(rest.height * (1 - LEAST_GRASS)))

    def _strip(self, brush: Brush, state: State | None, box: pygame.Rect) -> int:
        if state is not None:
            return draw_strip(brush, state, box, seen(brush, self.view.told))
        playing = self.match.playing
        did = PUSH if self.match.pushing else STAY
        shape, ink = MARKS[did]
        size = brush.px(TEXT + 5)
        draw_shape(brush.canvas, shape, pygame.Rect(box.left, box.top + size // 5, size, size), ink)
        man = int(playing.match.players[playing.slot].man)
        post = Post(int(playing.setup.sheets[0].post[playing.slot % SIDE])).name
        key = f"over_{did}" if self.match.playing.over else f"now_{did}"
        said = brush.say(
            f"projector.{key}", who=playing.programme.who(0, man), post=brush.say(f"match.post_{post}"),
            score=self.match.score,
        )  # fmt: skip
        place = pygame.Rect(box.left + round(1.6 * size), box.top, box.width - round(1.6 * size), box.height)
        return brush.block(said, place, TEXT + 5, bold=True)


def seen(brush: Brush, told: Reckoning) -> str:
    """What can be seen behind him, and the way back: facts to argue with, no chances."""
    back, rival = brush.number(told.back, 1), brush.number(told.rival, 1)
    return brush.say("projector.seen", mates=told.mates_behind, rivals=told.rivals_behind, back=back, rival=rival)


def draw_pair(brush: Brush, pair: Pair, box: pygame.Rect) -> None:
    """Two matches side by side: what each is played for, the grass, and what came of it."""
    gap = brush.space(24)
    width = (box.width - gap) // 2
    for nth, shown in enumerate(pair.both):
        place = pygame.Rect(box.left + nth * (width + gap), box.top, width, box.height)
        _half(brush, pair, shown, place)


def _half(brush: Brush, pair: Pair, shown: Shown, box: pygame.Rect) -> None:
    """One of the two."""
    titles = pygame.Rect(box.left, box.top, box.width, brush.space(2.6 * TEXT))
    brush.fitted(lambda each, place: each.block(shown.title, place, TEXT + 7, bold=True), titles)
    high = round(brush.px(TEXT) * 1.5)
    moment = shown.live.moment(pair.pace.share())
    score = pygame.Rect(box.left, titles.bottom, box.width, high)
    small = Brush(brush.canvas, brush.say, 1.0)
    draw_score(small, moment, score, units=TEXT)
    grass = pygame.Rect(box.left, score.bottom, box.width, round(box.width * 0.665))
    chart = figures(brush, shown)
    figures_box = below(box, grass.bottom + brush.space(6))
    figures_box.height = box.bottom - figures_box.top
    draw_grass(
        small, moment, shown.camera, grass, slot=shown.slot, pushing=_pushes(shown),
        loud=brush.say("projector.goal") if shown.cheering else "",
    )  # fmt: skip
    brush.fitted(lambda each, place: each.bars(chart, place, TEXT), figures_box)


def figures(brush: Brush, shown: Shown) -> Bars:
    """Shots, xG, goals and progress as bars; the ends of their axes are the same for both matches."""
    shots, xg, goals, forward = shown.figures
    rows = (
        ("shots", shots / SHOTS, str(shots)),
        ("xg", xg / XG, brush.number(xg, 2)),
        ("goals", goals / GOALS, str(goals)),
        ("forward", forward, f"{brush.number(100 * forward)} %"),
    )
    bars = [
        Bar(brush.say(f"projector.{key}"), Interval(min(1.0, part), math.nan, math.nan), written, theme.TEXT, "dot")
        for key, part, written in rows
    ]
    title = brush.say("projector.our_side")
    return Bars(title, bars, title, ("", ""), most=1.0)


def _pushes(shown: Shown) -> bool:
    """Whether the one whose choice it is was told to go."""
    return shown.slot is not None and int(shown.live.match.players[shown.slot].told) == PUSHED


def draw_waiting(brush: Brush, text: str, box: pygame.Rect) -> None:
    """Something is not ready yet."""
    brush.fitted(
        lambda each, place: each.block(text, place, LARGE, bold=True, centre=True), box.move(0, box.height // 3)
    )
