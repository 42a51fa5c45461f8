"""Throw-ins: thrown by hand to one of the men who come for them. Attacking frame."""

from __future__ import annotations

from game import chance
from game.brain.options import put
from game.chance import Why
from game.intent import Intent
from game.kernel import kernel
from game.pitch import HALF_LENGTH, THROWN_FROM, length, within
from game.state import TICKS_PER_SECOND, Match, Notes, Option, Sight

THROW = 20.0  # m a man throws
RELEASE = 0.25  # s, and …
THROW_SPEED = 15.0  # m/s: a throw of d m flies RELEASE + d / THROW_SPEED
THROWN_TO = 0.4  # m high, where it is meant to be taken down
SURE = 0.8  # chance of a throw from which the thrower waits no longer for a better one …
WAITS = 4 * TICKS_PER_SECOND  # ticks more at most
COMES_SHORT = 4  # mates who come for it
SPOTS = ((-7.0, 7.0), (1.0, 12.0), (8.0, 3.0), (13.0, 9.0))
"""m along the line from the throw and inside of it where they offer themselves, the one furthest back first."""
SHIFTS = 2.0  # m, standard deviation, along the line, anew every two seconds


@kernel
def throw(option: Option, far: float) -> None:
    """Make a ball played `far` m a throw: power and lift of the arms, and nothing beyond their reach."""
    if far > THROW:
        option.value -= 1.0 + 0.02 * far
    far = min(far, THROW)
    seconds = RELEASE + far / THROW_SPEED
    option.power = far / seconds
    option.lift = (THROWN_TO - THROWN_FROM) / seconds + 4.905 * seconds


@kernel
def somebody_is_free(notes: Notes) -> bool:
    """Whether one of the throws weighed is about sure to come off."""
    best = 0.0
    for n in range(notes.weighed):
        if notes.options[n].value > -1.0:
            best = max(best, notes.options[n].p)
    return best > SURE


@kernel
def comes_short(match: Match, notes: Notes, sight: Sight, slot: int) -> bool:
    """Write the spot at which he offers himself, if he is one of the men nearest to his side's throw-in."""
    me = slot % 11
    if me == 0 or _nearer(match, sight, me) >= COMES_SHORT:
        return False
    behind = 0
    for k in range(1, 11):
        if _is_mate(match, sight, k, me) and sight.x[k] < sight.x[me] and _nearer(match, sight, k) < COMES_SHORT:
            behind += 1
    along, inside = SPOTS[min(behind, COMES_SHORT - 1)]
    shift = SHIFTS * chance.bell(match.seed, match.tick // (2 * TICKS_PER_SECOND), slot, Why.CHOICE)
    x = within(sight.ball_x + along + shift, -HALF_LENGTH + 3.0, HALF_LENGTH - 3.0)
    y = sight.ball_y - (inside if sight.ball_y > 0.0 else -inside)
    put(notes, Intent.SUPPORT, -1, x, y, 3.5, 0.0, 0.0, 0.0, 0.0, 1.0)
    return True


@kernel
def _nearer(match: Match, sight: Sight, me: int) -> int:
    """How many mates but the thrower are nearer to the ball than mate `me`."""
    mine = length(sight.x[me] - sight.ball_x, sight.y[me] - sight.ball_y)
    count = 0
    for k in range(1, 11):
        if _is_mate(match, sight, k, me) and length(sight.x[k] - sight.ball_x, sight.y[k] - sight.ball_y) < mine:
            count += 1
    return count


@kernel
def _is_mate(match: Match, sight: Sight, k: int, me: int) -> bool:
    """Whether `k` is another man of his on the pitch and not the thrower."""
    return k != me and sight.on[k] == 1 and k + 11 * sight.side != match.dead.taker
