"""The long kick of a keeper, from the ground or out of his hands: both sides gather for it at half-way."""

from __future__ import annotations

from game import chance
from game.chance import Why
from game.kernel import kernel
from game.parameters import Parameters
from game.state import SIDE, Match, Restart

GOES_LONG = 0.7  # share of goal kicks both sides gather for at half-way; Wyscout: half of them go 59 m or further
GATHER_OURS, GATHER_THEIRS = 2.0, -1.0  # x of the ball, each in its own frame, for which they stand then
GATHER_WITHIN = 0.58  # share of their width


@kernel
def goal_kick_goes_long(match: Match) -> bool:
    """Whether both sides gather at half-way for this goal kick."""
    return chance.draw(match.seed, match.dead.since, match.dead.side, Why.GOES_LONG) < GOES_LONG


@kernel
def kicks_long(match: Match, play: Parameters, side: int) -> bool:
    """Whether the keeper of `side` has the ball in his hands, or a goal kick, and will kick it long."""
    if match.dead.kind == Restart.GOAL_KICK:
        return match.dead.side == side and goal_kick_goes_long(match)
    if match.ball.carrier != SIDE * side or match.ball.held == 0:
        return False
    return chance.draw(match.seed, match.ball.since, match.ball.carrier, Why.GOES_LONG) < play.kicks_long
