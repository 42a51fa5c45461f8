"""A tactic: a fixed rule by which orders steer one player, whatever his brain would do; for the exploit hunt.

Every second tick the rule looks at the match and gives its order (as `game.match.order` does), or leaves him free.
Spots are metres in his side's attacking frame (own goal at -52.5); with `mirrored` y points to the ball's half.
"""

from __future__ import annotations

from game.intent import Intent
from game.kernel import kernel
from game.match import tick
from game.pitch import BOX_HALF, HALF_LENGTH, HALF_WIDTH, within
from game.state import NOBODY, Match, Notes, Setup

EVERY = 2  # ticks an order lasts
FREE, SPOT, BALL, KEEPER, LINE = range(5)
"""Off the ball: left to himself; at a spot; so far from the ball; from the rivals' keeper; from the offside line (x)
at a y."""
ALWAYS, OURS, THEIRS = range(3)
AT_SPOT, AHEAD, AT_MATE = range(3)
"""Where a ball is played: a spot of the pitch; so far from the ball; so far from a mate."""
SOON = 1.2  # s before the ball reaches him in which he gets ready to play it first time


class Tactic:
    """The rule; whole numbers are choices, the rest metres, m/s and shares."""

    off: int  # FREE … LINE
    when: int  # ALWAYS, OURS, THEIRS: whose ball it must be for `off`
    off_kind: int  # Intent of the run
    off_x: float
    off_y: float
    collects: int  # 1: left to himself when the ball is on its way to him
    first_time: int  # 1: plays an arriving ball as he would play one at his feet
    on: int  # Intent with the ball, 0: left to himself
    on_from: float  # x from which `on` applies; behind it he carries the ball forwards, or is left to himself
    carries: int  # 1: carries the ball towards `on_from` first
    in_front: int  # 1: `on` applies only between the lines of the box
    aim: int  # AT_SPOT, AHEAD, AT_MATE
    aim_x: float
    aim_y: float
    mate: int  # 0–10
    power: float  # m/s
    lift: float  # m/s
    mirrored: int


@kernel
def play_spell(match: Match, setup: Setup, notes: Notes, tactic: Tactic, slot: int, ticks: int) -> None:
    """Play `match` on for `ticks` with `slot` (0–10) under `tactic`; a slot of -1 plays without orders."""
    for _ in range(ticks):
        if match.clock.over == 1:
            return
        if slot >= 0 and match.tick % EVERY == 0:
            steer(match, tactic, slot)
        tick(match, setup, notes)


@kernel
def steer(match: Match, tactic: Tactic, slot: int) -> None:
    """Give the tactic's order for this moment, if it has one."""
    player = match.players[slot]
    ball = match.ball
    if player.on == 0:
        return
    taking = match.dead.kind != 0 and match.dead.taker == slot
    if ball.carrier == slot or taking:
        _with_ball(match, tactic, slot)
    elif match.dead.kind == 0:
        arriving = ball.carrier < 0 and player.meet < SOON and (ball.aimed == slot or match.presser[0] == slot)
        if arriving and tactic.first_time == 1:
            _with_ball(match, tactic, slot)
        elif not (arriving and tactic.collects == 1):
            _without_ball(match, tactic, slot)


@kernel
def _with_ball(match: Match, tactic: Tactic, slot: int) -> None:
    """What he does with the ball."""
    ball = match.ball
    sign = match.teams[0].attacks
    x = ball.x * sign
    y = ball.y * sign
    flip = -1.0 if tactic.mirrored == 1 and y < 0.0 else 1.0
    if tactic.on == 0:
        return
    if x < tactic.on_from or (tactic.in_front == 1 and (y > BOX_HALF or y < -BOX_HALF)):
        if tactic.carries == 1 and match.dead.kind == 0:
            _order(match, slot, Intent.CARRY, tactic.on_from + 4.0, 0.5 * y, 9.0, NOBODY, 0.0, 0.0)
        return
    goal_x = tactic.aim_x
    goal_y = tactic.aim_y * flip
    mate = NOBODY
    if tactic.aim == AHEAD:
        goal_x += x
        goal_y += y
    elif tactic.aim == AT_MATE and tactic.mate != slot:
        mate = tactic.mate
        goal_x += match.players[mate].x * sign
        goal_y += match.players[mate].y * sign
    if tactic.on == Intent.SHOOT:
        goal_x = HALF_LENGTH
        goal_y = within(goal_y, -3.5, 3.5)
    _order(match, slot, tactic.on, goal_x, goal_y, 9.0, mate, tactic.power, tactic.lift)


@kernel
def _without_ball(match: Match, tactic: Tactic, slot: int) -> None:
    """Where he goes without it."""
    sign = match.teams[0].attacks
    if (
        tactic.off == FREE
        or (tactic.when == OURS and match.having != 0)
        or (tactic.when == THEIRS and match.having == 0)
    ):
        return
    ball_x = match.ball.x * sign
    ball_y = match.ball.y * sign
    flip = -1.0 if tactic.mirrored == 1 and ball_y < 0.0 else 1.0
    x = tactic.off_x
    y = tactic.off_y * flip
    if tactic.off == BALL:
        x += ball_x
        y += ball_y
    elif tactic.off == KEEPER:
        x += match.players[11].x * sign
        y = tactic.off_y + match.players[11].y * sign
    elif tactic.off == LINE:
        x += max(_last_but_one(match, sign), ball_x, 0.0)
    _order(match, slot, tactic.off_kind, x, y, 9.0, NOBODY, 0.0, 0.0)


@kernel
def _last_but_one(match: Match, sign: float) -> float:
    """x of the rivals' last man but one: where offside begins."""
    last = -HALF_LENGTH
    second = -HALF_LENGTH
    for slot in range(11, 22):
        x = match.players[slot].x * sign
        if match.players[slot].on == 0:
            continue
        if x > last:
            second = last
            last = x
        elif x > second:
            second = x
    return second


@kernel
def _order(
    match: Match,
    slot: int,
    kind: int,
    x: float,
    y: float,
    pace: float,
    mate: int,
    power: float,
    lift: float,
) -> None:
    """What `game.match.order` writes, without its checks at the door: a spot off the pitch is brought back on to it."""
    player = match.players[slot]
    want = player.want
    sign = match.teams[0].attacks
    want.kind = kind
    want.mate = mate
    want.x = within(x, -HALF_LENGTH, HALF_LENGTH) * sign
    want.y = within(y, -HALF_WIDTH, HALF_WIDTH) * sign
    want.pace = pace
    want.power = power
    want.lift = lift
    want.p = 0.0
    player.ordered_until = match.tick + EVERY
