"""Off the ball while his side has it: where receiving would be worth most, against what his leaving costs.

Gain is marginal, v² / (v + best offer of the mates), or ten men would choose alike; cost is the danger if the
ball is lost now, by *his* stakes. Going forward is a candidate for every man at every decision.
"""

from __future__ import annotations

import math

from game import chance as luck
from game.brain.lanes import worst_margin
from game.brain.long_kicks import gather_ours, gathered, kicks_long
from game.brain.options import SUPPORT_FLOOR, floored, put
from game.brain.shape import FRONT, anchor_x, anchor_y, drifted
from game.chance import Why
from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.physics.pressing import crowd
from game.pitch import BOX_LINE, HALF_LENGTH, HALF_WIDTH, within
from game.state import Match, Notes, Setup, Sight
from game.value.shots import HEAD, xg
from game.value.space import pass_speed, smooth, time_to_reach
from game.value.threat import chance, cover, worth

SPEAR = 0.6  # weight of the rival left furthest forward beside the ball itself
INERTIA = 0.00025  # goals a metre away from where he is
CROSSES_FIND = 0.32  # of what the best man in the box offers that a man past the full-back can make of it
HANDS_PLAY_TO = -24.0  # x at least to which a keeper with the ball in his hands will play it: they make room for him
UNDER_WAY = 0.8  # s of his own running ahead of which he is reckoned: who has set off goes on
NEAR_MATE = 9.0  # m within which two mates spoil each other's space
OPEN = 0.5  # crowd before the ball below which men keep the lane they are in, entirely on a clear break
HOLD_RUN = 0.5  # m short of the offside line a run is held, on average
WHILE = 40  # ticks for which a man misjudges that line by as much
RUN = 6.0  # m ahead a run aims
ASIDE = 7.0  # m to either side of the post
CROSS_FROM = 13.0  # m from the axis, from where a ball into the box is a cross
LEFT_BEHIND = 12.0  # m behind his post a man no longer thinks of staying where he is: his line has left him
BEHIND = 11.0  # m beyond the last man a run in behind aims
NO_ROOM = 11.0  # m from the goal line, a last line behind which nobody can be played in
RUN_LOOSE = 0.3  # share of what leaving his post and moving cost that a run in behind costs
OVERLAP_LOOSE = 0.14  # the same of an overlap: the winger who has come inside has left that place to him
OVERLAPS_FROM = 10.0  # m from the axis the ball is when an overlap goes past its man and not only wide …
OVERLAP_FREES = 1.4  # and brings so much of its own worth: he takes a rival with him, or has nobody against him
AHEAD_OF_IT, SIX_YARDS = 1.0, 5.5  # m nearer the goal line than the ball, and m from it at least, he awaits one then
CROSS_IN = 5.0  # s until a cross usually comes; who cannot be in the box by then is not found there

# intents as plain numbers, so that a pair of spots unpacks alike compiled and interpreted
AS_BOX = int(Intent.BOX)
AS_HOLD = int(Intent.HOLD)
AS_OVERLAP = int(Intent.OVERLAP)
AS_RUN_AHEAD = int(Intent.RUN_AHEAD)
AS_RUN_BEHIND = int(Intent.RUN_BEHIND)
AS_SUPPORT = int(Intent.SUPPORT)
AS_WIDE = int(Intent.WIDE)


@kernel
def weigh_off_ball(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Write the spots worth going to for a mate of the carrier."""
    side = slot // 11
    play = setup.play
    sight = notes.sight[side]
    me = slot - 11 * side
    player = match.players[slot]
    score = floored(player.score, player.concede, SUPPORT_FLOOR)
    concede = floored(player.concede, player.score, play.rest)
    bx, by = _ball_to_be(match, play, sight)
    ax = anchor_x(match, setup, sight, slot, bx)
    ay = anchor_y(setup, sight, slot, by)
    if kicks_long(match, play, sight.side):
        ay = gathered(match, side, ay)
    line = _held_at(match, setup, sight, slot)
    if setup.sheets[side].depth[me] > FRONT:
        ax = max(ax, min(line, ax + play.shoulder))
    ax = min(ax, max(line, bx - 1.0))
    if match.dead.kind != 0:
        ax, ay = drifted(match, slot, ax, ay)
    ay += within(1.0 - crowd(sight) / OPEN, 0.0, 1.0) * (sight.y[me] - ay)
    best, best_box = _best_offers(match, slot)
    cover_ball = _cover_without(play, sight, me, bx, by)
    spear = _spearhead(sight)
    wide = 1.0 + play.wide_hold * abs(setup.sheets[side].width[me])
    cover_spear = _cover_without(play, sight, me, sight.x[spear], sight.y[spear])
    x = sight.x[me]
    y = sight.y[me]
    for n in range(10):
        if n < 5:
            kind, tx, ty = _support_spot(n, ax, ay, x, y, bx, by)
        else:
            kind, tx, ty = _run_spot(play, n, ax, ay, x, y, line, bx, by)
        if kind < 0:
            continue
        tx = within(tx, -HALF_LENGTH + 2.0, HALF_LENGTH - 3.0)
        ty = within(ty, -HALF_WIDTH + 1.5, HALF_WIDTH - 1.5)
        _spot(
            match, notes, play, sight, me, kind, tx, ty, bx, by, line, ax, ay, score, concede,
            best, best_box, cover_ball, cover_spear, spear, wide,
        )  # fmt: skip


@kernel
def _held_at(match: Match, setup: Setup, sight: Sight, slot: int) -> float:
    """The x up to which he runs before the ball is played: short of the offside line, as he judges it this while."""
    missed = setup.play.early * luck.bell(match.seed, match.tick // WHILE, slot, Why.TIMING)
    return sight.offside_x - HOLD_RUN + missed


@kernel
def _ball_to_be(match: Match, play: Parameters, sight: Sight) -> tuple[float, float]:
    """Where the ball will next be played: a mate's who is about to have it, or where it is: men move as it rolls."""
    if kicks_long(match, play, sight.side):
        return gather_ours(match), 0.0
    if match.ball.held == 1:
        return max(sight.ball_x, HANDS_PLAY_TO), sight.ball_y
    receiver = match.presser[sight.side]
    if match.ball.carrier >= 0 or receiver < 0 or match.dead.kind != 0:
        return sight.ball_x, sight.ball_y
    player = match.players[receiver]
    sign = match.teams[sight.side].attacks
    return player.meet_x * sign, player.meet_y * sign


@kernel
def _support_spot(n: int, ax: float, ay: float, x: float, y: float, bx: float, by: float) -> tuple[int, float, float]:
    """Spot `n` around his post: the post, ahead of it, either side, or towards the ball; intent -1 when it is none."""
    if n == 0:
        return AS_HOLD, ax, ay
    if n == 1:
        return AS_RUN_AHEAD, ax + RUN, ay
    if n == 2:
        return AS_SUPPORT, ax, ay + ASIDE
    if n == 3:
        return AS_SUPPORT, ax, ay - ASIDE
    dx = bx - x
    dy = by - y
    near = math.sqrt(dx * dx + dy * dy) + 0.01
    if near < 9.0 or near > 32.0:
        return -1, 0.0, 0.0
    return AS_SUPPORT, x + dx / near * RUN, y + dy / near * RUN


@kernel
def _run_spot(
    play: Parameters, n: int, ax: float, ay: float, x: float, y: float, line: float, bx: float, by: float
) -> tuple[int, float, float]:
    """Spot `n` of his runs: in behind, into the box, an overlap, or where he is; intent -1 when it makes no sense."""
    if n == 5:
        if bx < -30.0 or x < line - 16.0 or line > HALF_LENGTH - NO_ROOM:
            return -1, 0.0, 0.0
        return AS_RUN_BEHIND, min(line + BEHIND, HALF_LENGTH - 5.0), 0.55 * ay + 0.45 * within(ay, -9.0, 9.0)
    if n == 6 or n == 9:
        if bx < BOX_LINE - 16.0 or x < 8.0:
            return -1, 0.0, 0.0
        return _box_spot(play, n, ax, y, HALF_LENGTH - bx, 1.0 if by > 0.0 else -1.0)
    if n == 7:
        if abs(ay) < 15.0 or bx < -15.0 or by * ay < 0.0 or x > bx + 12.0:
            return -1, 0.0, 0.0
        return AS_OVERLAP, bx + 12.0, 31.0 if ay > 0.0 else -31.0
    if x < ax - LEFT_BEHIND:
        return -1, 0.0, 0.0
    return AS_SUPPORT, x, y


@kernel
def _box_spot(play: Parameters, n: int, ax: float, y: float, gap: float, near: float) -> tuple[int, float, float]:
    """Where he awaits a cross from the side `near` (±1): near or far post by where he comes from, spot or edge.

    With the ball `gap` m from the goal line the posts are attacked ahead of it, where the cross is met going at goal.
    """
    if n == 9:
        return AS_BOX, HALF_LENGTH - (play.box_out + 3.5 if ax > BOX_LINE - 14.0 else 18.5), -1.5 * near
    out = min(play.box_out, max(gap - AHEAD_OF_IT, SIX_YARDS))
    if y * near > 1.0:
        return AS_BOX, HALF_LENGTH - out, 2.8 * near
    return AS_BOX, HALF_LENGTH - out - 0.5, -5.0 * near


@kernel
def _spot(
    match: Match,
    notes: Notes,
    play: Parameters,
    sight: Sight,
    me: int,
    kind: int,
    tx: float,
    ty: float,
    bx: float,
    by: float,
    line: float,
    ax: float,
    ay: float,
    score: float,
    concede: float,
    best: float,
    best_box: float,
    cover_ball: float,
    cover_spear: float,
    spear: int,
    wide: float,
) -> None:
    """Write one spot with its gain and cost."""
    far = math.sqrt((tx - bx) * (tx - bx) + (ty - by) * (ty - by)) + 0.01
    p = 0.05
    if far < 45.0:
        margin = worst_margin(sight, bx, by, tx, ty, pass_speed(far, 7.0), far)
        p = max(smooth(margin - 0.1, 0.45) * (1.0 - 0.008 * far), 0.05)
    threat = chance(play, sight, tx, ty, 0.4 + far / 18.0)
    if kind == AS_BOX and abs(by) > CROSS_FROM and bx > BOX_LINE - 14.0:
        needs = time_to_reach(sight.x[me], sight.y[me], sight.vx[me], sight.vy[me], sight.top[me], tx, ty)
        p = max(p, play.box_gain * smooth(CROSS_IN - needs, 1.0))
        threat = max(threat, HEAD * xg(tx, ty))
    if kind == AS_OVERLAP:
        threat = max(threat, CROSSES_FIND * best_box)
    go_x = min(tx, max(line, bx - 0.5)) if tx > line else tx
    offer = p * threat * min(_room(match, sight, me, tx, ty), _room(match, sight, me, go_x, ty))
    if kind == AS_OVERLAP and abs(by) > OVERLAPS_FROM:
        offer *= OVERLAP_FREES
    gain = play.gain * offer * offer / (offer + (best_box if kind == AS_BOX else best))
    fx = sight.x[spear]
    fy = sight.y[spear]
    covering = worth(play, -bx, -by, cover_ball + cover(play, tx, ty, bx, by, -HALF_LENGTH))
    covering += SPEAR * worth(play, -fx, -fy, cover_spear + cover(play, tx, ty, fx, fy, -HALF_LENGTH))
    cost = play.loss * covering
    away = abs(tx - ax) + abs(ty - ay) * wide
    move = abs(tx - sight.x[me] - UNDER_WAY * sight.vx[me]) + abs(ty - sight.y[me] - UNDER_WAY * sight.vy[me])
    loose = 1.0
    if kind == AS_RUN_BEHIND:
        loose = RUN_LOOSE
    elif kind == AS_OVERLAP:
        loose = OVERLAP_LOOSE
    elif kind == AS_BOX:
        loose = play.box_loose
    value = score * gain - concede * cost - loose * (play.tether * away + INERTIA * move)
    put(notes, kind, -1, go_x, ty, 0.0, 0.0, p, threat, covering, value)


@kernel
def _best_offers(match: Match, slot: int) -> tuple[float, float]:
    """The best that a mate offered at his last decision, outside the box awaiting a cross, and in it.

    Apart, because they add to each other: who goes past on the wing is worth the more, the better the box is manned.
    """
    best = 0.0008
    box = 0.0008
    first = slot // 11 * 11
    for i in range(first, first + 11):
        mate = match.players[i]
        if i == slot or mate.on == 0:
            continue
        if mate.want.kind == AS_BOX:
            box = max(box, mate.offer)
        else:
            best = max(best, mate.offer)
    return best, box


@kernel
def _room(match: Match, sight: Sight, me: int, x: float, y: float) -> float:
    """1 with no mate near the spot, or on his way to it and nearer than he; less with one there."""
    room = 1.0
    mine = (sight.x[me] - x) * (sight.x[me] - x) + (sight.y[me] - y) * (sight.y[me] - y)
    side = sight.side
    sign = match.teams[side].attacks
    for k in range(1, 11):
        if k == me or sight.on[k] == 0:
            continue
        dx = sight.x[k] + 0.6 * sight.vx[k] - x
        dy = sight.y[k] + 0.6 * sight.vy[k] - y
        square = dx * dx + dy * dy
        want = match.players[11 * side + k].want
        if want.kind <= AS_WIDE and square < mine:
            dx = want.x * sign - x
            dy = want.y * sign - y
            square = min(square, dx * dx + dy * dy)
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
def _cover_without(play: Parameters, sight: Sight, me: int, fx: float, fy: float) -> float:
    """The mates' cover of the way from (fx, fy) to their own goal, his own left out."""
    covered = 0.0
    for k in range(1, 11):
        if k != me and sight.on[k] == 1:
            x = sight.x[k] + 0.7 * sight.vx[k]
            covered += cover(play, x, sight.y[k] + 0.7 * sight.vy[k], fx, fy, -HALF_LENGTH)
    return covered
