"""How fast the match is shown by itself: fast while he cannot matter, slow for a moment when it is decided.

The match is the same at any pace; only real time is stretched.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.pitch import HALF_LENGTH
from game.screens.play.reckoning import Reckoning
from game.state import NOBODY, SIDE, TICKS_PER_SECOND, Match

DEAD = 6.0  # times while the ball is out and nothing is about to happen
FAR = 3.0  # times while the ball is far from him and his side not in danger
SLOW = 0.35  # times at the moment that decides
SLOW_FOR = 1.5  # s of real time, at most
SLOW_REST = 9.0  # s of real time between two such moments
READY = 1.5  # s before a restart is due at which everything goes on at its own pace
NEAR = 32.0  # m round the ball in which he can matter
EASE = 7.0  # 1/s, how fast the pace changes
SHOT_NEAR = 24.0  # m from goal, a shot that counts as a moment


@dataclass
class Tempo:
    """The factor now, eased; `slow` and `fast` switch the two off."""

    slow: bool = True
    fast: bool = True
    factor: float = 1.0
    slow_left: float = 0.0
    rest: float = 0.0
    _seen: int = -1

    def advance(self, seconds: float, match: Match, slot: int, told: Reckoning, *, busy: bool) -> float:
        """The factor for the next `seconds` of real time."""
        self.slow_left, self.rest = max(0.0, self.slow_left - seconds), max(0.0, self.rest - seconds)
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
        if busy or not self.fast:
            return 1.0
        if match.dead.kind:
            soon = match.tick > match.dead.ready - READY * TICKS_PER_SECOND
            return 1.0 if soon and match.dead.ready > 0 else DEAD
        return 1.0 if can_matter(match, slot) else FAR


def can_matter(match: Match, slot: int) -> bool:
    """Whether what he does now may decide something: the ball near, his goal in danger, or he upfield himself."""
    player, ball = match.players[slot], match.ball
    attacks = int(match.teams[slot // SIDE].attacks)
    dx, dy = float(ball.x - player.x), float(ball.y - player.y)
    if dx * dx + dy * dy < NEAR * NEAR or float(player.x) * attacks > 0.0:
        return True
    theirs = int(match.having) != slot // SIDE
    return theirs and float(ball.x) * attacks < 0.0


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
