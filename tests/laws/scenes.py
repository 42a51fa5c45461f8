"""Boards for the laws: a match record with 22 men on it, moved by hand, officiated a tick at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.events import Action
from game.laws.referee import officiate
from game.pitch import BALL_RADIUS
from game.post import Post
from game.record import blank
from game.state import NOBODY, SIDE, SLOTS, Match, Notes, Restart, Setup

POSTS = (Post.GK, Post.RB, Post.CB, Post.CB, Post.LB, Post.RW, Post.CM, Post.CM, Post.LW, Post.ST, Post.ST)
DEPTHS = (-1.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.5, 0.5, 0.5, 1.0, 1.0)
WIDTHS = (0.0, -0.8, -0.3, 0.3, 0.8, -0.8, -0.3, 0.3, 0.8, -0.3, 0.3)
BENCH = (Post.GK, Post.CB, Post.RB, Post.CM, Post.CM, Post.LW, Post.ST)
AWAY = SIDE  # slot of the away keeper


@dataclass
class Scene:
    """A match under way, and what belongs to it."""

    match: Match
    setup: Setup
    notes: Notes

    def tick(self, count: int = 1) -> None:
        """Officiate `count` ticks in which nobody moves."""
        for _ in range(count):
            officiate(self.match, self.setup, self.notes)
            self.match.tick += 1

    def tick_until_over(self, most: int) -> None:
        """Officiate until the final whistle, `most` ticks at most."""
        for _ in range(most):
            if self.match.clock.over == 1:
                return
            self.tick()

    def put(self, slot: int, x: float, y: float) -> None:
        """Stand `slot` at (x, y)."""
        self.match.players[slot].x = x
        self.match.players[slot].y = y

    def ball(self, x: float, y: float, *, was: tuple[float, float] | None = None, z: float = BALL_RADIUS) -> None:
        """Put the ball at (x, y), come from `was` in this tick."""
        ball = self.match.ball
        ball.x, ball.y, ball.z = x, y, z
        ball.was_x, ball.was_y = was or (x, y)
        ball.was_z = z

    def kick(self, slot: int, *, shot: int = 0) -> None:
        """`slot` plays the ball on purpose in this tick."""
        ball = self.match.ball
        ball.carrier = NOBODY
        ball.held = 0
        ball.last = ball.kicker = slot
        ball.kicked = self.match.tick
        ball.shot = shot
        ball.saved = 0
        ball.vx = 5.0 * self.match.teams[slot // SIDE].attacks
        self.match.having = slot // SIDE

    def control(self, slot: int, *, held: int = 0) -> None:
        """`slot` gets the ball under control in this tick, where he stands."""
        ball = self.match.ball
        ball.carrier = ball.last = slot
        ball.held = held
        ball.since = self.match.tick
        ball.shot = ball.saved = 0
        self.ball(self.match.players[slot].x, self.match.players[slot].y)
        self.match.having = slot // SIDE

    def deflect(self, slot: int) -> None:
        """The ball bounces off `slot`."""
        self.match.ball.last = slot
        self.match.ball.kicked = self.match.tick

    def foul(self, slot: int, kind: int, *, at: tuple[float, float], victim: int = NOBODY, chance: int = 0) -> None:
        """`slot` offends in this tick."""
        foul = self.match.foul
        foul.kind, foul.slot, foul.victim, foul.chance = kind, slot, victim, chance
        foul.x, foul.y = at
        foul.tick = self.match.tick

    def restart(self, kind: Restart, taker: int, x: float, y: float) -> None:
        """`taker` plays the restart `kind` from (x, y) in this tick; it is then in play."""
        dead = self.match.dead
        dead.kind, dead.side, dead.taker = kind, taker // SIDE, taker
        dead.x, dead.y = x, y
        dead.indirect = int(kind in (Restart.INDIRECT, Restart.DROPPED))
        dead.ready = self.match.tick
        self.put(taker, x, y)
        self.ball(x, y)
        self.kick(taker)
        self.tick()

    def said(self, action: Action) -> list[Any]:
        """The events of one kind, oldest first."""
        return [event for event in self.notes.events[: self.notes.count] if event.action == action]

    def awarded(self) -> tuple[Restart, int]:
        """The restart awarded, and to which side; NONE while the ball is in play."""
        return Restart(self.match.dead.kind), int(self.match.dead.side)


def laws(setup: Setup) -> None:
    """The laws of 2026/27 in a league match of 2 × 45 minutes, without the countdown."""
    competition = setup.competition
    competition.half_seconds = 2700.0
    competition.added_seconds = -1.0
    competition.keeper_seconds = 8.0
    competition.keeper_corner = 1
    competition.substitutions = 5
    competition.windows = 3
    competition.dropped_to_last = 1
    competition.time_lost = 1.0
    setup.start.half = 1
    setup.start.controlled = NOBODY


def sheets(setup: Setup) -> None:
    """Two sides in 4-4-2 with seven men on the bench."""
    for side in range(2):
        sheet = setup.sheets[side]
        for place in range(SIDE):
            sheet.post[place] = POSTS[place]
            sheet.depth[place] = DEPTHS[place]
            sheet.width[place] = WIDTHS[place]
            sheet.lineup[place] = place
            setup.squads[side, place].post = POSTS[place]  # type: ignore[call-overload]
        for place, post in enumerate(BENCH):
            sheet.bench[place] = SIDE + place
            setup.squads[side, SIDE + place].post = post  # type: ignore[call-overload]


def in_play(*, seed: int = 1, half: int = 1, second: float = 600.0) -> Scene:
    """A match in play: home attacks +x, everyone in his own half, the ball at the centre with nobody."""
    scene = Scene(blank(Match), blank(Setup), blank(Notes))
    match = scene.match
    laws(scene.setup)
    sheets(scene.setup)
    match.seed = seed
    match.tick = 1000
    match.clock.half = half
    match.clock.tick = int(second * 20)
    match.clock.added = -1
    match.teams[0].attacks = 1
    match.teams[1].attacks = -1
    for slot in range(SLOTS):
        player = match.players[slot]
        side, place = divmod(slot, SIDE)
        player.man = place
        player.on = 1
        player.legs = player.breath = 1.0
        x = -50.0 if place == 0 else -30.0 + 20.0 * DEPTHS[place]
        scene.put(slot, x * (1 - 2 * side), 30.0 * WIDTHS[place])
    ball = match.ball
    ball.carrier = ball.aimed = NOBODY
    ball.last = ball.kicker = 9
    ball.z = ball.was_z = BALL_RADIUS
    match.dead.first = match.dead.taker = match.foul.victim = NOBODY
    return scene
