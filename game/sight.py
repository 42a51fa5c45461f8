"""What a player sees: his side always attacks +x, mates are 0–10 and rivals 11–21. No seed, no tomorrow."""

from __future__ import annotations

from game.kernel import kernel
from game.physics.pressing import nearest_rival
from game.physics.stamina import top_now
from game.state import Match, Notes, Setup, Sight

HALF_PRESSED = 4.5  # m, taken for the room of a ball on its way
BESIDE = 1.0  # m behind the ball a rival still faces who has it
CLEARLY = 1.0  # s by which the other side must be first to a free ball for both to take it as theirs


@kernel
def look(match: Match, setup: Setup, notes: Notes) -> None:
    """Write both sides' sights into `notes`."""
    _fill(match, setup, notes.sight[0], 0)
    _fill(match, setup, notes.sight[1], 1)


@kernel
def _fill(match: Match, setup: Setup, sight: Sight, side: int) -> None:
    """One side's sight."""
    sign = match.teams[side].attacks
    sight.side = side
    for k in range(22):
        slot = k if side == 0 else (k + 11) % 22
        player = match.players[slot]
        sight.x[k] = player.x * sign
        sight.y[k] = player.y * sign
        sight.vx[k] = player.vx * sign
        sight.vy[k] = player.vy * sign
        sight.on[k] = player.on
        sight.top[k] = top_now(player, setup.squads[slot // 11, player.man])
    ball = match.ball
    sight.ball_x = ball.x * sign
    sight.ball_y = ball.y * sign
    sight.ball_z = ball.z
    sight.ball_vx = ball.vx * sign
    sight.ball_vy = ball.vy * sign
    sight.carrier = ball.carrier if side == 0 or ball.carrier < 0 else (ball.carrier + 11) % 22
    sight.having = 1 if _having(match) == side else 0
    sight.offside_x = _offside_line(sight)
    last = 60.0
    for k in range(1, 11):
        if sight.on[k] == 1 and sight.x[k] < last:
            last = sight.x[k]
    sight.last_x = last
    sight.room = HALF_PRESSED if ball.carrier < 0 else nearest_rival(match, ball.carrier)
    sight.facing = 0
    for k in range(12, 22):
        if sight.on[k] == 1 and sight.x[k] > sight.ball_x - BESIDE:
            sight.facing += 1


@kernel
def _having(match: Match) -> int:
    """The side that has the ball, or clearly is about to."""
    if match.dead.kind != 0:
        return match.dead.side
    ours = match.presser[match.having]
    theirs = match.presser[1 - match.having]
    free = match.ball.carrier < 0 and ours >= 0 and theirs >= 0
    if free and match.players[theirs].meet + CLEARLY < match.players[ours].meet:
        return 1 - match.having
    return match.having


@kernel
def _offside_line(sight: Sight) -> float:
    """Beyond which x a mate stands offside: second-last rival, ball or halfway line, whichever is furthest."""
    deepest = -60.0
    second = -60.0
    for k in range(11, 22):
        if sight.on[k] == 0:
            continue
        x = sight.x[k]
        if x > deepest:
            second = deepest
            deepest = x
        elif x > second:
            second = x
    return max(second, sight.ball_x, 0.0)
