"""Out of possession: one presses, the next covers, the rest hold the lines, mark goal-side and pass runners on.

Defending serves scoring too (a free rival keeps the ball), so nobody marks less for having nothing to concede: stakes
only move how high the block stands (shape.py) and how high the carrier is pressed.
"""

from __future__ import annotations

import math

from game.brain.long_kicks import gather_theirs, gathered, kicks_long
from game.brain.options import lean, put
from game.brain.shape import FRONT, MIDFIELD, anchor_x, anchor_y, drifted
from game.intent import Intent
from game.kernel import kernel
from game.pitch import BOX_HALF, CIRCLE, HALF_LENGTH, length, within
from game.post import Post
from game.state import Match, Notes, Restart, Setup, Sight

COUNTER_PRESS = 100  # ticks after losing the ball in which it is hunted wherever it is
COVER_BEHIND = 5.5  # m goal-side of the ball the second man covers at least …
COVER_APART = 3.5  # and behind the first, who may stand off
NEXT_FROM = 0.0  # x of the ball from where the second of two front men looks after the next rival instead, …
NEXT_BESIDE, NEXT_WITHIN = 3.0, 28.0  # who is at most so many m nearer his goal than the ball, and m from him: …
NEXT_AT, NEXT_BEHIND = 0.6, 1.5  # of the way across to him he stands, m goal-side of the ball at least
UNREAD = 5.0  # s: a ball no rival reaches sooner is followed, not read, …
SURELY = 0.5  # s: nor one that a mate reaches so much sooner
GOAL_SIDE = 2.0  # m goal-side of the man marked, …
NEXT_BALL, LOOSER = 14.0, 0.12  # m from the ball beyond which he is left more room, m a metre, …
LOOSEST = 4.5  # m at most
CONTAIN = 1.7  # m goal-side of the ball a presser stands, waiting for his moment
CLOSE = 0.9  # the same with the ball near the box, or from a man who has it long
IN_BOX, BOX_REACH = -34.0, 1.6  # x of the ball from which a man goes in from so many m away: nobody waits there
STANDS_OFF, STEPS_UP_AT = 9.0, 4.0  # m goal-side of a carrier too far up to be pressed; so near he is pressed anywhere
TURNED, BY_THE_LINE = 1.5, 28.5  # m/s towards his own goal of a carrier, m from the axis: then he is, too
LONG_HELD = 92  # ticks: who stands over the ball longer is gone for wherever he is
PRESS_PACE = 0.24  # 1/s, and so much more per metre he is away
AROUND = 2.0  # m from the ball at which he is then challenged, round his body
THROWER_LEFT = 4.0  # m from a thrower the nearest rival waits
JOCKEY_AT = 2.6  # m a man who delays keeps
DELAY_AT = 16.0  # m from the ball at which an outnumbered man stops coming and gives way …
DELAYS = 5.0  # m before it, until mates are back or the goal is near
FEW = 5  # defenders goal-side up to which an attack is a break
COMES_WITH = 10.0  # m behind the ball a rival still takes part
FRESH = 8  # ticks after he got it in which a man is tackled before he has settled
EXPOSED = 0.95  # m from his foot at which a ball is there to be won
LAST_MAN_FROM = -27.0  # x of the ball down to which the last man delays rather than tackles
NEAR_OWN_GOAL, NEARS = -24.0, 8.0  # x from where on a ball is read as one right before the goal, m further on all of it
WING = 13.0  # m from the axis from where a ball comes in from the side: who marks gets between it and his man
BOX_BALL = -22.0  # x of the ball from which marking is tight


@kernel
def weigh_defending(match: Match, setup: Setup, notes: Notes, slot: int) -> None:
    """Write what a man whose side has not the ball may do."""
    side = slot // 11
    sight = notes.sight[side]
    if match.dead.kind == 0 and _in_reach(match, setup, sight, slot - 11 * side):
        bx = sight.ball_x + 0.2 * sight.ball_vx
        by = sight.ball_y + 0.2 * sight.ball_vy
        put(notes, Intent.TACKLE, -1, bx, by, 9.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    elif match.presser[side] == slot:
        _press(match, setup, notes, sight, slot)
    elif match.helper[side] == slot and match.dead.kind == 0:
        _help(match, setup, notes, sight, slot)
    else:
        hold(match, setup, notes, sight, slot)


@kernel
def _press(match: Match, setup: Setup, notes: Notes, sight: Sight, slot: int) -> None:
    """To the ball; stand off where pressing does not pay; delay when he is the last man."""
    me = slot % 11
    bx = sight.ball_x + 0.35 * sight.ball_vx
    by = sight.ball_y + 0.35 * sight.ball_vy
    gx = -HALF_LENGTH - bx
    gy = -by * 0.6
    far = math.sqrt(gx * gx + gy * gy) + 0.01
    dx = sight.ball_x - sight.x[me]
    dy = sight.ball_y - sight.y[me]
    gap = math.sqrt(dx * dx + dy * dy)
    stand = CLOSE if sight.ball_x < BOX_BALL or _long_held(match) else CONTAIN
    limit = setup.play.press_up_to + setup.play.press_more * lean(match.players[slot])
    if match.tick - match.teams[1 - slot // 11].won_at < COUNTER_PRESS or _long_held(match) or _trapped(sight):
        limit = 2.0 * HALF_LENGTH
    if match.dead.kind != 0:
        away = THROWER_LEFT if match.dead.kind == Restart.THROW_IN else CIRCLE + 0.6
        bx = sight.ball_x + gx / far * away
        by = sight.ball_y + gy / far * away
        put(notes, Intent.JOCKEY, -1, bx, by, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    elif sight.carrier == 11 and match.ball.held == 1:
        put(notes, Intent.JOCKEY, -1, sight.ball_x - 16.0, 0.6 * by, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    elif sight.ball_x + HALF_LENGTH > limit and gap > STEPS_UP_AT:
        stand = min(STANDS_OFF, gap)
        put(notes, Intent.JOCKEY, -1, bx + gx / far * stand, by + gy / far * stand, 4.5, 0.0, 0.0, 0.0, 0.0, 1.0)
    elif gap < 6.0 and sight.x[me] > sight.ball_x + 0.5:
        put(notes, Intent.PRESS, -1, bx + gx / far * 1.5, by + gy / far * 1.5, 9.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    elif match.ball.carrier >= 0 and gap < DELAY_AT and sight.ball_x > LAST_MAN_FROM and outnumbered(sight):
        stand = max(min(gap, DELAYS), JOCKEY_AT)
        bx += gx / far * stand
        by += gy / far * stand
        put(notes, Intent.JOCKEY, -1, bx, by, 9.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    elif gap < JOCKEY_AT + 1.5 and sight.ball_x > LAST_MAN_FROM and _last_man(sight, me):
        bx += gx / far * JOCKEY_AT
        by += gy / far * JOCKEY_AT
        put(notes, Intent.JOCKEY, -1, bx, by, 9.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    else:
        pace = 9.0 if sight.ball_x < BOX_BALL else closes(setup, slot, gap)
        put(notes, Intent.PRESS, -1, bx + gx / far * stand, by + gy / far * stand, pace, 0.0, 0.0, 0.0, 0.0, 1.0)


@kernel
def _trapped(sight: Sight) -> bool:
    """Whether the carrier turns back towards his own goal or is by the touchline: the moment to go at him."""
    if sight.carrier < 12:
        return False
    return sight.vx[sight.carrier] > TURNED or abs(sight.ball_y) > BY_THE_LINE


@kernel
def closes(setup: Setup, slot: int, gap: float) -> float:
    """The pace (m/s) at which he closes the ball `gap` m away: flat out in front, where mates behind him have time."""
    more = setup.play.haste_front if setup.sheets[slot // 11].depth[slot % 11] > FRONT else 0.0
    return min(setup.play.haste + more + PRESS_PACE * gap, 9.0)


@kernel
def _in_reach(match: Match, setup: Setup, sight: Sight, me: int) -> bool:
    """Whether to go in: the ball within a stride; the last man far from goal waits until it is nearer still."""
    if match.ball.carrier < 0 or match.ball.held == 1:
        return False
    dx = sight.ball_x - sight.x[me]
    dy = sight.ball_y - sight.y[me]
    reach = setup.play.tackle_from
    if sight.ball_x > BOX_BALL and match.tick - match.ball.since > FRESH:
        bx = sight.ball_x - sight.x[sight.carrier]
        by = sight.ball_y - sight.y[sight.carrier]
        if bx * bx + by * by < EXPOSED * EXPOSED:
            reach = 0.8
    if sight.ball_x < IN_BOX and abs(sight.ball_y) < BOX_HALF:
        reach = max(reach, BOX_REACH)
    if _last_man(sight, me) and sight.ball_x > LAST_MAN_FROM:
        reach = 0.9
    if _long_held(match):
        reach = AROUND
    return dx * dx + dy * dy < reach * reach


@kernel
def _long_held(match: Match) -> bool:
    """Whether a man has stood over the ball so long that somebody must go in."""
    return match.ball.carrier >= 0 and match.tick - match.ball.since > LONG_HELD


@kernel
def outnumbered(sight: Sight) -> bool:
    """Whether no more mates are goal-side of the ball than rivals come with it: time is on the defenders' side."""
    goal_side = 0
    coming = 0
    for k in range(1, 11):
        if sight.on[k] == 1 and sight.x[k] < sight.ball_x:
            goal_side += 1
        if sight.on[k + 11] == 1 and sight.x[k + 11] < sight.ball_x + COMES_WITH:
            coming += 1
    return goal_side <= FEW and goal_side <= coming


@kernel
def _last_man(sight: Sight, me: int) -> bool:
    """Whether no outfield mate is goal-side of him."""
    return sight.x[me] <= sight.last_x + 0.3


@kernel
def _help(match: Match, setup: Setup, notes: Notes, sight: Sight, slot: int) -> None:
    """Cover behind the presser, on the line from ball to goal; up the pitch, mates behind, ready for the next man."""
    bx = sight.ball_x
    by = sight.ball_y
    rival = _next_man(setup, sight, slot) if _stands_off(match, sight) == 0.0 else -1
    if rival >= 0:
        x = min(bx + NEXT_AT * (sight.x[rival] - bx), bx) - NEXT_BEHIND
        y = by + NEXT_AT * (sight.y[rival] - by)
        put(notes, Intent.COVER, -1, x, y, setup.play.jog, 0.0, 0.0, 0.0, 0.0, 1.0)
        return
    ax = anchor_x(match, setup, sight, slot, bx)
    ay = anchor_y(setup, sight, slot, by)
    gx = -HALF_LENGTH - bx
    gy = -by * 0.7
    far = math.sqrt(gx * gx + gy * gy) + 0.01
    behind = min(max(COVER_BEHIND, _stands_off(match, sight) + COVER_APART), 0.6 * far)
    cx = bx + gx / far * behind
    cy = by + gy / far * behind
    near = math.sqrt((cx - ax) * (cx - ax) + (cy - ay) * (cy - ay))
    pull = within(1.3 - near / 22.0, 0.25, 1.0)
    put(
        notes, Intent.COVER, -1, ax + pull * (cx - ax), ay + pull * (cy - ay), 0.0, 0.0, 0.0, 0.0, 0.0, 1.0
    )  # fmt: skip


@kernel
def _next_man(setup: Setup, sight: Sight, slot: int) -> int:
    """The rival beside the carrier whom a front man is ready for as the ball is pressed up the pitch; -1 for none."""
    me = slot % 11
    if sight.ball_x < NEXT_FROM or setup.sheets[slot // 11].depth[me] <= MIDFIELD:
        return -1
    best = -1
    nearest = NEXT_WITHIN
    for j in range(12, 22):
        far = length(sight.x[j] - sight.x[me], sight.y[j] - sight.y[me])
        if sight.on[j] == 1 and j != sight.carrier and sight.x[j] > sight.ball_x - NEXT_BESIDE and far < nearest:
            best = j
            nearest = far
    return best


@kernel
def _stands_off(match: Match, sight: Sight) -> float:
    """How far (m) from the ball the first man means to stand; 0 while he goes in."""
    first = match.presser[sight.side]
    if first < 0 or match.players[first].want.kind != Intent.JOCKEY:
        return 0.0
    want = match.players[first].want
    sign = match.teams[sight.side].attacks
    return length(want.x * sign - sight.ball_x, want.y * sign - sight.ball_y)


@kernel
def hold(match: Match, setup: Setup, notes: Notes, sight: Sight, slot: int) -> None:
    """His post in the block, drawn goal-side to the rival who matters most in his zone."""
    side = slot // 11
    me = slot - 11 * side
    bx, by = _ball_read(match, setup, sight)
    ax = anchor_x(match, setup, sight, slot, bx)
    ay = anchor_y(setup, sight, slot, by)
    if kicks_long(match, setup.play, 1 - sight.side):
        ay = gathered(match, side, ay)
    if match.dead.kind != 0:
        dx, ay = drifted(match, slot, ax, ay)
        ax = ax if match.dead.kind == Restart.GOAL_KICK else dx  # a line is held where nobody is offside from the kick
    post = setup.sheets[side].post[me]
    back = post == Post.CB or post == Post.RB or post == Post.LB
    behind = setup.sheets[side].depth[me] <= MIDFIELD
    tight = sight.ball_x < BOX_BALL
    zone = setup.play.mark_box if tight else setup.play.mark_zone
    best = -1
    best_care = 0.0
    for j in range(12, 22):
        if sight.on[j] == 0 or j == sight.carrier:
            continue
        rx = sight.x[j] + 0.5 * sight.vx[j]
        ry = sight.y[j] + 0.5 * sight.vy[j]
        dx = rx - ax
        dy = ry - ay
        gap = math.sqrt(dx * dx + dy * dy)
        if gap > zone or (back and rx > ax + 7.0 and not tight) or (behind and rx > sight.ball_x + setup.play.follow):
            continue
        slot_j = (j - 11) + 11 * (1 - side)
        if _taken(match, slot, slot_j):
            continue
        care = (1.0 - gap / zone) * (1.0 + 2.0 * within(-rx / HALF_LENGTH, 0.0, 1.0))
        if match.players[slot].mark == slot_j:
            care *= 1.25
        if care > best_care:
            best = j
            best_care = care
    _place(setup, notes, sight, slot, best, ax, ay, back, tight)


@kernel
def _ball_read(match: Match, setup: Setup, sight: Sight) -> tuple[float, float]:
    """Where the block takes the ball to be: on its way to a rival, most of the way there already."""
    if kicks_long(match, setup.play, 1 - sight.side):
        return gather_theirs(match), 0.0
    rival = match.presser[1 - sight.side]
    if match.ball.carrier >= 0 or rival < 0 or match.dead.kind != 0:
        return sight.ball_x, sight.ball_y
    player = match.players[rival]
    ours = match.presser[sight.side]
    if player.meet > UNREAD or (ours >= 0 and match.players[ours].meet + SURELY < player.meet):
        return sight.ball_x, sight.ball_y
    sign = match.teams[sight.side].attacks
    near = within((NEAR_OWN_GOAL - player.meet_x * sign) / NEARS, 0.0, 1.0)
    read = setup.play.drop + near * (setup.play.drop_box - setup.play.drop)
    bx = sight.ball_x + read * (player.meet_x * sign - sight.ball_x)
    return within(bx, -HALF_LENGTH, HALF_LENGTH), sight.ball_y + read * (player.meet_y * sign - sight.ball_y)


@kernel
def _taken(match: Match, slot: int, rival: int) -> bool:
    """Whether a mate already looks after `rival`."""
    first = slot // 11 * 11
    for i in range(first + 1, first + 11):
        if i != slot and match.players[i].mark == rival and match.players[i].on == 1:
            return True
    return False


@kernel
def _place(
    setup: Setup,
    notes: Notes,
    sight: Sight,
    slot: int,
    rival: int,
    ax: float,
    ay: float,
    back: bool,
    tight: bool,
) -> None:
    """Stand at the post, or goal-side of `rival` as far as the block allows."""
    if rival < 0:
        recover = sight.x[slot % 11] > ax + 12.0
        kind = Intent.RECOVER if recover else Intent.HOLD
        put(notes, kind, -1, ax, ay, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
        return
    rx = sight.x[rival] + 0.4 * sight.vx[rival]
    ry = sight.y[rival] + 0.4 * sight.vy[rival]
    gx = -HALF_LENGTH - rx
    gy = -ry
    far = math.sqrt(gx * gx + gy * gy) + 0.01
    goal_side = setup.play.goal_side
    if not tight:
        away = length(rx - sight.ball_x, ry - sight.ball_y)
        goal_side = min(GOAL_SIDE + LOOSER * max(away - NEXT_BALL, 0.0), LOOSEST)
    ux = gx / far
    uy = gy / far
    if tight and abs(sight.ball_y) > WING:
        bx = sight.ball_x - rx
        by = sight.ball_y - ry
        near = length(bx, by) + 0.01
        ux += setup.play.ball_side * bx / near
        uy += setup.play.ball_side * by / near
        size = length(ux, uy) + 0.01
        ux /= size
        uy /= size
    mx = rx + ux * goal_side
    my = ry + uy * goal_side
    pull = 0.92 if tight else setup.play.mark_pull
    x = ax + pull * (mx - ax)
    if back:
        x = min(x, ax + 1.5) if tight else min(ax + 1.5, max(min(mx, ax + 4.0), ax - 3.0))
    y = ay + pull * (my - ay)
    number = (rival - 11) + 11 * (1 - slot // 11)
    put(notes, Intent.MARK, number, x, y, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
