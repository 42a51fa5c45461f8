"""How fast the match is shown by itself: fast while he cannot matter, slow for a moment when it is decided.

Ten minutes of match take some two and a half to three of a person's time; who steers by hand has the match at its own.

The match is the same at any pace; only real time is stretched.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.pitch import HALF_LENGTH
from game.screens.play.reckoning import Reckoning
from game.state import NOBODY, SIDE, TICKS_PER_SECOND, Match

DEAD = 16.0  # times while the ball is out and nothing is about to happen
SOON = 6.0  # times when it is about to be played in again
FAR = 8.0  # times while the ball is far from him and nobody near a goal
CALM = 3.0  # times while he can matter and nothing presses
PRESS = 1.4  # times where every moment counts, but he only watches and decides
SLOW = 0.35  # times at the moment that decides
SLOW_FOR = 1.5  # s of real time, at most
SLOW_REST = 14.0  # s of real time between two such moments
READY = 0.8  # s before a restart is due at which everything goes on at its own pace
PRESSING = 10.0  # m round the ball in which every moment counts
HEED = 1.5  # s of real time at true pace after the button changed
NEAR = 22.0  # m round the ball in which he can matter
FURTHER = 38.0  # m the same, when he is upfield or they come
DEEP = -8.0  # m before halfway from which they come
EASE = 7.0  # 1/s, how fast the pace changes
SHOT_NEAR = 20.0  # m from goal, a shot that counts as a moment


@dataclass
class Tempo:
    """The factor now, eased; `slow` and `fast` switch the two off."""

    slow: bool = True
    fast: bool = True
    factor: float = 1.0
    slow_left: float = 0.0
    rest: float = 0.0
    _seen: int = -1
    _told: int = -1
    _heed: float = 0.0

    def advance(self, seconds: float, match: Match, slot: int, told: Reckoning, *, busy: bool) -> float:
        """The factor for the next `seconds` of real time."""
        self.slow_left, self.rest = max(0.0, self.slow_left - seconds), max(0.0, self.rest - seconds)
        self._heed = max(0.0, self._heed - seconds)
        moment = decisive(match, slot, told)
        if self.slow and moment not in (-1, self._seen) and self.rest == 0.0:
            self._seen, self.slow_left, self.rest = moment, SLOW_FOR, SLOW_REST
        aim = SLOW if self.slow_left > 0.0 else self._usual(match, slot, busy=busy)
        if aim < self.factor:
            self.factor = aim  # a brake bites at once: nothing that matters is missed
        else:
            self.factor += (aim - self.factor) * min(1.0, EASE * seconds)
        return self.factor

    def _usual(self, match: Match, slot: int, *, busy: bool) -> float:
        told = int(match.players[slot].told)
        if told != self._told:
            self._told, self._heed = told, HEED
        if busy or not self.fast or self._heed > 0.0:
            return 1.0
        if match.dead.kind:
            return SOON if match.tick > match.dead.ready - READY * TICKS_PER_SECOND else DEAD
        if not can_matter(match, slot):
            return FAR
        return PRESS if presses(match, slot) else CALM


def presses(match: Match, slot: int) -> bool:
    """Whether every moment counts: the ball is at him, near his goal, or near theirs while he is up there too."""
    player, ball = match.players[slot], match.ball
    attacks = int(match.teams[slot // SIDE].attacks)
    dx, dy = float(ball.x - player.x), float(ball.y - player.y)
    ahead = float(ball.x) * attacks
    at_a_goal = ahead < SHOT_NEAR - HALF_LENGTH or (ahead > HALF_LENGTH - SHOT_NEAR and float(player.x) * attacks > 0.0)
    return dx * dx + dy * dy < PRESSING * PRESSING or at_a_goal


def can_matter(match: Match, slot: int) -> bool:
    """Whether what he does now may decide something: the ball near him, or at the goal he defends or goes for."""
    player, ball = match.players[slot], match.ball
    attacks = int(match.teams[slot // SIDE].attacks)
    dx, dy = float(ball.x - player.x), float(ball.y - player.y)
    ahead = float(ball.x) * attacks
    theirs = int(match.having) != slot // SIDE
    upfield = float(player.x) * attacks > 0.0
    near = FURTHER if upfield or (theirs and ahead < DEEP) else NEAR
    return dx * dx + dy * dy < near * near or abs(ahead) > HALF_LENGTH - SHOT_NEAR


def decisive(match: Match, slot: int, told: Reckoning) -> int:
    """The tick at which what decides the match began: a shot from near, the ball lost while he is too far up; or -1."""
    ball = match.ball
    if match.dead.kind:
        return -1
    if ball.shot and ball.carrier == NOBODY:
        goal = HALF_LENGTH - abs(float(match.flight.x))
        return int(ball.kicked) if goal < SHOT_NEAR else -1
    rivals = match.teams[1 - slot // SIDE]
    lost = match.tick - int(rivals.won_at) < TICKS_PER_SECOND and int(match.having) != slot // SIDE
    if lost and told.beyond and told.rivals_behind >= told.mates_behind:
        return int(rivals.won_at)
    return -1
