"""The duration of a match (Law 7): halves, added time from time lost, extra time, the final whistle.

Simplified: the interval takes no time, and a half's clock starts when its kick-off is awarded, a second early.
"""

from __future__ import annotations

from game import chance
from game.chance import Why
from game.events import Action, Result, jot
from game.kernel import kernel
from game.pitch import HALF_LENGTH, length
from game.state import NOBODY, TICKS_PER_SECOND, Competition, Match, Notes, Restart, Setup

SECOND_HALF = 2
EXTRA_TIME = 3  # its first half; 4 its second
SHOOT_OUT = 5
LET_PLAY_END = 10.0  # s past the end that an attack in the final third may have
FINAL_THIRD = HALF_LENGTH / 3  # m past halfway
STOPPED = 0.3  # m/s, a ball slower than this has come to rest


@kernel
def run_clock(match: Match, setup: Setup, notes: Notes) -> None:
    """Advance the clock a tick; announce added time, a whole number of minutes at least, when it begins."""
    clock = match.clock
    if clock.half == SHOOT_OUT:
        return
    if clock.tick == 0:
        jot(match, notes, NOBODY, Action.HALF_START, Result.SUCCESS, 0, 0.0, 0.0, 0.0, 0.0, 0.0)
    clock.tick += 1
    if clock.added < 0 and clock.tick >= regular_ticks(clock.half, setup.competition):
        clock.added = int(added_seconds(match, setup) / 60.0)
        jot(match, notes, NOBODY, Action.ADDED_TIME, Result.SUCCESS, 0, 0.0, 0.0, 0.0, 0.0, float(clock.added))


@kernel
def regular_ticks(half: int, competition: Competition) -> int:
    """Ticks of half `half` without added time."""
    seconds = competition.half_seconds if half <= SECOND_HALF else competition.extra_seconds
    return int(seconds * TICKS_PER_SECOND)


@kernel
def added_seconds(match: Match, setup: Setup) -> float:
    """Seconds to add to this half: what the scenario says, else the time lost so far, never less than announced."""
    competition = setup.competition
    if competition.added_seconds >= 0.0 and match.clock.half == setup.start.half:
        return competition.added_seconds
    return max(match.clock.lost * competition.time_lost, match.clock.added * 60.0)


@kernel
def time_is_up(match: Match, setup: Setup) -> bool:
    """Whether the whistle goes for the end of the half: not before a penalty is completed or a live attack ends."""
    clock = match.clock
    regular = regular_ticks(clock.half, setup.competition)
    if clock.tick < regular or clock.half == SHOOT_OUT:
        return False
    end = regular + int(added_seconds(match, setup) * TICKS_PER_SECOND)
    if clock.tick < end or match.dead.kind == Restart.PENALTY:
        return False
    if match.dead.kind != 0:
        return True
    ball = match.ball
    if match.dead.kind_played == Restart.PENALTY:
        return length(ball.vx, ball.vy) < STOPPED
    attacking = ball.x * match.teams[match.having].attacks > FINAL_THIRD
    return not attacking or clock.tick >= end + int(LET_PLAY_END * TICKS_PER_SECOND)


@kernel
def end_half(match: Match, setup: Setup, notes: Notes) -> None:
    """Whistle. `clock.half` becomes what is next (the other half, extra time, kicks from the mark), if anything is."""
    clock = match.clock
    jot(match, notes, NOBODY, Action.HALF_END, Result.SUCCESS, 0, match.ball.x, match.ball.y, 0.0, 0.0, 0.0)
    following = next_half(match, setup.competition)
    if following == 0:
        end_match(match, notes)
        return
    clock.half = following
    match.dead.kind = Restart.INTERVAL


@kernel
def next_half(match: Match, competition: Competition) -> int:
    """The half after this one; 0 when the match is over."""
    half = match.clock.half
    if half == 1 or half == EXTRA_TIME:
        return half + 1
    goals = match.teams[0].goals - match.teams[1].goals + competition.first_leg
    if goals != 0:
        return 0
    if half == SECOND_HALF and competition.extra_seconds > 0.0:
        return EXTRA_TIME
    return SHOOT_OUT if competition.shoot_out == 1 else 0


@kernel
def opening_side(match: Match) -> int:
    """The side that kicks off the half about to begin: turn about, after a toss."""
    half = match.clock.half
    if half <= SECOND_HALF:
        return 1 - match.kicked_off
    tossed = toss(match, EXTRA_TIME)
    return tossed if half == EXTRA_TIME else 1 - tossed


@kernel
def toss(match: Match, half: int) -> int:
    """The side the coin chose to begin half `half`: the same answer whenever it is asked."""
    return 0 if chance.draw(match.seed, 0, half, Why.TOSS) < 0.5 else 1


@kernel
def end_match(match: Match, notes: Notes) -> None:
    """The final whistle."""
    match.clock.over = 1
    match.dead.kind = Restart.INTERVAL
    match.dead.since = match.tick
    match.ball.carrier = NOBODY
    jot(match, notes, NOBODY, Action.MATCH_END, Result.SUCCESS, 0, match.ball.x, match.ball.y, 0.0, 0.0, 0.0)
