"""Running with the ball, or standing over it."""

from __future__ import annotations

from game.brain.options import OWN_LINE, put_valued
from game.intent import Intent
from game.kernel import kernel
from game.parameters import Parameters
from game.physics.pressing import crowd
from game.pitch import HALF_LENGTH, HALF_WIDTH, length, within
from game.state import Notes, Sight
from game.value.space import smooth, steep, time_to_reach
from game.value.threat import chance, danger, place

CARRY_STEP = 6.0  # m looked ahead when running with the ball …
CARRY_TIME = 0.9  # s that takes
MATES_ROOM = 1.5  # m beside that way a mate must be for it to be free
HURRY = 250.0  # m/s faster a man runs with the ball per goal of threat to be gained
BREAKS = 4.0  # m/s faster on a clear break: those he has left behind are on their way
SHIELDS_FOR = 1.0  # s a man who shields the ball stands there
CARRY_KEPT = 0.985  # the ball is never quite safe at a running man's feet
DIRECTIONS = (
    (1.0, 0.0),
    (0.82, 0.57),
    (0.82, -0.57),
    (0.3, 0.95),
    (0.3, -0.95),
    (-0.5, 0.86),
    (-0.5, -0.86),
    (-1.0, 0.0),
)


@kernel
def lasts(play: Parameters, sight: Sight, seconds: float) -> float:
    """What is left of a threat `seconds` later: of a break the less, the clearer it is; all of it before a block."""
    return max(1.0 - play.fades * (1.0 - crowd(sight)) * seconds, 0.0)


@kernel
def weigh_carries(
    notes: Notes,
    play: Parameters,
    sight: Sight,
    me: int,
    bx: float,
    by: float,
    here: float,
    score: float,
    concede: float,
) -> None:
    """Run with the ball in eight directions."""
    if me == 0:
        return
    hurry = BREAKS * (1.0 - crowd(sight))
    for n in range(8):
        tx = bx + DIRECTIONS[n][0] * CARRY_STEP
        ty = by + DIRECTIONS[n][1] * CARRY_STEP
        if abs(ty) > HALF_WIDTH - 0.8 or abs(tx) > HALF_LENGTH - 1.0 or _mate_there(sight, me, bx, by, tx, ty):
            continue
        mine = time_to_reach(sight.x[me], sight.y[me], sight.vx[me], sight.vy[me], 6.6, tx, ty)
        worst = 3.0
        for j in range(11, 22):
            dx = sight.x[j] - 0.5 * (tx + bx)
            dy = sight.y[j] - 0.5 * (ty + by)
            if dx * dx + dy * dy > 150.0 or sight.on[j] == 0:
                continue
            needs = time_to_reach(sight.x[j], sight.y[j], sight.vx[j], sight.vy[j], sight.top[j], tx, ty)
            half = time_to_reach(
                sight.x[j], sight.y[j], sight.vx[j], sight.vy[j], sight.top[j], 0.5 * (tx + bx), 0.5 * (ty + by)
            )
            margin = min(needs - mine, half - 0.5 * mine)
            if margin < worst:
                worst = margin
        p = CARRY_KEPT * (play.beats + (1.0 - play.beats) * steep(worst - 0.25, 0.35))
        lost = play.carry_loss * danger(play, sight, 0.5 * (tx + bx), 0.5 * (ty + by), me)
        ahead = chance(play, sight, tx, ty, CARRY_TIME) * lasts(play, sight, CARRY_TIME)
        pace = min(3.6 + HURRY * max(ahead - here, 0.0) + 2.0 * smooth(1.2 - worst, 0.5) + hurry, 8.0)
        put_valued(notes, play, Intent.CARRY, -1, tx, ty, pace, 0.0, p, ahead, lost, score, concede)


@kernel
def _mate_there(sight: Sight, me: int, bx: float, by: float, tx: float, ty: float) -> bool:
    """Whether a mate stands in the way of a run with the ball to (tx, ty), or at its end."""
    for k in range(1, 11):
        if k == me or sight.on[k] == 0:
            continue
        ahead = (sight.x[k] - bx) * (tx - bx) + (sight.y[k] - by) * (ty - by)
        share = within(ahead / (CARRY_STEP * CARRY_STEP), 0.0, 1.0)
        if (
            share > 0.2
            and length(sight.x[k] - bx - share * (tx - bx), sight.y[k] - by - share * (ty - by)) < MATES_ROOM
        ):
            return True
    return False


@kernel
def weigh_shield(
    notes: Notes,
    play: Parameters,
    sight: Sight,
    bx: float,
    by: float,
    pressed: float,
    here: float,
    lost: float,
    score: float,
    concede: float,
) -> None:
    """Body between rival and ball, on the spot or away from the crowd: on a break those left behind get back."""
    p = 0.88 - 0.34 * pressed
    kept = min(0.7 * here, place(play, bx, by)) * lasts(play, sight, SHIELDS_FOR)
    put_valued(
        notes,
        play,
        Intent.SHIELD,
        -1,
        max(bx - 1.5, -HALF_LENGTH + OWN_LINE),
        by,
        2.5,
        0.0,
        p,
        kept,
        lost,
        score,
        concede,
    )
