"""Reading the game: which man of a side goes to the ball, and which covers him."""

from __future__ import annotations

from game.kernel import kernel
from game.pitch import HALF_LENGTH
from game.state import Match, Sight
from game.value.space import time_to_reach

SAME_MAN = 0.28  # s in favour of the one already going
MEANT = 0.5  # s in favour of the one the ball was meant for
WRONG_SIDE = 0.9  # s against one who is not goal-side of a rival carrier
AHEAD = 0.35  # s, where the carrier will be


@kernel
def first_to_ball(match: Match, sight: Sight, side: int, but: int) -> int:
    """The outfield slot of `side` that gets to the ball first, slot `but` left out; NOBODY when none can."""
    best = -1
    best_time = 1e9
    free = match.ball.carrier < 0 and match.dead.kind == 0
    bx = sight.ball_x + AHEAD * sight.ball_vx
    by = sight.ball_y + AHEAD * sight.ball_vy
    for k in range(1, 11):
        slot = 11 * side + k
        player = match.players[slot]
        if slot == but or player.on == 0:
            continue
        if free:
            needs = player.meet
            if match.ball.aimed == slot:
                needs -= MEANT
            if player.offside > 0 and match.ball.kicker // 11 == side:
                needs += 4.0
            if needs >= 8.0:
                needs += 0.1 * time_to_reach(sight.x[k], sight.y[k], sight.vx[k], sight.vy[k], sight.top[k], bx, by)
        else:
            needs = time_to_reach(sight.x[k], sight.y[k], sight.vx[k], sight.vy[k], sight.top[k], bx, by)
            if sight.x[k] > sight.ball_x + 1.0 and sight.ball_x > -HALF_LENGTH + 12.0:
                needs += WRONG_SIDE
        if match.tick < player.down_until:
            needs += (player.down_until - match.tick) * 0.05
        if match.presser[side] == slot:
            needs -= SAME_MAN
        if needs < best_time:
            best = slot
            best_time = needs
    return best
