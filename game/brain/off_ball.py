"""Off the ball while his side has it: where receiving would be worth most, against what his leaving costs.

Gain is marginal, v² / (v + best offer of the mates), or ten men would choose alike; cost is the danger if the
ball is lost now, by *his* stakes. Going forward is a candidate for every man at every decision.
"""

from __future__ import annotations

import math

from game.brain.lanes import worst_margin
from game.brain.options import SUPPORT_FLOOR, floored, put
from game.brain.shape import anchor_x, anchor_y
from game.intent import Intent
from game.kernel import kernel
from game.pitch import BOX_LINE, HALF_LENGTH, HALF_WIDTH, within
from game.state import Match, Notes, Setup, Sight
from game.value.space import pass_speed, smooth
from game.value.threat import chance, cover, worth

SPEAR = 0.6  # weight of the rival left furthest forward beside the ball itself
LOSS = 0.22  # chance that this possession is lost before he is back
TETHER = 0.00016  # goals a metre away from his post
INERTIA = 0.00025  # goals a metre away from where he is
GAIN = 0.85  # goals of gain per goal of marginal offer
NEAR_MATE = 9.0  # m within which two mates spoil each other's space
HOLD_RUN = 0.0  # m short of the offside line a run is held
RUN = 6.0  # m ahead a run aims
BEHIND = 11.0  # m beyond the last man a run in behind aims


@kernel
def weigh_off_ball(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Write the spots worth going to for a mate of the carrier."""
    side = slot // 11
    sight = notes.sight[side]
    me = slot - 11 * side
    player = match.players[slot]
    score = floored(player.score, player.concede, SUPPORT_FLOOR)
    concede = player.concede
    ax = anchor_x(match, setup, sight, slot, sight.ball_x)
    ay = anchor_y(setup, sight, slot, sight.ball_y)
    line = sight.offside_x - HOLD_RUN
    ax = min(ax, max(line, sight.ball_x - 1.0))
    best = _best_offer(match, slot)
    cover_ball = _cover_without(sight, me, sight.ball_x, sight.ball_y)
    spear = _spearhead(sight)
    cover_spear = _cover_without(sight, me, sight.x[spear], sight.y[spear])
    x = sight.x[me]
    y = sight.y[me]
    bx = sight.ball_x
    by = sight.ball_y
    for n in range(9):
        kind = Intent.HOLD
        tx = ax
        ty = ay
        if n == 1:
            kind = Intent.RUN_AHEAD
            tx = ax + RUN
        elif n == 2:
            kind = Intent.SUPPORT
            ty = ay + 7.0
        elif n == 3:
            kind = Intent.SUPPORT
            ty = ay - 7.0
        elif n == 4:
            kind = Intent.SUPPORT
            near = math.sqrt((bx - x) * (bx - x) + (by - y) * (by - y)) + 0.01
            if near < 9.0 or near > 32.0:
                continue
            tx = x + (bx - x) / near * 6.0
            ty = y + (by - y) / near * 6.0
        elif n == 5:
            kind = Intent.RUN_BEHIND
            if bx < -30.0 or x < line - 16.0 or line > HALF_LENGTH - 9.0:
                continue
            tx = min(line + BEHIND, HALF_LENGTH - 5.0)
            ty = 0.55 * y + 0.45 * within(y, -9.0, 9.0)
        elif n == 6:
            kind = Intent.BOX
            if bx < BOX_LINE - 16.0 or x < 12.0:
                continue
            tx = HALF_LENGTH - 7.5
            ty = -3.0 if by > 0.0 else 3.0
            if (y - by) * by > 0.0:
                ty = -ty
        elif n == 7:
            kind = Intent.OVERLAP
            if abs(ay) < 15.0 or bx < -15.0 or by * ay < 0.0 or x > bx + 12.0:
                continue
            tx = bx + 12.0
            ty = 31.0 if ay > 0.0 else -31.0
        elif n == 8:
            kind = Intent.SUPPORT
            tx = x
            ty = y
        tx = within(tx, -HALF_LENGTH + 2.0, HALF_LENGTH - 3.0)
        ty = within(ty, -HALF_WIDTH + 1.5, HALF_WIDTH - 1.5)
        _spot(
            match, notes, sight, me, kind, tx, ty, line, ax, ay, score, concede, best,
            cover_ball, cover_spear, spear,
        )  # fmt: skip


@kernel
def _spot(
    match: Match,
    notes: Notes,
    sight: Sight,
    me: int,
    kind: int,
    tx: float,
    ty: float,
    line: float,
    ax: float,
    ay: float,
    score: float,
    concede: float,
    best: float,
    cover_ball: float,
    cover_spear: float,
    spear: int,
) -> None:
    """Write one spot with its gain and cost."""
    bx = sight.ball_x
    by = sight.ball_y
    far = math.sqrt((tx - bx) * (tx - bx) + (ty - by) * (ty - by)) + 0.01
    p = 0.05
    if far < 45.0:
        margin = worst_margin(sight, bx, by, tx, ty, pass_speed(far, 7.0), far)
        p = max(smooth(margin - 0.1, 0.45) * (1.0 - 0.008 * far), 0.05)
    threat = chance(sight, tx, ty)
    offer = p * threat * _room(sight, me, tx, ty)
    gain = GAIN * offer * offer / (offer + best)
    fx = sight.x[spear]
    fy = sight.y[spear]
    covering = worth(-bx, -by, cover_ball + cover(tx, ty, bx, by, -HALF_LENGTH))
    covering += SPEAR * worth(-fx, -fy, cover_spear + cover(tx, ty, fx, fy, -HALF_LENGTH))
    cost = LOSS * covering
    away = abs(tx - ax) + abs(ty - ay)
    move = abs(tx - sight.x[me]) + abs(ty - sight.y[me])
    value = score * gain - concede * cost - TETHER * away - INERTIA * move
    go_x = min(tx, max(line, bx - 0.5)) if tx > line else tx
    put(notes, kind, -1, go_x, ty, 0.0, 0.0, p, threat, covering, value)


@kernel
def _best_offer(match: Match, slot: int) -> float:
    """The best that a mate offered at his last decision."""
    best = 0.0008
    first = slot // 11 * 11
    for i in range(first, first + 11):
        if i != slot and match.players[i].on == 1 and match.players[i].offer > best:
            best = match.players[i].offer
    return best


@kernel
def _room(sight: Sight, me: int, x: float, y: float) -> float:
    """1 with no mate near the spot, less with one standing there."""
    room = 1.0
    for k in range(1, 11):
        if k == me or sight.on[k] == 0:
            continue
        dx = sight.x[k] + 0.6 * sight.vx[k] - x
        dy = sight.y[k] + 0.6 * sight.vy[k] - y
        square = dx * dx + dy * dy
        if square < NEAR_MATE * NEAR_MATE:
            room *= 0.25 + 0.75 * square / (NEAR_MATE * NEAR_MATE)
    return room


@kernel
def _spearhead(sight: Sight) -> int:
    """The rival who stays furthest forward."""
    best = 12
    for j in range(12, 22):
        if sight.on[j] == 1 and sight.x[j] < sight.x[best]:
            best = j
    return best


@kernel
def _cover_without(sight: Sight, me: int, fx: float, fy: float) -> float:
    """The mates' cover of the way from (fx, fy) to their own goal, his own left out."""
    covered = 0.0
    for k in range(1, 11):
        if k != me and sight.on[k] == 1:
            x = sight.x[k] + 0.7 * sight.vx[k]
            covered += cover(x, sight.y[k] + 0.7 * sight.vy[k], fx, fy, -HALF_LENGTH)
    return covered
