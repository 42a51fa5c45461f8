"""How play starts again (Laws 8 and 13–17): whose ball, on what spot, from when; and the ball back in play."""

from __future__ import annotations

import numpy as np

from game import chance
from game.chance import Why
from game.kernel import kernel
from game.pitch import (
    BALL_RADIUS,
    GOAL_AREA_DEPTH,
    GOAL_AREA_HALF,
    HALF_LENGTH,
    HALF_WIDTH,
    PENALTY_MARK,
    in_box,
    length,
    within,
)
from game.state import NOBODY, SIDE, SLOTS, TICKS_PER_SECOND, Match, Restart

SHARES = np.array([0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0])
CROSSED = 11  # row of DELAYS: a free kick that will be crossed
SHOT = 12  # row of DELAYS: a free kick in shooting distance

DELAYS = np.array(
    [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [43.0, 45.2, 57.7, 64.3, 72.4, 88.9, 110.0],  # kick-off after a goal
        [1.0, 1.65, 4.53, 8.84, 14.34, 29.4, 45.0],  # throw-in
        [3.0, 4.91, 15.03, 22.01, 27.5, 42.26, 65.0],  # goal kick
        [3.0, 4.86, 14.69, 20.55, 26.68, 38.68, 60.0],  # corner
        [2.0, 3.86, 10.97, 19.9, 30.33, 54.58, 80.0],  # free kick
        [2.0, 3.86, 10.97, 19.9, 30.33, 54.58, 80.0],  # the same, indirect
        [38.0, 42.46, 53.2, 65.55, 82.72, 134.74, 170.0],  # penalty
        [1.0, 1.4, 17.93, 20.92, 25.86, 64.0, 95.0],  # dropped ball: other stoppages
        [8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0],  # kick from the mark, shortened: no clock runs
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [18.0, 23.14, 31.73, 38.94, 48.18, 70.41, 100.0],
        [35.0, 39.48, 49.91, 57.39, 66.94, 91.08, 125.0],
    ]
)
"""Seconds the ball is dead at SHARES of cases, a row a Restart. First divisions of England, Spain and Germany 2017/18
(Pappalardo et al. 2019, CC BY 4.0); the ends, and the dropped ball's 95 %, are set so that rows keep their means."""

UNDECIDED = -1  # Dead.ready between award and stop_play
RETRIEVED = 3  # a restart may be taken once this part (a third) of its natural delay has passed: the ball is there
CROSS_FROM = 20.0  # m past halfway, from where free kicks are crossed
SHOT_WITHIN = 30.0  # m from the goal's centre, from where they are shot


@kernel
def award(match: Match, kind: int, side: int, x: float, y: float) -> None:
    """Decide that `side` restarts with `kind` from (x, y); `stop_play` then carries it out."""
    dead = match.dead
    dead.kind = kind
    dead.side = side
    dead.x = x
    dead.y = y
    dead.gone_x = match.ball.x
    dead.gone_y = match.ball.y
    dead.since = match.tick
    dead.taker = NOBODY
    dead.first = NOBODY
    dead.indirect = 1 if kind == Restart.INDIRECT or kind == Restart.DROPPED else 0
    dead.kind_played = 0
    dead.ready = UNDECIDED


@kernel
def stop_play(match: Match) -> None:
    """Carry out the award: the ball lies on its spot, still and nobody's, at once; `dead.ready` is drawn."""
    ball = match.ball
    x = match.dead.x
    y = match.dead.y
    ball.x = x
    ball.y = y
    ball.z = BALL_RADIUS
    ball.vx = 0.0
    ball.vy = 0.0
    ball.vz = 0.0
    ball.was_x = x
    ball.was_y = y
    ball.was_z = BALL_RADIUS
    ball.carrier = NOBODY
    ball.held = 0
    ball.aimed = NOBODY
    ball.shot = 0
    ball.saved = 0
    ball.keeper_barred = 0
    match.dead.ready = match.tick + natural_delay(match)
    for slot in range(SLOTS):
        match.players[slot].offside = 0


@kernel
def natural_delay(match: Match) -> int:
    """Ticks an ordinary taker lets pass before the restart just awarded, drawn from DELAYS."""
    row = _row(match)
    luck = chance.draw(match.seed, match.tick, match.dead.side, Why.RESTART_DELAY)
    k = 1
    while SHARES[k] < luck:
        k += 1
    part = (luck - SHARES[k - 1]) / (SHARES[k] - SHARES[k - 1])
    seconds = DELAYS[row, k - 1] + part * (DELAYS[row, k] - DELAYS[row, k - 1])
    return int(seconds * TICKS_PER_SECOND)


@kernel
def _row(match: Match) -> int:
    """The row of DELAYS for the restart just awarded: free kicks near goal take longer."""
    dead = match.dead
    if dead.kind != Restart.DIRECT and dead.kind != Restart.INDIRECT:
        return dead.kind
    x = dead.x * match.teams[dead.side].attacks
    if length(HALF_LENGTH - x, dead.y) < SHOT_WITHIN:
        return SHOT
    return CROSSED if x > CROSS_FROM else dead.kind


@kernel
def hold_up(match: Match, seconds: float) -> None:
    """Let the restart wait at least `seconds` from the whistle: a card, a change, a man treated."""
    if match.dead.ready == UNDECIDED:
        stop_play(match)
    dead = match.dead
    dead.ready = max(dead.ready, dead.since + int(seconds * TICKS_PER_SECOND))


@kernel
def retrieved_at(match: Match) -> int:
    """Tick from which the ball is back on its spot and may be played."""
    dead = match.dead
    return dead.since + (dead.ready - dead.since) // RETRIEVED


@kernel
def attackers_of(match: Match, end: int) -> int:
    """The side (0, 1) that attacks the end `end` (±1)."""
    return 0 if match.teams[0].attacks == end else 1


@kernel
def award_throw_in(match: Match, side: int, x: float, y: float) -> None:
    """A throw-in where the ball crossed the touch line at (x, y) (Law 15)."""
    x = within(x, -HALF_LENGTH, HALF_LENGTH)
    award(match, Restart.THROW_IN, side, x, HALF_WIDTH if y > 0.0 else -HALF_WIDTH)


@kernel
def award_goal_kick(match: Match, end: int, y: float) -> None:
    """A goal kick at the end `end`, from the edge of the goal area on the side the ball went out (Law 16)."""
    x = end * (HALF_LENGTH - GOAL_AREA_DEPTH)
    side = 1 - attackers_of(match, end)
    award(match, Restart.GOAL_KICK, side, x, 5.0 if y > 0.0 else -5.0)


@kernel
def award_corner(match: Match, end: int, y: float) -> None:
    """A corner at the end `end`, inside the arc nearest to `y` (Law 17)."""
    flag_y = HALF_WIDTH - 0.5 if y > 0.0 else 0.5 - HALF_WIDTH
    award(match, Restart.CORNER, attackers_of(match, end), end * (HALF_LENGTH - 0.5), flag_y)


@kernel
def award_free_kick(match: Match, kind: int, side: int, x: float, y: float) -> None:
    """A free kick to `side` at (x, y) (Law 13); an attackers' one inside the goal area moves out to its line."""
    x = within(x, -HALF_LENGTH, HALF_LENGTH)
    y = within(y, -HALF_WIDTH, HALF_WIDTH)
    end = match.teams[side].attacks
    edge = HALF_LENGTH - GOAL_AREA_DEPTH
    if x * end > edge and -GOAL_AREA_HALF < y < GOAL_AREA_HALF:
        x = edge * end
    award(match, kind, side, x, y)


@kernel
def award_penalty(match: Match, side: int) -> None:
    """A penalty to `side` (Law 14)."""
    award(match, Restart.PENALTY, side, match.teams[side].attacks * (HALF_LENGTH - PENALTY_MARK), 0.0)


@kernel
def award_dropped_ball(match: Match, dropped_to_last: int) -> None:
    """A dropped ball where it is (Law 8.2): in a penalty area to the keeper, else to the side that had it.

    `dropped_to_last` 0, before 2025/26: to the side that last touched it. The law names the man, no policy does.
    """
    ball = match.ball
    x = within(ball.x, -HALF_LENGTH, HALF_LENGTH)
    y = within(ball.y, -HALF_WIDTH, HALF_WIDTH)
    end = 1 if x > 0.0 else -1
    if in_box(x, y, end):
        side = 1 - attackers_of(match, end)
        award(match, Restart.DROPPED, side, x, y)
        match.dead.taker = side * SIDE
        return
    side = match.having if dropped_to_last == 1 or ball.last < 0 else ball.last // SIDE
    award(match, Restart.DROPPED, side, x, y)
    match.dead.taker = nearest_mate(match, side, x, y)


@kernel
def nearest_mate(match: Match, side: int, x: float, y: float) -> int:
    """Slot of the outfield man of `side` nearest to (x, y)."""
    best = NOBODY
    nearest = 1e9
    for slot in range(side * SIDE + 1, side * SIDE + SIDE):
        player = match.players[slot]
        gap = length(player.x - x, player.y - y)
        if player.on == 1 and gap < nearest:
            best = slot
            nearest = gap
    return best


@kernel
def put_in_play(match: Match) -> None:
    """The taker has played it: count the restart, and remember who may not touch the ball twice."""
    dead = match.dead
    team = match.teams[dead.side]
    kind = dead.kind
    if kind == Restart.THROW_IN:
        team.throw_ins += 1
    elif kind == Restart.GOAL_KICK:
        team.goal_kicks += 1
    elif kind == Restart.CORNER:
        team.corners += 1
    elif kind == Restart.DIRECT or kind == Restart.INDIRECT:
        team.free_kicks += 1
    elif kind == Restart.PENALTY:
        team.penalties += 1
    dead.first = NOBODY if kind == Restart.DROPPED else dead.taker
    dead.kind_played = kind
    dead.since = match.tick
    dead.kind = 0


@kernel
def note_second_player(match: Match) -> None:
    """Once another man touches the ball the restart is history.

    A penalty the keeper only parries goes on being one (a half is extended until it is completed, Law 14), but its
    taker may touch the ball again.
    """
    dead = match.dead
    last = match.ball.last
    if dead.kind_played == Restart.PENALTY:
        if last == (1 - dead.side) * SIDE and match.ball.carrier == NOBODY:
            dead.first = NOBODY
            return
        if last == dead.taker and dead.first != NOBODY:
            return
    elif last == dead.taker:
        return
    dead.kind_played = 0
    dead.first = NOBODY
    dead.indirect = 0
