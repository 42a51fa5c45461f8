"""Walls: who stands in one before a free kick that can be shot, and how it is shot over them."""

from __future__ import annotations

import math

from game.brain.options import go_to
from game.kernel import kernel
from game.pitch import BOX_HALF, CIRCLE, GOAL_HALF, HALF_LENGTH, within
from game.state import Match, Notes, Option, Restart, Setup, Sight
from game.value.space import flight_over

SHOOTING, NOT_NEARER = 30.0, 11.0  # m from goal within which a direct free kick may be shot, and a wall has room
WALL, NEARER_BY = 3, 5.0  # men in the wall at that distance, and m nearer for one more each …
MOST, FROM_WING = 5, 2  # up to so many; so many before a ball into the box from the wing
SHOOTS = 0.2  # of what a free kick shot is worth that a taker gives it: a ball into the box keeps the attack alive
TO_WALL = 4.2  # m/s at which they get there
APART = 0.65  # m between two of them
INTO_CORNER = 2.3  # m from the middle of the goal it is aimed
OVER_WALL, UNDER_BAR = 2.5, 1.9  # m above the grass a free kick passes the wall, and is to pass the line


@kernel
def weigh_wall(match: Match, setup: Setup, notes: Notes, slot: int) -> bool:
    """Three men or more between ball and near post when a free kick can be shot; True when this man is in the wall."""
    side = slot // 11
    sight = notes.sight[side]
    if match.dead.side == side or not in_wall(match, setup, sight, side, slot - 11 * side):
        return False
    gx, gy, far = _to_near_post(sight)
    wx = sight.ball_x + gx / far * (CIRCLE + 0.2)
    wy = sight.ball_y + gy / far * (CIRCLE + 0.2)
    shift = (_wall_rank(setup, sight, side, slot - 11 * side) - 0.5 * (_men(sight, far) - 1)) * APART
    x = within(wx, -HALF_LENGTH, 0.0) - gy / far * shift
    go_to(notes, x, wy + gx / far * shift, TO_WALL)
    return True


@kernel
def walled(sight: Sight) -> bool:
    """Whether a wall covers the near post of this side's goal: a direct free kick before it can be shot."""
    return NOT_NEARER < _to_near_post(sight)[2] < SHOOTING and abs(sight.ball_y) < BOX_HALF


@kernel
def in_wall(match: Match, setup: Setup, sight: Sight, side: int, k: int) -> bool:
    """Whether mate `k` stands in a wall now."""
    far = _to_near_post(sight)[2]
    if match.dead.kind != Restart.DIRECT or not NOT_NEARER < far < SHOOTING:
        return False
    return _wall_rank(setup, sight, side, k) < _men(sight, far)


@kernel
def _to_near_post(sight: Sight) -> tuple[float, float, float]:
    """The way (m) from the ball to just inside the near post of this side's goal, along and across, and how far."""
    gx = -HALF_LENGTH - sight.ball_x
    near = GOAL_HALF - 1.2 if sight.ball_y > 0.0 else -GOAL_HALF + 1.2
    gy = near - sight.ball_y
    return gx, gy, math.sqrt(gx * gx + gy * gy)


@kernel
def _men(sight: Sight, far: float) -> int:
    """How many men stand in a wall `far` m from goal."""
    if abs(sight.ball_y) > BOX_HALF:
        return FROM_WING
    return min(WALL + int((SHOOTING - far) / NEARER_BY), MOST)


@kernel
def _wall_rank(setup: Setup, sight: Sight, side: int, k: int) -> int:
    """Place of mate `k` in the order in which men go into the wall."""
    rank = 0
    mine = _wall_key(setup, side, k)
    for m in range(1, 11):
        if m != k and sight.on[m] == 1 and _wall_key(setup, side, m) > mine:
            rank += 1
    return rank


@kernel
def _wall_key(setup: Setup, side: int, k: int) -> float:
    """Midfielders and forwards make the wall, in a fixed order."""
    depth = setup.sheets[side].depth[k]
    return 1.0 - abs(depth - 0.6) + 0.001 * k if depth > 0.2 else -1.0


@kernel
def over_the_wall(match: Match, option: Option, far: float) -> None:
    """A free kick shot at the post the wall is before: above it and just under the bar, as fast as both allow."""
    option.power, option.lift = flight_over(CIRCLE, OVER_WALL, max(far, 1.35 * CIRCLE), UNDER_BAR)
    near = match.dead.y * match.teams[match.dead.side].attacks
    option.y = INTO_CORNER if near > 0.0 else -INTO_CORNER
    option.p = within(0.105 - 0.0028 * far, 0.02, 0.09)
    taker = match.players[match.dead.taker]
    option.value = SHOOTS * (taker.score + 1.5 * taker.personal) * option.p
