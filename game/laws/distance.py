"""Who must stand where until a restart is taken (Laws 8, 13–17), and whether it may be.

Simplified: attackers are not kept a metre from a wall (Law 13.3), and nobody encroaches, so nothing is retaken.
"""

from __future__ import annotations

import numpy as np

from game.kernel import kernel
from game.laws.restarts import retrieved_at
from game.pitch import CIRCLE, CORNER_ARC, GOAL_HALF, HALF_LENGTH, HALF_WIDTH, PENALTY_MARK, in_box, length, within
from game.state import NOBODY, SIDE, SLOTS, Match, Restart

GAPS = np.array(
    [0.0, CIRCLE, 2.0, 0.0, CIRCLE + CORNER_ARC, CIRCLE, CIRCLE, CIRCLE, 4.0, CIRCLE, 0.0]
)  # m from the ball (from the flag at a corner), a number a Restart
EYE = 0.2  # m, what a referee does not see
AT_THE_BALL = 1.0  # m within which the taker stands ready
JOG = 3.0  # m/s, how men clear off while there is time
CLEAR_OF_HALFWAY = 1.0  # m behind the halfway line before a man sent back at a kick-off turns out of the circle
HURRY = 6.0  # m/s, and once the restart is due


@kernel
def may_take(match: Match) -> bool:
    """Whether the restart may be taken now: ball retrieved, taker at it, everyone where the Law wants him."""
    dead = match.dead
    if dead.taker == NOBODY or match.tick < retrieved_at(match):
        return False
    taker = match.players[dead.taker]
    if taker.on == 0 or length(taker.x - dead.x, taker.y - dead.y) > AT_THE_BALL:
        return False
    well = True
    for slot in range(SLOTS):
        well = well and (match.players[slot].on == 0 or stands_well(match, slot))
    return well


@kernel
def keep_distance(match: Match) -> None:
    """Send off everyone who stands too near, whatever he wants: his legs carry him away at a referee's pace."""
    dead = match.dead
    late = match.tick >= dead.ready
    if dead.kind == Restart.KICK_OFF and not late:
        return
    for slot in range(SLOTS):
        if match.players[slot].on == 1 and not stands_well(match, slot):
            _send_off_spot(match, slot, HURRY if late else JOG)


@kernel
def stands_well(match: Match, slot: int) -> bool:
    """Whether the Law allows `slot` to stand where he does while the restart is taken."""
    dead = match.dead
    player = match.players[slot]
    if slot == dead.taker:
        return True
    if _from_the_mark(dead.kind):
        return _stands_well_at_penalty(match, slot)
    if dead.kind == Restart.KICK_OFF and player.x * match.teams[slot // SIDE].attacks > EYE:
        return False
    if slot // SIDE == dead.side and dead.kind != Restart.DROPPED:
        return True
    if _must_leave_box(match) and in_box(player.x, player.y, -match.teams[dead.side].attacks):
        return False
    if length(player.x - _spot_x(match), player.y - _spot_y(match)) >= GAPS[dead.kind] - EYE:
        return True
    return abs(player.x) >= HALF_LENGTH - 0.5 and abs(player.y) <= GOAL_HALF


@kernel
def _stands_well_at_penalty(match: Match, slot: int) -> bool:
    """The keeper on his line between the posts; all others outside box and arc and behind the mark."""
    dead = match.dead
    player = match.players[slot]
    end = 1 if dead.x > 0.0 else -1
    if slot == (1 - dead.side) * SIDE:
        return abs(player.x - end * HALF_LENGTH) <= 0.5 and abs(player.y) <= GOAL_HALF
    if in_box(player.x, player.y, end) or player.x * end > HALF_LENGTH - PENALTY_MARK:
        return False
    return length(player.x - dead.x, player.y - dead.y) >= CIRCLE - EYE


@kernel
def _send_off_spot(match: Match, slot: int, pace: float) -> None:
    """Turn `slot` towards where he may stand, at `pace` m/s."""
    dead = match.dead
    player = match.players[slot]
    end = 1 if dead.x > 0.0 else -1
    dx = player.x - _spot_x(match)
    dy = player.y - _spot_y(match)
    if dead.kind == Restart.KICK_OFF:
        end = match.teams[slot // SIDE].attacks
        back = player.x * end > -CLEAR_OF_HALFWAY
    elif _from_the_mark(dead.kind):
        back = in_box(player.x, player.y, end) or player.x * end > HALF_LENGTH - PENALTY_MARK
        if slot == (1 - dead.side) * SIDE:
            back = False
            dx = end * HALF_LENGTH - player.x
            dy = -player.y
    else:
        back = _must_leave_box(match) and in_box(player.x, player.y, end)
    gap = length(dx, dy)
    if back or gap < 0.1:
        player.vx = -end * pace
        player.vy = 0.0
    else:  # outwards, and on around it as he was going
        around = within((player.vy * dx - player.vx * dy) / gap, -pace, pace)
        player.vx = (dx * pace - dy * around) / gap
        player.vy = (dy * pace + dx * around) / gap


@kernel
def _from_the_mark(kind: int) -> bool:
    """A penalty, or a kick of a shoot-out."""
    return kind == Restart.PENALTY or kind == Restart.SHOOT_OUT


@kernel
def _must_leave_box(match: Match) -> bool:
    """Whether rivals leave the box: goal kicks, and free kicks of the defenders inside it."""
    dead = match.dead
    if dead.kind == Restart.GOAL_KICK:
        return True
    free = dead.kind == Restart.DIRECT or dead.kind == Restart.INDIRECT
    return free and in_box(dead.x, dead.y, -match.teams[dead.side].attacks)


@kernel
def _spot_x(match: Match) -> float:
    """Where distances are measured from: the ball, or the flag at a corner."""
    x = match.dead.x
    if match.dead.kind != Restart.CORNER:
        return x
    return HALF_LENGTH if x > 0.0 else -HALF_LENGTH


@kernel
def _spot_y(match: Match) -> float:
    """See `_spot_x`."""
    y = match.dead.y
    if match.dead.kind != Restart.CORNER:
        return y
    return HALF_WIDTH if y > 0.0 else -HALF_WIDTH
