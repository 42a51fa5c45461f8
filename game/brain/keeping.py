"""The keeper: on the bisector, off his line by where the ball is, out for what he reaches first, set for shots."""

from __future__ import annotations

import math

from game.brain.options import lean, put
from game.brain.walls import walled
from game.intent import Intent
from game.kernel import kernel
from game.physics.saves import unread
from game.pitch import BOX_LINE, GOAL_HALF, HALF_LENGTH, within
from game.state import DT, Match, Notes, Restart, Setup, Sight

OFF_LINE = 0.215  # m off his line per metre of the ball's distance
MOST_OFF = 19.0  # m
UP_WITH_BALL = 5.5  # m further off his line with the ball
SWEEP_LEAD = 0.30  # s he must be first by
SWEEP_TO = 32.0  # m from his goal he comes at most
FACES_FROM = 22.0  # m from his goal from where he gets across to any ball that comes at it
INSIDE_POST = 0.3  # m inside the posts he stays, on his line …
OUT_OF_GOAL, SPREADS = 3.0, 0.6  # m off it from where he may stand further aside, m/m
AT_CORNER = 1.5  # m off the middle of his line he awaits a corner
AT_FREE_KICK, BY_WALL = 1.3, 0.9  # m off it a shot from a free kick, m to the side that the wall leaves open
LEAST_OUT = 0.4  # m off his line at least
SETTLED = 4  # rounds in which frame and distance fit each other, to a few centimetres
OVERHEAD = 2.6  # m, a shot that passes higher sends him back …
ON_LINE = 0.5  # m off his line
LEAVES = 0.2  # s a mate may be there before the keeper and yet leave the ball to him
COME_OUT = 0.42  # share of the way to him the keeper comes
NARROW_FROM = 20.0  # m, a man through alone within this is closed down
RUSHES_FROM, RUSHES_OUT = 11.0, 0.75  # m, a man who brings the ball so near is, whoever else is there; share of the way


@kernel
def weigh_keeping(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Write where the keeper goes."""
    side = slot // 11
    sight = notes.sight[side]
    me = slot - 11 * side
    ball = match.ball
    bx = sight.ball_x
    by = sight.ball_y
    gap = bx + HALF_LENGTH
    coming = ball.carrier < 0 and sight.ball_vx < -4.0 and (ball.shot == 1 or gap < FACES_FROM)
    if coming and _face_shot(match, setup, notes, sight, me, gap):
        return
    if ball.carrier < 0 and comes(match, sight, side):
        sign = match.teams[side].attacks
        mx = match.players[slot].meet_x * sign
        my = match.players[slot].meet_y * sign
        put(notes, Intent.SWEEP, -1, mx, my, 9.0, 0.0, 0.0, 0.0, 0.0, 1.0)
        return
    if match.dead.kind == Restart.CORNER and match.dead.side != side:
        put(notes, Intent.KEEP, -1, -HALF_LENGTH + AT_CORNER, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
        return
    if match.dead.kind == Restart.DIRECT and match.dead.side != side and walled(sight):
        aside = -BY_WALL if by > 0.0 else BY_WALL
        put(notes, Intent.KEEP, -1, -HALF_LENGTH + AT_FREE_KICK, aside, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
        return
    far = math.sqrt(gap * gap + by * by)
    off = within(OFF_LINE * far - 1.2, 0.7, MOST_OFF)
    if sight.having == 1:
        off = min(off + UP_WITH_BALL, MOST_OFF + UP_WITH_BALL)
    if sight.carrier >= 11 and far < RUSHES_FROM:
        off = max(RUSHES_OUT * far, off)
    elif sight.carrier >= 11 and far < NARROW_FROM and _through(sight, bx, by):
        off = max(COME_OUT * far, off)
    if far < 1.0:
        far = 1.0
    out = max(off * gap / far, LEAST_OUT)
    ky = off * by / far
    for _ in range(SETTLED):  # who would leave the frame comes less far out: he stays on the way from ball to goal
        frame = GOAL_HALF - INSIDE_POST + SPREADS * max(out - OUT_OF_GOAL, 0.0)
        if abs(ky) > frame:
            out = max(out * frame / abs(ky), LEAST_OUT)
            ky = within(ky, -frame, frame)
    kx = -HALF_LENGTH + out
    put(notes, Intent.KEEP, -1, kx, ky, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)


@kernel
def _face_shot(match: Match, setup: Setup, notes: Notes, sight: Sight, me: int, gap: float) -> bool:
    """Across to where the ball will pass him; False when it is going wide or he has not read it yet."""
    if (match.tick - match.ball.kicked) * DT < unread(match, setup):
        put(notes, Intent.KEEP, -1, sight.x[me], sight.y[me], 2.0, 0.0, 0.0, 0.0, 0.0, 1.0)
        return True
    depth = max(sight.x[me] + HALF_LENGTH, 0.2)
    seconds = (gap - depth) / -sight.ball_vx
    if seconds < 0.0 or seconds > 1.6:
        return False
    x = sight.x[me]
    ball = match.ball
    if ball.z + ball.vz * seconds - 4.9 * seconds * seconds > OVERHEAD:
        x = -HALF_LENGTH + ON_LINE
        seconds = (gap - ON_LINE) / -sight.ball_vx
    y = sight.ball_y + sight.ball_vy * seconds
    if abs(y) > GOAL_HALF + 2.5:
        return False
    put(notes, Intent.KEEP, -1, x, y, setup.play.sidestep, 0.0, 0.0, 0.0, 0.0, 1.0)
    return True


@kernel
def comes(match: Match, sight: Sight, side: int) -> bool:
    """Whether he reaches the free ball clearly before every rival, near enough to his goal."""
    keeper = match.players[11 * side]
    sign = match.teams[side].attacks
    x = keeper.meet_x * sign
    if keeper.meet > 4.0 or x > -HALF_LENGTH + SWEEP_TO or abs(keeper.meet_y) > 26.0:
        return False
    rivals = 9.0
    mates = 9.0
    other = 11 * (1 - side)
    for j in range(other, other + 11):
        if match.players[j].on == 1:
            rivals = min(rivals, match.players[j].meet)
    for k in range(11 * side + 1, 11 * side + 11):
        if match.players[k].on == 1:
            mates = min(mates, match.players[k].meet)
    lead = SWEEP_LEAD if x < -BOX_LINE else SWEEP_LEAD + 0.35
    if keeper.meet > rivals - lead:
        return False
    return keeper.meet < mates + LEAVES or x < -HALF_LENGTH + 9.0


@kernel
def leaves_it(match: Match, sight: Sight, slot: int) -> bool:
    """Whether he leaves a free ball he could have to his keeper, who comes for it and is there about as soon."""
    keeper = match.players[slot // 11 * 11]
    return keeper.on == 1 and keeper.meet < match.players[slot].meet + LEAVES and comes(match, sight, slot // 11)


@kernel
def _through(sight: Sight, bx: float, by: float) -> bool:
    """Whether the carrier has no defender between him and the goal."""
    for k in range(1, 11):
        if sight.on[k] == 1 and sight.x[k] < bx - 1.5 and abs(sight.y[k] - by * 0.7) < 3.5:
            return False
    return True


@kernel
def goes_up(match: Match, slot: int, left: float) -> bool:
    """Whether the keeper goes up for a corner: nothing left to concede, and about the last chance."""
    return lean(match.players[slot]) > 0.93 and left < 45.0
