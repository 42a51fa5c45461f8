"""Threat: the chance that a possession here ends in a goal, and how much more it is when nobody is goal-side.

`place` is the value of the spot (an xT surface), `chance` adds what opens up when few rivals stand between ball
and goal. Constants tuned, see the census.
"""

from __future__ import annotations

import math

from game.kernel import kernel
from game.parameters import Parameters
from game.pitch import HALF_LENGTH, within
from game.state import Sight

FLOOR = 0.004  # goals per possession deep in one's own half
NEAR_REACH = 8.0  # m
CLEAR_NEAR = 0.34  # chance with only the keeper to beat right in front of goal, beyond that from one's own
WIDE = 1.7  # how much a sideways metre counts, squared, against one straight out
GOAL_SIDE = 3.0  # m nearer the goal than the ball a man running back stops
CAUGHT = 0.5  # of a man's cover that one right behind the ball still gives
ANGLE = 0.15  # share of an open way left from the goal line itself


@kernel
def place(play: Parameters, x: float, y: float) -> float:
    """Goals per possession at (x, y), attacking +x, defence as usual there."""
    u = (x + HALF_LENGTH) / 105.0
    dx = HALF_LENGTH - x
    dy = 1.2 * y
    q = 1.0 + (dx * dx + dy * dy) / (NEAR_REACH * NEAR_REACH)
    t = within((u - play.rise_from) / (play.rise_to - play.rise_from), 0.0, 1.0)
    settled = play.climb * u + play.rise * t * t * (3.0 - 2.0 * t)
    return FLOOR + settled + play.near / (q * math.sqrt(math.sqrt(q)))


@kernel
def open_way(play: Parameters, x: float, y: float, covered: float) -> float:
    """Chance of a goal from (x, y) with the way open but for `covered` men goal-side and the keeper."""
    dx = HALF_LENGTH - x
    far = math.sqrt(dx * dx + WIDE * y * y) + 0.5
    u = max(1.0 - far / 105.0, 0.0)
    clear = (play.clear_far + CLEAR_NEAR * u * u * u) * (ANGLE + (1.0 - ANGLE) * dx / far)
    c = 1.0 + play.crowd * covered
    return clear / (c * c)


@kernel
def worth(play: Parameters, x: float, y: float, covered: float) -> float:
    """Chance of a goal with the ball at (x, y), attacking +x, and `covered` men goal-side."""
    ordinary = place(play, x, y)
    return ordinary + max(open_way(play, x, y, covered) - 0.5 * ordinary, 0.0)


@kernel
def cover(play: Parameters, x: float, y: float, fx: float, fy: float, gx: float) -> float:
    """0 … 1: how well a man at (x, y) covers the way from (fx, fy) to the goal at (gx, 0)."""
    lx = gx - fx
    ly = -fy
    rx = x - fx
    ry = y - fy
    if rx * rx + ry * ry < 1.0:
        return 0.5
    square = lx * lx + ly * ly + 1.0
    along = (rx * lx + ry * ly) / square
    if along < -0.04:
        return 0.0
    across = (ry * lx - rx * ly) * (ry * lx - rx * ly) / square
    weight = 1.0 if along > 0.03 else (along + 0.04) / 0.07
    lane = play.lane + play.lane_far * max(along, 0.0) * math.sqrt(square)
    return weight / (1.0 + across / (lane * lane))


@kernel
def catches(play: Parameters, behind: float, far: float) -> float:
    """0 … 0.5: what a man `behind` m on the wrong side still covers, the ball `far` m from goal: he runs faster."""
    if behind <= 0.0 or behind >= play.catch * far:
        return 0.0
    return CAUGHT * (1.0 - behind / (play.catch * far))


@kernel
def chance(play: Parameters, sight: Sight, x: float, y: float, seconds: float) -> float:
    """Chance of a goal for this side with the ball at (x, y) in `seconds`, given where the rivals are.

    Those not yet goal-side of the spot run back meanwhile, and the block shifts across to it.
    """
    covered = 0.0
    back = play.run_back * seconds
    across = play.slide * seconds
    for j in range(12, 22):
        rx = sight.x[j] + 0.5 * sight.vx[j]
        if rx < x + GOAL_SIDE:
            rx = min(rx + back, x + GOAL_SIDE)
        if rx > x - 5.0 and sight.on[j] == 1:
            ry = sight.y[j] + 0.5 * sight.vy[j]
            covered += cover(play, rx, ry + within(y - ry, -across, across), x, y, HALF_LENGTH)
        if sight.on[j] == 1:
            covered += catches(play, x - rx, HALF_LENGTH - x)
    return worth(play, x, y, covered)


@kernel
def danger(play: Parameters, sight: Sight, x: float, y: float, without: int) -> float:
    """Chance of a goal against with the rivals having the ball at (x, y); mate `without` does not count."""
    covered = 0.0
    for k in range(1, 11):
        mx = sight.x[k] + 0.5 * sight.vx[k]
        if mx < x + 5.0 and k != without and sight.on[k] == 1:
            covered += cover(play, mx, sight.y[k] + 0.5 * sight.vy[k], x, y, -HALF_LENGTH)
        if sight.on[k] == 1 and k != without:
            covered += catches(play, mx - x, HALF_LENGTH + x)
    return worth(play, -x, -y, covered)
