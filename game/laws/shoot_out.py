"""Kicks from the penalty mark (Law 10.3): five each in turn, then one each, until one side cannot be caught.

Simplified: all kicks are taken at the end +x, men walk nowhere between them, and the kickers go from the front line
back to the keeper, so that the larger side leaves out its last.
"""

from __future__ import annotations

from game.events import Action, Result, jot
from game.kernel import kernel
from game.laws.clock import SHOOT_OUT, STOPPED, end_match, toss
from game.laws.goals import IN_GOAL, IN_PLAY, where_out
from game.laws.line_up import stand
from game.laws.restarts import award, stop_play
from game.laws.substitutions import count_men
from game.pitch import HALF_LENGTH, PENALTY_MARK, length
from game.state import NOBODY, SIDE, TICKS_PER_SECOND, Match, Notes, Restart

KICKS = 5  # each, before single pairs
LONGEST = 6 * TICKS_PER_SECOND  # a kick still rolling after this is over
PENDING = 0
SCORED = 1
MISSED = 2


@kernel
def next_kick(match: Match) -> None:
    """Set up the next kick: one side's next man at the mark, the other's keeper on his line, the rest in the circle."""
    side = _kicking(match)
    match.teams[side].attacks = 1
    match.teams[1 - side].attacks = -1
    match.having = side
    for slot in range(2 * SIDE):
        # rows of eleven inside the circle, a side each, seen from its own end
        across = 1.2 * (slot % SIDE) - 6.0
        stand(match, slot, 2.0 if slot // SIDE == side else -4.0, across)
    stand(match, (1 - side) * SIDE, -HALF_LENGTH, 0.0)
    award(match, Restart.SHOOT_OUT, side, HALF_LENGTH - PENALTY_MARK, 0.0)
    stop_play(match)
    match.dead.taker = _taker(match, side)
    stand(match, match.dead.taker, HALF_LENGTH - PENALTY_MARK - 0.6, 0.0)


@kernel
def _kicking(match: Match) -> int:
    """Whose turn it is; the toss decides who begins."""
    taken = match.teams[0].kicks_taken - match.teams[1].kicks_taken
    if taken == 0:
        return toss(match, SHOOT_OUT)
    return 1 if taken > 0 else 0


@kernel
def _taker(match: Match, side: int) -> int:
    """The next man of `side`: everybody kicks before anybody kicks twice, and both sides use equally many men."""
    kickers = min(count_men(match, 0), count_men(match, 1))
    turn = match.teams[side].kicks_taken % kickers
    for place in range(SIDE - 1, -1, -1):
        slot = side * SIDE + place
        if match.players[slot].on == 0:
            continue
        if turn == 0:
            return slot
        turn -= 1
    return NOBODY


@kernel
def judge_kick(match: Match, notes: Notes) -> None:
    """While a kick is under way: count it when it is over; the next follows, or the end of the match."""
    outcome = kick_outcome(match)
    if outcome == PENDING:
        return
    side = match.dead.side
    team = match.teams[side]
    team.kicks_taken += 1
    result = Result.FAIL
    if outcome == SCORED:
        team.kicks_scored += 1
        result = Result.SUCCESS
    ball = match.ball
    jot(match, notes, match.dead.taker, Action.SHOOT_OUT_KICK, result, 0, match.dead.x, 0.0, ball.x, ball.y, 0.0)
    if decided(match):
        end_match(match, notes)
    else:
        match.dead.kind = Restart.INTERVAL


@kernel
def kick_outcome(match: Match) -> int:
    """PENDING, SCORED (off post and keeper too) or MISSED: out, held, touched again, at rest, or too long."""
    ball = match.ball
    left = where_out(ball)
    if left == IN_GOAL and ball.x > 0.0:
        return SCORED
    age = match.tick - match.dead.since
    rest = length(ball.vx, ball.vy) < STOPPED
    again = ball.kicker == match.dead.taker and ball.last == ball.kicker and ball.kicked > match.dead.since
    if left != IN_PLAY or ball.carrier != NOBODY or again or rest or age > LONGEST:
        return MISSED
    return PENDING


@kernel
def decided(match: Match) -> bool:
    """Whether one side has more goals than the other can still reach in the kicks both are due."""
    home = match.teams[0]
    away = match.teams[1]
    due = max(KICKS, home.kicks_taken, away.kicks_taken)
    lead = home.kicks_scored - away.kicks_scored
    return lead > due - away.kicks_taken or -lead > due - home.kicks_taken
