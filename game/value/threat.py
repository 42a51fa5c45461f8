"""Threat: the chance that a possession here ends in a goal, and how much more it is when nobody is goal-side.

`place` is the value of the spot (an xT surface), `chance` adds what opens up when few rivals stand between ball
and goal. Constants tuned, see the census.
"""

from __future__ import annotations

import math

from game.kernel import kernel
from game.pitch import HALF_LENGTH
from game.state import Sight

FLOOR = 0.004  # goals per possession deep in one's own half
RISE = 0.012  # added towards the far end
NEAR = 0.50  # the mouth of the goal
NEAR_REACH = 8.0  # m
CLEAR_FAR = 0.05  # chance with only the keeper to beat, from one's own goal …
CLEAR_NEAR = 0.34  # … and this much more in front of the other
CROWD = 0.8  # how fast goal-side men close a way
LANE = 6.0  # m beside the line to goal where a man covers half


@kernel
def place(x: float, y: float) -> float:
    """Goals per possession at (x, y), attacking +x, defence as usual there."""
    u = (x + HALF_LENGTH) / 105.0
    dx = HALF_LENGTH - x
    dy = 1.2 * y
    q = 1.0 + (dx * dx + dy * dy) / (NEAR_REACH * NEAR_REACH)
    return FLOOR + RISE * u * u + NEAR / (q * math.sqrt(math.sqrt(q)))


@kernel
def _open_way(x: float, covered: float) -> float:
    """What is added to `place` at x by an open way, `covered` being the men goal-side."""
    u = (x + HALF_LENGTH) / 105.0
    clear = CLEAR_FAR + CLEAR_NEAR * u * u * u
    c = 1.0 + CROWD * covered
    c2 = c * c
    return clear / (c2 * c2)


@kernel
def chance(sight: Sight, x: float, y: float) -> float:
    """Chance of a goal for this side with the ball at (x, y), given where the rivals are."""
    covered = 0.0
    to_goal = HALF_LENGTH + 1.0 - x
    for j in range(12, 22):
        ahead = sight.x[j] + 0.5 * sight.vx[j] - x
        if ahead < -3.0 or sight.on[j] == 0:
            continue
        across = sight.y[j] - y * (1.0 - ahead / to_goal)
        weight = 1.0 if ahead > 2.0 else (ahead + 3.0) / 5.0
        covered += weight / (1.0 + across * across / (LANE * LANE))
    ordinary = place(x, y)
    opened = _open_way(x, covered)
    return ordinary + max(opened - 0.5 * ordinary, 0.0)


@kernel
def danger(sight: Sight, x: float, y: float, without: int) -> float:
    """Chance of a goal against with the rivals having the ball at (x, y); mate `without` does not count."""
    covered = 0.0
    to_goal = HALF_LENGTH + 1.0 + x
    for j in range(1, 11):
        if j == without or sight.on[j] == 0:
            continue
        ahead = x - sight.x[j] - 0.5 * sight.vx[j]
        if ahead < -3.0:
            continue
        across = sight.y[j] - y * (1.0 - ahead / to_goal)
        weight = 1.0 if ahead > 2.0 else (ahead + 3.0) / 5.0
        covered += weight / (1.0 + across * across / (LANE * LANE))
    ordinary = place(-x, -y)
    opened = _open_way(-x, covered)
    return ordinary + max(opened - 0.5 * ordinary, 0.0)
